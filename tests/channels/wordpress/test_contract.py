"""WordPress keeps the contract."""

from __future__ import annotations

from scrm_desktop.channels.kit import Bench
from scrm_desktop.channels.kit.contract import ChannelContract
from support.wordpress_bench import WordPressBench


class TestWordPress(ChannelContract):
    """A moderator of a site."""

    examples = 8
    spoilt = 120

    def bench(self) -> Bench:
        return WordPressBench()
