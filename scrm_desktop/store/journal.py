"""The append-only log: who, what, when, what was before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from scrm_desktop.store.sql import driver, execute
from scrm_desktop.store.values import clean, to_json

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: The conversations of an entry that tells of many at once; ``picked`` is the list of a bulk action.
_MEMBERS = "INSERT INTO event_members SELECT id, ?, before, {what} FROM picked"
_INSERT = "INSERT INTO events (at, kind, actor, account_id, conversation_id, detail) VALUES (?, ?, ?, ?, ?, ?)"


def write_entry(
    connection: Connection,
    at: int,
    kind: str,
    *,
    actor: str,
    account_id: int | None = None,
    conversation_id: int | None = None,
    detail: Mapping[str, object] | None = None,
) -> None:
    """Add one line."""
    _insert(connection, at, kind, actor, account_id, conversation_id, detail)


def write_batch(
    connection: Connection, at: int, kind: str, *, actor: str, detail: Mapping[str, object], what: str = "''"
) -> int:
    """Add one line for everything that is picked; ``what`` is SQL for a detail of each. Returns the line's number."""
    entry = _insert(connection, at, kind, actor, None, None, detail)
    execute(connection, _MEMBERS.format(what=what), entry)
    return entry


def _insert(
    connection: Connection,
    at: int,
    kind: str,
    actor: str,
    account_id: int | None,
    conversation_id: int | None,
    detail: Mapping[str, object] | None,
) -> int:
    line = (at, kind, clean(actor), account_id, conversation_id, clean(to_json(dict(detail or {}))))
    return int(driver(connection).execute(_INSERT, line).lastrowid or 0)
