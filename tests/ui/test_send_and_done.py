"""Send and done in one stroke."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from scrm_desktop.domain.sending_hours import SendingHours, dump
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


def test_an_answer_that_is_offered_for_later_is_done_once_it_is_planned(
    window: MainWindow, desk: FakeDesk, run, until
) -> None:
    composer = window.conversation.composer
    hours = SendingHours(on=True, days=frozenset({(datetime.now().astimezone().weekday() + 3) % 7}))
    window.preferences.set("sending_hours", dump(hours))

    def question() -> QMessageBox | None:
        return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)

    async def story() -> None:
        await until(lambda: composer.target.found is not None)
        composer.form.field.setFocus()
        QTest.keyClicks(composer.form.field, "Merci")
        await until(composer.form.send.isEnabled)
        window.actions_table["send_done"].trigger()
        await until(question)
        box = question()
        assert box is not None
        box.reject()
        # Given up: what is sent in another way later closes nothing.
        composer.leaving.submit(datetime.now(UTC) + timedelta(hours=1))
        await until(lambda: len(desk.outbox_rows) == 1 and not composer.form.field.toPlainText())
        assert desk.rows[8].status is Status.OPEN
        composer.form.field.setFocus()
        QTest.keyClicks(composer.form.field, "Encore merci")
        await until(composer.form.send.isEnabled)
        window.actions_table["send_done"].trigger()
        await until(lambda: (box := question()) is not None and box.defaultButton() is not None)
        box = question()
        assert box is not None
        box.defaultButton().click()
        await until(lambda: desk.rows[8].status is Status.DONE)
        assert [care.at is not None for care in desk.cares] == [True, True]

    run(story())
