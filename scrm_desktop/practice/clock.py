"""The story's clock: seconds of story time that run faster or slower than the wall's, or stand still."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

MAX_SPEED = 10_000.0


class Clock(Protocol):
    """Story time in seconds, never running backwards."""

    def now(self) -> float:
        """Seconds of story time."""
        ...


class StoryClock:
    """Story time that follows the monotonic clock ``speed`` times as fast; 0 is a pause."""

    def __init__(self, *, start: float = 0.0, speed: float = 1.0, tick: Callable[[], float] = time.monotonic) -> None:
        self._tick = tick
        self._story = start
        self._wall = tick()
        self._speed = speed

    @property
    def speed(self) -> float:
        """How many seconds of story pass in one of the wall's."""
        return self._speed

    def now(self) -> float:
        """Seconds of story time."""
        return self._story + (self._tick() - self._wall) * self._speed

    def set_speed(self, speed: float) -> None:
        """Run at another speed from now on; ValueError outside 0 to ``MAX_SPEED``."""
        if not 0 <= speed <= MAX_SPEED:
            raise ValueError(f"the speed must lie between 0 and {MAX_SPEED:g}")
        self._story, self._wall = self.now(), self._tick()
        self._speed = speed

    def wall_seconds_until(self, at: float) -> float | None:
        """How long the wall's clock has to run until the story's shows ``at``; ``None`` while it stands still."""
        ahead = at - self.now()
        if ahead <= 0:
            return 0.0
        return ahead / self._speed if self._speed else None


class ManualClock:
    """A clock that a test moves by hand."""

    def __init__(self, at: float = 0.0) -> None:
        self.at = at

    def now(self) -> float:
        """Seconds of story time."""
        return self.at
