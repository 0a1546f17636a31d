"""Bluesky keeps the contract."""

from __future__ import annotations

from scrm_desktop.channels.kit import Bench
from scrm_desktop.channels.kit.contract import ChannelContract
from support.bluesky_bench import BlueskyBench


class TestBluesky(ChannelContract):
    """An account that may read direct messages."""

    examples = 8
    spoilt = 120

    def bench(self) -> Bench:
        return BlueskyBench()
