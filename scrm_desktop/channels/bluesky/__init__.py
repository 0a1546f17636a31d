"""Bluesky, and the servers that speak its protocol."""

from __future__ import annotations

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.bluesky.channel import Bluesky

CHANNEL: Channel = Bluesky()
