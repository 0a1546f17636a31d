"""Matrix, by an account on any homeserver."""

from __future__ import annotations

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.matrix.channel import Matrix

CHANNEL: Channel = Matrix()
