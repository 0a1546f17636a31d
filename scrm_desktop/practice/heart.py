"""Beats in real time: wakes the director when something is due, and keeps the world afterwards."""

from __future__ import annotations

import asyncio
import contextlib

from scrm_desktop.practice.clock import StoryClock
from scrm_desktop.practice.director import Director
from scrm_desktop.practice.keep import Keeper

LONGEST_SLEEP = 5.0
SHORTEST_SLEEP = 0.01


class Heart:
    """Runs the director by the wall's clock."""

    def __init__(self, director: Director, clock: StoryClock) -> None:
        self._director = director
        self._clock = clock
        self._woken = asyncio.Event()
        self.keeper: Keeper | None = None

    @property
    def speed(self) -> float:
        """How fast the story runs."""
        return self._clock.speed

    def set_speed(self, speed: float) -> None:
        """Run at another speed from now on; ValueError where that can't be."""
        self._clock.set_speed(speed)
        self.wake()

    def wake(self) -> None:
        """Look again when something is due next."""
        self._woken.set()

    async def beat(self) -> None:
        """Until it is cancelled."""
        while True:
            self._director.catch_up()
            if self.keeper is not None:
                await self.keeper.flush()
            await self._sleep()

    async def _sleep(self) -> None:
        due = self._director.next_due()
        wait = self._clock.wall_seconds_until(due) if due is not None else None
        seconds = LONGEST_SLEEP if wait is None else min(max(wait, SHORTEST_SLEEP), LONGEST_SLEEP)
        self._woken.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), seconds)
