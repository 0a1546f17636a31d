"""After a run that did not end in order: the list follows the decisions again.

SQLite commits the two databases one after the other, what people wrote first. A crash in between leaves the list one
step behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrm_desktop.store.ingest.splits import repeat_splits
from scrm_desktop.store.persons import settle_all
from scrm_desktop.store.sql import execute, fetch
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.tallies import recount
from scrm_desktop.store.writing.merging import repeat_moves

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Only those that somebody touched lately can be behind, and the log says which.
LOOKED_AT = 1000
_RECENT = """SELECT DISTINCT conversation_id FROM (SELECT conversation_id FROM events
    WHERE conversation_id IS NOT NULL ORDER BY id DESC LIMIT ?1)
    UNION SELECT conversation_id FROM (SELECT conversation_id FROM outbox
    WHERE conversation_id IS NOT NULL ORDER BY id DESC LIMIT ?1)
    UNION SELECT i.conversation_id FROM inbox i JOIN conversations c ON c.id = i.conversation_id
    WHERE c.status <> i.status OR c.assignee IS NOT i.assignee OR c.priority <> i.priority
    OR c.snoozed_until IS NOT i.snoozed_until OR c.muted <> i.muted OR c.spam <> i.spam OR c.joined_into IS NOT NULL
    UNION SELECT conversation_id FROM event_members WHERE event_id IN (
        SELECT id FROM events WHERE conversation_id IS NULL ORDER BY id DESC LIMIT 10)
    UNION SELECT c.joined_into FROM inbox i JOIN conversations c ON c.id = i.conversation_id
    WHERE c.joined_into IS NOT NULL"""


#: The move of a conversation into another, where only the half of it that is in the work database was committed.
_MOVED = (
    """UPDATE messages SET conversation_id = (SELECT joined_into FROM conversations c WHERE c.id = conversation_id)
    WHERE conversation_id IN (SELECT id FROM conversations WHERE joined_into IS NOT NULL)""",
    """INSERT OR IGNORE INTO context_links SELECT c.joined_into, l.message_id FROM context_links l
    JOIN conversations c ON c.id = l.conversation_id WHERE c.joined_into IS NOT NULL""",
    """DELETE FROM context_links WHERE conversation_id IN (
    SELECT id FROM conversations WHERE joined_into IS NOT NULL)""",
)


def repair(connection: Connection, now: int) -> None:
    """Work out anew what may be behind."""
    for statement in _MOVED:
        execute(connection, statement)
    repeat_moves(connection)
    repeat_splits(connection)
    settle_all(connection)
    refresh(connection, [row[0] for row in fetch(connection, _RECENT, LOOKED_AT)], now)
    recount(connection)
