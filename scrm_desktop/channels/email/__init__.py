"""Mail: any IMAP and SMTP server."""

from __future__ import annotations

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.email.channel import Email

CHANNEL: Channel = Email()
