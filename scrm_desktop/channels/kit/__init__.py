"""The contract that every channel passes, as tests that anybody can put a channel of their own under.

    from scrm_desktop.channels.kit.contract import ChannelContract

    class TestMine(ChannelContract):
        def bench(self) -> Bench:
            return MyBench()

The bench (:mod:`scrm_desktop.channels.kit.bench`) is the author's: it holds a double of the network, or a real server,
and says what customers do there. :mod:`scrm_desktop.channels.kit.http_bench` has all faults of an HTTP network ready.
Only :mod:`scrm_desktop.channels.kit.contract` and what it is made of need pytest and hypothesis.
"""

from __future__ import annotations

from scrm_desktop.channels.kit.bench import Bench, RateAnswer, Traits, Written
from scrm_desktop.channels.kit.faults import Fault, FaultKind, On
from scrm_desktop.channels.kit.http_bench import HttpBench

__all__ = ["Bench", "Fault", "FaultKind", "HttpBench", "On", "RateAnswer", "Traits", "Written"]
