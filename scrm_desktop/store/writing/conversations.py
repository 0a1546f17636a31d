"""Conversations by number, for the writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrm_desktop.errors import InputError
from scrm_desktop.store.sql import one

if TYPE_CHECKING:
    from sqlalchemy import Connection


def resolve(connection: Connection, conversation_id: int) -> int:
    """The number itself, or that of the conversation it went into; InputError when there is none."""
    row = one(connection, "SELECT coalesce(joined_into, id) FROM conversations WHERE id = ?", conversation_id)
    if row is None:
        raise InputError(f"There is no conversation with the number {conversation_id}.")
    return int(row[0])
