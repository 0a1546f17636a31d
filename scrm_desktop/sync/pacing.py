"""Time as the engine needs it: steady against clock changes, awake to sleep, and never in step with others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random


def jittered(seconds: float, share: float, rng: Random) -> float:
    """``seconds`` moved by at most ``share`` of itself either way."""
    return seconds * (1.0 + rng.uniform(-share, share))


class SteadyClock:
    """UTC that never goes back: the wall clock at the start, carried on by the monotonic clock.

    A wall clock that is set back changes nothing here. One that runs ahead of the monotonic clock by
    more than ``jump`` seconds means that the machine slept (or was set forward): this clock follows it.
    """

    def __init__(self, wall: Callable[[], datetime], monotonic: Callable[[], float], *, jump: float = 30.0) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._jump = jump
        self._base = wall()
        self._started = monotonic()
        self._slept = timedelta(0)
        self._drift = timedelta(0)

    def monotonic(self) -> float:
        """Seconds that only ever grow; their zero means nothing."""
        return self._monotonic()

    def now(self) -> datetime:
        """The steady time, UTC."""
        return self._base + timedelta(seconds=self._monotonic() - self._started) + self._slept

    def wall(self) -> datetime:
        """What the wall clock says, UTC: right at once after a sleep, and wrong where the machine's clock is."""
        return self._wall()

    def slept(self) -> float:
        """Seconds by which the wall clock ran ahead since the last question, 0.0 below the threshold."""
        drift = self._wall() - self._base - timedelta(seconds=self._monotonic() - self._started)
        ahead = drift - self._drift
        if ahead.total_seconds() > self._jump:
            self._drift = drift
            self._slept += ahead
            return ahead.total_seconds()
        if ahead.total_seconds() < -1.0:
            self._drift = drift
        return 0.0

    def seconds_until(self, moment: datetime) -> float:
        """Seconds from now to ``moment``; negative when it has passed."""
        return (moment - self.now()).total_seconds()


class WakeWatch:
    """Notices that the machine slept, and says so once."""

    def __init__(self, clock: SteadyClock, on_wake: Callable[[], None], *, tick: float, jump: float) -> None:
        self._clock = clock
        self._on_wake = on_wake
        self._tick = tick
        self._jump = jump

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            before = self._clock.monotonic()
            await asyncio.sleep(self._tick)
            # Some systems' monotonic clocks go on during sleep: there only the late tick tells.
            late = self._clock.monotonic() - before - self._tick
            if self._clock.slept() or late > self._jump:
                self._on_wake()
