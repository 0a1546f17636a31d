"""Telegram keeps the contract: a bot in private chats and groups."""

from __future__ import annotations

from scrm_desktop.channels.kit import Bench
from scrm_desktop.channels.kit.contract import ChannelContract
from scrm_desktop.channels.kit.contract_reading import ReadingContract
from support.telegram_bench import BusinessBench, TelegramBench


class TestTelegram(ChannelContract):
    """A bot."""

    examples = 8
    spoilt = 120

    def bench(self) -> Bench:
        return TelegramBench()


class TestBusiness(ReadingContract):
    """A bot that answers for a business account: only what is read differs."""

    examples = 3
    spoilt = 20

    def bench(self) -> Bench:
        return BusinessBench()
