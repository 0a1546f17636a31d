"""Single runs: read once, send once, wait for one row; what cron, scripts and tests need."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import OutboxRow, OutboxState
from scrm_desktop.domain.events import MessageSeen, Page, Why
from scrm_desktop.errors import InputError, KnownError, SignInNeeded
from scrm_desktop.service.fleet import Fleet
from scrm_desktop.store import Store
from scrm_desktop.sync.link import stops_the_turn
from scrm_desktop.sync.worker import Tasks

Subscribe = Callable[[Callable[[Changes], None]], Callable[[], None]]

_WAITING = frozenset({OutboxState.QUEUED, OutboxState.SENDING, OutboxState.UNCONFIRMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """What one account's single run brought: ``new`` messages, and what stopped it."""

    account: Account
    new: int
    error: KnownError | None


class _Counter:
    """Counts messages that were not stored before."""

    def __init__(self, store: Store, account_id: int) -> None:
        self._store = store
        self._account_id = account_id
        self.new = 0

    async def __call__(self, page: Page) -> None:
        ids = {
            event.message.remote_id
            for event in page.events
            if isinstance(event, MessageSeen) and event.why is not Why.CONTEXT
        }
        if ids:
            self.new += len(ids - await self._store.pages.known(self._account_id, ids))


class Headless:
    """Runs without a background, or beside it."""

    def __init__(self, store: Store, fleet: Fleet, subscribe: Subscribe) -> None:
        self._store = store
        self._fleet = fleet
        self._subscribe = subscribe

    async def sync(self, accounts: tuple[Account, ...], days: int | None) -> tuple[SyncReport, ...]:
        """Read and send for all accounts side by side."""
        return tuple(await asyncio.gather(*(self._sync(account, days) for account in accounts)))

    async def _sync(self, account: Account, days: int | None) -> SyncReport:
        counter = _Counter(self._store, account.id)
        error: KnownError | None
        try:
            async with self._fleet.connected(account) as tasks:
                error = await self._all_of(tasks, counter, days)
                tasks.link.health.told(error)
        except KnownError as raised:
            error = raised
        return SyncReport(account=account, new=counter.new, error=error)

    async def _all_of(self, tasks: Tasks, counter: _Counter, days: int | None) -> KnownError | None:
        """Everything once, one step after the other; returns the first error.

        What one step can't do does not keep the others from their work, unless the server can't be reached.
        """
        if days is not None:
            tasks.backfill.ask(tasks.link.after(-timedelta(days=days).total_seconds()))
        first: KnownError | None = None
        for step in self._steps(tasks, counter):
            try:
                await step()
            except KnownError as error:
                tasks.link.noticed(error)
                first = first or error
                if stops_the_turn(error) or isinstance(error, SignInNeeded):
                    break
        return first

    @staticmethod
    def _steps(tasks: Tasks, counter: _Counter) -> tuple[Callable[[], Coroutine[object, object, None]], ...]:
        return (
            tasks.describer.describe,
            lambda: tasks.poller.once(counter),
            lambda: tasks.backfill.walk(counter),
            tasks.refresher.refresh,
            tasks.sender.flush,
            tasks.reconciler.finish,
            tasks.sender.flush,
        )

    async def wait_sent(self, account: Account, outbox_id: int, seconds: float) -> OutboxRow:
        """Wait until the row is decided, at most so long; sends by itself where nothing runs."""
        told = asyncio.Event()
        stop = self._subscribe(lambda changes: told.set() if outbox_id in changes.outbox else None)
        try:
            async with asyncio.timeout(seconds):
                if self._fleet.running:
                    return await self._decided(outbox_id, told)
                async with self._fleet.connected(account) as tasks:
                    return await self._send_until_decided(tasks, outbox_id, told)
        except TimeoutError:
            return await self._row(outbox_id)
        finally:
            stop()

    async def _send_until_decided(self, tasks: Tasks, outbox_id: int, told: asyncio.Event) -> OutboxRow:
        """Run the account's sender until the row is decided, or until it can't go on (the login is refused)."""
        work = (tasks.sender.run(), tasks.reconciler.run(), self._decided(outbox_id, told))
        running = [asyncio.create_task(part) for part in work]
        try:
            await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
        return await self._row(outbox_id)

    async def _decided(self, outbox_id: int, told: asyncio.Event) -> OutboxRow:
        while True:
            row = await self._row(outbox_id)
            if row.state not in _WAITING or row.error_code == "MaybeSent":
                return row
            await told.wait()
            told.clear()

    async def _row(self, outbox_id: int) -> OutboxRow:
        row = await self._store.outbox.get(outbox_id)
        if row is None:
            raise InputError(f"There is nothing with the number {outbox_id} in the outbox.")
        return row
