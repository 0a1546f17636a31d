"""Putting a service together: every collaborator made once, in the order in which they need each other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from scrm_desktop.channels.base import Channel, HttpFactory
from scrm_desktop.credentials import Credentials
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import OutboxRow
from scrm_desktop.service.directory import Directory
from scrm_desktop.service.fleet import Fleet
from scrm_desktop.service.headless import Headless
from scrm_desktop.service.history_wishes import HistoryWishes
from scrm_desktop.service.known_servers import KnownServers
from scrm_desktop.service.logins import Logins
from scrm_desktop.service.missing import Missing
from scrm_desktop.service.outbox_files import OutboxFiles
from scrm_desktop.service.pictures import Pictures
from scrm_desktop.service.sending import Sending
from scrm_desktop.service.waking import Waker
from scrm_desktop.store import Store
from scrm_desktop.sync.bus import Bus
from scrm_desktop.sync.link import Tools
from scrm_desktop.sync.pacing import SteadyClock
from scrm_desktop.sync.timing import Timing
from scrm_desktop.sync.turn import Turn
from scrm_desktop.sync.worker import AccountWorker, Tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What whoever opens a service decides."""

    profile: Path
    actor: str
    credentials: Credentials
    http: HttpFactory
    channels: Mapping[str, Channel]
    clock: Callable[[], datetime]
    timing: Timing
    rng: Random
    read_only: bool = False
    practice_url: str = ""


class Parts:
    """The collaborators of one service; made on the loop that will use them."""

    def __init__(self, wishes: Wishes, store: Store) -> None:
        self.wishes = wishes
        self.store = store
        self.bus = Bus()
        self.clock = SteadyClock(wishes.clock, asyncio.get_running_loop().time, jump=wishes.timing.wake_jump)
        self.tools = Tools(
            store=store, publish=self.bus.publish, clock=self.clock, timing=wishes.timing, rng=wishes.rng
        )
        self.directory = Directory(wishes.channels)
        self.files = OutboxFiles(wishes.profile)
        self._saving = asyncio.Lock()
        self.servers = KnownServers(wishes.profile)
        self.history = HistoryWishes(wishes.profile)
        self._wanted: dict[int, datetime] = {}
        self.pictures = Pictures(wishes.profile)
        self.fleet = Fleet(self._worker, grace=wishes.timing.close_grace)
        self.waker = Waker(store.desk, self.bus.publish, wishes.clock)
        self.missing = Missing(store.outbox, self.bus.publish, wishes.clock, wishes.timing.late_after)
        self.headless = Headless(store, self.fleet, self.bus.subscribe)
        self.logins = Logins(
            store=store,
            credentials=wishes.credentials,
            http=wishes.http,
            directory=self.directory,
            publish=self.bus.publish,
            now=self.clock.now,
        )
        self.sending = Sending(
            store=store,
            directory=self.directory,
            files=self.files,
            publish=self.bus.publish,
            actor=wishes.actor,
            now=self.clock.now,
        )

    def _worker(self, account: Account, turn: Turn[Tasks]) -> AccountWorker:
        return AccountWorker(
            account,
            self.tools,
            self.logins.connect,
            finished=self._finished,
            known=self.directory.capabilities,
            learned=self._learned,
            turn=turn,
            wanted=self._wanted.get(account.id),
            wishes=self._wish,
        )

    async def remember(self) -> None:
        """Read what an earlier run kept beside the databases."""
        self.directory.learn(await asyncio.to_thread(self.servers.load))
        self._wanted = await asyncio.to_thread(self.history.load)

    async def _wish(self, account_id: int, until: datetime | None) -> None:
        if until is not None:
            self._wanted[account_id] = until
        elif self._wanted.pop(account_id, None) is None:
            return
        async with self._saving:
            await asyncio.to_thread(self.history.save, dict(self._wanted))

    async def _finished(self, row: OutboxRow) -> None:
        await asyncio.to_thread(self.files.drop, row.command)

    async def _learned(self, account_id: int, capabilities: Capabilities) -> None:
        if self.directory.capabilities(account_id) != capabilities:
            self.directory.learn({account_id: capabilities})
            async with self._saving:
                await asyncio.to_thread(self.servers.save, self.directory.learned())
            self.bus.publish(Changes(accounts=frozenset({account_id})))
