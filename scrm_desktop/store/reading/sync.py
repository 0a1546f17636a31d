"""What the sync asks before it asks the network."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import datetime

from scrm_desktop.domain.views import Coverage
from scrm_desktop.store.values import clean, id_list, micros, moment, moment_or_none

_KNOWN = "SELECT remote_id FROM messages WHERE account_id = ? AND remote_id IN (SELECT value FROM json_each(?))"
#: The plus keeps SQLite from walking all conversations of the account for the few that are open.
_REFRESH = """SELECT m.remote_id FROM (
        SELECT conversation_id FROM inbox WHERE +account_id = ?1 AND status = 'open' AND last_at >= ?3
        ORDER BY last_at DESC LIMIT ?4
    ) i CROSS JOIN messages m ON m.conversation_id = i.conversation_id
    WHERE m.created_at >= ?3 AND m.deleted_at IS NULL
    ORDER BY m.refreshed_at, m.created_at DESC LIMIT ?2"""
_MOST_CONVERSATIONS = 5000


def cursor_of(connection: sqlite3.Connection, account_id: int, stream: str, way: str) -> str | None:
    """The saved cursor."""
    row = connection.execute(
        "SELECT cursor FROM cursors WHERE account_id = ? AND stream = ? AND way = ?", (account_id, stream, way)
    ).fetchone()
    return None if row is None else str(row[0])


def known_ids(connection: sqlite3.Connection, account_id: int, remote_ids: Collection[str]) -> frozenset[str]:
    """Which of these messages are stored."""
    by_stored = {clean(remote_id): remote_id for remote_id in remote_ids}
    rows = connection.execute(_KNOWN, (account_id, id_list(by_stored)))
    return frozenset(by_stored[row[0]] for row in rows)


def worth_refreshing(connection: sqlite3.Connection, account_id: int, limit: int, since: datetime) -> tuple[str, ...]:
    """What was written in open conversations since then: not looked at for longest, newest first."""
    rows = connection.execute(_REFRESH, (account_id, limit, micros(since), _MOST_CONVERSATIONS))
    return tuple(row[0] for row in rows)


def coverage_of_all(connection: sqlite3.Connection) -> tuple[Coverage, ...]:
    """What is stored of each stream."""
    gaps: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for account_id, stream, start, end in connection.execute("SELECT * FROM coverage_gaps ORDER BY start"):
        gaps.setdefault((account_id, stream), []).append((start, end))
    rows = connection.execute(
        "SELECT account_id, stream, since, until, finished, note FROM coverage ORDER BY account_id, stream"
    )
    return tuple(
        Coverage(
            account_id=account_id,
            stream=stream,
            complete_since=moment_or_none(since),
            complete_until=moment_or_none(until),
            gaps=tuple((moment(start), moment(end)) for start, end in gaps.get((account_id, stream), ())),
            finished=bool(finished),
            note=note,
        )
        for account_id, stream, since, until, finished, note in rows
    )
