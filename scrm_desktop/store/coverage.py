"""What of each stream is stored: complete between two ends, less the gaps that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrm_desktop.domain.events import Span
from scrm_desktop.store.sql import execute, execute_many, fetch, one
from scrm_desktop.store.values import clean, micros

if TYPE_CHECKING:
    from sqlalchemy import Connection

Gap = tuple[int, int]


def add_covered(connection: Connection, account_id: int, stream: str, span: Span) -> bool:
    """A stretch is proved complete: the ends move, gaps close, and a hole between it and the rest is one."""
    start, end = sorted((micros(span.start), micros(span.end)))
    since, until = _ends(connection, account_id, stream)
    before = _gaps(connection, account_id, stream)
    gaps = list(before)
    if since is not None and until is not None:
        if start > until:
            gaps.append((until, start))
        if end < since:
            gaps.append((end, since))
    gaps = [piece for gap in gaps for piece in _without(gap, (start, end))]
    ends = (start if since is None else min(since, start), end if until is None else max(until, end))
    if ends == (since, until) and sorted(gaps) == sorted(before):
        return False
    _write(connection, account_id, stream, ends, gaps)
    return True


def add_gap(connection: Connection, account_id: int, stream: str, span: Span) -> None:
    """A stretch is known to be missing."""
    gap = (micros(span.start), micros(span.end))
    since, until = _ends(connection, account_id, stream)
    gaps = [piece for old in _gaps(connection, account_id, stream) for piece in _without(old, gap)]
    ends = (gap[0] if since is None else min(since, gap[0]), gap[1] if until is None else max(until, gap[1]))
    _write(connection, account_id, stream, ends, [*gaps, gap])


def finish(connection: Connection, account_id: int, stream: str, note: str) -> None:
    """History is read as far as it goes, or as it was asked for."""
    execute(
        connection,
        "INSERT INTO coverage (account_id, stream, finished, note) VALUES (?, ?, 1, ?)"
        " ON CONFLICT DO UPDATE SET finished = 1, note = excluded.note",
        account_id,
        stream,
        clean(note),
    )


def _without(gap: Gap, covered: Gap) -> list[Gap]:
    """What is left of a gap."""
    pieces = [(gap[0], min(gap[1], covered[0])), (max(gap[0], covered[1]), gap[1])]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _ends(connection: Connection, account_id: int, stream: str) -> tuple[int | None, int | None]:
    row = one(connection, "SELECT since, until FROM coverage WHERE account_id = ? AND stream = ?", account_id, stream)
    return (None, None) if row is None else (row[0], row[1])


def _gaps(connection: Connection, account_id: int, stream: str) -> list[Gap]:
    rows = fetch(
        connection, 'SELECT start, "end" FROM coverage_gaps WHERE account_id = ? AND stream = ?', account_id, stream
    )
    return [(row[0], row[1]) for row in rows]


def _write(connection: Connection, account_id: int, stream: str, ends: Gap, gaps: list[Gap]) -> None:
    execute(
        connection,
        "INSERT INTO coverage (account_id, stream, since, until, finished, note) VALUES (?, ?, ?, ?, 0, '')"
        " ON CONFLICT DO UPDATE SET since = excluded.since, until = excluded.until",
        account_id,
        stream,
        *ends,
    )
    execute(connection, "DELETE FROM coverage_gaps WHERE account_id = ? AND stream = ?", account_id, stream)
    execute_many(
        connection,
        "INSERT OR REPLACE INTO coverage_gaps VALUES (?, ?, ?, ?)",
        [(account_id, stream, *gap) for gap in sorted(set(gaps))],
    )
