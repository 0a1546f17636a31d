"""Pain 10 in the window: a reply is planned, says when it leaves, and can be moved, edited, sent now or discarded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from scrm_desktop.domain.commands import Care, OutboxState
from scrm_desktop.domain.sending_hours import SendingHours, dump
from scrm_desktop.domain.views import Mode, ThreadItem
from support.fake_desk import FakeDesk
from ui.dialogs.send_later import SendLaterPicker
from ui.models.thread_words import ThreadWords
from ui.panes.conversation.pane import ConversationPane

ACTS = ["retry", "later", "take", "discard"]


def picker_of(pane: ConversationPane) -> SendLaterPicker:
    return next(one for one in pane.window().findChildren(SendLaterPicker) if one.isVisible())


def item_of(pane: ConversationPane) -> ThreadItem:
    return next(item for item in pane.thread_pane.model.items if item.scheduled_at is not None)


@pytest.fixture
def written(opened, run, until) -> ConversationPane:
    """A pane with an answer in its composer."""
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "Bonjour Camille")
    run(until(pane.composer.form.send.isEnabled))
    return pane


@pytest.fixture
def planned(written: ConversationPane, run, until) -> ConversationPane:
    """The same, and the answer leaves in three hours."""
    written.later.pick()
    picker = picker_of(written)
    QTest.keyClicks(picker.field, "in 3 h")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    run(until(lambda: any(item.scheduled_at for item in written.thread_pane.model.items)))
    run(until(lambda: written.composer.target.found is not None and not written.composer.submission.busy))
    return written


def test_pain_10_words_choose_the_time(planned: ConversationPane, desk: FakeDesk) -> None:
    (care,) = desk.cares
    assert care.at is not None
    assert care == Care(stop_if_news=True, at=care.at)
    assert abs(care.at - datetime.now(UTC) - timedelta(hours=3)) < timedelta(minutes=1)
    assert not planned.composer.form.field.toPlainText()


def test_what_is_chosen_most_is_offered(written: ConversationPane, desk: FakeDesk, run, until) -> None:
    QTest.mouseClick(written.composer.form.later, Qt.MouseButton.LeftButton)
    picker = picker_of(written)
    names = [picker.list.item(row).text().partition(" · ")[0] for row in range(picker.list.count())]
    assert names[:2] == ["In an hour", "Tomorrow morning"]
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    run(until(lambda: desk.cares and desk.cares[0].at))


@pytest.mark.parametrize("words", ["when the customer writes", "someday", "yesterday"])
def test_words_that_name_no_time_choose_nothing(written: ConversationPane, desk: FakeDesk, words: str) -> None:
    written.later.pick()
    picker = picker_of(written)
    QTest.keyClicks(picker.field, words)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    picker.close()
    assert desk.cares == []
    assert written.composer.form.field.toPlainText() == "Bonjour Camille"


def test_a_note_is_never_sent_and_nothing_is_planned_empty(opened, desk: FakeDesk) -> None:
    pane = opened(1)
    pane.later.pick()
    pane.set_mode(Mode.NOTE)
    assert not pane.composer.form.later.isVisible()
    pane.later.pick()
    assert not pane.window().findChildren(SendLaterPicker)


def test_the_bubble_says_when_and_what_can_be_done(planned: ConversationPane) -> None:
    item = item_of(planned)
    words = ThreadWords()
    assert words.state(item).startswith(("◷ leaves today, ", "◷ leaves tomorrow, "))
    assert [act for act, _ in words.state_actions(item)] == ACTS
    menu = planned.thread_pane.menu.build(item, marked=False)
    texts = [action.text() for action in menu.actions()]
    assert {"Send now", "Another time…", "Edit", "Discard"} <= set(texts)


def test_another_time(planned: ConversationPane, desk: FakeDesk, run, until) -> None:
    planned.thread_pane.do("later", item_of(planned))
    picker = picker_of(planned)
    QTest.keyClicks(picker.field, "dans 5 h")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    run(until(lambda: any(name == "reschedule" for name, _ in desk.calls)))
    run(until(lambda: (item_of(planned).scheduled_at or item_of(planned).at) > datetime.now(UTC) + timedelta(hours=4)))


def test_edit_brings_it_back_whole(planned: ConversationPane, run, until) -> None:
    planned.thread_pane.do("take", item_of(planned))
    run(until(lambda: planned.composer.form.field.toPlainText() == "Bonjour Camille"))
    assert not planned.composer.form.field.isReadOnly()
    assert planned.composer.mode is Mode.PUBLIC


def test_send_now(planned: ConversationPane, desk: FakeDesk, run, until) -> None:
    item = item_of(planned)
    planned.thread_pane.do("retry", item)
    run(until(lambda: ("retry", item.outbox_id) in desk.calls))


def test_discard_asks_first(planned: ConversationPane, desk: FakeDesk, run, until) -> None:
    item = item_of(planned)
    planned.thread_pane.do("discard", item)
    (box,) = planned.findChildren(QMessageBox)
    assert not any(name == "cancel" for name, _ in desk.calls)
    next(one for one in box.findChildren(QPushButton) if one.text() == "Discard").click()
    run(until(lambda: ("cancel", item.outbox_id) in desk.calls))
    run(until(lambda: not any(one.scheduled_at for one in planned.thread_pane.model.items)))


def test_it_is_a_step_that_can_be_undone_until_it_leaves(written: ConversationPane, desk: FakeDesk, run, until) -> None:
    planned: list[object] = []
    over: list[int] = []
    written.sends.planned.connect(planned.append)
    written.sends.over.connect(over.append)
    written.composer.leaving.submit(datetime.now(UTC) + timedelta(hours=3))
    run(until(lambda: planned))
    (number,) = desk.outbox_rows
    assert over == []
    desk.settle(number, OutboxState.HELD, error_code="WroteFirst")
    run(until(lambda: over == [number]))


def test_a_part_of_a_thread_goes_with_the_first(planned: ConversationPane) -> None:
    from dataclasses import replace

    part = replace(item_of(planned), follows=True)
    assert ThreadWords().state(part) == "◷ leaves behind the one above"
    assert ThreadWords().state_actions(part) == ()


@pytest.mark.parametrize(("code", "first"), [("WroteFirst", "Send all the same"), ("MissedItsTime", "Send now")])
def test_pain_10_a_reply_that_waits_for_its_writer_says_so_above_the_composer(
    planned: ConversationPane, desk: FakeDesk, run, until, code: str, first: str
) -> None:
    (number,) = desk.outbox_rows
    assert not planned.notice.isVisible()
    error = "Camille wrote before your reply went; it waits for you."
    desk.settle(number, OutboxState.HELD, error_code=code, error=error)
    run(until(planned.notice.isVisible))
    assert planned.notice.label.text() == error
    assert list(planned.notice.buttons) == ACTS
    assert planned.notice.buttons["retry"].text() == first
    assert ThreadWords().state(item_of(planned)) == "◷ waits for you"
    planned.notice.buttons["retry"].click()
    run(until(lambda: ("retry", number) in desk.calls))
    run(until(lambda: not planned.notice.isVisible()))


def test_in_a_narrow_pane_the_notice_makes_two_lines_and_nothing_wider(
    planned: ConversationPane, desk: FakeDesk, run, until
) -> None:
    (number,) = desk.outbox_rows
    desk.settle(number, OutboxState.HELD, error_code="WroteFirst", error="Camille wrote. " * 6)
    run(until(planned.notice.isVisible))
    buttons = list(planned.notice.buttons.values())
    run(until(lambda: len({button.y() for button in buttons}) == 1 and buttons[0].width() > 30))
    planned.window().resize(330, 700)
    run(until(lambda: planned.notice.width() <= 330 and len({button.y() for button in buttons}) == 2))
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert planned.notice.label.height() >= planned.notice.label.heightForWidth(planned.notice.label.width())


def test_the_notice_belongs_to_its_conversation(planned: ConversationPane, desk: FakeDesk, run, until) -> None:
    (number,) = desk.outbox_rows
    desk.settle(number, OutboxState.HELD, error_code="WroteFirst", error="Camille wrote.")
    run(until(planned.notice.isVisible))
    planned.show_conversation(desk.rows[2])
    run(until(lambda: not planned.notice.isVisible()))
    planned.show_conversation(desk.rows[1])
    run(until(planned.notice.isVisible))
    planned.notice.buttons["take"].click()
    run(until(lambda: planned.composer.form.field.toPlainText() == "Bonjour Camille"))


# -- sending hours ------------------------------------------------------------------------------------


def closed_now(pane: ConversationPane) -> SendingHours:
    """Hours that have just ended: open again tomorrow, or as soon as the day comes."""
    now = datetime.now().astimezone()
    end = (now.hour * 60 + now.minute - 5) % (24 * 60)
    hours = SendingHours(on=True, days=frozenset(range(7)), start=(end - 60) % (24 * 60), end=end)
    pane.composer.preferences.set("sending_hours", dump(hours))
    return hours


def question(pane: ConversationPane) -> QMessageBox:
    return next(box for box in pane.window().findChildren(QMessageBox) if box.isVisible())


def test_within_the_hours_and_without_any_nothing_is_asked(written: ConversationPane) -> None:
    assert written.later.opening() is None
    everything = SendingHours(on=True, days=frozenset(range(7)), start=0, end=0)
    written.composer.preferences.set("sending_hours", dump(everything))
    assert written.later.opening() is None


def test_outside_of_them_it_is_offered_for_the_next_opening(
    written: ConversationPane, desk: FakeDesk, run, until
) -> None:
    closed_now(written)
    opening = written.later.opening()
    written.composer.submit()
    box = question(written)
    assert desk.cares == []
    assert box.defaultButton().text().startswith("Send at ")
    box.defaultButton().click()
    run(until(lambda: desk.cares))
    assert desk.cares[0].at == opening


def test_one_stroke_sends_it_now_all_the_same(written: ConversationPane, desk: FakeDesk, run, until) -> None:
    closed_now(written)
    written.composer.submit()
    box = question(written)
    now = next(one for one in box.findChildren(QPushButton) if one.text().startswith("Send now"))
    assert now.shortcut().toString() == "Ctrl+Return"
    now.click()
    run(until(lambda: desk.cares))
    assert desk.cares == [Care(hold=10.0, stop_if_news=True)]


def test_cancelled_it_stays_in_the_composer(written: ConversationPane, desk: FakeDesk) -> None:
    closed_now(written)
    written.composer.submit()
    question(written).reject()
    assert desk.cares == []
    assert written.composer.form.field.toPlainText() == "Bonjour Camille"


def test_notes_are_written_at_any_hour(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    closed_now(pane)
    pane.set_mode(Mode.NOTE)
    QTest.keyClicks(pane.composer.form.field, "Call her")
    run(until(pane.composer.form.send.isEnabled))
    pane.composer.submit()
    run(until(lambda: not pane.composer.form.field.toPlainText()))
    assert not [box for box in pane.window().findChildren(QMessageBox) if box.isVisible()]
