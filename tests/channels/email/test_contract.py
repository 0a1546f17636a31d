"""The email channel keeps the contract: with a server that files copies itself, and writing with one that does not."""

from __future__ import annotations

from scrm_desktop.channels.kit import Bench
from scrm_desktop.channels.kit.contract import ChannelContract
from scrm_desktop.channels.kit.contract_writing import WritingContract
from support.mail_bench import MailBench


class TestEmail(ChannelContract):
    """All of it."""

    def bench(self) -> Bench:
        return MailBench()


class TestPlainServer(WritingContract):
    """Nobody but us files a copy, so what was broken off can't be looked up."""

    def bench(self) -> Bench:
        return MailBench(files_itself=False)
