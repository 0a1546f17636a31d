"""What left without an answer: looked for on the network until it is known, then sent again or put to the person."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from scrm_desktop.domain.commands import Fence, OutboxRow, OutboxState, Outcome
from scrm_desktop.errors import KnownError, MaybeSent, RemoteRefusal, SignInNeeded, StoreError, Unsupported
from scrm_desktop.sync.link import Link, stops_the_turn, wait_for
from scrm_desktop.sync.sender import Finished
from scrm_desktop.sync.timing import Timing
from scrm_desktop.sync.verdict import Verdict, not_found, repeatable

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Plan:
    """When to look for one row: monotonic times, the first of which can only say yes."""

    looks: list[float]
    tries: int
    looked: bool = True

    @classmethod
    def of(cls, now: float, settled: float, tries: int, timing: Timing) -> _Plan:
        late = [max(now, settled) + look for look in timing.looks]
        early = [now + timing.peek] if now + timing.peek < settled else []
        return cls(looks=early + late, tries=tries)


class Reconciler:
    """Reads back unconfirmed commands of one account.

    "Not there" counts only after a row's ``not_before``, because a server may finish a request long after
    its connection broke. A row without that time was given none: the full wait begins when it is seen.
    """

    def __init__(self, link: Link, finished: Finished) -> None:
        self._link = link
        self._finished = finished
        self._plans: dict[int, _Plan] = {}
        self._asked: set[int] = set()

    async def run(self) -> None:
        """Look until cancelled; SignInNeeded ends it."""
        await self._link.described.wait()
        backoff = self._link.backoff(self._link.tools.timing.trouble_cap, floor=1.0)
        while True:
            await self._link.reachable.wait()
            try:
                wait = await self.turn()
            except (SignInNeeded, StoreError):
                raise
            except KnownError as error:
                self._link.noticed(error)
                wait = max(backoff.next(), self._link.limited_for())
            else:
                backoff.reset()
            await wait_for(self._link.look_now, wait)

    def look_again(self, outbox_id: int) -> None:
        """The person wants to know now: look at once, and go on looking as for a new one."""
        self._asked.discard(outbox_id)
        self._plans.pop(outbox_id, None)
        self._link.look_now.set()

    async def turn(self) -> float | None:
        """Look for every row whose time has come; returns seconds to the next look."""
        now = self._link.tools.clock.monotonic()
        rows = await self._link.tools.store.outbox.in_state(self._link.account.id, OutboxState.UNCONFIRMED)
        self._forget_others({row.id for row in rows})
        for row in rows:
            if row.id not in self._asked:
                await self._look_for(row, now)
        nexts = [plan.looks[0] for plan in self._plans.values() if plan.looks]
        return max(0.05, min(nexts) - self._link.tools.clock.monotonic()) if nexts else None

    async def finish(self) -> None:
        """For a run without a window: look until only rows are left that wait for their time or for a person."""
        while True:
            wait = await self.turn()
            rows = await self._link.tools.store.outbox.in_state(self._link.account.id, OutboxState.UNCONFIRMED)
            if wait is None or not any(row.id not in self._asked and not self._unsettled(row) for row in rows):
                return
            await asyncio.sleep(wait)

    def _unsettled(self, row: OutboxRow) -> float:
        """Seconds until "not there" counts for this row."""
        settle = self._link.tools.timing.settle
        if row.not_before is None:
            return settle
        return min(max(self._link.tools.clock.seconds_until(row.not_before), 0.0), settle)

    def _forget_others(self, ids: set[int]) -> None:
        self._asked &= ids
        self._plans = {row_id: plan for row_id, plan in self._plans.items() if row_id in ids}

    async def _look_for(self, row: OutboxRow, now: float) -> None:
        if repeatable(row.command):
            await self._decide(row, looked=False)
            return
        plan = self._plans.get(row.id)
        if plan is None or plan.tries != row.tries:
            plan = self._plans[row.id] = _Plan.of(now, now + self._unsettled(row), row.tries, self._link.tools.timing)
        if plan.looks[0] > now:
            return
        outcome = await self._find(row, plan)
        if outcome is not None:
            self._link.tools.publish(await self._link.tools.store.outbox.sent(row.id, outcome))
            await self._finished(row)
            # What the conversation held back behind it may leave.
            self._link.send_now.set()
            return
        plan.looks.pop(0)
        if not plan.looks:
            await self._decide(row, looked=plan.looked)

    async def _find(self, row: OutboxRow, plan: _Plan) -> Outcome | None:
        fence = row.fence or Fence(newest_own_id=None, at=row.created_at)
        try:
            outcome = await self._link.session.find_sent(row.command, fence, row.key)
        except SignInNeeded:
            raise
        except (RemoteRefusal, Unsupported) as error:
            _log.info("outbox row %s can't be read back: %s", row.id, error.code)
            plan.looked = False
            return None
        except KnownError as error:
            if not stops_the_turn(error):
                # Try this look again later, without keeping the other rows waiting.
                plan.looks[0] = self._link.tools.clock.monotonic() + self._link.tools.timing.peek
            raise
        self._link.answered()
        plan.looked = True
        return outcome

    async def _decide(self, row: OutboxRow, *, looked: bool) -> None:
        timing = self._link.tools.timing
        verdict = not_found(
            row.command,
            row.tries,
            timing.repeat_limit if repeatable(row.command) else timing.resend_limit,
            server_keys=self._link.capabilities.idempotency,
            looked=looked,
        )
        _log.info("outbox row %s was not found: %s", row.id, verdict.value)
        outbox = self._link.tools.store.outbox
        self._plans.pop(row.id, None)
        if verdict is Verdict.LATER:
            self._link.tools.publish(await outbox.settle(row.id, OutboxState.QUEUED))
            self._link.send_now.set()
            return
        self._asked.add(row.id)
        error = MaybeSent(host=self._link.host)
        self._link.tools.publish(await outbox.settle(row.id, OutboxState.UNCONFIRMED, error=error))
