"""Feeds keep the contract, in each of the three dialects."""

from __future__ import annotations

from scrm_desktop.channels.kit import Bench
from scrm_desktop.channels.kit.contract import ChannelContract
from scrm_desktop.channels.kit.contract_reading import ReadingContract
from support.feeds_bench import AtomBench, FeedsBench, JsonBench


class TestRss(ChannelContract):
    """RSS 2.0."""

    examples = 8
    spoilt = 120

    def bench(self) -> Bench:
        return FeedsBench()


class TestAtom(ReadingContract):
    """Atom: only what is read differs."""

    examples = 4
    spoilt = 20

    def bench(self) -> Bench:
        return AtomBench()


class TestJson(ReadingContract):
    """JSON Feed."""

    examples = 4
    spoilt = 20

    def bench(self) -> Bench:
        return JsonBench()
