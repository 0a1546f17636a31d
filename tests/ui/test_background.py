"""The window with what goes on beside it: news leads back into the window, a text that did not leave is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.views import Draft, Mode
from support.fake_desk import FakeDesk
from support.fake_shower import FakeShower
from ui.background import Background
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.notifying.card import OPEN, REPLY
from ui.preferences import Preferences
from ui.theme import Theme


@pytest.fixture
def window(bridge: Bridge, theme: Theme, run, until) -> Iterator[MainWindow]:
    made = MainWindow(bridge, theme, Preferences())
    made.start()
    made.show()
    made.activateWindow()

    async def filled() -> None:
        await until(lambda: made.house.ready and made.conversation.currentIndex() == 1)

    run(filled())
    yield made
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shower(monkeypatch: pytest.MonkeyPatch) -> FakeShower:
    made = FakeShower()
    monkeypatch.setattr(Background, "_showers", lambda self: (made,))
    monkeypatch.setattr("scrm_desktop.domain.ringing.GATHER", timedelta())
    monkeypatch.setattr("scrm_desktop.domain.ringing.GAP", timedelta())
    return made


@pytest.fixture
def behind(window: MainWindow, bridge: Bridge, shower: FakeShower) -> Iterator[Background]:
    made = Background(window, bridge, window.preferences)
    yield made
    made.notifier._timer.stop()


def test_a_click_opens_the_conversation_and_raises_the_window(
    behind: Background, window: MainWindow, desk: FakeDesk, shower: FakeShower, run, until
) -> None:
    raised: list[bool] = []
    behind.raise_asked.connect(lambda: raised.append(True))

    async def story() -> None:
        desk.arrive(7, "One more thing")
        await until(lambda: shower.cards)
        (number,) = shower.cards
        shower.pressed.emit(number, OPEN)
        await until(lambda: window.list.table.current_id == 7)
        assert raised == [True]

    run(story())


def test_what_stands_open_in_the_used_window_does_not_ring(
    behind: Background, window: MainWindow, desk: FakeDesk, shower: FakeShower, run, until
) -> None:
    async def story() -> None:
        window.activateWindow()
        await until(window.isActiveWindow)
        assert window.list.table.current_id == 8
        desk.arrive(8, "You are reading this")
        desk.arrive(1, "But not this")
        await until(lambda: shower.all)
        assert "But not this" in shower.all[0].body

    run(story())


def test_reply_leads_to_the_composer_in_its_mode(
    behind: Background, window: MainWindow, desk: FakeDesk, shower: FakeShower, run, until
) -> None:
    async def story() -> None:
        desk.arrive(7, "One more thing")
        await until(lambda: shower.cards)
        (number,) = shower.cards
        shower.pressed.emit(number, REPLY)
        await until(lambda: window.list.table.current_id == 7)
        wanted = Mode.DIRECT if desk.rows[7].kind == "direct" else Mode.PUBLIC
        await until(window.conversation.composer.form.field.hasFocus)
        assert window.conversation.composer.mode is wanted

    run(story())


@pytest.mark.parametrize("one", [8, 3])
def test_pain_19_a_text_that_did_not_leave_stands_in_the_composer_behind_what_was_there(
    behind: Background, window: MainWindow, desk: FakeDesk, run, until, one: int
) -> None:
    mode = Mode.DIRECT if desk.rows[one].kind == "direct" else Mode.PUBLIC
    key = (one, mode, desk.rows[one].account_id)
    desk.drafts[key] = Draft(conversation_id=one, mode=mode, account_id=key[2], text="Begun")

    async def story() -> None:
        if one == window.list.table.current_id:
            window.conversation.composer.form.field.setPlainText("Begun")
        await behind._keep(*key, "Typed outside")
        await until(lambda: key in desk.drafts and desk.drafts[key].text == "Begun\n\nTyped outside")

    run(story())


def test_what_came_before_it_was_made_rings_too(
    behind: Background, desk: FakeDesk, shower: FakeShower, run, until
) -> None:
    async def story() -> None:
        missed = Changes(conversations=frozenset({1}), arrived=frozenset({1}))
        behind.catch_up([missed, Changes(labels=True)])
        await until(lambda: shower.cards)

    run(story())


def test_a_pause_is_kept_and_silences(
    behind: Background, window: MainWindow, desk: FakeDesk, shower: FakeShower, run, until
) -> None:
    async def story() -> None:
        until_then = datetime.now(UTC) + timedelta(hours=1)
        behind.pause(until_then)
        assert window.preferences.ringing.paused_until == until_then
        desk.arrive(1, "Later")
        await until(lambda: behind.notifier._ringer.waiting)
        assert shower.all == []
        behind.pause(None)
        await until(lambda: shower.all)
        await behind.leave()
        assert shower.left
        assert shower.cards == {}

    run(story())
