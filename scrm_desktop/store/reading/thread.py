"""A thread: messages, what they answer to, our own on their way, notes and events, merged in windows by time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import NamedTuple

from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.domain.views import ThreadItem, ThreadPage
from scrm_desktop.errors import InputError
from scrm_desktop.store.reading.conversation import resolve
from scrm_desktop.store.reading.items import (
    event_items,
    message_items,
    note_items,
    outbox_items,
    placeholders,
)
from scrm_desktop.store.reading.rebuild import MESSAGE_COLUMNS, Record, records

#: The kinds of event that are told in a thread; the others stand in the log only.
TOLD = (
    "done", "open", "pending", "snoozed", "woke", "reopened", "priority", "spam", "not_spam", "muted", "unmuted",
    "assigned", "unassigned", "labelled", "unlabelled", "undone", "joined", "merged", "unmerged", "missed",
    "person_muted", "person_unmuted", "person_blocked", "person_unblocked", "person_reported",
    "split_off", "split_from", "same_person", "not_same_person",
)  # fmt: skip
_TOLD = ", ".join(f"'{kind}'" for kind in TOLD)
MOST_CONTEXT = 500

_MESSAGE, _CONTEXT, _OUTBOX, _NOTE, _EVENT = range(5)
SHOWN_OUTBOX = """kind = 'send' AND state <> 'cancelled' AND NOT (state = 'sent' AND EXISTS (
    SELECT 1 FROM messages m WHERE m.account_id = o.account_id AND m.remote_id = o.remote_id))"""

#: What is scheduled stands where it will leave, below what was said before.
OUTBOX_AT = "coalesce(scheduled_at, created_at)"
#: Of many that were closed at once, some had an answer and some had none.
_EVENT_COLUMNS = """*, (SELECT m.what FROM event_members m WHERE m.conversation_id = ?1 AND m.event_id = events.id)
    AS own_what"""
#: An entry tells of one conversation, or of many at once.
_OF_EVENT = "(conversation_id = ?1 OR id IN (SELECT event_id FROM event_members WHERE conversation_id = ?1))"


class _Source(NamedTuple):
    """One of the tables that a thread is merged from; ``where`` holds one parameter, the conversation."""

    columns: str
    table: str
    where: str
    at: str


_SOURCES = {
    _MESSAGE: _Source(MESSAGE_COLUMNS, "messages", "conversation_id = ?", "created_at"),
    _CONTEXT: _Source(
        MESSAGE_COLUMNS,
        "messages",
        "conversation_id IS NULL AND id IN (SELECT message_id FROM context_links WHERE conversation_id = ?)",
        "created_at",
    ),
    _OUTBOX: _Source(
        f"*, {OUTBOX_AT} AS stands_at", "outbox o", f"conversation_id = ? AND {SHOWN_OUTBOX}", "stands_at"
    ),
    _NOTE: _Source("*", "notes", "conversation_id = ? AND removed_at IS NULL", "at"),
    _EVENT: _Source(_EVENT_COLUMNS, "events", f"{_OF_EVENT} AND kind IN ({_TOLD})", "at"),
}


class _Place(NamedTuple):
    """Where an item stands: its time, its kind, its id."""

    at: int
    rank: int
    id: int


def thread_page(
    connection: sqlite3.Connection, conversation_id: int, before: str | None, limit: int | None
) -> ThreadPage:
    """The newest ``limit`` items (all, with ``None``), or those that end before the item ``before``; oldest first."""
    conversation_id = resolve(connection, conversation_id)
    end = None if before is None else _place_of(connection, conversation_id, before)
    found: list[tuple[_Place, Record]] = []
    for rank in _SOURCES:
        rows = _rows(connection, rank, conversation_id, end, limit)
        found.extend((_Place(row[_SOURCES[rank].at], rank, row["id"]), row) for row in rows)
    found.sort(key=lambda pair: pair[0])
    window = found if limit is None else found[-limit:]
    return ThreadPage(
        conversation_id=conversation_id,
        items=_items(connection, conversation_id, window),
        older=len(window) < len(found),
        newer=before is not None,
        total=_total(connection, conversation_id),
    )


def _rows(
    connection: sqlite3.Connection, rank: int, conversation_id: int, end: _Place | None, limit: int | None
) -> list[Record]:
    source, parameters = _SOURCES[rank], [conversation_id]
    where = source.where
    if end is not None and rank == end.rank:
        where += f" AND ({source.at}, id) < (?, ?)"
        parameters += [end.at, end.id]
    elif end is not None:
        where += f" AND {source.at} {'<=' if rank < end.rank else '<'} ?"
        parameters.append(end.at)
    statement = f"SELECT {source.columns} FROM {source.table} WHERE {where} ORDER BY {source.at} DESC, id DESC"
    if limit is not None or rank == _CONTEXT:
        # One more than is shown tells whether there is anything older.
        statement += " LIMIT ?"
        parameters.append(MOST_CONTEXT if limit is None else limit + 1)
    return records(connection, statement, parameters)


def _items(
    connection: sqlite3.Connection, conversation_id: int, window: Sequence[tuple[_Place, Record]]
) -> tuple[ThreadItem, ...]:
    by_rank: dict[int, list[Record]] = {rank: [] for rank in _SOURCES}
    for place, row in window:
        by_rank[place.rank].append(row)
    messages = by_rank[_MESSAGE] + by_rank[_CONTEXT]
    gone = placeholders(connection, messages) if messages else {}
    made: dict[int, dict[int, ThreadItem]] = {
        _OUTBOX: _by_row(by_rank[_OUTBOX], lambda rows: outbox_items(rows, ourselves(connection, rows))),
        _NOTE: _by_row(by_rank[_NOTE], note_items),
        _EVENT: _by_row(by_rank[_EVENT], event_items),
    }
    made[_MESSAGE] = made[_CONTEXT] = _by_row(messages, lambda rows: message_items(connection, rows, conversation_id))
    items: list[ThreadItem] = []
    for place, _ in window:
        if place.rank <= _CONTEXT and place.id in gone:
            items.append(gone[place.id])
        items.append(made[place.rank][place.id])
    return tuple(items)


def _by_row(rows: list[Record], make: Callable[[list[Record]], list[ThreadItem]]) -> dict[int, ThreadItem]:
    return {row["id"]: item for row, item in zip(rows, make(rows), strict=True)}


def ourselves(connection: sqlite3.Connection, rows: list[Record]) -> dict[int, RemoteProfile]:
    """We, as the author of what has not come back from the network yet."""
    accounts = {row["account_id"] for row in rows}
    found: dict[int, RemoteProfile] = {}
    for account_id in accounts:
        ((remote_id, handle, name),) = connection.execute(
            "SELECT remote_id, handle, display_name FROM accounts WHERE id = ?", (account_id,)
        )
        found[account_id] = RemoteProfile(remote_id=remote_id, handle=handle, display_name=name)
    return found


def _total(connection: sqlite3.Connection, conversation_id: int) -> int:
    total = 0
    for source in _SOURCES.values():
        ((number,),) = connection.execute(
            f"SELECT count(*) FROM {source.table} WHERE {source.where}", (conversation_id,)
        )
        total += number
    return total


def _place_of(connection: sqlite3.Connection, conversation_id: int, key: str) -> _Place:
    """Where the item with this key stands now."""
    kind, _, number = key.partition(":")
    if not number.isdigit():
        raise InputError(f"There is no item {key!r} in this conversation.")
    statement = {
        "m": "SELECT created_at, conversation_id, id FROM messages WHERE id = ?",
        "g": "SELECT created_at, conversation_id, id FROM messages WHERE id = ?",
        "o": """SELECT m.created_at, m.conversation_id, m.id FROM outbox o JOIN messages m
            ON m.account_id = o.account_id AND m.remote_id = o.remote_id WHERE o.id = ? AND o.remote_id <> ''""",
        "n": "SELECT at, conversation_id, id FROM notes WHERE id = ?",
        "e": f"""SELECT at, coalesce(conversation_id, (SELECT m.conversation_id FROM event_members m
            WHERE m.conversation_id = {conversation_id:d} AND m.event_id = events.id)), id FROM events WHERE id = ?""",
    }.get(kind)
    row = connection.execute(statement, (int(number),)).fetchone() if statement else None
    rank = {"n": _NOTE, "e": _EVENT}.get(kind, _MESSAGE)
    if row is None and kind == "o":
        statement, rank = f"SELECT {OUTBOX_AT}, conversation_id, id FROM outbox WHERE id = ?", _OUTBOX
        row = connection.execute(statement, (int(number),)).fetchone()
    if row is not None and rank == _MESSAGE and row[1] is None:
        rank = _CONTEXT
    elif row is None or row[1] != conversation_id:
        raise InputError(f"There is no item {key!r} in this conversation.")
    return _Place(row[0], rank, row[2])
