"""What the tasks of one account share: its session, its clock, and the signals between them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from scrm_desktop.channels.base import Session
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.events import Page
from scrm_desktop.errors import CaptivePortal, KnownError, NoAnswer, Offline, RateLimited
from scrm_desktop.store import Store, Way
from scrm_desktop.sync.backoff import Backoff
from scrm_desktop.sync.health import HealthKeeper
from scrm_desktop.sync.pacing import SteadyClock
from scrm_desktop.sync.timing import Timing


@dataclass(slots=True, kw_only=True)
class Tools:
    """What all accounts share."""

    store: Store
    publish: Callable[[Changes], None]
    clock: SteadyClock
    timing: Timing
    rng: Random

    def backoff(self, cap: float, *, base: float = 1.0, floor: float = 0.0) -> Backoff:
        """Waits for one kind of trouble."""
        return Backoff(self.rng, base=base, cap=cap, floor=floor, retry_cap=self.timing.rate_cap)


def _set_event() -> asyncio.Event:
    event = asyncio.Event()
    event.set()
    return event


@dataclass(slots=True, kw_only=True)
class Link:
    """One account while it is connected; made anew for each connection."""

    account: Account
    session: Session
    tools: Tools
    health: HealthKeeper
    capabilities: Capabilities
    poll_now: asyncio.Event = field(default_factory=asyncio.Event)
    send_now: asyncio.Event = field(default_factory=asyncio.Event)
    look_now: asyncio.Event = field(default_factory=asyncio.Event)
    described: asyncio.Event = field(default_factory=asyncio.Event)
    reachable: asyncio.Event = field(default_factory=_set_event)
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)
    limited_until: float = 0.0

    @property
    def host(self) -> str:
        """The server's name as people know it."""
        return self.account.server.split("://", 1)[-1]

    def limited_for(self) -> float:
        """Seconds for which the server asked to be left alone; 0.0 when it did not."""
        return max(0.0, self.limited_until - self.tools.clock.monotonic())

    def after(self, seconds: float) -> datetime:
        """The UTC time in so many seconds."""
        return self.tools.clock.now() + timedelta(seconds=seconds)

    def backoff(self, cap: float, *, base: float = 1.0, floor: float = 0.0) -> Backoff:
        """Waits for one kind of trouble of this account."""
        return self.tools.backoff(cap, base=base, floor=floor)

    def noticed(self, error: KnownError) -> None:
        """Let the other tasks know what this error says about the server."""
        if isinstance(error, RateLimited):
            seconds = self.tools.clock.seconds_until(error.until)
            wait = self.backoff(1.0).next(retry_after=seconds)
            self.limited_until = max(self.limited_until, self.tools.clock.monotonic() + wait)
        if isinstance(error, Offline | CaptivePortal) and self.reachable.is_set():
            self.reachable.clear()
            # The poller is the one that finds out when the network is back.
            self.poll_now.set()

    def answered(self) -> None:
        """The server answered: whatever waited for the network may go on."""
        if not self.reachable.is_set():
            self.reachable.set()
            self.send_now.set()
            self.look_now.set()

    async def save(self, page: Page, *, stream: str = "", way: Way | None = None) -> Changes:
        """Store a page with its cursor, and tell what it touched."""
        changes = await self.tools.store.pages.save(self.account, page, stream=stream, way=way)
        self.tools.publish(changes)
        return changes


def stops_the_turn(error: KnownError) -> bool:
    """Whether an error concerns the whole server, so that asking for the next stream is no use."""
    return isinstance(error, Offline | CaptivePortal | NoAnswer | RateLimited)


async def wait_for(event: asyncio.Event, seconds: float | None) -> bool:
    """Wait until the event is set, at most so long (``None``: for ever); says whether it was, and clears it."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    event.clear()
    return True
