"""Mastodon keeps the contract: as itself, and on a server that lacks much."""

from __future__ import annotations

from scrm_desktop.channels.kit import Bench
from scrm_desktop.channels.kit.contract import ChannelContract
from support.mastodon_bench import MastodonBench


class TestMastodon(ChannelContract):
    """With all that Mastodon has."""

    def bench(self) -> Bench:
        return MastodonBench()


class TestSnac(ChannelContract):
    """No keys, no stream, no deleting, no muting, one message a request."""

    examples = 4
    spoilt = 20

    def bench(self) -> Bench:
        return MastodonBench("4.0.0 (compatible; snac/2.75)", honours_keys=False, streams=False)
