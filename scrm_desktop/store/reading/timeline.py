"""A customer's timeline: the threads with all their profiles, merged in windows by time."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from scrm_desktop.domain.timeline import TimelineItem, TimelinePage, TimelineSource
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import ThreadItem
from scrm_desktop.errors import InputError
from scrm_desktop.store.reading.conversation import resolve
from scrm_desktop.store.reading.items import event_items, message_items, note_items, outbox_items, placeholders
from scrm_desktop.store.reading.rebuild import MESSAGE_COLUMNS, Record, records
from scrm_desktop.store.reading.thread import OUTBOX_AT, SHOWN_OUTBOX, TOLD, ourselves
from scrm_desktop.store.values import id_list

_CONTACT = """SELECT p.contact_id FROM inbox i JOIN profiles p ON p.id = i.profile_id WHERE i.conversation_id = ?"""
_SOURCES = """SELECT i.conversation_id, i.account_id, a.channel, i.kind, i.status
    FROM profiles p JOIN inbox i ON i.profile_id = p.id JOIN accounts a ON a.id = i.account_id
    WHERE p.contact_id = ?"""
_THESE = "IN (SELECT value FROM json_each(:wanted))"
_KINDS = ", ".join(f"'{kind}'" for kind in TOLD)
_MESSAGE, _CONTEXT, _OUTBOX, _NOTE, _EVENT, _MEMBER = range(6)

#: By rank: place and conversation of each item, told by the indexes alone wherever there may be many.
#: What belongs to several of these conversations (a parent post, a step on many) is told once, in the first of them.
_PLACES = {
    _MESSAGE: f"SELECT created_at AS at, id, conversation_id AS c FROM messages WHERE conversation_id {_THESE}",
    _CONTEXT: f"""SELECT m.created_at AS at, m.id, min(l.conversation_id) AS c
        FROM context_links l CROSS JOIN messages m ON m.id = l.message_id
        WHERE l.conversation_id {_THESE} AND m.conversation_id IS NULL GROUP BY m.id""",
    _OUTBOX: f"""SELECT {OUTBOX_AT} AS at, id, conversation_id AS c FROM outbox o
        WHERE conversation_id {_THESE} AND {SHOWN_OUTBOX}""",
    _NOTE: f"""SELECT at, id, conversation_id AS c FROM notes
        WHERE conversation_id {_THESE} AND removed_at IS NULL""",
    _EVENT: f"""SELECT at, id, conversation_id AS c FROM events
        WHERE conversation_id {_THESE} AND kind IN ({_KINDS})""",
    _MEMBER: f"""SELECT e.at AS at, e.id, min(m.conversation_id) AS c
        FROM event_members m CROSS JOIN events e ON e.id = m.event_id
        WHERE m.conversation_id {_THESE} AND e.conversation_id IS NULL AND e.kind IN ({_KINDS}) GROUP BY e.id""",
}
_OUTBOX_ROWS = "SELECT * FROM outbox WHERE id IN (SELECT value FROM json_each(?))"
_NOTE_ROWS = "SELECT * FROM notes WHERE id IN (SELECT value FROM json_each(?))"
_MESSAGE_ROWS = f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE id IN (SELECT value FROM json_each(?))"
_EVENT_ROWS = """SELECT *, (SELECT m.what FROM event_members m WHERE m.event_id = events.id
    AND m.conversation_id IN (SELECT value FROM json_each(?2))) AS own_what
    FROM events WHERE id IN (SELECT value FROM json_each(?1))"""


class _Place(NamedTuple):
    at: int
    rank: int
    id: int
    conversation: int


def timeline_page(connection: sqlite3.Connection, conversation_id: int, before: str, limit: int) -> TimelinePage:
    """The newest ``limit`` items of this conversation's customer, or those above ``before``; oldest first."""
    row = connection.execute(_CONTACT, (resolve(connection, conversation_id),)).fetchone()
    if row is None:
        raise InputError("The messages of this conversation are not stored at the moment.")
    sources = {
        found[0]: TimelineSource(
            conversation_id=found[0], account_id=found[1], channel=found[2], kind=found[3], status=Status(found[4])
        )
        for found in connection.execute(_SOURCES, (row[0],))
    }
    places = _places(connection, id_list(sources), _end(before), limit)
    window = places[-limit:]
    items = _items(connection, window, id_list(sources))
    first = window[0] if len(window) < len(places) else None
    return TimelinePage(
        contact_id=row[0],
        items=tuple(TimelineItem(item=item, source=sources[place.conversation]) for place, item in items),
        before="" if first is None else f"{first.at}:{first.rank}:{first.id}",
    )


def _end(before: str) -> tuple[int, int, int] | None:
    if not before:
        return None
    try:
        at, rank, number = (int(part) for part in before.split(":"))
    except ValueError:
        raise InputError(f"There is no place {before!r} in a timeline.") from None
    return at, rank, number


def _places(connection: sqlite3.Connection, wanted: str, end: tuple[int, int, int] | None, limit: int) -> list[_Place]:
    """Oldest first; one more than ``limit`` of a kind tells whether there is anything older."""
    found: list[_Place] = []
    for rank, source in _PLACES.items():
        statement = f"SELECT at, {rank}, id, c FROM ({source})"
        if end is not None:
            statement += f" WHERE at <= :at AND (at, {rank}, id) < (:at, :rank, :id)"
        statement += " ORDER BY at DESC, id DESC LIMIT :most"
        at, last, number = end or (0, 0, 0)
        parameters = {"wanted": wanted, "at": at, "rank": last, "id": number, "most": limit + 1}
        found.extend(_Place(*row) for row in connection.execute(statement, parameters))
    return sorted(found)


def _items(connection: sqlite3.Connection, window: Sequence[_Place], wanted: str) -> list[tuple[_Place, ThreadItem]]:
    def ids(*ranks: int) -> str:
        return id_list(place.id for place in window if place.rank in ranks)

    messages = records(connection, _MESSAGE_ROWS, (ids(_MESSAGE, _CONTEXT),))
    outbox = records(connection, _OUTBOX_ROWS, (ids(_OUTBOX),))
    notes = records(connection, _NOTE_ROWS, (ids(_NOTE),))
    events = records(connection, _EVENT_ROWS, (ids(_EVENT, _MEMBER), wanted))
    said = _numbered(messages, _messages(connection, messages))
    happened = _numbered(events, event_items(events))
    made = {
        _MESSAGE: said,
        _CONTEXT: said,
        _OUTBOX: _numbered(outbox, outbox_items(outbox, ourselves(connection, outbox))),
        _NOTE: _numbered(notes, note_items(notes)),
        _EVENT: happened,
        _MEMBER: happened,
    }
    gone = placeholders(connection, messages)
    items: list[tuple[_Place, ThreadItem]] = []
    for place in window:
        if place.rank <= _CONTEXT and place.id in gone:
            items.append((place, gone[place.id]))
        items.append((place, made[place.rank][place.id]))
    return items


def _messages(connection: sqlite3.Connection, rows: Sequence[Record]) -> list[ThreadItem]:
    items = message_items(connection, rows, 0)
    return [replace(item, context=row["conversation_id"] is None) for row, item in zip(rows, items, strict=True)]


def _numbered(rows: Sequence[Record], items: Sequence[ThreadItem]) -> dict[int, ThreadItem]:
    return {row["id"]: item for row, item in zip(rows, items, strict=True)}
