"""One conversation made two by a person: from a message on, the rest stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.triage import Merge, Split, TriageAction
from scrm_desktop.errors import InputError
from scrm_desktop.store.ingest.splits import keep_placed
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.links import relink
from scrm_desktop.store.sql import driver, fetch, one
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.values import clean
from scrm_desktop.store.writing.apart import STATE
from scrm_desktop.store.writing.conversations import resolve

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FIRST = "SELECT id, created_at FROM messages WHERE conversation_id = ? AND remote_id = ?"
_BEFORE = "SELECT 1 FROM messages WHERE conversation_id = ? AND (created_at, id) < (?, ?) LIMIT 1"
_FREE = "SELECT seq + 1 FROM main.sqlite_sequence WHERE name = 'conversations'"
_FOUND = f"""INSERT INTO conversations (id, account_id, key, {", ".join(STATE)})
    SELECT :new, account_id, 'split:' || :new, {", ".join(STATE)} FROM conversations WHERE id = :keep"""
#: What is on its way goes with what it answers, and with the part of a thread that it follows.
_OUTBOX = """WITH RECURSIVE moved (remote_id) AS (SELECT remote_id FROM messages WHERE conversation_id = :new),
    rows (id) AS (
        SELECT id FROM outbox WHERE conversation_id = :keep AND (remote_id <> '' AND remote_id IN (SELECT * FROM moved)
            OR json_extract(command, '$.in_reply_to') IN (SELECT * FROM moved))
        UNION
        SELECT o.id FROM rows JOIN outbox o ON o.follows = rows.id WHERE o.conversation_id = :keep
    ) UPDATE outbox SET conversation_id = :new WHERE id IN (SELECT id FROM rows)"""
_MOVES = (
    # Somebody has looked at it: what is imported does not close by itself any more.
    "UPDATE conversations SET undecided = 0 WHERE id IN (:keep, :new)",
    """UPDATE messages SET conversation_id = :new WHERE conversation_id = :keep
        AND (created_at, id) >= (:at, :id)""",
    "UPDATE notes SET conversation_id = :new WHERE conversation_id = :keep AND at >= :at",
    _OUTBOX,
    "INSERT INTO conversation_labels SELECT :new, label_id FROM conversation_labels WHERE conversation_id = :keep",
)
#: Whatever the first part was split from before, the second one is apart from as well.
_DIVIDED = """INSERT OR IGNORE INTO divided SELECT DISTINCT CASE coalesce(a.joined_into, a.id) WHEN :keep THEN other
        ELSE one END, :new FROM divided JOIN conversations a ON a.id = one JOIN conversations b ON b.id = other
    WHERE (coalesce(a.joined_into, a.id) = :keep) <> (coalesce(b.joined_into, b.id) = :keep)
    UNION SELECT :keep, :new"""


def split(connection: Connection, action: Split, actor: str, now: int) -> tuple[Changes, TriageAction]:
    """Found a conversation of the rest. InputError for a message that is not there, and for the first one."""
    keep = resolve(connection, action.conversation)
    first = one(connection, _FIRST, keep, clean(action.remote_id))
    if first is None:
        raise InputError("That message does not stand in this conversation.")
    if one(connection, _BEFORE, keep, first[1], first[0]) is None:
        raise InputError("This is the first message: nothing would be left of the conversation.")
    ((new,),) = fetch(connection, _FREE)
    values = {"new": new, "keep": keep, "at": first[1], "id": first[0]}
    for statement in (_FOUND, *_MOVES, _DIVIDED):
        driver(connection).execute(statement, {name: values[name] for name in values if f":{name}" in statement})
    keep_placed(connection, new)
    for number in (keep, new):
        relink(connection, number)
    write_entry(connection, now, "split_off", actor=actor, conversation_id=keep, detail={"what": str(new)})
    write_entry(connection, now, "split_from", actor=actor, conversation_id=new, detail={"what": str(keep)})
    refresh(connection, [keep, new], now)
    return Changes(conversations=frozenset({keep, new}), labels=True), Merge(into=keep, conversations=(new,))
