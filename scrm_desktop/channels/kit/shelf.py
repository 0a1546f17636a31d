"""A store in small: keeps pages whole with their cursors, and looks at each as the contract wants it."""

from __future__ import annotations

from datetime import datetime, timedelta

from scrm_desktop.channels.base import Session
from scrm_desktop.domain.events import EngagementSeen, MessageGone, MessageSeen, Page, Poison
from scrm_desktop.domain.messages import RemoteMessage

MOST_PAGES = 300


class Shelf:
    """What was read so far. One that dies between two pages loses nothing but what it had not put here."""

    def __init__(self) -> None:
        self.newer: dict[str, str | None] = {}
        self.older: dict[str, str | None] = {}
        self.ended: set[str] = set()
        self.seen: dict[str, MessageSeen] = {}
        self.gone: set[str] = set()
        self.poison: list[Poison] = []
        self.engagements: dict[str, EngagementSeen] = {}
        self._keys: dict[str, str] = {}

    def put(self, page: Page) -> None:
        """Keep what a page holds, as the store does: one row a remote id."""
        check_page(page)
        for event in page.events:
            if isinstance(event, MessageSeen):
                self._put_message(event)
            elif isinstance(event, MessageGone):
                self.gone.add(event.remote_id)
            else:
                self.engagements[event.remote_id] = event
        self.poison += page.poison

    def _put_message(self, event: MessageSeen) -> None:
        remote_id = event.message.remote_id
        known = self._keys.setdefault(remote_id, event.thread_key)
        assert known == event.thread_key, (
            f"{remote_id} came with the thread key {known!r}, and by another way with {event.thread_key!r}"
        )
        self.seen[remote_id] = event

    def with_text(self, text: str) -> list[RemoteMessage]:
        """The messages that hold this text and are not gone."""
        messages = [one.message for name, one in self.seen.items() if name not in self.gone]
        return [one for one in messages if text in one.text or text in one.subject]


async def catch_up(session: Session, shelf: Shelf) -> None:
    """Read every stream forward until the network says that there is no more."""
    for stream in session.streams:
        for _ in range(MOST_PAGES):
            page = await session.newer(stream.name, shelf.newer.get(stream.name))
            shelf.put(page)
            shelf.newer[stream.name] = page.cursor if page.cursor is not None else shelf.newer.get(stream.name)
            if not page.more:
                break
        else:
            raise AssertionError(f"the stream {stream.name} never ends")


async def go_back(session: Session, shelf: Shelf, until: datetime) -> None:
    """Read every stream's history until its end."""
    for stream in session.streams:
        for _ in range(MOST_PAGES):
            if stream.name in shelf.ended:
                break
            page = await session.older(stream.name, shelf.older.get(stream.name), until)
            shelf.put(page)
            shelf.older[stream.name] = page.cursor if page.cursor is not None else shelf.older.get(stream.name)
            if not page.more:
                shelf.ended.add(stream.name)
        else:
            raise AssertionError(f"the history of {stream.name} never ends")


def check_page(page: Page, *, in_order: bool = True) -> None:
    """What every page must be, whatever network it is of; ``in_order``: what it was made of stood oldest first."""
    if page.covered is not None:
        check_time(page.covered.start)
        check_time(page.covered.end)
        assert page.covered.start <= page.covered.end, f"a stretch that ends before it begins: {page.covered}"
    ids = [event.message.remote_id for event in page.events if isinstance(event, MessageSeen)]
    for event in page.events:
        if isinstance(event, MessageSeen):
            check_message(event)
            parent = event.message.in_reply_to
            late = parent in ids and ids.index(str(parent)) > ids.index(event.message.remote_id)
            assert not (late and in_order), f"{event.message.remote_id} stands before {parent}, which it answers"
        else:
            assert event.remote_id, f"an event without an id: {event}"
    assert all(one.reason and isinstance(one.raw, str) for one in page.poison), "poison says why, and keeps what came"


def check_message(event: MessageSeen) -> None:
    """Plain values, times in UTC, a thread key."""
    message = event.message
    assert isinstance(message.remote_id, str), f"remote ids are text: {message.remote_id!r}"
    assert message.remote_id, "a message without an id"
    assert message.author.remote_id, "an author without an id"
    assert message.author.handle, "an author without a handle"
    assert not message.author.handle.startswith("@"), f"a handle has no leading @: {message.author.handle}"
    assert event.thread_key, f"{message.remote_id} belongs to no conversation"
    check_time(message.created_at)
    if message.edited_at is not None:
        check_time(message.edited_at)
    text = message.text + message.subject + message.author.display_name
    assert not any(one == "\0" or "\ud800" <= one <= "\udfff" for one in text), (
        "no NUL and no lone surrogate leaves here"
    )


def check_time(at: datetime) -> None:
    """UTC and aware."""
    assert at.tzinfo is not None, f"a time without zone: {at}"
    assert at.utcoffset() == timedelta(0), f"a time that is not UTC: {at}"
