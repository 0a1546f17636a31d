"""The comments of a WordPress site."""

from __future__ import annotations

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.wordpress.channel import WordPress

CHANNEL: Channel = WordPress()
