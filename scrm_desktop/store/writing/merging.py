"""Several conversations made one by a person, and taken apart again: nothing that was written is lost either way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.triage import Merge, TriageAction, Unmerge
from scrm_desktop.errors import InputError
from scrm_desktop.store.joining import move_into
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.sql import execute, fetch, fetch_dicts, ids, one
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.writing.apart import STATE, put_apart, remote_ids
from scrm_desktop.store.writing.conversations import resolve

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ACCOUNTS = "SELECT count(DISTINCT account_id) FROM conversations WHERE id IN (SELECT value FROM json_each(?))"
_LISTS = {
    "labels": "SELECT label_id FROM conversation_labels WHERE conversation_id = ? ORDER BY 1",
    "remote": "SELECT remote_id FROM messages WHERE conversation_id = ? ORDER BY id",
    "notes": "SELECT id FROM notes WHERE conversation_id = ? ORDER BY 1",
    "outbox": "SELECT id FROM outbox WHERE conversation_id = ? ORDER BY 1",
    "aliases": "SELECT id FROM conversations WHERE joined_into = ? ORDER BY 1",
}
_LAST = """SELECT id, detail FROM events WHERE conversation_id = ?1 AND kind = 'merged' AND (?2 IS NULL OR id = ?2)
    ORDER BY id DESC"""


def merge(connection: Connection, action: Merge, actor: str, now: int) -> tuple[Changes, TriageAction]:
    """Move the others into one. InputError for fewer than two, and for conversations of different accounts."""
    keep = resolve(connection, action.into)
    gone = [number for number in _each(connection, action.conversations) if number != keep]
    if not gone:
        raise InputError("It takes two conversations to merge them.")
    ((accounts,),) = fetch(connection, _ACCOUNTS, ids([keep, *gone]))
    if accounts > 1:
        raise InputError("Conversations of different accounts can't be merged yet: an answer has one way out.")
    before = whole(connection, keep)
    parts = [whole(connection, number) for number in gone]
    for number in gone:
        move_into(connection, number, keep)
    detail = {"what": str(len(gone) + 1), "before": before, "gone": parts, "after": whole(connection, keep)}
    write_entry(connection, now, "merged", actor=actor, conversation_id=keep, detail=detail)
    ((entry,),) = fetch(connection, "SELECT max(id) FROM events WHERE conversation_id = ?", keep)
    return _changes(connection, [keep, *gone], now), Unmerge(conversation=keep, entry=entry)


def unmerge(connection: Connection, action: Unmerge, actor: str, now: int) -> tuple[Changes, TriageAction]:
    """Take apart what is still together. InputError where nothing was merged, or it was merged further."""
    keep = resolve(connection, action.conversation)
    entry, detail = _merged(connection, keep, action.entry)
    gone = [int(part["id"]) for part in detail["gone"]]
    put_apart(connection, keep, detail)
    told = {"what": str(len(gone) + 1), "entry": entry}
    for number in (keep, *gone):
        write_entry(connection, now, "unmerged", actor=actor, conversation_id=number, detail=told)
    return _changes(connection, [keep, *gone], now), Merge(into=keep, conversations=tuple(gone))


def _each(connection: Connection, numbers: tuple[int, ...]) -> list[int]:
    return list(dict.fromkeys(resolve(connection, number) for number in numbers))


def whole(connection: Connection, number: int) -> dict[str, Any]:
    """Everything that stands in a conversation, by number, and how it stands."""
    ((row),) = fetch_dicts(connection, f"SELECT {', '.join(STATE)} FROM conversations WHERE id = ?", number)
    lists = {name: [found[0] for found in fetch(connection, select, number)] for name, select in _LISTS.items()}
    drafts = fetch_dicts(connection, "SELECT * FROM drafts WHERE conversation_id = ?", number)
    return {"id": number, "state": row, "drafts": drafts, **lists}


def _merged(connection: Connection, keep: int, wanted: int | None) -> tuple[int, dict[str, Any]]:
    """The last merge whose parts are still in this conversation."""
    for entry, text in fetch(connection, _LAST, keep, wanted):
        detail: dict[str, Any] = json.loads(text)
        parts = ids(part["id"] for part in detail["gone"])
        still = one(
            connection,
            "SELECT count(*) FROM conversations WHERE joined_into = ? AND id IN (SELECT value FROM json_each(?))",
            keep,
            parts,
        )
        if still is not None and still[0] == len(detail["gone"]):
            return int(entry), detail
    raise InputError("There is no merge in this conversation that could be taken apart.")


def _changes(connection: Connection, numbers: list[int], now: int) -> Changes:
    refresh(connection, numbers, now)
    return Changes(conversations=frozenset(numbers), labels=True)


def repeat_moves(connection: Connection) -> None:
    """After a crash between the two databases: messages follow the last ones that were taken apart."""
    found = fetch(connection, "SELECT DISTINCT detail FROM events WHERE kind = 'unmerged' ORDER BY id DESC LIMIT 20")
    for (told,) in found:
        row = one(connection, "SELECT conversation_id, detail FROM events WHERE id = ?", json.loads(told)["entry"])
        for part in json.loads(row[1])["gone"] if row else ():
            execute(
                connection,
                """UPDATE messages SET conversation_id = ?1 WHERE conversation_id = ?2
                AND account_id = (SELECT account_id FROM conversations WHERE id = ?1)
                AND remote_id IN (SELECT value FROM json_each(?3))
                AND EXISTS (SELECT 1 FROM conversations WHERE id = ?1 AND joined_into IS NULL)""",
                part["id"],
                row[0] if row else 0,
                ids(remote_ids(connection, part)),
            )
