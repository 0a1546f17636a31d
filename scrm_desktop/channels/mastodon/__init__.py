"""Mastodon and the servers that speak its client API."""

from __future__ import annotations

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.mastodon.channel import Mastodon

CHANNEL: Channel = Mastodon()
