"""Undo send: what was just sent waits a moment, and comes back into the composer whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scrm_desktop.domain.commands import Care, OutboxState
from scrm_desktop.domain.views import Mode
from support.fake_desk import FakeDesk
from support.thread_items import message
from ui.models.thread_words import ThreadWords
from ui.panes.conversation.pane import ConversationPane


@pytest.fixture
def sent(opened, desk: FakeDesk, run, until) -> ConversationPane:
    """A pane whose answer waits to be thought about."""
    desk.holds = True
    pane = opened(1)
    pane.composer.form.warn.setChecked(True)
    pane.composer.form.warning.setText("Food")
    QTest.keyClicks(pane.composer.form.field, "Bonjour Camille")
    run(until(pane.composer.form.send.isEnabled))
    pane.composer.submit()
    run(until(lambda: not pane.composer.form.field.toPlainText() and not pane.composer.submission.busy))
    run(until(lambda: pane.composer.target.found is not None))
    return pane


def test_the_window_sends_with_care(sent: ConversationPane, desk: FakeDesk) -> None:
    assert desk.cares == [Care(hold=10.0, stop_if_news=True)]


def test_both_can_be_switched_off(sent: ConversationPane) -> None:
    preferences = sent.composer.preferences
    preferences.keep(replace(preferences.settings, undo_seconds=0, stop_if_news=False))
    assert sent.sends.care() == Care()
    preferences.set("undo_seconds", -5)
    assert sent.sends.care().hold == 0


def test_taken_back_it_stands_there_as_it_was_written(sent: ConversationPane, desk: FakeDesk, run, until) -> None:
    (number,) = desk.outbox_rows
    sent.sends.undo(number)
    field, form = sent.composer.form.field, sent.composer.form
    run(until(lambda: field.toPlainText() == "Bonjour Camille"))
    assert desk.outbox_rows[number].state is OutboxState.CANCELLED
    assert form.warn.isChecked() and form.warning.text() == "Food"
    assert sent.composer.mode is Mode.PUBLIC


def test_it_comes_back_into_its_own_mode_in_front_of_what_was_begun_since(
    sent: ConversationPane, desk: FakeDesk, run, until
) -> None:
    (number,) = desk.outbox_rows
    field = sent.composer.form.field
    QTest.keyClicks(field, "And another thing")
    sent.set_mode(Mode.NOTE)
    run(until(lambda: not sent.composer.drafts.unsaved))
    sent.sends.undo(number)
    run(until(lambda: field.toPlainText() == "Bonjour Camille\n\nAnd another thing"))
    assert sent.composer.mode is Mode.PUBLIC


def test_the_link_on_the_bubble_brings_it_back_whole_too(sent: ConversationPane, desk: FakeDesk, run, until) -> None:
    run(until(lambda: any(item.undo_until for item in sent.thread_pane.model.items)))
    item = next(item for item in sent.thread_pane.model.items if item.undo_until)
    sent.thread_pane.do("take", item)
    run(until(lambda: sent.composer.form.warning.text() == "Food"))


def test_send_now_ends_the_wait(sent: ConversationPane, desk: FakeDesk, run, until) -> None:
    run(until(lambda: any(item.undo_until for item in sent.thread_pane.model.items)))
    over: list[int] = []
    sent.sends.over.connect(over.append)
    item = next(item for item in sent.thread_pane.model.items if item.undo_until)
    sent.thread_pane.do("retry", item)
    run(until(lambda: ("retry", item.outbox_id) in desk.calls))
    assert over == [item.outbox_id]


def test_the_end_of_the_program_lets_it_go(sent: ConversationPane, desk: FakeDesk, run) -> None:
    (number,) = desk.outbox_rows
    desk.outbox_rows[number] = replace(desk.outbox_rows[number], state=OutboxState.QUEUED)

    async def leaves(outbox_id: int) -> None:
        desk.outbox_rows[outbox_id] = replace(desk.outbox_rows[outbox_id], state=OutboxState.SENT)

    desk.retry = leaves  # type: ignore[method-assign]
    run(sent.sends.let_go())
    assert desk.outbox_rows[number].state is OutboxState.SENT


def test_what_waits_to_be_thought_about_says_so(qapp: object, sent: ConversationPane, run, until) -> None:
    run(until(lambda: any(item.undo_until for item in sent.thread_pane.model.items)))
    words = ThreadWords()
    item = next(item for item in sent.thread_pane.model.items if item.undo_until)
    assert words.state(item) == "◷ sending in a moment"
    assert [act for act, _ in words.state_actions(item)] == ["take", "retry"]
    late = replace(item, undo_until=item.at.replace(year=2020))
    assert words.state(late) == "◷ waiting for the network"
    assert [act for act, _ in words.state_actions(late)] == ["take"]


def test_news_is_said_in_the_bubble(qapp: object) -> None:
    held = message(
        1, own=True, state=OutboxState.HELD, error_code="NewsArrived",
        error="Camille wrote again: look before this goes out.",
    )  # fmt: skip
    assert ThreadWords().why(held) == "Camille wrote again: look before this goes out."
    assert [act for act, _ in ThreadWords().state_actions(held)] == ["retry", "take"]


def test_control_z_in_an_empty_field_means_what_was_sent(sent: ConversationPane, qtbot) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QKeyEvent

    def taken() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QCoreApplication.sendEvent(sent.composer.form.field, event)
        return event.isAccepted()

    assert not taken()
    QTest.keyClicks(sent.composer.form.field, "x")
    assert taken()
