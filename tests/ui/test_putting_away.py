"""Snooze, pending, priority, spam and mute in the whole window: by keys, with words, undone, seen in list and views."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.triage import Outcome, Priority, SetStatus, Status
from scrm_desktop.domain.views import Sort
from support.fake_desk import FakeDesk
from ui.dialogs.picker import Picker
from ui.dialogs.snooze import SnoozePicker
from ui.main_window import MainWindow
from ui.row_words import spoken, tags

Key, Mod = Qt.Key, Qt.KeyboardModifier


def picker() -> Picker:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, Picker) and one.isVisible()]
    assert len(found) == 1
    return found[0]


def words(window: MainWindow, number: int) -> list[str]:
    row = window.model.known(number)
    assert row is not None
    return [tag.text for tag in tags(row, datetime.now(UTC))]


async def snooze(window: MainWindow, press, typed: str) -> None:
    press(Key.Key_S)
    QTest.keyClicks(picker().field, typed)
    QTest.keyClick(picker().field, Key.Key_Return)


def test_snooze_in_words_by_keys_goes_on_and_is_undone(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        await snooze(window, press, "tomorrow 9:00")
        await until(lambda: desk.rows[8].status is Status.SNOOZED and window.list.table.current_id == 1)
        at = desk.rows[8].snoozed_until
        assert at is not None
        assert at.astimezone().strftime("%H:%M") == "09:00"
        window.sidebar.choose("snoozed")
        await until(lambda: window.model.loaded and window.model.known(8) is not None)
        assert any(one.startswith("Until ") for one in words(window, 8))
        window.actions_table["undo"].trigger()
        await until(lambda: desk.rows[8].status is Status.OPEN)
        assert desk.rows[8].snoozed_until is None

    run(story())


def test_the_field_shows_what_it_understood_and_says_what_it_did_not(window: MainWindow, press) -> None:
    press(Key.Key_S)
    asked = picker()
    assert isinstance(asked, SnoozePicker)
    assert asked.list.item(asked.list.count() - 1).text() == "Until the customer writes"
    QTest.keyClicks(asked.field, "30 november 2099 9:00")
    assert asked.list.item(0).text() == "Monday 30 November 2099, 09:00"
    asked.field.setText("soonish")
    assert "name no time" in asked.list.item(0).text()
    QTest.keyClick(asked.field, Key.Key_Return)
    assert asked.isVisible()
    asked.field.setText("1 jan 2020")
    assert "passed" in asked.list.item(0).text()


def test_until_the_customer_writes(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        await snooze(window, press, "customer")
        await until(lambda: desk.rows[8].status is Status.SNOOZED)
        assert desk.rows[8].snoozed_until is None

    run(story())


def test_pending_and_open_again(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        press(Key.Key_W)
        await until(lambda: desk.rows[8].status is Status.PENDING and window.list.table.current_id == 1)
        window.sidebar.choose("pending")
        await until(lambda: window.list.table.current_id == 8 and window.model.known(8) is not None)
        await until(lambda: window.actions_table["pending"].text() == "Reopen")
        press(Key.Key_W)
        await until(lambda: desk.rows[8].status is Status.OPEN)

    run(story())


def test_priority_is_set_shown_and_sorted_by(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        press(Key.Key_P)
        QTest.keyClicks(picker().field, "urg")
        QTest.keyClick(picker().field, Key.Key_Return)
        await until(lambda: desk.rows[8].priority is Priority.URGENT)
        await until(lambda: words(window, 8)[0] == "Urgent")
        window.list.table.go_to(5)
        window.actions_table["priority"].trigger()
        QTest.keyClicks(picker().field, "high")
        QTest.keyClick(picker().field, Key.Key_Return)
        await until(lambda: desk.rows[5].priority is Priority.HIGH)
        (urgent,) = [one for one in window.list._order.menu().actions() if one.data() == Sort.PRIORITY]
        urgent.trigger()
        await until(lambda: window.model.loaded and window.model.id_at(1) == 5)
        assert window.model.id_at(0) == 8
        assert "most urgent" in window.list._order.text()

    run(story())


def test_pain_17_spam_leaves_every_view_but_its_own_and_comes_back(
    window: MainWindow, desk: FakeDesk, press, run, until
) -> None:
    async def story() -> None:
        press(Key.Key_Exclam)
        await until(lambda: desk.rows[8].spam and window.list.table.current_id == 1)
        window.sidebar.choose("everything")
        await until(lambda: window.model.loaded and window.model.place(8) < 0 and window.model.place(1) >= 0)
        window.sidebar.choose("spam")
        await until(lambda: window.list.table.current_id == 8)
        await until(lambda: window.actions_table["spam"].text() == "Not spam")
        press(Key.Key_Exclam)
        await until(lambda: not desk.rows[8].spam and desk.rows[8].status is Status.OPEN)

    run(story())


def test_mute_and_unmute(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        press(Key.Key_M)
        await until(lambda: desk.rows[8].muted and window.actions_table["mute"].text() == "Unmute")
        assert "Muted" in words(window, 8)
        press(Key.Key_M)
        await until(lambda: not desk.rows[8].muted)

    run(story())


def test_closed_without_an_answer_is_said_in_the_list(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        action = SetStatus(conversations=(8,), status=Status.DONE)
        window.triage_actions.triage.do(action, "done")
        await until(lambda: desk.rows[8].outcome is Outcome.NO_ACTION)
        window.sidebar.choose("done")
        await until(lambda: window.model.known(8) is not None and "Done, no answer" in words(window, 8))
        row = window.model.known(8)
        assert row is not None
        assert "Done, no answer" in spoken(row)

    run(story())


@pytest.mark.parametrize("width", [640, 900, 1440, 2200])
def test_the_header_always_leads_to_every_action(window: MainWindow, width: int) -> None:
    header = window.conversation.header
    header.resize(width - 560, header.height())
    shown = {name for name, button in header.buttons.items() if not button.isHidden()}
    in_menu = {action.objectName() for action in header.more.menu().actions() if action.objectName()}
    assert shown | in_menu >= {"assign", "snooze", "label", "pending", "priority", "unread", "mute", "spam"}
    assert not shown & in_menu


def test_the_snooze_stands_in_the_header(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        await snooze(window, press, "in 3 days")
        window.sidebar.choose("snoozed")
        await until(lambda: "snoozed until" in window.conversation.header.about.text())

    run(story())
    at = desk.rows[8].snoozed_until
    assert at is not None
    assert at > datetime.now(UTC) + timedelta(days=2)
