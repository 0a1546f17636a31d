"""A customer's timeline in the thread's place: lines where the conversation changes, Enter, Escape, older windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.messages import AttachmentKind, RemoteAttachment
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import ThreadItem
from support.fake_desk import FakeDesk
from support.fake_desk_data import NOW
from ui.models.thread_rows import ThreadRow
from ui.panes.conversation import ConversationPane
from ui.panes.conversation.timeline_pane import STEP

Opened = Callable[..., ConversationPane]


def said(desk: FakeDesk, number: int, hour: float, text: str) -> ThreadItem:
    """A message of the customer, as old as that many hours."""
    base = next(item for item in desk.threads[number] if item.message_id is not None)
    at = NOW - timedelta(hours=hour)
    return replace(base, key=f"m:{number * 1000 + round(hour * 10)}", at=at, text=text, context=False)


def rows(pane: ConversationPane) -> list[ThreadRow]:
    return [pane.timeline.model.row_at(place) for place in range(pane.timeline.model.rowCount())]


def with_two(desk: FakeDesk, opened: Opened) -> ConversationPane:
    """One customer with two conversations that take turns."""
    desk.rows[2] = replace(desk.rows[2], person=desk.rows[1].person, kind="direct", status=Status.DONE)
    desk.threads[2] = [said(desk, 2, 3, "in private")]
    return opened(1, [said(desk, 1, 4, "first"), said(desk, 1, 2, "last")])


def show(pane: ConversationPane, run, until) -> None:
    pane.toggle_timeline()
    run(until(lambda: pane.timeline.model.rowCount() > 0))


def test_a_line_says_where_another_conversation_goes_on(desk: FakeDesk, opened: Opened, run, until) -> None:
    pane = with_two(desk, opened)
    show(pane, run, until)
    assert [row.item.text for row in rows(pane) if row.item] == ["first", "in private", "last"]
    changes = [row.change for row in rows(pane) if row.change is not None]
    assert [change.conversation_id for change in changes] == [1, 2, 1]
    spoken = [pane.timeline.words.spoken(row) for row in rows(pane) if row.change is not None]
    assert "direct" in spoken[1] and "done" in spoken[1] and "Mastodon" in spoken[1]
    assert pane.timeline.view.hasFocus()


def test_enter_opens_the_conversation_and_escape_goes_back(desk: FakeDesk, opened: Opened, run, until) -> None:
    pane = with_two(desk, opened)
    chosen: list[int] = []
    pane.open_conversation.connect(chosen.append)
    show(pane, run, until)
    QTest.keyClick(pane.timeline.view, Qt.Key.Key_Escape)
    assert not pane.timeline_shown and pane.thread_pane.view.hasFocus()
    show(pane, run, until)
    QTest.keyClick(pane.timeline.view, Qt.Key.Key_Up)
    QTest.keyClick(pane.timeline.view, Qt.Key.Key_Up)
    QTest.keyClick(pane.timeline.view, Qt.Key.Key_Return)
    assert chosen == [2] and not pane.timeline_shown


def test_a_click_on_the_line_opens_it(desk: FakeDesk, opened: Opened, run, until) -> None:
    pane = with_two(desk, opened)
    chosen: list[int] = []
    pane.open_conversation.connect(chosen.append)
    show(pane, run, until)
    place = next(n for n, row in enumerate(rows(pane)) if row.change is not None and row.change.conversation_id == 2)
    view = pane.timeline.view
    where = view.visualRect(view.model().index(place, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen == [2]


def test_older_windows_come_when_somebody_scrolls_up(desk: FakeDesk, opened: Opened, run, until) -> None:
    pane = opened(1, [said(desk, 1, 900 - n, f"number {n}") for n in range(STEP + 50)])
    show(pane, run, until)
    assert sum(row.item is not None for row in rows(pane)) == STEP
    pane.timeline.view.verticalScrollBar().setValue(0)
    run(until(lambda: sum(row.item is not None for row in rows(pane)) == STEP + 50))


def test_news_and_another_conversation(desk: FakeDesk, opened: Opened, run, until) -> None:
    pane = with_two(desk, opened)
    show(pane, run, until)
    desk.threads[2].append(said(desk, 2, 1, "news"))
    pane._bridge.changed.emit(Changes(conversations=frozenset({2})))
    run(until(lambda: any(row.item and row.item.text == "news" for row in rows(pane))))
    pane.show_conversation(desk.rows[1])
    assert pane.timeline_shown
    pane.show_conversation(desk.rows[3])
    assert not pane.timeline_shown


def test_the_reactions_of_the_customer_stand_under_our_message(desk: FakeDesk, opened: Opened) -> None:
    pane = opened(1)
    item = next(one for one in pane.thread_pane.model.items if one.state is not None)
    told = {
        pane.thread_pane.words.reacted(replace(item, reactions=kinds))
        for kinds in ((), ("favourite",), ("boost",), ("boost", "favourite"))
    }
    assert len(told) == 4 and "" in told
    favourite = replace(item, reactions=("favourite",))
    assert pane.thread_pane.words.reacted(favourite) in pane.thread_pane.words.meta(favourite)


def test_a_picture_is_fetched_as_in_the_thread_through_its_own_account(
    desk: FakeDesk, opened: Opened, run, until
) -> None:
    photo = RemoteAttachment(
        remote_id="1", kind=AttachmentKind.IMAGE, url="https://a.example/1.png", description="the leg"
    )
    desk.rows[2] = replace(desk.rows[2], person=desk.rows[1].person, account_id=1)
    desk.threads[2] = [replace(said(desk, 2, 3, "look"), attachments=(photo,))]
    pane = opened(1, [said(desk, 1, 4, "first")])
    show(pane, run, until)
    row = next(row for row in rows(pane) if row.item and row.item.attachments)
    assert not [what for name, what in desk.calls if name == "picture"]
    pane.timeline.view.acted.emit("picture", row, photo.url)
    assert pane.timeline.pictures.state(photo.url) == "loading"
    run(until(lambda: [what for name, what in desk.calls if name == "picture"]))
    assert [what for name, what in desk.calls if name == "picture"] == [(1, photo.url)]
    run(until(lambda: pane.timeline.pictures.state(photo.url) == "failed"))
    pane.timeline.view.acted.emit("picture_hide", row, photo.url)
    assert pane.timeline.pictures.state(photo.url) == ""
