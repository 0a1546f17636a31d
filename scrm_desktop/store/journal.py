"""The append-only log: who, what, when, what was before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from scrm_desktop.store.sql import execute_many
from scrm_desktop.store.values import clean, to_json

if TYPE_CHECKING:
    from sqlalchemy import Connection

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
    line = (at, kind, clean(actor), account_id, conversation_id, clean(to_json(dict(detail or {}))))
    execute_many(connection, _INSERT, [line])
