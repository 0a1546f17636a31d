"""Matrix keeps the contract."""

from __future__ import annotations

from scrm_desktop.channels.kit import Bench
from scrm_desktop.channels.kit.contract import ChannelContract
from support.matrix_bench import MatrixBench


class TestMatrix(ChannelContract):
    """An account on a homeserver."""

    examples = 6
    spoilt = 120

    def bench(self) -> Bench:
        return MatrixBench()
