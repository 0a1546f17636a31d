"""Which conversation a number means today."""

from __future__ import annotations

import sqlite3

from scrm_desktop.errors import InputError


def resolve(connection: sqlite3.Connection, conversation_id: int) -> int:
    """The number itself, or that of the conversation it went into; InputError when there is none."""
    row = connection.execute(
        "SELECT coalesce(joined_into, id) FROM conversations WHERE id = ?", (conversation_id,)
    ).fetchone()
    if row is None:
        raise InputError(f"There is no conversation with the number {conversation_id}.")
    return int(row[0])
