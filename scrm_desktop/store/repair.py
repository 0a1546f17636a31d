"""After a run that did not end in order: the list follows the decisions again.

SQLite commits the two databases one after the other, what people wrote first. A crash in between leaves the list one
step behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrm_desktop.store.sql import fetch
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.tallies import recount

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Only those that somebody touched lately can be behind, and the log says which.
LOOKED_AT = 1000
_RECENT = """SELECT DISTINCT conversation_id FROM (SELECT conversation_id FROM events
    WHERE conversation_id IS NOT NULL ORDER BY id DESC LIMIT ?1)
    UNION SELECT conversation_id FROM (SELECT conversation_id FROM outbox
    WHERE conversation_id IS NOT NULL ORDER BY id DESC LIMIT ?1)
    UNION SELECT i.conversation_id FROM inbox i JOIN conversations c ON c.id = i.conversation_id
    WHERE c.status <> i.status OR c.assignee IS NOT i.assignee OR c.joined_into IS NOT NULL"""


def repair(connection: Connection, now: int) -> None:
    """Work out anew what may be behind."""
    refresh(connection, [row[0] for row in fetch(connection, _RECENT, LOOKED_AT)], now)
    recount(connection)
