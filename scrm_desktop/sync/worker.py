"""One account's work, kept alive: it fails alone, starts again alone, and waits for its person alone."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import cast

from scrm_desktop.channels.base import Session
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.errors import KnownError, SecretMissing, SignInNeeded
from scrm_desktop.sync.backfill import Backfill
from scrm_desktop.sync.health import HealthKeeper
from scrm_desktop.sync.link import Link, Tools, wait_for
from scrm_desktop.sync.poller import Poller
from scrm_desktop.sync.reconcile import Reconciler
from scrm_desktop.sync.second_look import SecondLook
from scrm_desktop.sync.sender import Finished, Sender
from scrm_desktop.sync.streamer import Streamer
from scrm_desktop.sync.turn import Turn
from scrm_desktop.sync.upkeep import Describer, Refresher

_log = logging.getLogger(__name__)

Connect = Callable[[Account], Awaitable[Session]]


class Tasks:
    """The tasks of one connected account, wired together."""

    def __init__(self, link: Link, worker: AccountWorker) -> None:
        self.link = link
        self.backfill = Backfill(link, worker.wanted, worker.history_read)
        self.poller = Poller(link, self.backfill.fill_hole)
        self.sender = Sender(link, worker.finished)
        self.reconciler = Reconciler(link, worker.finished)
        self.describer = Describer(link, worker.described)
        self.streamer = Streamer(link)
        self.refresher = Refresher(link)

    async def run(self) -> None:
        """Run all of them; the first that fails ends the others.

        In a task of its own: the TaskGroup of Python 3.11.2 leaves its task counted as cancelled when a member
        fails, and every asyncio.timeout of that task then ends it instead of ending its own wait.
        """
        await asyncio.create_task(self._run(), name=f"tasks of account {self.link.account.id}")

    async def _run(self) -> None:
        parts = (
            self.describer,
            self.poller,
            self.streamer,
            self.sender,
            self.reconciler,
            self.backfill,
            self.refresher,
        )
        async with asyncio.TaskGroup() as group:
            for part in parts:
                group.create_task(part.run(), name=f"{type(part).__name__} {self.link.account.id}")


class AccountWorker:
    """Supervises one account. ``finished``, ``known`` (its last capabilities) and ``wishes`` come from the service.

    ``wanted``: until when history was to be read when the program last ended; ``wishes`` keeps that.
    """

    def __init__(
        self,
        account: Account,
        tools: Tools,
        connect: Connect,
        *,
        finished: Finished,
        known: Callable[[int], Capabilities],
        learned: Callable[[int, Capabilities], Awaitable[None]],
        turn: Turn[Tasks],
        wanted: datetime | None = None,
        wishes: Callable[[int, datetime | None], Awaitable[None]] | None = None,
    ) -> None:
        self.account = account
        self.tools = tools
        self.finished = finished
        self.wanted = wanted
        self._wishes = wishes
        self.health = HealthKeeper(account.id, tools.publish, tools.clock.now)
        self.turn = turn
        self.tasks: Tasks | None = None
        self._connect = connect
        self._known = known
        self._learned = learned
        self._resume = asyncio.Event()
        self._ended = False

    async def described(self, capabilities: Capabilities) -> None:
        """Keep what the server said about itself."""
        await self._learned(self.account.id, capabilities)

    async def open(self) -> Tasks:
        """Connect: a session and the tasks around it, none of them running yet; only in this account's turn."""
        await self.recover()
        link = Link(
            account=self.account,
            session=await self.session(),
            tools=self.tools,
            health=self.health,
            capabilities=self._known(self.account.id),
        )
        return Tasks(link, self)

    async def session(self) -> Session:
        """A session without tasks around it; whoever asked for it closes it."""
        host = self.account.server.split("://", 1)[-1]
        return SecondLook(await self._connect(self.account), host, self.tools.timing.second_looks)

    async def run(self) -> None:
        """Work until cancelled, whatever happens in between."""
        timing = self.tools.timing
        backoff = self.tools.backoff(timing.restart_cap, base=2.0, floor=1.0)
        while True:
            started = self.tools.clock.monotonic()
            errors = await self._once()
            if self._ended:
                return
            if self.tools.clock.monotonic() - started > timing.restart_cap:
                backoff.reset()
            pause = self._tell(errors, backoff.next())
            self._resume.clear()
            await wait_for(self._resume, pause)
            if pause is None:
                # The person did something about it; any other trouble is told until it is over.
                self.health.checking()

    def poke(self) -> None:
        """Check now: poll at once, and try again what waits for its person or for a pause to end."""
        self._resume.set()
        if self.tasks is not None:
            self.tasks.link.poll_now.set()
            self.tasks.link.send_now.set()

    def woke(self) -> None:
        """The machine slept: check now, and do not wait for a stream that may have died meanwhile."""
        self.poke()
        if self.tasks is not None:
            self.tasks.streamer.again()

    def send(self) -> None:
        """Something new is in the outbox."""
        if self.tasks is not None:
            self.tasks.link.send_now.set()

    def look_again(self, outbox_id: int) -> None:
        """Look at once whether an unconfirmed row arrived."""
        if self.tasks is not None:
            self.tasks.reconciler.look_again(outbox_id)

    async def quiet(self, seconds: float) -> None:
        """Begin nothing more, and give what is being sent right now at most so long to hear its answer.

        Its task is cancelled afterwards. That alone would not do: asyncio.wait_for of Python 3.11 forgets a
        cancellation that comes together with its result, and a TaskGroup one that comes with an error.
        """
        self._ended = True
        if self.tasks is not None:
            await self.tasks.sender.quiet(seconds)

    async def read_back(self, days: int) -> None:
        """Read history back so many days, in this run or the next."""
        until = self.tools.clock.now() - timedelta(days=days)
        self.wanted = min(until, self.wanted or until)
        if self.tasks is not None:
            self.tasks.backfill.ask(until)
        await self._keep_wish()

    async def history_read(self, until: datetime) -> None:
        """History was read to what was wished for: the wish is done with."""
        if self.wanted is not None and self.wanted >= until:
            self.wanted = None
            await self._keep_wish()

    async def _keep_wish(self) -> None:
        if self._wishes is not None:
            await self._wishes(self.account.id, self.wanted)

    async def _once(self) -> list[BaseException]:
        """One life of the tasks; returns why it ended."""
        async with self.turn.alone():
            session: Session | None = None
            try:
                self.tasks = await self.open()
                session = self.tasks.link.session
                if self._ended:
                    return []
                self.turn.share(self.tasks)
                await self.tasks.run()
            except Exception as error:  # noqa: BLE001  # the border that keeps one account's failure from the others
                return _flat(error)
            finally:
                self.tasks = None
                if session is not None:
                    await session.close()
            return []

    def _tell(self, errors: list[BaseException], pause: float) -> float | None:
        """Say in the account's health what ended the work; returns seconds to the next start (``None``: never)."""
        bugs = [error for error in errors if not isinstance(error, KnownError)]
        next_at = self.tools.clock.now() + timedelta(seconds=pause)
        for error in errors:
            if isinstance(error, SignInNeeded | SecretMissing):
                self.health.wrong(error, None)
                return None
        for error in errors:
            if isinstance(error, KnownError) and not bugs:
                self.health.wrong(error, next_at)
                return pause
        for error in bugs:
            _log.error("the work on account %s broke", self.account.id, exc_info=error)
        self.health.stumbled(next_at)
        return pause

    async def recover(self) -> None:
        """What was under way when the last life ended is unconfirmed: nobody heard the answer."""
        outbox = self.tools.store.outbox
        settled = self.tools.clock.now() + timedelta(seconds=self.tools.timing.settle)
        for row in await outbox.in_state(self.account.id, OutboxState.SENDING):
            self.tools.publish(await outbox.settle(row.id, OutboxState.UNCONFIRMED, not_before=settled))
        # No wait of ours is longer than this: a later time was written under a clock that was set back since.
        latest = self.tools.clock.now() + timedelta(seconds=self.tools.timing.trouble_cap)
        for row in await outbox.in_state(self.account.id, OutboxState.QUEUED):
            if row.not_before is not None and row.not_before > latest:
                self.tools.publish(await outbox.settle(row.id, OutboxState.QUEUED))


def _flat(error: BaseException) -> list[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        group = cast("BaseExceptionGroup[BaseException]", error)
        return [leaf for inner in group.exceptions for leaf in _flat(inner)]
    return [error]
