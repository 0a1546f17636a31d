"""A guestbook on a web site, as a channel of SCRM Desktop."""

from __future__ import annotations

from scrm_desktop.channels.base import Channel
from scrm_guestbook.channel import Guestbook

CHANNEL: Channel = Guestbook()
