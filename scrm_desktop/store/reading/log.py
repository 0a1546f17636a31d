"""The log, read."""

from __future__ import annotations

import sqlite3

from scrm_desktop.domain.views import LogEntry
from scrm_desktop.store.reading.conversation import resolve
from scrm_desktop.store.values import moment

_COLUMNS = "id, at, kind, actor, account_id, conversation_id, detail"
_OF_ALL = f"SELECT {_COLUMNS} FROM events ORDER BY id DESC LIMIT ?"
_OF_ONE = f"""SELECT {_COLUMNS} FROM events WHERE conversation_id IN (
    SELECT id FROM conversations WHERE id = ?1 OR joined_into = ?1)
    OR id IN (SELECT event_id FROM event_members WHERE conversation_id IN (
        SELECT id FROM conversations WHERE id = ?1 OR joined_into = ?1)) ORDER BY id DESC LIMIT ?2"""


def log_entries(connection: sqlite3.Connection, conversation_id: int | None, limit: int) -> tuple[LogEntry, ...]:
    """Newest first; what went into a conversation brings its own log along."""
    if conversation_id is None:
        rows = connection.execute(_OF_ALL, (limit,))
    else:
        rows = connection.execute(_OF_ONE, (resolve(connection, conversation_id), limit))
    return tuple(
        LogEntry(
            id=row[0],
            at=moment(row[1]),
            kind=row[2],
            actor=row[3],
            account_id=row[4],
            conversation_id=row[5],
            detail=row[6],
        )
        for row in rows
    )
