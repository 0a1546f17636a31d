"""Two conversations turn out to be one: everything of the later one moves, nothing that people wrote is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.sql import execute, fetch_dicts, one

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
#: Of two conversations that turn out to be one, the earlier of these counts.
_AWAKE = ("open", "pending", "snoozed", "done")
_LEFT = ("context_links", "conversation_labels", "drafts")


def join(connection: Connection, go: int, keep: int, now: int) -> None:
    """The network says that two are one."""
    move_into(connection, go, keep)
    write_entry(connection, now, "joined", actor="", conversation_id=keep, detail={"from": go})


def move_into(connection: Connection, go: int, keep: int) -> None:
    """Move a conversation into another, with its notes, labels, drafts, outbox and state."""
    _join_state(connection, go, keep)
    for statement in _MOVES:
        execute(connection, statement, keep, go)
    for table in _LEFT:
        execute(connection, f"DELETE FROM {table} WHERE conversation_id = ?", go)


def _join_state(connection: Connection, go: int, keep: int) -> None:
    found = fetch_dicts(connection, "SELECT * FROM conversations WHERE id IN (?, ?)", keep, go)
    states = {row["id"]: row for row in found}
    kept, gone = states[keep], states[go]
    values = joined_state(kept, gone)
    values["read_up_to"] = _read_up_to(connection, {keep: kept["read_up_to"], go: gone["read_up_to"]})
    execute(
        connection,
        f"UPDATE conversations SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ?",
        *values.values(),
        keep,
    )


def joined_state(kept: Mapping[str, Any], gone: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of two conversations that are one now: whichever of them asks for more attention decides."""
    status = min((kept["status"], gone["status"]), key=_AWAKE.index)
    away = [row for row in (kept, gone) if status != "open"]
    same = [row for row in (kept, gone) if row["status"] == status]
    snoozed = [row["snoozed_until"] for row in same if row["snoozed_until"] is not None]
    starts = [row["run_from"] for row in (kept, gone) if row["run_from"] is not None]
    return {
        "status": status,
        "assignee": kept["assignee"] or gone["assignee"],
        "done_at": max((row["done_at"] or 0 for row in away), default=None),
        "undecided": int(kept["undecided"] and gone["undecided"]),
        "created_at": min(kept["created_at"], gone["created_at"]),
        "priority": max(kept["priority"], gone["priority"]),
        "snoozed_until": min(snoozed, default=None),
        "muted": int(kept["muted"] and gone["muted"]),
        "spam": int(kept["spam"] and gone["spam"]),
        "outcome": next((row["outcome"] for row in same if row["outcome"]), ""),
        "run_from": min(starts, default=None),
    }


def _read_up_to(connection: Connection, read: dict[int, int | None]) -> int | None:
    """As far as both are read, without hiding a message that was unread in either."""
    far = [at for at in read.values() if at is not None]
    if not far:
        return None
    unread = [one(connection, _EARLIEST_UNREAD, number, -1 if at is None else at) for number, at in read.items()]
    limits: list[int] = [row[0] - 1 for row in unread if row is not None and row[0] is not None]
    return min(max(far), *limits) if limits else max(far)
