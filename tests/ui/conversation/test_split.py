"""A text that is too long is offered as a thread, shown before it is sent."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from support.fake_desk import FakeDesk
from ui.dialogs.send_later import SendLaterPicker
from ui.panes.conversation.split_dialog import SplitDialog


def dialog() -> SplitDialog | None:
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, SplitDialog) and one.isVisible())
    return next(shown, None)


def test_a_long_text_is_sent_as_a_thread_once_it_was_seen(opened, desk: FakeDesk, run, until) -> None:
    desk.capability = replace(desk.capability, max_characters=60)
    pane = opened(1)
    form = pane.composer.form
    form.field.setPlainText("Nous sommes désolés. Votre colis est perdu. Un autre part lundi.")
    run(until(lambda: form.split.isVisible() and not form.send.isEnabled()))
    form.split.click()
    run(until(dialog))
    shown = dialog()
    assert shown is not None
    shown.go.click()
    run(until(lambda: len(desk.outbox_rows) == 1))
    (parts,) = desk.sent_parts
    assert len(parts) >= 2 and parts[0].endswith(f"(1/{len(parts)})")
    assert all(len(f"@camille@piaille.fr {part}") <= 60 for part in parts)
    run(until(lambda: not form.field.toPlainText()))
    assert not form.split.isVisible()


def test_a_thread_can_leave_later(opened, desk: FakeDesk, run, until) -> None:
    desk.capability = replace(desk.capability, max_characters=60)
    pane = opened(1)
    form = pane.composer.form
    form.field.setPlainText("Nous sommes désolés. Votre colis est perdu. Un autre part lundi.")
    run(until(lambda: form.split.isVisible() and not form.send.isEnabled()))
    form.split.click()
    run(until(dialog))
    shown = dialog()
    assert shown is not None
    shown.later.click()
    (picker,) = shown.findChildren(SendLaterPicker)
    picker.list.setCurrentRow(1)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    run(until(lambda: len(desk.outbox_rows) == 1 and not form.field.toPlainText()))
    assert len(desk.sent_parts[0]) >= 2
    assert desk.cares[0].at is not None
    run(until(lambda: dialog() is None))
