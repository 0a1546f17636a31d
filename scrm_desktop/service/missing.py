"""Asks about scheduled replies that could not leave at their time: one timer, set to the next of them."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import datetime

from scrm_desktop.domain.changes import Changes
from scrm_desktop.errors import KnownError
from scrm_desktop.store.outbox import OutboxStore

_log = logging.getLogger(__name__)

#: Seconds until it is tried again where the disk said no.
AGAIN = 60.0
_LEAST = 0.05


class Missing:
    """Whatever keeps an account from sending (no network, no login, a locked keyring), its replies are not sent late.

    ``late``: so many seconds after its time a reply is put to its writer. :meth:`look_again` after anything that may
    have changed which one is next.
    """

    def __init__(
        self, outbox: OutboxStore, publish: Callable[[Changes], None], clock: Callable[[], datetime], late: float
    ) -> None:
        self._outbox = outbox
        self._publish = publish
        self._clock = clock
        self._late = late
        self._changed = asyncio.Event()

    def look_again(self) -> None:
        """A reply was scheduled or put off, or the machine slept."""
        self._changed.set()

    async def run(self) -> None:
        """Ask about what is overdue, for ever."""
        while True:
            self._changed.clear()
            seconds = await self._hold_and_ask()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), seconds)

    async def hold_due(self) -> None:
        """Everything that is overdue now."""
        if changes := await self._outbox.hold_missed(self._late):
            self._publish(changes)

    async def _hold_and_ask(self) -> float | None:
        """Seconds until the next one would be overdue; ``None``: nothing is scheduled."""
        try:
            await self.hold_due()
            due = await self._outbox.next_scheduled()
        except KnownError as error:
            _log.warning("scheduled replies can't be looked after now: %s", error.message)
            return AGAIN
        if due is None:
            return None
        return max(_LEAST, (due - self._clock()).total_seconds() + self._late + _LEAST)
