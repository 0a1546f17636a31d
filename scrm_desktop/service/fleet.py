"""The workers of all accounts: started, poked and stopped one by one, each in a task of its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

from scrm_desktop.channels.base import Session
from scrm_desktop.domain.accounts import Account, AccountHealth
from scrm_desktop.sync.turn import Turn
from scrm_desktop.sync.worker import AccountWorker, Tasks

_log = logging.getLogger(__name__)

MakeWorker = Callable[[Account, Turn[Tasks]], AccountWorker]


class Fleet:
    """One worker an account; ``start`` makes them run, without it they only serve single runs."""

    def __init__(self, make: MakeWorker, *, grace: float) -> None:
        self._make = make
        self._grace = grace
        self._workers: dict[int, AccountWorker] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._turns: dict[int, Turn[Tasks]] = {}
        self._running = False

    @property
    def running(self) -> bool:
        """Whether accounts are read and sent in the background."""
        return self._running

    def start(self) -> None:
        """Run every worker, now and those that are added later."""
        self._running = True
        for account_id in self._workers:
            self._run(account_id)

    def add(self, account: Account) -> None:
        """A worker for this account; one that is there already keeps its place."""
        if account.id not in self._workers:
            self._workers[account.id] = self._new(account)
        if self._running:
            self._run(account.id)

    async def replace(self, account: Account) -> None:
        """Start over with an account that signed in again or moved."""
        await self.remove(account.id)
        self.add(account)

    async def remove(self, account_id: int) -> None:
        """Stop an account's work and forget it."""
        task = self._tasks.pop(account_id, None)
        worker = self._workers.pop(account_id, None)
        if task is not None and worker is not None:
            await self._stop([worker], [task])

    async def stop(self) -> None:
        """Stop everything; what is being sent gets a moment to finish."""
        self._running = False
        tasks, self._tasks = list(self._tasks.values()), {}
        await self._stop(list(self._workers.values()), tasks)

    def worker(self, account_id: int) -> AccountWorker | None:
        """The worker of an account."""
        return self._workers.get(account_id)

    def workers(self) -> tuple[AccountWorker, ...]:
        """All workers."""
        return tuple(self._workers.values())

    def health(self, account_id: int) -> AccountHealth:
        """How an account fares."""
        worker = self._workers.get(account_id)
        return worker.health.value if worker else AccountHealth(account_id=account_id)

    def woke(self) -> None:
        """The machine slept: everything is checked at once, and once."""
        _log.info("the machine was asleep: checking all accounts")
        for worker in self._workers.values():
            worker.woke()

    @asynccontextmanager
    async def connected(self, account: Account) -> AsyncGenerator[Tasks]:
        """The account's running tasks, or ones of its own for the length of this block: never a second set."""
        worker = self._workers.get(account.id) or self._new(account)
        async with worker.turn.joined() as running:
            if running is not None:
                yield running
                return
            tasks = await worker.open()
            # Nobody describes the server in a single run: the last known capabilities have to do.
            tasks.link.described.set()
            try:
                yield tasks
            finally:
                await tasks.link.session.close()

    @asynccontextmanager
    async def session(self, account: Account) -> AsyncGenerator[Session]:
        """A session of the account, for one request that neither reads nor sends messages."""
        worker = self._workers.get(account.id) or self._new(account)
        if worker.tasks is not None:
            yield worker.tasks.link.session
            return
        session = await worker.session()
        try:
            yield session
        finally:
            await session.close()

    def _new(self, account: Account) -> AccountWorker:
        """A worker that shares its turn with every other one that this account had or will have."""
        return self._make(account, self._turns.setdefault(account.id, Turn()))

    def _run(self, account_id: int) -> None:
        if account_id not in self._tasks:
            worker = self._workers[account_id]
            self._tasks[account_id] = asyncio.create_task(worker.run(), name=f"account {account_id}")

    async def _stop(self, workers: list[AccountWorker], tasks: list[asyncio.Task[None]]) -> None:
        await asyncio.gather(*(worker.quiet(self._grace) for worker in workers))
        for task in tasks:
            task.cancel()
        for result in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(result, Exception):
                _log.error("an account's work ended badly", exc_info=result)
