"""Reading history, newest first, in the background and as far as the person asked; it goes on where it stopped."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.events import Event, MessageSeen, Page
from scrm_desktop.domain.views import Coverage
from scrm_desktop.errors import BadAnswer, KnownError, RemoteRefusal, SignInNeeded, StoreError, Unsupported
from scrm_desktop.sync.link import Link, wait_for
from scrm_desktop.sync.paging import CursorGuard, InOrder
from scrm_desktop.sync.poller import PageSaved

_log = logging.getLogger(__name__)

Fulfilled = Callable[[datetime], Awaitable[None]]
"""Called with (until when) once everything that was wished for is read, or can't be had."""

_HOLE_DAYS = 30
"""Older holes stay as they are recorded: servers seldom still have what was missed then."""


class Backfill:
    """Walks each stream of one account backwards to ``wanted``."""

    def __init__(self, link: Link, wanted: datetime | None = None, fulfilled: Fulfilled | None = None) -> None:
        self._link = link
        self._fulfilled = fulfilled
        self._wished = wanted is not None
        default = link.account.connected_at - timedelta(days=link.tools.timing.history_days)
        self._wanted = min(wanted, default) if wanted else default
        self._asked = asyncio.Event()
        self._walking = asyncio.Lock()
        self._insist: dict[str, datetime] = {}
        self._from_top: set[str] = set()
        if wanted is not None:
            self.ask(wanted)

    def ask(self, until: datetime) -> None:
        """Read back to ``until``, even where the history was finished for a shorter wish."""
        self._wanted = min(self._wanted, until)
        self._wished = True
        for stream in self._link.session.streams:
            self._insist[stream.name] = min(until, self._insist.get(stream.name, until))
        self._asked.set()

    async def fill_hole(self, stream: str, since: datetime) -> None:
        """Read a stream again from its newest page down to ``since``, because something in between is missing."""
        # Not at once: a walk that is under way would only save its cursor again, below the hole.
        self._from_top.add(stream)
        self._insist[stream] = min(since, self._insist.get(stream, since))
        self._asked.set()

    async def run(self) -> None:
        """Walk, then wait for the next wish, until cancelled."""
        await self._link.described.wait()
        await self._find_holes()
        backoff = self._link.backoff(self._link.tools.timing.trouble_cap, floor=1.0)
        while True:
            await self._link.reachable.wait()
            await asyncio.sleep(self._link.limited_for())
            try:
                await self.walk()
            except (SignInNeeded, StoreError):
                raise
            except KnownError as error:
                self._link.noticed(error)
                await asyncio.sleep(backoff.next())
            else:
                backoff.reset()
                await wait_for(self._asked, None)

    async def _find_holes(self) -> None:
        """Holes that an earlier run knew of and did not fill."""
        youngest = self._link.after(-timedelta(days=_HOLE_DAYS).total_seconds())
        for item in await self._link.tools.store.pages.coverage():
            starts = [start for start, end in item.gaps if end > youngest]
            if starts and item.account_id == self._link.account.id:
                await self.fill_hole(item.stream, min(starts))

    async def walk(self, seen: PageSaved | None = None) -> None:
        """Walk every stream that is not there yet."""
        async with self._walking:
            for stream in self._link.session.streams:
                until = min(self._wanted, self._insist.get(stream.name, self._wanted))
                if stream.name in self._insist or not self._is_there(await self._coverage(stream.name), until):
                    await self._start(stream.name)
                    await self._walk_stream(stream.name, until, seen)
                    # A hole that was found meanwhile may lie above where this walk began: it has a walk of its own.
                    if stream.name not in self._from_top and self._insist.get(stream.name, until) >= until:
                        self._insist.pop(stream.name, None)
            if self._wished and not self._insist and self._fulfilled is not None:
                self._wished = False
                await self._fulfilled(self._wanted)

    async def _start(self, stream: str) -> None:
        """Go on where the last walk stopped, or begin at the newest page where a hole is to be filled."""
        if stream in self._from_top:
            self._from_top.discard(stream)
            await self._link.tools.store.pages.forget_cursor(self._link.account.id, stream, "older")

    async def _walk_stream(self, stream: str, until: datetime, seen: PageSaved | None) -> None:
        pages, account = self._link.tools.store.pages, self._link.account
        async with InOrder(lambda page: self._save(page, stream, seen), older=True) as stored:
            note = await self._walk_pages(stream, until, stored)
        self._link.tools.publish(await pages.finish_history(account.id, stream, note))

    async def _walk_pages(self, stream: str, until: datetime, stored: InOrder) -> str:
        """Read to the end; returns why it ended early, in the server's words, or nothing."""
        timing = self._link.tools.timing
        cursor = await self._link.tools.store.pages.cursor(self._link.account.id, stream, "older")
        guard = CursorGuard(self._link.host, timing.same_cursor_limit, cursor)
        while True:
            try:
                page = await self._link.session.older(stream, cursor, until)
                await stored.put(page)
                if not page.more:
                    return ""
                guard.step(page.cursor)
            except SignInNeeded:
                raise
            except (RemoteRefusal, Unsupported, BadAnswer) as error:
                return error.message
            cursor = page.cursor or cursor
            await asyncio.sleep(timing.history_pause)

    async def _save(self, page: Page, stream: str, seen: PageSaved | None) -> None:
        """Store a page of history; what was written since the account was connected is no history.

        Whichever way brings such a message first, it is unread and rings at once: a customer who wrote before the
        first poll, or while our cursor was lost, waits like any other. The cursor moves when all of it is stored.
        """
        if seen is not None:
            await seen(page)
        account = self._link.account
        live = tuple(one for one in page.events if _is_live(one, account))
        if live:
            past = tuple(one for one in page.events if not _is_live(one, account))
            await self._link.save(replace(page, events=past, cursor=None, covered=None), stream=stream, way="older")
            await self._link.save(Page(events=live), stream=stream, way="newer")
            page = replace(page, events=(), poison=())
        await self._link.save(page, stream=stream, way="older")

    async def _coverage(self, stream: str) -> Coverage | None:
        for item in await self._link.tools.store.pages.coverage():
            if (item.account_id, item.stream) == (self._link.account.id, stream):
                return item
        return None

    @staticmethod
    def _is_there(coverage: Coverage | None, until: datetime) -> bool:
        if coverage is None:
            return False
        return coverage.finished or (coverage.complete_since is not None and coverage.complete_since <= until)


def _is_live(event: Event, account: Account) -> bool:
    return isinstance(event, MessageSeen) and account.is_live(event.message.created_at)
