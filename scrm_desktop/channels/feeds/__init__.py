"""Feeds (RSS, Atom, JSON Feed): blogs, news, reviews and forums, to be listened to."""

from __future__ import annotations

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.feeds.channel import Feeds

CHANNEL: Channel = Feeds()
