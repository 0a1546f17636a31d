"""Two conversations turn out to be one: everything of the later one moves, nothing that people wrote is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.sql import execute, fetch, one

if TYPE_CHECKING:
    from sqlalchemy import Connection

_EARLIEST_UNREAD = """SELECT min(created_at) FROM messages WHERE conversation_id = ? AND addressed = 1
    AND deleted_at IS NULL AND live = 1 AND created_at > ?"""
_MOVES = (
    "UPDATE messages SET conversation_id = ?1 WHERE conversation_id = ?2",
    "INSERT OR IGNORE INTO context_links SELECT ?1, message_id FROM context_links WHERE conversation_id = ?2",
    "UPDATE notes SET conversation_id = ?1 WHERE conversation_id = ?2",
    "UPDATE outbox SET conversation_id = ?1 WHERE conversation_id = ?2",
    "INSERT OR IGNORE INTO conversation_labels SELECT ?1, label_id FROM conversation_labels WHERE conversation_id = ?2",
    """INSERT INTO drafts SELECT ?1, mode, account_id, text, content_warning, media, answers, token, saved_at
       FROM drafts WHERE conversation_id = ?2
       ON CONFLICT DO UPDATE SET text = text || char(10, 10) || excluded.text""",
    "UPDATE conversations SET joined_into = ?1 WHERE id = ?2 OR joined_into = ?2",
)
_LEFT = ("context_links", "conversation_labels", "drafts")


def join(connection: Connection, go: int, keep: int, now: int) -> None:
    """Move a conversation into another, with its notes, labels, drafts, outbox and state."""
    _join_state(connection, go, keep)
    for statement in _MOVES:
        execute(connection, statement, keep, go)
    for table in _LEFT:
        execute(connection, f"DELETE FROM {table} WHERE conversation_id = ?", go)
    write_entry(connection, now, "joined", actor="", conversation_id=keep, detail={"from": go})


def _join_state(connection: Connection, go: int, keep: int) -> None:
    rows = fetch(
        connection,
        "SELECT id, status, assignee, read_up_to, done_at, undecided, created_at FROM conversations WHERE id IN (?, ?)",
        keep,
        go,
    )
    states = {row[0]: row[1:] for row in rows}
    (status, assignee, read, done, undecided, created), other = states[keep], states[go]
    both_done = status == other[0] == "done"
    execute(
        connection,
        "UPDATE conversations SET status = ?, assignee = ?, read_up_to = ?, done_at = ?, undecided = ?, created_at = ?"
        " WHERE id = ?",
        "done" if both_done else "open",
        assignee or other[1],
        _read_up_to(connection, {keep: read, go: other[2]}),
        max(done or 0, other[3] or 0) if both_done else None,
        int(undecided and other[4]),
        min(created, other[5]),
        keep,
    )


def _read_up_to(connection: Connection, read: dict[int, int | None]) -> int | None:
    """As far as both are read, without hiding a message that was unread in either."""
    far = [at for at in read.values() if at is not None]
    if not far:
        return None
    unread = [one(connection, _EARLIEST_UNREAD, number, -1 if at is None else at) for number, at in read.items()]
    limits: list[int] = [row[0] - 1 for row in unread if row is not None and row[0] is not None]
    return min(max(far), *limits) if limits else max(far)
