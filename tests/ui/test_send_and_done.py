"""Send and done in one stroke."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scrm_desktop.domain.triage import Status
from scrm_desktop.errors import InputError
from support.fake_desk import FakeDesk
from ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
BOTH = Mod.ControlModifier | Mod.ShiftModifier


def test_the_answer_is_queued_the_conversation_done_and_both_can_be_undone(
    window: MainWindow, desk: FakeDesk, press, run, until
) -> None:
    desk.holds = True
    composer, triage = window.conversation.composer, window.triage_actions.triage
    told: list[str] = []
    triage.told.connect(told.append)

    async def story() -> None:
        await until(lambda: composer.target.found is not None)
        composer.form.field.setFocus()
        QTest.keyClicks(composer.form.field, "Merci")
        await until(composer.form.send.isEnabled)
        press(Key.Key_Return, BOTH)
        await until(lambda: desk.rows[8].status is Status.DONE)
        assert len(desk.outbox_rows) == 1
        await until(lambda: window.list.table.current_id == 1)
        await until(lambda: len(told) == 2)
        triage.undo()
        # Only then is the first step off the stack: one at a time.
        await until(lambda: desk.rows[8].status is Status.OPEN and triage.can_redo)
        triage.undo()
        await until(lambda: composer.row is not None and composer.row.id == 8)
        await until(lambda: composer.form.field.toPlainText() == "Merci")

    run(story())


def test_what_is_refused_leaves_the_conversation_open(
    window: MainWindow, desk: FakeDesk, press, run, until, monkeypatch
) -> None:
    composer, refused = window.conversation.composer, []

    async def refuse(*asked: object) -> None:
        refused.append(asked)
        raise InputError("The text is too long.")

    async def story() -> None:
        await until(lambda: composer.target.found is not None)
        composer.form.field.setFocus()
        QTest.keyClicks(composer.form.field, "Merci")
        await until(composer.form.send.isEnabled)
        with monkeypatch.context() as patched:
            patched.setattr(desk, "send", refuse)
            press(Key.Key_Return, BOTH)
            await until(lambda: refused and not composer.submission.busy)
        press(Key.Key_Return, Mod.ControlModifier)
        await until(lambda: not composer.form.field.toPlainText())

    run(story())
    assert desk.rows[8].status is Status.OPEN
