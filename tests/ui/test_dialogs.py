"""Accounts and settings: connecting, looking, leaving."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from scrm_desktop.domain.accounts import Account, Health
from scrm_desktop.domain.changes import Changes
from scrm_desktop.errors import KeyringMissing, KnownError, Offline, SecretMissing
from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.dialogs.account_details import AccountDetails
from ui.dialogs.account_wizard import AccountWizard
from ui.dialogs.picker import Choice, Picker
from ui.models.house import House
from ui.theme import Theme


@pytest.fixture
def parent(qapp: object) -> Iterator[QWidget]:
    made = QWidget()
    made.show()
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def house(bridge: Bridge, run, until) -> House:
    made = House(bridge)
    made.refresh()

    async def ready() -> None:
        await until(lambda: made.ready)

    run(ready())
    return made


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toString())) or True)
    return opened


@pytest.fixture
def wizard(parent: QWidget, bridge: Bridge, theme: Theme) -> AccountWizard:
    made = AccountWizard(parent, bridge, theme)
    made.open()
    return made


def server(wizard: AccountWizard) -> QLineEdit:
    assert wizard._fields is not None
    return next(edit for edit in wizard._fields.findChildren(QLineEdit) if edit.accessibleName() == "Server")


def test_signing_in_by_the_browser(wizard, desk: FakeDesk, browser: list[str], run, until) -> None:
    connected: list[Account] = []
    wizard.connected.connect(connected.append)
    assert not wizard._go.isEnabled()
    server(wizard).setText("piaille.fr")
    assert wizard._go.isEnabled()

    async def story() -> None:
        wizard._go.click()
        await until(lambda: connected)
        assert browser == ["https://piaille.fr/oauth/authorize"]
        assert ("sign_in", ("mastodon", {"server": "piaille.fr"}, True)) in desk.calls

    run(story())


def test_no_keyring_offers_this_run_only(wizard, desk: FakeDesk, browser: list[str], run, until) -> None:
    connected: list[Account] = []
    wizard.connected.connect(connected.append)
    server(wizard).setText("piaille.fr")

    async def story() -> None:
        assert not wizard._keep_here.isVisible()
        desk.fail_next = KeyringMissing("Install one.")
        wizard._go.click()
        await until(wizard._keep_here.isVisible)
        assert "no keyring service" in wizard._error.text()
        wizard._keep_here.click()
        await until(lambda: connected)
        assert ("sign_in", ("mastodon", {"server": "piaille.fr"}, False)) in desk.calls

    run(story())


def test_a_server_that_is_not_there_is_told_and_kept(wizard, desk: FakeDesk, run, until) -> None:
    server(wizard).setText("nowhere.example")

    async def story() -> None:
        desk.fail_next = Offline(host="nowhere.example")
        wizard._go.click()
        await until(wizard._error.isVisible)
        assert "nowhere.example can't be reached" in wizard._error.text()
        assert server(wizard).text() == "nowhere.example"
        assert not wizard._keep_here.isVisible()

    run(story())


def test_a_token_is_hidden_and_forgotten(wizard, desk: FakeDesk, run, until) -> None:
    connected: list[Account] = []
    wizard.connected.connect(connected.append)
    wizard._other.click()
    server(wizard).setText("piaille.fr")
    page = wizard._fields
    assert page.token.echoMode() is QLineEdit.EchoMode.Password
    page.token.setText("secret-token")
    later: list[str] = []
    page.token.textChanged.connect(later.append)

    async def story() -> None:
        wizard._go.click()
        await until(lambda: connected)
        assert later == [""]

    run(story())


def test_a_code_is_pasted(wizard, desk: FakeDesk, run, until) -> None:
    given: list[str] = []

    async def sign_in(*_: object, help, keep: bool = True) -> Account:
        given.append(await help.ask_code("https://piaille.fr/code"))
        return desk.account_views[0].account

    desk.sign_in = lambda channel, answers, help, *, keep=True: sign_in(help=help)
    server(wizard).setText("piaille.fr")

    async def story() -> None:
        wizard._go.click()
        await until(wizard._waiting.code.isVisible)
        assert wizard._waiting.address.text() == "https://piaille.fr/code"
        wizard._waiting.code.setText(" 123 ")
        closed: list[int] = []
        wizard.finished.connect(closed.append)
        QTest.keyClick(wizard._waiting.code, Qt.Key.Key_Return)
        await until(lambda: given)
        assert given == ["123"]
        await until(lambda: closed)
        assert closed == [wizard.DialogCode.Accepted.value]

    run(story())


def test_closing_gives_the_login_up(wizard, desk: FakeDesk, run, until) -> None:
    ended: list[bool] = []

    async def sign_in() -> Account:
        try:
            await asyncio.sleep(3600)
        finally:
            ended.append(True)
        return desk.account_views[0].account

    desk.sign_in = lambda channel, answers, help, *, keep=True: sign_in()
    server(wizard).setText("piaille.fr")

    async def story() -> None:
        wizard._go.click()
        await asyncio.sleep(0.02)
        wizard.reject()
        await until(lambda: ended)

    run(story())


def test_details_tell_what_is_wrong_and_stored(parent, bridge, theme, house, desk: FakeDesk, run, until) -> None:
    dialog = AccountDetails(parent, bridge, theme, house, 1)
    dialog.open()
    assert "In sync" in dialog._state.text()
    assert "complete since" in dialog._stored.text()
    assert "Mastodon 4.5.0" in dialog._server.text()

    async def story() -> None:
        view = desk.account_views[0]
        health = replace(view.health, health=Health.OFFLINE, error_code="Offline", message=Offline(host="a.b").message)
        desk.account_views[0] = replace(view, health=health)
        desk.emit(Changes(accounts=frozenset({1})))
        await until(lambda: "a.b can't be reached" in dialog._state.text())
        dialog._days.setValue(30)
        dialog._load()
        await until(lambda: ("backfill", (1, 30)) in desk.calls)

    run(story())
    dialog.accept()


@pytest.mark.parametrize("error", [SecretMissing(account="x"), KeyringMissing("x"), Offline(host="127.0.0.1")])
def test_details_of_a_practice_account_tell_how_to_start_its_network(
    parent, bridge, theme, house, desk: FakeDesk, run, until, error: KnownError
) -> None:
    dialog = AccountDetails(parent, bridge, theme, house, 1)
    dialog.open()
    assert not dialog._start.isVisible()
    asked: list[bool] = []
    dialog.practice_asked.connect(lambda: asked.append(True))

    async def story() -> None:
        before = desk.account_views[0]
        health = replace(before.health, health=Health.SIGN_IN, error_code=error.code, message=error.message)
        desk.account_views[0] = replace(before, account=replace(before.account, practice=True), health=health)
        desk.emit(Changes(accounts=frozenset({1})))
        await until(dialog._start.isVisible)
        told = dialog._state.text()
        assert told.startswith("The practice network is not running. ")
        assert "--practice" in told
        assert "eyring" not in told
        dialog._start.click()
        dialog._start.click()
        assert asked == [True]
        desk.account_views[0] = before
        desk.emit(Changes(accounts=frozenset({1})))
        await until(lambda: not dialog._start.isVisible())

    run(story())
    dialog.accept()


def test_removing_an_account_asks_first(parent, bridge, theme, house, desk: FakeDesk, run, until) -> None:
    dialog = AccountDetails(parent, bridge, theme, house, 2)
    dialog.open()
    assert not dialog._sure.isVisible()

    async def story() -> None:
        bridge.spawn(dialog._remove())
        await until(lambda: ("remove_account", (2, False)) in desk.calls)
        await until(lambda: len(house.accounts) == 1)

    run(story())


def test_the_picker_finds_and_makes(parent, theme: Theme) -> None:
    picked: list[Choice] = []
    made: list[str] = []
    choices = [Choice(1, "Complaint", True, "amber"), Choice(2, "Praise", False, "green")]
    for typed in ("pra", "New one"):
        picker = Picker(parent, theme, "Label", choices, new="New “{name}”")
        picker.picked.connect(picked.append)
        picker.made.connect(made.append)
        picker.field.setText(typed)
        picker._take(picker.list.item(0))
    assert [choice.value for choice in picked] == [2]
    assert made == ["New one"]


def test_hostile_names_are_never_markup(parent, bridge, theme, house, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        view = desk.account_views[0]
        desk.account_views[0] = replace(view, account=replace(view.account, handle="<img src=x>@evil"))
        desk.emit(Changes(accounts=frozenset({1})))
        await until(lambda: house.account(1).account.handle.startswith("<img"))

    run(story())
    dialog = AccountDetails(parent, bridge, theme, house, 1)
    assert all(label.textFormat().name == "PlainText" for label in dialog.findChildren(QLabel) if "<" in label.text())
    dialog.deleteLater()
