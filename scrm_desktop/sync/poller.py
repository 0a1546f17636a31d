"""Reading what is new, stream by stream: the floor under everything, also where a server streams."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from scrm_desktop.channels.base import StreamSpec
from scrm_desktop.domain.events import Page, Span
from scrm_desktop.errors import CaptivePortal, Gone, KnownError, Offline, Rejected, SignInNeeded, StoreError
from scrm_desktop.sync.backoff import Backoff
from scrm_desktop.sync.link import Link, stops_the_turn, wait_for
from scrm_desktop.sync.pacing import jittered
from scrm_desktop.sync.paging import CursorGuard, InOrder

WantHistory = Callable[[str, datetime], Awaitable[None]]
"""Called with (stream, since when) to have a hole read again."""
PageSaved = Callable[[Page], Awaitable[None]]
"""Called before a page is saved."""


class Poller:
    """Polls one account's streams, each at its own pace, one request at a time."""

    def __init__(self, link: Link, want_history: WantHistory) -> None:
        self._link = link
        self._want_history = want_history
        self._due: dict[str, float] = {}
        self._backoffs: dict[str, Backoff] = {}
        self._wrong: dict[str, KnownError] = {}
        timing = link.tools.timing
        self._trouble = link.backoff(timing.trouble_cap)
        self._quick = link.backoff(timing.offline_quick_cap)
        self._slow = link.backoff(timing.offline_cap)
        self._offline_since: float | None = None

    async def run(self) -> None:
        """Poll until cancelled; SignInNeeded and what is no KnownError end it."""
        await self._link.described.wait()
        poked = True
        while True:
            wait = await self.turn(everything=poked)
            poked = await wait_for(self._link.poll_now, wait)
            if self._link.limited_for():
                poked = False

    async def turn(self, *, everything: bool) -> float:
        """Read every stream that is due (or all); returns seconds to the next turn."""
        limited = self._link.limited_for()
        if limited:
            return limited
        streams = [one for one in self._link.session.streams if everything or self._is_due(one)]
        if not streams:
            # Nothing was asked, so nothing is known anew: neither that all is well nor that the server is there.
            return self._next_due()
        async with self._link.reading:
            error = await self._read_streams(streams, None)
        if error is not None:
            return self._stopped(error)
        self._offline_since = None
        for backoff in (self._trouble, self._quick, self._slow):
            backoff.reset()
        self._link.answered()
        wait = self._next_due()
        wrong = next(iter(self._wrong.values()), None)
        if wrong is None:
            self._link.health.checked(self._link.after(wait))
        else:
            self._link.health.wrong(wrong, self._link.after(wait))
        return wait

    async def once(self, seen: PageSaved) -> None:
        """Read every stream to its end; raises what went wrong with one of them or with the server."""
        async with self._link.reading:
            error = await self._read_streams(self._link.session.streams, seen)
        error = error or next(iter(self._wrong.values()), None)
        if error is not None:
            raise error

    def _is_due(self, stream: StreamSpec) -> bool:
        return self._due.get(stream.name, 0.0) <= self._now()

    def _next_due(self) -> float:
        """Seconds until a stream is due."""
        return max(0.0, min(self._due.values(), default=60.0) - self._now())

    async def _read_streams(self, streams: Sequence[StreamSpec], seen: PageSaved | None) -> KnownError | None:
        for stream in streams:
            # Due until it was read: a turn that is broken off begins again with what it left.
            self._due[stream.name] = 0.0
        for stream in streams:
            try:
                await self.catch_up(stream.name, seen)
            except (SignInNeeded, StoreError):
                raise
            except KnownError as error:
                if stops_the_turn(error):
                    return error
                self._rest(stream, error)
            else:
                self._read(stream)
        return None

    def _read(self, stream: StreamSpec) -> None:
        timing = self._link.tools.timing
        self._wrong.pop(stream.name, None)
        self._backoffs.pop(stream.name, None)
        # As it is now: an answer can have said how often its server wants to be asked.
        pause = next((one.poll_seconds for one in self._link.session.streams if one.name == stream.name), 0.0)
        if self._link.health.value.streaming:
            pause = max(pause, timing.streaming_poll)
        self._due[stream.name] = self._now() + jittered(pause, timing.jitter, self._link.tools.rng)

    def _rest(self, stream: StreamSpec, error: KnownError) -> None:
        """One stream is refused or broken: it rests, the others go on."""
        timing = self._link.tools.timing
        cap = timing.trouble_cap if error.retryable else timing.refused_stream
        backoff = self._backoffs.setdefault(
            stream.name, self._link.backoff(cap, base=max(1.0, stream.poll_seconds / 2), floor=1.0)
        )
        self._wrong[stream.name] = error
        self._due[stream.name] = self._now() + backoff.next()

    def _stopped(self, error: KnownError) -> float:
        self._link.noticed(error)
        self._link.poll_now.clear()
        wait = self._link.limited_for() or self._pause(error)
        self._link.health.wrong(error, self._link.after(wait))
        return wait

    def _pause(self, error: KnownError) -> float:
        if not isinstance(error, Offline | CaptivePortal):
            return self._trouble.next()
        if self._offline_since is None:
            self._offline_since = self._now()
        long = self._now() - self._offline_since > self._link.tools.timing.offline_long_after
        return (self._slow if long else self._quick).next()

    async def catch_up(self, stream: str, seen: PageSaved | None = None) -> None:
        """Read one stream to its end; each page is stored with its cursor, in order, while the next is read."""
        timing = self._link.tools.timing
        cursor = await self._link.tools.store.pages.cursor(self._link.account.id, stream, "newer")
        guard = CursorGuard(self._link.host, timing.same_cursor_limit, cursor)
        async with InOrder(lambda page: self._save(page, stream, seen)) as stored:
            for _ in range(timing.page_limit):
                try:
                    page = await self._link.session.newer(stream, cursor)
                except (Gone, Rejected):
                    if cursor is None:
                        raise
                    await stored.settle()
                    page = await self._start_again(stream)
                await stored.put(page)
                if not page.more:
                    return
                if self._forgets(stream):
                    await stored.settle()
                guard.step(page.cursor)
                cursor = page.cursor

    def _forgets(self, stream: str) -> bool:
        """Whether the next question makes the network forget this page, so that it has to be stored first."""
        return any(one.forgets for one in self._link.session.streams if one.name == stream)

    async def _save(self, page: Page, stream: str, seen: PageSaved | None) -> None:
        if seen is not None:
            await seen(page)
        await self._link.save(page, stream=stream, way="newer")

    async def _start_again(self, stream: str) -> Page:
        """The server does not know our cursor any more: begin at the newest page and have the hole filled."""
        pages, account = self._link.tools.store.pages, self._link.account
        known = [item for item in await pages.coverage() if (item.account_id, item.stream) == (account.id, stream)]
        until = known[0].complete_until if known else None
        page = await self._link.session.newer(stream, None)
        start = page.covered.start if page.covered else self._link.tools.clock.now()
        if until is not None and start > until:
            # The hole is on record before the new cursor can jump over it.
            self._link.tools.publish(await pages.note_gap(account.id, stream, Span(start=until, end=start)))
            await self._want_history(stream, until)
        if page.cursor is None:
            await pages.forget_cursor(account.id, stream, "newer")
        return page

    def _now(self) -> float:
        return self._link.tools.clock.monotonic()
