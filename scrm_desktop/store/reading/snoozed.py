"""When the next snooze ends."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from scrm_desktop.store.values import moment_or_none

_NEXT = """SELECT min(snoozed_until) FROM conversations
    WHERE snoozed_until IS NOT NULL AND status = 'snoozed' AND joined_into IS NULL"""


def next_wake(connection: sqlite3.Connection) -> datetime | None:
    """The earliest time that a conversation is snoozed to."""
    ((at,),) = connection.execute(_NEXT)
    return moment_or_none(at)
