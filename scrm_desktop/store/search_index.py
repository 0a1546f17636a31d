"""The full-text index: filled in large steps while nothing else is to be written.

Indexing each page within its own transaction costs several times as much as the page itself. What is not indexed
yet is few, and searched by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scrm_desktop.store.sql import execute, execute_many, fetch

if TYPE_CHECKING:
    from sqlalchemy import Connection

STEP = 2000
_INDEXED = "SELECT value FROM cache_facts WHERE key = 'indexed_up_to'"


def indexed_up_to(connection: Connection) -> int:
    """The last message that the index holds."""
    return int(fetch(connection, _INDEXED)[0][0])


def catch_up(connection: Connection) -> bool:
    """Index the next messages; returns whether more of them wait."""
    start = indexed_up_to(connection)
    rows = fetch(connection, "SELECT id FROM messages WHERE id > ? ORDER BY id LIMIT ?", start, STEP)
    if not rows:
        return False
    end = rows[-1][0]
    execute(
        connection,
        "INSERT INTO message_fts (rowid, text, content_warning)"
        " SELECT id, text, content_warning FROM messages WHERE id > ? AND id <= ?",
        start,
        end,
    )
    execute(connection, "UPDATE cache_facts SET value = ? WHERE key = 'indexed_up_to'", end)
    return len(rows) == STEP


def reindex(connection: Connection, before: Sequence[tuple[int, str, str]]) -> None:
    """Messages read differently now: ``before`` is (id, text, content warning) as the index knows them."""
    if not before:
        return
    end = indexed_up_to(connection)
    known = [row for row in before if row[0] <= end]
    remove(connection, known)
    execute_many(
        connection,
        "INSERT INTO message_fts (rowid, text, content_warning)"
        " SELECT id, text, content_warning FROM messages WHERE id = ?",
        [(row[0],) for row in known],
    )


def remove(connection: Connection, known: Sequence[tuple[int, str, str]]) -> None:
    """Take messages out of the index, which must be told exactly what it was given."""
    execute_many(
        connection,
        "INSERT INTO message_fts (message_fts, rowid, text, content_warning) VALUES ('delete', ?, ?, ?)",
        list(known),
    )
