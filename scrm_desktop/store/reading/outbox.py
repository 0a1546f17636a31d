"""The outbox, read."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from scrm_desktop.domain.commands import Fence, OutboxRow, OutboxState
from scrm_desktop.store.commands_json import unpack_command
from scrm_desktop.store.reading.rebuild import Record, records
from scrm_desktop.store.values import micros, moment, moment_or_none

_HOLDS = "('queued', 'sending', 'unconfirmed')"
#: A part of a thread (``follows``) is never due before the one in front of it is sent. What is scheduled goes by the
#: wall clock (?3), and holds nothing back before its time.
_DUE = """SELECT * FROM outbox o WHERE account_id = ?1 AND state = 'queued' AND state NOT IN ('sent', 'cancelled')
    AND follows IS NULL AND coalesce(not_before, 0) <= ?2 AND coalesce(scheduled_at, 0) <= ?3 AND NOT EXISTS (
        SELECT 1 FROM outbox e WHERE e.conversation_id = o.conversation_id AND e.id < o.id AND (
            e.state IN ('sending', 'unconfirmed') OR (e.state = 'queued' AND coalesce(e.not_before, 0) > ?2
                AND coalesce(e.scheduled_at, 0) <= ?3)))
    ORDER BY id"""
#: Of what waits in one conversation only the first can be next; a row that is unsettled has no time of its own.
_NEXT = f"""SELECT min(max(coalesce(not_before, created_at), coalesce(scheduled_at, 0))) FROM outbox o
    WHERE account_id = ?1 AND state = 'queued' AND state NOT IN ('sent', 'cancelled') AND follows IS NULL
    AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation_id = o.conversation_id AND e.id < o.id
        AND e.state IN {_HOLDS} AND e.follows IS NULL AND NOT (e.state = 'queued' AND coalesce(e.scheduled_at, 0) > ?2))
    """
#: The next one that would have waited too long; what was tried, or follows another part, is asked about no more.
_NEXT_MISSED = """SELECT min(scheduled_at) FROM outbox WHERE scheduled_at IS NOT NULL
    AND state NOT IN ('sent', 'cancelled') AND state = 'queued' AND tries = 0 AND stop_if_news = 1"""
_FOLLOWERS = """WITH RECURSIVE parts (id) AS (
        SELECT id FROM outbox WHERE follows = ? UNION ALL SELECT o.id FROM outbox o JOIN parts p ON o.follows = p.id)
    SELECT * FROM outbox WHERE id IN parts ORDER BY id"""


def due(connection: sqlite3.Connection, account_id: int, now: datetime, wall: datetime) -> tuple[OutboxRow, ...]:
    """What may leave now, oldest first."""
    return _rows(connection, _DUE, account_id, micros(now), micros(wall))


def next_due(connection: sqlite3.Connection, account_id: int, wall: datetime) -> datetime | None:
    """When the next row may leave."""
    ((at,),) = connection.execute(_NEXT, (account_id, micros(wall)))
    return moment_or_none(at)


def next_scheduled(connection: sqlite3.Connection) -> datetime | None:
    """The earliest time of what is scheduled on any account, and has not been tried yet."""
    ((at,),) = connection.execute(_NEXT_MISSED)
    return moment_or_none(at)


def in_state(connection: sqlite3.Connection, account_id: int, state: OutboxState) -> tuple[OutboxRow, ...]:
    """The rows of an account in one state, oldest first."""
    return _rows(connection, "SELECT * FROM outbox WHERE account_id = ? AND state = ? ORDER BY id", account_id, state)


def all_rows(connection: sqlite3.Connection, finished: bool) -> tuple[OutboxRow, ...]:
    """The outbox, oldest first."""
    condition = "" if finished else "WHERE state NOT IN ('sent', 'cancelled')"
    return _rows(connection, f"SELECT * FROM outbox {condition} ORDER BY id")


def followers(connection: sqlite3.Connection, outbox_id: int) -> tuple[OutboxRow, ...]:
    """The parts of a thread that wait behind this one, in order."""
    return _rows(connection, _FOLLOWERS, outbox_id)


def one_row(connection: sqlite3.Connection, outbox_id: int) -> OutboxRow | None:
    """One row."""
    rows = _rows(connection, "SELECT * FROM outbox WHERE id = ?", outbox_id)
    return rows[0] if rows else None


def outbox_row(row: Record | Mapping[Any, Any]) -> OutboxRow:
    """A command with its state."""
    return OutboxRow(
        id=row["id"],
        account_id=row["account_id"],
        conversation_id=row["conversation_id"],
        command=unpack_command(row["kind"], row["command"]),
        key=row["key"],
        state=OutboxState(row["state"]),
        tries=row["tries"],
        created_at=moment(row["created_at"]),
        not_before=moment_or_none(row["not_before"]),
        fence=None if row["fence_at"] is None else Fence(newest_own_id=row["fence_id"], at=moment(row["fence_at"])),
        remote_id=row["remote_id"],
        error_code=row["error_code"],
        error=row["error"],
        actor=row["actor"],
        wanted_at=moment_or_none(row["wanted_at"]),
        undo_until=moment_or_none(row["undo_until"]),
        scheduled_at=moment_or_none(row["scheduled_at"]),
        asks=bool(row["stop_if_news"]),
    )


def _rows(connection: sqlite3.Connection, statement: str, *parameters: object) -> tuple[OutboxRow, ...]:
    return tuple(outbox_row(row) for row in records(connection, statement, parameters))
