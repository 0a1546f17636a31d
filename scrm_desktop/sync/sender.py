"""The one sender of an account: outbox rows become requests, in order, and none of them blindly twice."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import Command, DoDeed, Fence, OutboxRow, OutboxState, Outcome, SendMessage
from scrm_desktop.errors import (
    AskPerson,
    InputError,
    KnownError,
    NewsArrived,
    NoAnswer,
    Offline,
    RateLimited,
    SecretMissing,
    SignInNeeded,
    StoreError,
    WaitedTooLong,
)
from scrm_desktop.store.outbox import OutboxStore
from scrm_desktop.sync.link import Link, stops_the_turn, wait_for
from scrm_desktop.sync.verdict import Verdict, after_error, missed, too_old

_log = logging.getLogger(__name__)

_HELD_BACK = 2.0
_WRITTEN = "%Y-%m-%d %H:%M UTC"

Finished = Callable[[OutboxRow], Awaitable[None]]
"""Called when a row has left for good: its files are not needed any more."""


class Sender:
    """Sends what is due, one after the other; a conversation never overtakes itself."""

    def __init__(self, link: Link, finished: Finished) -> None:
        self._link = link
        self._finished = finished
        self._lock = asyncio.Lock()
        self._stopping = False
        self._put_offs: dict[int, int] = {}
        self._backoff = link.backoff(link.tools.timing.trouble_cap, base=2.0, floor=1.0)

    async def run(self) -> None:
        """Send until cancelled; SignInNeeded ends it and leaves everything queued."""
        await self._link.described.wait()
        while True:
            await self._link.reachable.wait()
            self._link.send_now.clear()
            await self.flush()
            await wait_for(self._link.send_now, await self._next_wait())

    async def flush(self) -> None:
        """Send all that is due now; returns early where the server can't be reached or asks for a pause."""
        async with self._lock:
            waiting: set[int] = set()
            while not self._link.limited_for() and not self._stopping:
                rows = await self._outbox.due(self._link.account.id, self._link.tools.clock.now())
                rows = tuple(row for row in rows if row.conversation_id not in waiting)
                if not rows or not await self._send_batch(rows, waiting):
                    return

    async def quiet(self, seconds: float) -> None:
        """Begin nothing more, and wait at most so long for what is under way."""
        self._stopping = True
        try:
            async with asyncio.timeout(seconds), self._lock:
                return
        except TimeoutError:
            _log.info("account %s was closed while sending", self._link.account.id)

    async def _send_batch(self, rows: tuple[OutboxRow, ...], waiting: set[int]) -> bool:
        """Send these; false when the turn is over."""
        for row in rows:
            if self._stopping:
                return False
            if row.conversation_id in waiting:
                continue
            state = await self._send(row)
            if state is None:
                return False
            if state in {OutboxState.QUEUED, OutboxState.UNCONFIRMED} and row.conversation_id is not None:
                waiting.add(row.conversation_id)
            if self._link.limited_for():
                return False
        return True

    async def _send(self, row: OutboxRow) -> OutboxState | None:
        """Send one row; its new state, or ``None`` when the whole server is out of reach."""
        current = await self._outbox.get(row.id)
        if current is None or current.state is not OutboxState.QUEUED:
            return OutboxState.CANCELLED
        # By the wall clock: after a sleep the steady one may not have noticed yet.
        wall, timing = self._link.tools.clock.wall(), self._link.tools.timing
        if missed(current, wall, timing.late_after):
            self._link.tools.publish(await self._outbox.hold_missed(timing.late_after))
            return OutboxState.HELD
        if too_old(current, wall, timing.stale_after):
            return await self._hold(current, WaitedTooLong(written=current.created_at.strftime(_WRITTEN)))
        try:
            fence = current.fence or await self._fence(current.command)
        except KnownError as error:
            return await self._put_off(current, error)
        self._put_offs.pop(row.id, None)
        try:
            row = await self._outbox.begin(row.id, fence)
        except NewsArrived as error:
            return await self._hold(current, error)
        except InputError:
            # Taken back while the fence was fetched.
            return OutboxState.CANCELLED
        self._publish_row(row)
        try:
            outcome = await self._perform(row)
        except KnownError as error:
            return await self._settle(row, error)
        await self._sent(row, outcome)
        return OutboxState.SENT

    async def _hold(self, row: OutboxRow, error: AskPerson) -> OutboxState:
        """It may not fit any more: its person is asked first."""
        self._put_offs.pop(row.id, None)
        self._link.tools.publish(await self._outbox.settle(row.id, OutboxState.HELD, error=error))
        return OutboxState.HELD

    async def _fence(self, command: Command) -> Fence:
        if isinstance(command, SendMessage):
            return await self._link.session.fence()
        return Fence(newest_own_id=None, at=self._link.tools.clock.now())

    async def _perform(self, row: OutboxRow) -> Outcome:
        async def uploaded(index: int, remote_id: str) -> None:
            await self._outbox.uploaded(row.id, index, remote_id)

        try:
            async with asyncio.timeout(self._link.tools.timing.perform_limit):
                return await self._link.session.perform(row.command, row.key, uploaded)
        except TimeoutError:
            raise NoAnswer(host=self._link.host) from None

    async def _sent(self, row: OutboxRow, outcome: Outcome) -> None:
        self._backoff.reset()
        self._link.answered()
        self._link.tools.publish(await self._outbox.sent(row.id, outcome))
        await self._finished(row)

    async def _put_off(self, row: OutboxRow, error: KnownError) -> OutboxState | None:
        """What our account wrote last could not be learned: nothing was sent, so nothing that is wrong is the row's."""
        if isinstance(error, StoreError):
            raise error
        self._link.noticed(error)
        told, not_before = None, None
        if not isinstance(error, SignInNeeded | SecretMissing | Offline | RateLimited):
            tries = self._put_offs[row.id] = self._put_offs.get(row.id, 0) + 1
            told = error if tries >= self._link.tools.timing.fence_limit else None
            not_before = self._link.after(self._backoff.next())
        _log.info("outbox row %s was put off: %s", row.id, error.code)
        self._link.tools.publish(
            await self._outbox.settle(row.id, OutboxState.QUEUED, error=told, not_before=not_before)
        )
        if isinstance(error, SignInNeeded | SecretMissing):
            raise error
        return None if stops_the_turn(error) else OutboxState.QUEUED

    async def _settle(self, row: OutboxRow, error: KnownError) -> OutboxState | None:
        """Put a row where its error says; errors that concern the account or the server end the turn."""
        if isinstance(error, StoreError):
            raise error
        verdict = after_error(error, row.command, row.tries, self._link.tools.timing.repeat_limit)
        _log.info("outbox row %s: %s after %s", row.id, verdict.value, error.code)
        self._link.noticed(error)
        if verdict is Verdict.DONE and isinstance(row.command, DoDeed):
            await self._sent(row, Outcome(remote_id=row.command.target))
            return OutboxState.SENT
        state = {Verdict.LATER: OutboxState.QUEUED, Verdict.UNCONFIRMED: OutboxState.UNCONFIRMED}.get(
            verdict, OutboxState.FAILED
        )
        not_before = None
        if state is OutboxState.QUEUED:
            not_before = self._not_before(error)
        elif state is OutboxState.UNCONFIRMED:
            not_before = self._link.after(self._link.tools.timing.settle)
        told = None if isinstance(error, Offline) else error
        self._link.tools.publish(await self._outbox.settle(row.id, state, error=told, not_before=not_before))
        if state is OutboxState.UNCONFIRMED:
            self._link.look_now.set()
        if isinstance(error, SignInNeeded | SecretMissing):
            raise error
        return None if stops_the_turn(error) else state

    def _not_before(self, error: KnownError) -> datetime | None:
        """When a row may try again; ``None`` where the account as a whole waits, not this row."""
        if isinstance(error, SignInNeeded | SecretMissing) or (stops_the_turn(error) and not error.maybe_done):
            return None
        return self._link.after(self._backoff.next())

    async def _next_wait(self) -> float | None:
        """Seconds until something is due by time alone."""
        limited = self._link.limited_for()
        due = await self._outbox.next_due(self._link.account.id)
        if due is None:
            return limited or None
        wait = self._link.tools.clock.seconds_until(due)
        # Due, and still here: the server asked for a pause, or it became due this moment.
        return max(limited, wait) if wait > 0 else limited or _HELD_BACK

    def _publish_row(self, row: OutboxRow) -> None:
        conversations = frozenset[int]() if row.conversation_id is None else frozenset({row.conversation_id})
        self._link.tools.publish(Changes(outbox=frozenset({row.id}), conversations=conversations))

    @property
    def _outbox(self) -> OutboxStore:
        return self._link.tools.store.outbox
