"""Telegram, by a bot of the company's own."""

from __future__ import annotations

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.telegram.channel import Telegram

CHANNEL: Channel = Telegram()
