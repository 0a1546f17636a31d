"""Brings snoozed conversations back when their time comes: one timer, set to the next of them."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import datetime

from scrm_desktop.domain.changes import Changes
from scrm_desktop.errors import KnownError
from scrm_desktop.store.desk import DeskStore

_log = logging.getLogger(__name__)

#: Seconds until it is tried again where the disk said no.
AGAIN = 60.0
_LEAST = 0.05


class Waker:
    """Waits for the next snooze to end; :meth:`look_again` after anything that may have changed which one is next."""

    def __init__(self, desk: DeskStore, publish: Callable[[Changes], None], clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._publish = publish
        self._clock = clock
        self._changed = asyncio.Event()

    def look_again(self) -> None:
        """A snooze was added or taken away, or the machine slept."""
        self._changed.set()

    async def run(self) -> None:
        """Wake what is due, for ever; what fell due while no program ran comes first."""
        while True:
            self._changed.clear()
            seconds = await self._wake_and_ask()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), seconds)

    async def wake_due(self) -> None:
        """Everything that is due now."""
        while changes := await self._desk.wake():
            self._publish(changes)

    async def _wake_and_ask(self) -> float | None:
        """Seconds until the next one is due; ``None``: nothing is snoozed to a time."""
        try:
            await self.wake_due()
            due = await self._desk.next_wake()
        except KnownError as error:
            _log.warning("snoozed conversations can't be brought back now: %s", error.message)
            return AGAIN
        return None if due is None else max(_LEAST, (due - self._clock()).total_seconds())
