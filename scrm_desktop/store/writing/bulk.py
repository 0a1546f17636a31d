"""Decisions on very many conversations: a few statements over all of them, one entry of the log, one way back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.triage import RestoreMany, SetLabel, StateAction, TriageAction
from scrm_desktop.errors import InputError
from scrm_desktop.store.journal import write_batch
from scrm_desktop.store.sql import driver, execute, fetch, ids, one
from scrm_desktop.store.summaries import NOBODY_WAITS, refresh
from scrm_desktop.store.tallies import count_picked, write_difference
from scrm_desktop.store.writing.bulk_sql import OWN_LINE, bulk_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: What is worked on, and what stood there before.
_TABLE = "CREATE TEMP TABLE IF NOT EXISTS picked (id INTEGER NOT NULL PRIMARY KEY, before TEXT NOT NULL)"
_OLD_TABLE = "CREATE TEMP TABLE IF NOT EXISTS put_back (id INTEGER NOT NULL PRIMARY KEY, before TEXT NOT NULL)"
_GIVEN = """json_each(:wanted) j JOIN conversations f ON f.id = j.value
    JOIN conversations c ON c.id = coalesce(f.joined_into, f.id)"""
_MEMBERS = """INSERT INTO put_back SELECT m.conversation_id, m.before FROM json_each(:wanted) j
    JOIN event_members m ON m.conversation_id = j.value AND m.event_id = :entry
    JOIN conversations c ON c.id = j.value AND c.joined_into IS NULL"""
_ALL = "(SELECT id FROM picked)"
_LABELS = f"""UPDATE inbox SET labels = CASE WHEN :on AND labels = '' THEN CAST(:label AS TEXT) ELSE coalesce((
    SELECT group_concat(label_id) FROM (SELECT label_id FROM conversation_labels l
        WHERE l.conversation_id = inbox.conversation_id ORDER BY label_id)), '') END
    WHERE conversation_id IN {_ALL}"""
#: A label is counted where somebody waits. The plus makes SQLite walk those, who are few.
_WAITING = f"""SELECT count(*) FROM inbox WHERE waiting_since IS NOT NULL AND spam = 0
    AND +conversation_id IN {_ALL}"""
_HIDDEN = f"SELECT conversation_id FROM inbox WHERE spam = 1 AND conversation_id IN {_ALL}"
_ENDED = """coalesce((SELECT c.outcome FROM conversations c WHERE c.id = picked.id AND c.outcome = 'no_action'), '')"""
#: Columns of the list that no count beside a view depends on.
_UNCOUNTED = {"priority"}


def decide_many(
    connection: Connection, action: StateAction, words: tuple[str, str], actor: str, now: int
) -> tuple[Changes, TriageAction]:
    """Do it, for all that it changes; conversations that do not exist are left out."""
    bulk, (kind, what) = bulk_of(action, now), words
    source = f"{_GIVEN} WHERE {bulk.where}"
    _pick(
        connection,
        f"SELECT c.id, {_packed(bulk.columns)} FROM {source}",
        {**bulk.parameters, "wanted": ids(action.conversations)},
    )
    detail: dict[str, object] = {"what": what, "columns": bulk.columns}
    if isinstance(action, SetLabel):
        return _wear(connection, action.label_id, action.on, (kind, detail), actor, now)
    before = _counts(connection, bulk.line)
    sets = ", ".join(f"{column} = {value}" for column, value in zip(bulk.columns, bulk.values, strict=True))
    _run(connection, f"UPDATE conversations AS c SET {sets} WHERE c.id IN {_ALL}", bulk.parameters)
    inverse = _tell(connection, kind, detail, actor, now)
    _show(connection, bulk.line, bulk.parameters, before, now)
    return Changes(conversations=frozenset(inverse.conversations)), inverse


def restore_many(connection: Connection, action: RestoreMany, actor: str, now: int) -> tuple[Changes, TriageAction]:
    """Put back what an entry of the log says stood before. InputError for an entry that tells of no such thing."""
    row = one(connection, "SELECT detail FROM events WHERE id = ?", action.entry)
    detail: dict[str, Any] = json.loads(row[0]) if row else {}
    if "columns" not in detail:
        raise InputError(f"There is nothing to put back with the number {action.entry}.")
    execute(connection, _OLD_TABLE)
    execute(connection, "DELETE FROM put_back")
    _run(connection, _MEMBERS, {"wanted": ids(action.conversations), "entry": action.entry})
    columns = tuple(str(column) for column in detail["columns"])
    _pick(connection, f"SELECT c.id, {_packed(columns)} FROM put_back b JOIN conversations c ON c.id = b.id", {})
    detail["what"] = action.what
    if "label" in detail:
        return _wear(connection, detail["label"], not detail["on"], ("undone", detail), actor, now)
    line = {column: OWN_LINE[column] for column in columns} if set(columns) <= set(OWN_LINE) else None
    before = _counts(connection, line)
    values = ", ".join(f"json_extract(b.before, '$[{place}]')" for place in range(len(columns)))
    old = f"(SELECT {values} FROM put_back b WHERE b.id = c.id)"
    execute(connection, f"UPDATE conversations AS c SET ({', '.join(columns)}) = {old} WHERE c.id IN {_ALL}")
    inverse = _tell(connection, "undone", detail, actor, now)
    _show(connection, line, {}, before, now)
    return Changes(conversations=frozenset(inverse.conversations)), inverse


def _packed(columns: tuple[str, ...]) -> str:
    return f"json_array({', '.join(f'c.{column}' for column in columns)})" if columns else "''"


def _pick(connection: Connection, select: str, parameters: Mapping[str, object]) -> None:
    execute(connection, _TABLE)
    execute(connection, "DELETE FROM picked")
    _run(connection, f"INSERT OR IGNORE INTO picked (id, before) {select}", parameters)


def _run(connection: Connection, statement: str, parameters: Mapping[str, object]) -> None:
    driver(connection).execute(statement, dict(parameters))


def _wear(
    connection: Connection, label: int, on: bool, words: tuple[str, dict[str, object]], actor: str, now: int
) -> tuple[Changes, TriageAction]:
    """Put a label on everything that is picked, or take it off."""
    if on:
        execute(connection, "INSERT OR IGNORE INTO conversation_labels SELECT id, ? FROM picked", label)
    else:
        execute(connection, f"DELETE FROM conversation_labels WHERE label_id = ? AND conversation_id IN {_ALL}", label)
    _run(connection, _LABELS, {"on": on, "label": label})
    ((waiting,),) = fetch(connection, _WAITING)
    write_difference(connection, {}, {("label", str(label)): waiting if on else -waiting})
    kind, detail = words
    inverse = _tell(connection, kind, {**detail, "label": label, "on": on}, actor, now)
    return Changes(conversations=frozenset(inverse.conversations), labels=True), inverse


def _tell(connection: Connection, kind: str, detail: Mapping[str, object], actor: str, now: int) -> RestoreMany:
    members = tuple(row[0] for row in fetch(connection, "SELECT id FROM picked ORDER BY id"))
    detail = {**detail, "members": len(members)}
    entry = write_batch(connection, now, kind, actor=actor, detail=detail, what=_ENDED if kind == "done" else "''")
    return RestoreMany(conversations=members, entry=entry, what=kind)


def _counts(connection: Connection, line: Mapping[str, str] | None) -> Mapping[Any, int] | None:
    return None if line is None or set(line) <= _UNCOUNTED else count_picked(connection)


def _show(
    connection: Connection,
    line: Mapping[str, str] | None,
    parameters: Mapping[str, object],
    before: Mapping[Any, int] | None,
    now: int,
) -> None:
    """The rows of the list and the counts beside the views follow."""
    if line is None:
        refresh(connection, (row[0] for row in fetch(connection, "SELECT id FROM picked")), now)
        return
    hidden = fetch(connection, _HIDDEN) if "spam" in line else []
    sets = ", ".join(f"{column} = {value}" for column, value in line.items())
    _run(
        connection,
        f"UPDATE inbox SET {sets} WHERE conversation_id IN {_ALL}",
        {**parameters, "nobody": NOBODY_WAITS},
    )
    if before is not None:
        write_difference(connection, before, count_picked(connection))
    # What nobody was told of while it was spam may be unread now.
    refresh(connection, (row[0] for row in hidden), now)
