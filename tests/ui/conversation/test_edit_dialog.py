"""Editing what is published: saved by the composer's own keys, and only when it can be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from support.thread_items import message
from ui.panes.conversation.edit_dialog import EditDialog
from ui.theme import Theme


def test_the_composers_keys_save_what_was_changed_and_nothing_else(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = EditDialog(message(1, "It leaves today.", own=True), lambda text, _: len(text), 20, theme, parent)
    said: list[tuple[str, str]] = []
    dialog.saved.connect(lambda text, warning: said.append((text, warning)))
    dialog.open()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()

    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said == [], "nothing was changed"
    dialog.field.setPlainText("It leaves today, for sure.")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said == [], "it is too long"
    dialog.field.setPlainText("It leaves now.")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said == [("It leaves now.", "")]
