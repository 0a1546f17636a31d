"""From rows back to what the networks said."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from scrm_desktop.domain.messages import (
    AttachmentKind,
    RemoteAttachment,
    RemoteMessage,
    RemoteProfile,
    Visibility,
)
from scrm_desktop.store.packing import emojis_of, fields_of, mentions_of, poll_of, said_of, unpack
from scrm_desktop.store.values import id_list, moment, moment_or_none

PROFILE_COLUMNS = (
    "id, remote_id, handle, display_name, url, avatar_url, bio, followers, following, posts, created_at, bot, extra"
)
MESSAGE_COLUMNS = (
    "id, remote_id, profile_id, own, addressed, created_at, edited_at, deleted_at, text, content_warning, visibility,"
    " in_reply_to, in_reply_to_author, language, url, application, sensitive, replies, boosts, favourites, favourited,"
    " boosted, extra, attachments_mark, conversation_id, account_id"
)
Record = sqlite3.Row


def records(connection: sqlite3.Connection, statement: str, parameters: Iterable[Any]) -> list[Record]:
    """All rows, with access by name."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(statement, tuple(parameters)).fetchall()


def profiles_by_id(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, RemoteProfile]:
    """Profiles by the ids of their rows."""
    statement = f"SELECT {PROFILE_COLUMNS} FROM profiles WHERE id IN (SELECT value FROM json_each(?))"
    return {row["id"]: profile_of(row) for row in records(connection, statement, (id_list(set(ids)),))}


def profile_of(row: Record) -> RemoteProfile:
    """A profile from its row."""
    parts = unpack(row["extra"])
    return RemoteProfile(
        remote_id=row["remote_id"],
        handle=row["handle"],
        display_name=row["display_name"],
        url=row["url"],
        avatar_url=row["avatar_url"],
        bio=row["bio"],
        followers=row["followers"],
        following=row["following"],
        posts=row["posts"],
        created_at=moment_or_none(row["created_at"]),
        bot=bool(row["bot"]),
        fields=fields_of(parts),
        emojis=emojis_of(parts),
    )


def attachments_by_message(
    connection: sqlite3.Connection, rows: Iterable[Record]
) -> dict[int, tuple[RemoteAttachment, ...]]:
    """The attachments of those messages that have any."""
    wanted = id_list(row["id"] for row in rows if row["attachments_mark"])
    if wanted == "[]":
        return {}
    statement = "SELECT * FROM attachments WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY 1, position"
    found: dict[int, tuple[RemoteAttachment, ...]] = {}
    for row in records(connection, statement, (wanted,)):
        found[row["message_id"]] = (*found.get(row["message_id"], ()), _attachment_of(row))
    return found


def message_of(row: Record, author: RemoteProfile, attachments: tuple[RemoteAttachment, ...]) -> RemoteMessage:
    """A message as the network told it."""
    parts = unpack(row["extra"])
    return RemoteMessage(
        remote_id=row["remote_id"],
        author=author,
        text=row["text"],
        created_at=moment(row["created_at"]),
        own=bool(row["own"]),
        visibility=Visibility(row["visibility"]),
        content_warning=row["content_warning"],
        edited_at=moment_or_none(row["edited_at"]),
        in_reply_to=row["in_reply_to"],
        in_reply_to_author=row["in_reply_to_author"],
        language=row["language"],
        url=row["url"],
        attachments=attachments,
        poll=poll_of(parts),
        mentions=mentions_of(parts),
        emojis=emojis_of(parts),
        replies=row["replies"],
        boosts=row["boosts"],
        favourites=row["favourites"],
        favourited=bool(row["favourited"]),
        boosted=bool(row["boosted"]),
        sensitive=bool(row["sensitive"]),
        application=row["application"],
        **said_of(parts),
    )


def _attachment_of(row: Record) -> RemoteAttachment:
    return RemoteAttachment(
        remote_id=row["remote_id"],
        kind=AttachmentKind(row["kind"]),
        url=row["url"],
        preview_url=row["preview_url"],
        description=row["description"],
        mime=row["mime"],
        width=row["width"],
        height=row["height"],
        size=row["size"],
    )
