"""How long to wait before trying again: pure arithmetic, with the randomness handed in."""

from __future__ import annotations

from random import Random


class Backoff:
    """Exponential waits with full jitter: each is drawn between ``floor`` and a ceiling that doubles up to ``cap``.

    All numbers are seconds. What a server asked for is kept to, up to ``retry_cap``, and never undercut.
    """

    def __init__(
        self, rng: Random, *, base: float = 1.0, cap: float = 60.0, floor: float = 0.0, retry_cap: float = 3600.0
    ) -> None:
        self._rng = rng
        self._base = base
        self._cap = cap
        self._floor = floor
        self._retry_cap = retry_cap
        self._tries = 0

    @property
    def tries(self) -> int:
        """How often in a row it has been asked."""
        return self._tries

    def next(self, retry_after: float | None = None) -> float:
        """The next wait; ``retry_after`` is what the server asked for."""
        ceiling = min(self._cap, self._base * 2.0 ** min(self._tries, 32))
        self._tries += 1
        wait = max(self._floor, self._rng.uniform(0.0, max(ceiling, self._floor)))
        if retry_after is None:
            return wait
        asked = min(max(retry_after, 0.0), self._retry_cap)
        # A second or so on top: whoever waited for the same moment must not come back in the same instant.
        return asked + self._rng.uniform(0.0, min(1.0 + asked / 100.0, 5.0))

    def reset(self) -> None:
        """It worked: the next failure starts at the beginning."""
        self._tries = 0
