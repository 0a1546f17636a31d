"""Up to fifty feeds, listened to as one account."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from scrm_desktop.channels.base import HttpFactory, StreamSpec, UploadDone
from scrm_desktop.channels.feeds import pace, reading
from scrm_desktop.channels.feeds.addresses import OPTION, Feed, checked, complaints, usable
from scrm_desktop.channels.feeds.cursor import Cursor
from scrm_desktop.channels.feeds.fetch import Fetcher
from scrm_desktop.channels.feeds.guard import Resolve, resolve
from scrm_desktop.channels.feeds.trouble import FeedClosed, alone
from scrm_desktop.channels.feeds.typical import READ_ONLY, TYPICAL
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Command, Fence, Outcome
from scrm_desktop.domain.events import Page
from scrm_desktop.errors import KnownError, RateLimited, Unsupported

NO_STREAM = "A feed is asked from time to time; it does not call."
NOT_SENT = "Nothing is ever sent to a feed."


class FeedsSession:
    """See :class:`scrm_desktop.channels.base.Session` for what each method promises."""

    def __init__(
        self,
        account: Account,
        http: HttpFactory,
        *,
        resolve: Resolve = resolve,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._account, self._clock = account, clock
        entered = account.option(OPTION, account.server)
        self._feeds = {feed.name: feed for feed in usable(entered)}
        self._complaints = complaints(entered)
        self._fetcher = Fetcher(http, frozenset(one.host for one in self._feeds.values()), resolve)
        self._pace: dict[str, float] = {}
        self._closed: dict[str, FeedClosed] = {}
        self._waits: dict[str, RateLimited] = {}

    @property
    def streams(self) -> tuple[StreamSpec, ...]:
        """One for each feed; how often it is asked is what its last answer said."""
        return tuple(
            StreamSpec(name, feed.title, self._pace.get(feed.key, pace.USUAL)) for name, feed in self._feeds.items()
        )

    async def describe(self) -> Capabilities:
        """Nothing to ask: feeds can be read. What was entered and is no feed's address is told here."""
        return replace(TYPICAL, missing=(*TYPICAL.missing, *self._complaints))

    async def newer(self, stream: str, cursor: str | None) -> Page:
        """What is new in one feed. A feed that is closed for good is not asked again while the program runs."""
        feed = self._feed(stream)
        self._may_ask(feed)
        known = Cursor.read(cursor)
        try:
            return await self._read(feed, known)
        except KnownError as error:
            raise self._told(error, feed) from None

    async def _read(self, feed: Feed, known: Cursor | None) -> Page:
        found = await reading.find(self._fetcher, feed.url, known)
        now = self._clock()
        if found is None:
            return Page(covered=known.covers(now) if known else None)
        self._pace[feed.key] = pace.seconds(found.answer.headers, found.document.ttl)
        began = self._account.connected_at - timedelta(seconds=1)
        return await asyncio.to_thread(reading.events, found, feed, known, seen_at=now, began=began)

    def _may_ask(self, feed: Feed) -> None:
        closed, waits = self._closed.get(feed.key), self._waits.get(feed.host)
        if closed is not None:
            raise closed
        if waits is not None and self._clock() < waits.until:
            raise self._told(waits, feed)
        self._waits.pop(feed.host, None)

    def _told(self, error: KnownError, feed: Feed) -> KnownError:
        if isinstance(error, FeedClosed) and error.forever:
            self._closed[feed.key] = error
        if isinstance(error, RateLimited):
            self._waits[feed.host] = error
        return error if len(self._feeds) == 1 else alone(error, feed.host)

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        """Nothing: all that a feed holds came with its first reading."""
        self._feed(stream)
        return Page()

    def listen(self) -> AsyncIterator[Page]:
        """A feed does not call."""
        raise Unsupported(NO_STREAM)

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """Nothing: what was changed comes with the next reading."""
        return Page()

    async def fence(self) -> Fence:
        """Nothing of ours is there."""
        return Fence(newest_own_id=None, at=self._clock())

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        """Nothing can be done with a feed."""
        raise Unsupported(READ_ONLY)

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        """Nothing is ever sent."""
        raise Unsupported(NOT_SENT)

    async def download(self, url: str, limit: int) -> bytes:
        """A file that the person asked for, from no place in their own network."""
        checked(url)
        return (await self._fetcher.get(url, limit=limit)).body

    async def revoke(self) -> None:
        """There is no login."""

    async def close(self) -> None:
        """Each request had a connection of its own."""

    def _feed(self, stream: str) -> Feed:
        feed = self._feeds.get(stream)
        if feed is None:
            raise Unsupported(f"There is no stream {stream[:40]}.")
        return feed
