"""The things that stand in a thread, each made from its row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.messages import Direction, RemoteProfile, Visibility
from scrm_desktop.domain.views import ItemKind, TextVersion, ThreadItem
from scrm_desktop.store.packing import poll_of, said_of, unpack
from scrm_desktop.store.reading.rebuild import (
    Record,
    attachments_by_message,
    profiles_by_id,
    records,
)
from scrm_desktop.store.values import id_list, moment, moment_or_none

_OUTBOX_OF = """SELECT m.id AS message_id, o.id, o.actor FROM messages m
    JOIN outbox o ON o.account_id = m.account_id AND o.remote_id = m.remote_id
    WHERE o.remote_id <> '' AND o.kind = 'send' AND m.own = 1 AND m.id IN (SELECT value FROM json_each(?))"""
#: By way of the customer: nobody reacted so often that theirs would be many, and no index is needed for the messages.
_REACTIONS = """SELECT DISTINCT i.conversation_id, e.account_id, e.message_remote_id, e.kind
    FROM inbox i CROSS JOIN engagement e ON e.profile_id = i.profile_id
    WHERE i.conversation_id IN (SELECT value FROM json_each(?)) AND e.kind IN ('boost', 'favourite')
    ORDER BY e.kind"""
_VERSIONS = (
    "SELECT message_id, at, text, content_warning FROM message_versions"
    " WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY message_id, at"
)
_GONE_PARENTS = """SELECT m.id, t.at FROM messages m JOIN tombstones t
    ON t.account_id = m.account_id AND t.remote_id = m.in_reply_to
    WHERE m.id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
        SELECT 1 FROM messages p WHERE p.account_id = m.account_id AND p.remote_id = m.in_reply_to)"""


def message_items(connection: sqlite3.Connection, rows: Sequence[Record], conversation_id: int) -> list[ThreadItem]:
    """Bubbles of stored messages; those that stand in no conversation are shown as context."""
    if not rows:
        return []
    people = profiles_by_id(connection, (row["profile_id"] for row in rows))
    attachments = attachments_by_message(connection, rows)
    wanted = id_list(row["id"] for row in rows)
    sent = {row[0]: (row[1], row[2]) for row in connection.execute(_OUTBOX_OF, (wanted,))}
    versions = _versions(connection, rows)
    reactions = _reactions(connection, rows)
    items: list[ThreadItem] = []
    for row in rows:
        parts: dict[str, Any] = unpack(row["extra"])
        said = said_of(parts)
        outbox_id, actor = sent.get(row["id"], (None, ""))
        items.append(
            ThreadItem(
                key=f"m:{row['id']}" if outbox_id is None else f"o:{outbox_id}",
                kind=ItemKind.MESSAGE,
                at=moment(row["created_at"]),
                text=row["text"],
                direction=Direction.OUT if row["own"] else Direction.IN,
                author=people[row["profile_id"]],
                actor=actor,
                remote_id=row["remote_id"],
                message_id=row["id"],
                outbox_id=outbox_id,
                visibility=Visibility(row["visibility"]),
                content_warning=row["content_warning"],
                edited_at=moment_or_none(row["edited_at"]),
                deleted_at=moment_or_none(row["deleted_at"]),
                context=row["conversation_id"] != conversation_id,
                in_reply_to=row["in_reply_to"],
                url=row["url"],
                language=row["language"],
                attachments=attachments.get(row["id"], ()),
                poll=poll_of(parts),
                boosts=row["boosts"],
                favourites=row["favourites"],
                favourited=bool(row["favourited"]),
                boosted=bool(row["boosted"]),
                versions=versions.get(row["id"], ()),
                state=OutboxState.SENT if row["own"] else None,
                reactions=reactions.get((row["conversation_id"], row["account_id"], row["remote_id"]), ()),
                subject=said["subject"],
                quoted=said["quoted"],
                notice=said["notice"],
                moderation=said["moderation"],
                emoji=said["reactions"],
            )
        )
    return items


def placeholders(connection: sqlite3.Connection, rows: Sequence[Record]) -> dict[int, ThreadItem]:
    """By message: the deleted message it answers, of which nothing else is known."""
    times = {row["id"]: row["created_at"] for row in rows}
    found = connection.execute(_GONE_PARENTS, (id_list(times),))
    return {
        message_id: ThreadItem(
            key=f"g:{message_id}",
            kind=ItemKind.MESSAGE,
            at=moment(times[message_id] - 1),
            deleted_at=moment(at),
            context=True,
        )
        for message_id, at in found
    }


def outbox_items(rows: Iterable[Record], authors: dict[int, RemoteProfile]) -> list[ThreadItem]:
    """Bubbles of what is on its way, or was sent and has not come back yet."""
    return [_outbox_item(row, authors.get(row["account_id"])) for row in rows]


def _outbox_item(row: Record, author: RemoteProfile | None) -> ThreadItem:
    command: dict[str, Any] = json.loads(row["command"])
    return ThreadItem(
        key=f"o:{row['id']}",
        kind=ItemKind.MESSAGE,
        at=moment(row["created_at"] if row["scheduled_at"] is None else row["scheduled_at"]),
        text=command["text"],
        direction=Direction.OUT,
        author=author,
        actor=row["actor"],
        remote_id=row["remote_id"],
        outbox_id=row["id"],
        visibility=Visibility(command["visibility"]),
        content_warning=command["content_warning"],
        in_reply_to=command["in_reply_to"],
        language=command["language"],
        state=OutboxState(row["state"]),
        error=row["error"],
        error_code=row["error_code"],
        undo_until=moment_or_none(row["undo_until"]),
        scheduled_at=moment_or_none(row["scheduled_at"]),
        follows=row["follows"] is not None,
    )


def note_items(rows: Iterable[Record]) -> list[ThreadItem]:
    """Internal notes."""
    return [
        ThreadItem(
            key=f"n:{row['id']}",
            kind=ItemKind.NOTE,
            at=moment(row["at"]),
            text=row["text"],
            direction=Direction.OUT,
            actor=row["actor"],
            note_id=row["id"],
        )
        for row in rows
    ]


def event_items(rows: Iterable[Record]) -> list[ThreadItem]:
    """Lines of the log that belong into the thread; the detail is the name that the sentence needs."""
    return [
        ThreadItem(
            key=f"e:{row['id']}",
            kind=ItemKind.EVENT,
            at=moment(row["at"]),
            actor=row["actor"],
            event=row["kind"],
            event_detail=str(row["own_what"] or json.loads(row["detail"]).get("what") or ""),
        )
        for row in rows
    ]


def _reactions(connection: sqlite3.Connection, rows: Sequence[Record]) -> dict[tuple[int, int, str], tuple[str, ...]]:
    """By conversation, account and message of ours: what the customer did with it."""
    wanted = {row["conversation_id"] for row in rows if row["own"] and row["conversation_id"] is not None}
    found: dict[tuple[int, int, str], tuple[str, ...]] = {}
    for conversation, account, message, kind in connection.execute(_REACTIONS, (id_list(wanted),)):
        key = (conversation, account, message)
        found[key] = (*found.get(key, ()), kind)
    return found


def _versions(connection: sqlite3.Connection, rows: Sequence[Record]) -> dict[int, tuple[TextVersion, ...]]:
    """What messages said before, oldest first; an edit that changed only pictures is not told as a version."""
    current = {row["id"]: (row["text"], row["content_warning"]) for row in rows}
    found: dict[int, list[TextVersion]] = {}
    for row in records(connection, _VERSIONS, (id_list(current),)):
        before = found.setdefault(row["message_id"], [])
        if not before or (before[-1].text, before[-1].content_warning) != (row["text"], row["content_warning"]):
            version = TextVersion(text=row["text"], content_warning=row["content_warning"], at=moment(row["at"]))
            before.append(version)
    for message_id, versions in found.items():
        if (versions[-1].text, versions[-1].content_warning) == current[message_id]:
            versions.pop()
    return {message_id: tuple(versions) for message_id, versions in found.items() if versions}
