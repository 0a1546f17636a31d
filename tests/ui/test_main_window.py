"""The whole window on the desk in memory, by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.triage import SetRead, Status
from scrm_desktop.domain.views import Mode
from scrm_desktop.errors import InputError
from support.fake_desk import FakeDesk
from ui.dialogs.picker import Picker
from ui.main_window import MainWindow
from ui.models.conversations import KEPT

Key, Mod = Qt.Key, Qt.KeyboardModifier


def shown(window: MainWindow) -> list[int]:
    return [window.model.id_at(row) or 0 for row in range(window.model.rowCount())]


def test_it_opens_on_who_waits_longest(window: MainWindow) -> None:
    assert shown(window) == [8, 1, 2, 4, 5, 6]
    assert window.list.table.current_id == 8


def test_done_goes_on_to_the_next_and_can_be_undone(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        press(Key.Key_E, Mod.ControlModifier)
        await until(lambda: 8 not in shown(window))
        assert desk.rows[8].status is Status.DONE
        assert window.list.table.current_id == 1
        press(Key.Key_Z, Mod.ControlModifier)
        await until(lambda: 8 in shown(window))
        assert desk.rows[8].status is Status.OPEN
        assert window.list.table.current_id == 1
        press(Key.Key_Z, Mod.ControlModifier | Mod.ShiftModifier)
        await until(lambda: 8 not in shown(window))

    run(story())


def test_the_last_one_done_leaves_an_empty_page(window: MainWindow, press, run, until) -> None:
    async def story() -> None:
        for left in range(5, -1, -1):
            press(Key.Key_E)
            await until(lambda left=left: len(shown(window)) == left)
        assert window.list.table.current_id is None
        assert window.conversation.currentIndex() == 0
        assert not window.actions_table["done"].isEnabled()

    run(story())


def test_many_at_once(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        QTest.keyClick(window.list.table, Key.Key_Down, Mod.ShiftModifier)
        QTest.keyClick(window.list.table, Key.Key_Down, Mod.ShiftModifier)
        assert window.list.table.selected_ids() == (8, 1, 2)
        press(Key.Key_E)
        await until(lambda: shown(window) == [4, 5, 6])
        press(Key.Key_Z, Mod.ControlModifier)
        await until(lambda: shown(window) == [8, 1, 2, 4, 5, 6])

    window.list.table.setFocus()
    run(story())


def test_next_and_previous(window: MainWindow, press) -> None:
    press(Key.Key_J)
    assert window.list.table.current_id == 1
    press(Key.Key_Down, Mod.AltModifier)
    assert window.list.table.current_id == 2
    press(Key.Key_K)
    assert window.list.table.current_id == 1
    for _ in range(20):
        press(Key.Key_K)
    assert window.list.table.current_id == 8


def test_letters_typed_into_a_field_stay_there(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        press(Key.Key_Slash)
        assert window.list.search.hasFocus()
        QTest.keyClicks(window.list.search, "jules")
        assert window.list.search.text() == "jules"
        assert window.list.table.current_id == 8
        window.list.search.clear()
        QTest.keyClicks(window.list.search, "desk")
        await until(lambda: shown(window) == [2])
        assert not [what for name, what in desk.calls if name == "triage" and not isinstance(what, SetRead)]
        QTest.keyClick(window.list.search, Key.Key_Escape)
        await until(lambda: len(shown(window)) == 6)

    run(story())


def test_reading_takes_a_moment(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        press(Key.Key_J)
        assert desk.rows[1].unread
        await until(lambda: not desk.rows[1].unread)
        assert not window.triage_actions.triage.can_undo

    run(story())


def test_marked_as_unread_it_stays_so(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        press(Key.Key_J)
        await until(lambda: not desk.rows[1].unread and not window.model.known(1).unread)
        press(Key.Key_U)
        await until(lambda: desk.rows[1].unread)
        reads = len([1 for name, what in desk.calls if name == "triage" and isinstance(what, SetRead) and what.read])
        window.reading._mark()
        assert reads == 1

    run(story())


def test_labels_by_keyboard(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        press(Key.Key_L)
        picker = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Picker) and one.isVisible())
        QTest.keyClicks(picker.field, "que")
        QTest.keyClick(picker.field, Key.Key_Return)
        await until(lambda: "Question" in [label.name for label in desk.rows[8].labels])
        await until(lambda: window.activateWindow() or window.isActiveWindow())
        press(Key.Key_L)
        picker = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Picker) and one.isVisible())
        QTest.keyClicks(picker.field, "Urgent")
        QTest.keyClick(picker.field, Key.Key_Return)
        await until(lambda: "Urgent" in [label.name for label in desk.rows[8].labels])
        await until(lambda: window.activateWindow() or window.isActiveWindow())
        press(Key.Key_Z, Mod.ControlModifier)
        await until(lambda: "Urgent" not in [label.name for label in desk.rows[8].labels])

    run(story())


def test_assigning(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        press(Key.Key_A)
        picker = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Picker) and one.isVisible())
        QTest.keyClick(picker.field, Key.Key_Return)
        await until(lambda: desk.rows[8].assignee == "Nadia")

    run(story())


def test_a_note_is_one_key_away(window: MainWindow, press) -> None:
    press(Key.Key_N)
    assert window.conversation.isAncestorOf(QApplication.focusWidget())


def test_escape_leads_from_the_composer_back_to_the_list(window: MainWindow, press, run) -> None:
    async def story() -> None:
        press(Key.Key_N)
        field = window.conversation.composer.form.field
        QTest.keyClicks(field, "seen")
        QTest.keyClick(field, Key.Key_Escape)
        assert window.list.table.hasFocus()
        assert field.toPlainText() == "seen", "what was written stays"
        press(Key.Key_R)
        assert field.hasFocus()
        assert window.conversation.composer.mode is Mode.PUBLIC

    run(story())


def test_a_view_fills_the_list(window: MainWindow, run, until) -> None:
    async def story() -> None:
        window.sidebar.choose("done")
        await until(lambda: shown(window) == [7])
        assert window.list.table.current_id == 7
        window.sidebar.choose("label:1")
        await until(lambda: shown(window) == [1, 4])
        window.list.chips._buttons["direct"].click()
        await until(lambda: shown(window) == [])
        assert window.conversation.currentIndex() == 0

    run(story())


def test_the_conversation_in_hand_stays_when_it_is_answered(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        QTest.mouseClick(window.conversation, Qt.MouseButton.LeftButton)
        desk.rows[8] = replace(desk.rows[8], waiting_since=None, last_own=True)
        desk.rows[2] = replace(desk.rows[2], waiting_since=None)
        desk.emit(Changes(conversations=frozenset({8, 2})))
        await until(lambda: 2 not in shown(window))
        assert 8 in shown(window)
        assert window.list._order.text().startswith(f"{len(shown(window)) - 1} ·")
        kept = [window.model.index(row, 0).data(KEPT) for row in range(window.model.rowCount())]
        assert kept == [one == 8 for one in shown(window)]
        window.list.table.go(1)
        await until(lambda: 8 not in shown(window))

    run(story())


def test_until_somebody_touches_it_the_window_shows_the_first_row(
    window: MainWindow, desk: FakeDesk, run, until
) -> None:
    async def story() -> None:
        assert shown(window)[0] == window.list.table.current_id == 8
        desk.rows[8] = replace(desk.rows[8], waiting_since=None, last_own=True)
        desk.emit(Changes(conversations=frozenset({8})))
        await until(lambda: 8 not in shown(window))
        await until(lambda: window.list.table.current_id == shown(window)[0])
        await until(lambda: len(window.list.table.selectionModel().selectedRows()) == 1)
        assert not window.list.table.touched

    run(story())


def test_the_first_row_is_shown_also_when_several_rows_left_at_once(
    window: MainWindow, desk: FakeDesk, run, until
) -> None:
    async def story() -> None:
        before = shown(window)
        gone = {before[0], before[-1]}
        for one in gone:
            desk.rows[one] = replace(desk.rows[one], waiting_since=None, last_own=True)
        desk.emit(Changes(conversations=frozenset(gone)))
        await until(lambda: shown(window) == before[1:-1])
        await until(lambda: window.list.table.current_id == before[1])
        assert window.list.table.currentIndex().row() == 0

    run(story())


def test_counts_follow(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        desk.arrive(3, "One more thing")
        await until(lambda: window.house.counts.needs_reply == 7)
        assert window.sidebar._model.entries[0].count == 7
        await until(lambda: shown(window)[-1] == 3)

    run(story())


def test_a_failure_is_told_once_and_calmly(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    def box() -> QMessageBox | None:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]
        return found[0] if found else None

    async def story() -> None:
        desk.fail_next = InputError("That label is gone.")
        window.triage_actions.triage.do(SetRead(conversations=(1,), read=True), "read")
        await until(box)
        assert box().informativeText() == "That label is gone."
        assert box().textFormat() is Qt.TextFormat.PlainText
        box().accept()

    run(story())


def test_trouble_of_an_account_is_told_in_words(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        view = desk.account_views[0]
        health = replace(view.health, health=Health.OFFLINE, error_code="Offline", title="x", message="x")
        desk.account_views[0] = replace(view, health=health)
        desk.emit(Changes(accounts=frozenset({1})))
        await until(lambda: "No connection" in window.status._health.text())

    run(story())


def test_a_narrow_window_gives_its_room_to_the_thread(window: MainWindow, run, until) -> None:
    async def story() -> None:
        window.resize(1000, 700)
        await until(lambda: not window.customer.isVisible())
        window.resize(1440, 900)
        await until(window.customer.isVisible)

    run(story())


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    nameless = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            found = QAccessible.queryAccessibleInterface(widget)
            if found and not found.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_the_close_button_asks_the_program(window: MainWindow) -> None:
    asked: list[bool] = []
    window.closing.connect(lambda: asked.append(True))
    window.close()
    assert asked == [True]
    assert window.isVisible()
    window.remember()
    assert set(window.preferences.window) == {"geometry", "columns3", "inner_right", "recent", "streams"}


def test_a_click_shows_the_conversation(window: MainWindow, run, until) -> None:
    async def story() -> None:
        place = window.list.table.visualRect(window.model.index(2, 0)).center()
        QTest.mouseClick(window.list.table.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, QPoint(place))
        assert window.list.table.current_id == 2

    run(story())


def test_what_comes_into_an_empty_list_is_shown(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        window.sidebar.choose("label:2")
        await until(lambda: shown(window) == [3])
        desk.rows[3] = replace(desk.rows[3], labels=())
        window.list.table.forget()
        desk.emit(Changes(conversations=frozenset({3})))
        await until(lambda: shown(window) == [])
        assert window.conversation.currentIndex() == 0
        desk.rows[1] = replace(desk.rows[1], labels=(desk.house_labels[1],))
        desk.emit(Changes(conversations=frozenset({1})))
        await until(lambda: window.conversation.currentIndex() == 1)
        assert window.list.table.current_id == 1

    run(story())


def test_a_key_right_after_a_change_is_not_lost(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    pressed: list[bool] = []

    def at_once(*_: object) -> None:
        if not pressed:
            pressed.append(True)
            window.list.table.go(1)

    async def story() -> None:
        window.model.rowsRemoved.connect(at_once)
        desk.rows[2] = replace(desk.rows[2], waiting_since=None)
        desk.emit(Changes(conversations=frozenset({2})))
        await until(lambda: pressed)
        assert window.list.table.current_id == 1

    run(story())


def test_control_z_takes_back_what_was_just_sent(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    desk.holds = True
    field = window.conversation.composer.form.field

    async def story() -> None:
        await until(lambda: window.conversation.composer.target.found is not None)
        field.setFocus()
        QTest.keyClicks(field, "Bonjour")
        await until(window.conversation.composer.form.send.isEnabled)
        press(Key.Key_Return, Mod.ControlModifier)
        await until(lambda: window.triage_actions.triage.can_undo)
        assert window.actions_table["undo"].isEnabled()
        press(Key.Key_Z, Mod.ControlModifier)
        await until(lambda: field.toPlainText() == "Bonjour")
        assert not window.triage_actions.triage.can_undo

    run(story())
    assert [row.state for row in desk.outbox_rows.values()] == [OutboxState.CANCELLED]


def test_what_left_is_no_step_to_take_back_any_more(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    desk.holds = True
    composer = window.conversation.composer

    async def story() -> None:
        await until(lambda: composer.target.found is not None)
        composer.add_text("Bonjour")
        await until(composer.form.send.isEnabled)
        composer.submit()
        await until(lambda: window.triage_actions.triage.can_undo)
        (number,) = desk.outbox_rows
        window.conversation.sends.end(number)
        assert not window.triage_actions.triage.can_undo

    run(story())


def test_what_is_taken_back_elsewhere_is_shown_there(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    desk.holds = True
    composer = window.conversation.composer

    async def story() -> None:
        await until(lambda: composer.target.found is not None)
        composer.add_text("Bonjour")
        await until(composer.form.send.isEnabled)
        composer.submit()
        await until(lambda: window.triage_actions.triage.can_undo)
        window.open_conversation(1)
        await until(lambda: composer.row is not None and composer.row.id == 1)
        window.triage_actions.triage.undo()
        await until(lambda: composer.row is not None and composer.row.id == 8)
        await until(lambda: composer.form.field.toPlainText() == "Bonjour")

    run(story())
