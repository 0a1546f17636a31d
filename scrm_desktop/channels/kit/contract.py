"""The contract as tests: inherit from :class:`ChannelContract` in a test module, and say what your bench is.

    class TestMine(ChannelContract):
        def bench(self) -> Bench:
            return MyBench()

Everything in it is for pytest; hypothesis chooses what is spoilt and where an answer is cut.
"""

from __future__ import annotations

from scrm_desktop.channels.kit.contract_capabilities import CapabilityContract
from scrm_desktop.channels.kit.contract_errors import ErrorContract
from scrm_desktop.channels.kit.contract_limits import LimitContract
from scrm_desktop.channels.kit.contract_login import LoginContract
from scrm_desktop.channels.kit.contract_reading import ReadingContract
from scrm_desktop.channels.kit.contract_writing import WritingContract


class ChannelContract(
    LoginContract, ReadingContract, WritingContract, CapabilityContract, LimitContract, ErrorContract
):
    """What every channel keeps, whoever wrote it."""
