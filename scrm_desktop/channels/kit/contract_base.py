"""What the parts of the contract share: the bench, a loop of their own, and hypothesis' choices."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from scrm_desktop.channels.kit.bench import Bench
from scrm_desktop.channels.kit.trial import Trial


class ContractBase:
    """Each test opens a bench of its own, on an event loop of its own."""

    examples = 15
    """How often a test with random faults is tried; each time is a network of its own."""
    spoilt = 200
    """How many spoilt items are normalised."""
    smaller = True
    """Whether hypothesis looks for the smallest choices that fail (which takes a minute or two)."""

    def bench(self) -> Bench:
        """A new bench, not yet open."""
        raise NotImplementedError("say what your bench is")

    def run(self, work: Callable[[Trial], Awaitable[None]]) -> None:
        """Try something on a new bench."""

        async def tried() -> None:
            async with Trial(self.bench()) as trial:
                await work(trial)

        asyncio.run(tried())

    def many(self, work: Callable[[Random], None], times: int) -> None:
        """Try something with many random choices, which are made smaller where one fails."""

        phases = [one for one in Phase if self.smaller or one not in (Phase.shrink, Phase.explain)]

        @settings(phases=phases, deadline=None, max_examples=times, suppress_health_check=[HealthCheck.too_slow])
        @given(random=st.randoms(use_true_random=False))
        def each(random: Random) -> None:
            work(random)

        each()
