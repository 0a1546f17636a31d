"""Canned responses in the palette: typed by name, inserted where one writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.changes import Changes
from support.fake_desk import FakeDesk
from ui.main_window import MainWindow
from ui.moving.entries import Entry
from ui.moving.palette import Palette
from ui.panes.conversation.ask_form import AskForm

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def choose(window: MainWindow, press, run, until) -> Callable[[str], None]:
    """Type a few letters into the palette and press Return."""

    def chosen(typed: str) -> None:
        press(Key.Key_K, Mod.ControlModifier)
        (palette,) = [one for one in window.findChildren(Palette) if one.isVisible()]
        QTest.keyClicks(palette.field, typed)
        run(until(lambda: palette.answered == palette.turn))
        assert palette.chosen is not None
        assert palette.chosen.startswith("canned:"), palette.model.lines
        QTest.keyClick(palette.field, Key.Key_Return)

    return chosen


def written(window: MainWindow) -> str:
    return window.conversation.composer.form.field.toPlainText()


def test_typing_its_name_inserts_it_at_the_cursor(window: MainWindow, desk: FakeDesk, choose, run, until) -> None:
    desk.add_canned("Opening hours", "We are open, {{first_name}}.", language="en", shortcut="oh")
    field = window.conversation.composer.form.field
    field.setPlainText("Hello. Bye.")
    cursor = field.textCursor()
    cursor.setPosition(7)
    field.setTextCursor(cursor)
    choose("opening")
    run(until(lambda: "open" in written(window)))
    assert written(window) == "Hello. We are open, Camille.Bye."
    run(until(lambda: [call for call in desk.calls if call[0] == "used_canned"]))
    assert field.hasFocus() or QApplication.focusWidget() is None


def test_what_only_the_writer_knows_is_asked(window: MainWindow, desk: FakeDesk, choose, run, until) -> None:
    desk.add_canned("Refund", "You get {{?amount}} back.", language="en")
    choose("refund")
    run(until(lambda: window.findChildren(AskForm)))
    (form,) = window.findChildren(AskForm)
    QTest.keyClicks(form.fields["amount"], "12 EUR")
    form.go.click()
    assert written(window) == "You get 12 EUR back."


def test_what_was_changed_meanwhile_is_inserted_as_it_is_now(
    window: MainWindow, desk: FakeDesk, choose, run, until
) -> None:
    one = desk.add_canned("Greeting", "Old words.")
    choose("greeting")
    run(until(lambda: "Old words." in written(window)))
    del desk.responses[one.id]
    desk.add_canned("Greeting", "New words.")
    window.bridge.changed.emit(Changes(texts=True))
    window.conversation.composer.form.field.moveCursor(QTextCursor.MoveOperation.End)
    choose("greeting")
    run(until(lambda: "New words." in written(window)))
    assert written(window).count("Old words.") == 1


def test_the_second_time_it_is_there_with_the_keystroke(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    desk.add_canned("Zebra crossing", "Stop.")
    press(Key.Key_K, Mod.ControlModifier)
    (palette,) = [one for one in window.findChildren(Palette) if one.isVisible()]
    palette.field.setText("zebra")
    run(until(lambda: palette.answered == palette.turn))
    palette.close()
    press(Key.Key_K, Mod.ControlModifier)
    (again,) = [one for one in window.findChildren(Palette) if one.isVisible()]
    again.field.setText("zebra")
    # Nothing was awaited.
    assert [line.text for line in again.model.lines if isinstance(line, Entry)] == ["Zebra crossing"]


def test_without_a_conversation_there_is_nothing_to_insert_into(window: MainWindow, desk: FakeDesk, press, run) -> None:
    desk.add_canned("Zebra crossing", "Stop.")
    window.conversation.show_conversation(None)
    press(Key.Key_K, Mod.ControlModifier)
    (palette,) = [one for one in window.findChildren(Palette) if one.isVisible()]
    run(window.going._canned.found("zebra"))
    palette.field.setText("zebra")
    assert not [line for line in palette.model.lines if isinstance(line, Entry) and line.id.startswith("canned:")]
