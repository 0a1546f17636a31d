"""The customer of a conversation, and what a reply is worked out from."""

from __future__ import annotations

import sqlite3
from typing import Any

from scrm_desktop.domain.likeness import ProfileKey
from scrm_desktop.domain.messages import RemoteMessage, RemoteProfile
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import ContactCard, EarlierConversation, ReplySource
from scrm_desktop.errors import InputError
from scrm_desktop.store.reading.accounts import one_account
from scrm_desktop.store.reading.conversation import resolve
from scrm_desktop.store.reading.proposals import proposals
from scrm_desktop.store.reading.rebuild import (
    MESSAGE_COLUMNS,
    Record,
    attachments_by_message,
    message_of,
    profiles_by_id,
    records,
)
from scrm_desktop.store.values import clean, id_list, moment, moment_or_none

MOST_EARLIER = 50
_PROFILES = """SELECT p.id, a.channel, p.account_id, p.remote_id FROM profiles p JOIN accounts a ON a.id = p.account_id
    WHERE p.contact_id = ? ORDER BY p.id <> ?, p.id"""
_EARLIER = """SELECT i.conversation_id, a.channel, i.kind, i.last_text, i.last_at, i.status
    FROM inbox i JOIN accounts a ON a.id = i.account_id
    WHERE i.profile_id IN (SELECT value FROM json_each(?)) AND i.conversation_id <> ?
    ORDER BY i.last_at DESC LIMIT ?"""
_WRITTEN = """SELECT min(created_at), sum(own = 0) FROM messages
    WHERE profile_id IN (SELECT value FROM json_each(?))"""
_ANSWERED = """SELECT count(*) FROM messages m WHERE own = 1 AND deleted_at IS NULL AND conversation_id IN (
    SELECT conversation_id FROM inbox WHERE profile_id IN (SELECT value FROM json_each(?)))"""
_REACTED = """SELECT kind, count(*) FROM engagement WHERE profile_id IN (SELECT value FROM json_each(?))
    GROUP BY kind"""
_LAST_ADDRESSED = f"""SELECT {MESSAGE_COLUMNS} FROM messages WHERE conversation_id = ? AND addressed = 1
    AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1"""
_LAST_OF_THEIRS = f"""SELECT {MESSAGE_COLUMNS} FROM messages WHERE conversation_id = ? AND own = 0
    ORDER BY deleted_at IS NULL DESC, created_at DESC, id DESC LIMIT 1"""
_NAMED = f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE account_id = ? AND remote_id = ?"


def contact_card(connection: sqlite3.Connection, conversation_id: int) -> ContactCard:
    """Whom the conversation is with: profiles, figures, earlier conversations."""
    conversation_id = resolve(connection, conversation_id)
    _, profile_id = _summary(connection, conversation_id)
    ((contact_id,),) = connection.execute("SELECT contact_id FROM profiles WHERE id = ?", (profile_id,))
    rows = connection.execute(_PROFILES, (contact_id, profile_id)).fetchall()
    channels: dict[int, str] = {row[0]: row[1] for row in rows}
    keys = tuple(ProfileKey(row[2], row[3]) for row in rows)
    known = profiles_by_id(connection, channels)
    wanted = id_list(channels)
    ((first_seen, written),) = connection.execute(_WRITTEN, (wanted,))
    ((answered,),) = connection.execute(_ANSWERED, (wanted,))
    reacted: dict[str, int] = dict(connection.execute(_REACTED, (wanted,)).fetchall())
    earlier = connection.execute(_EARLIER, (wanted, conversation_id, MOST_EARLIER))
    return ContactCard(
        contact_id=contact_id,
        profiles=tuple((channels[number], known[number]) for number in channels),
        first_seen=moment_or_none(first_seen),
        messages_in=written or 0,
        messages_out=answered,
        favourites=reacted.get("favourite", 0),
        boosts=reacted.get("boost", 0),
        follows_us=reacted.get("follow", 0) > 0,
        earlier=tuple(_earlier(row) for row in earlier),
        keys=keys,
        proposals=proposals(connection, contact_id, keys, [known[number] for number in channels]),
    )


def reply_source(connection: sqlite3.Connection, conversation_id: int, message_remote_id: str | None) -> ReplySource:
    """The message that is answered, the account that answers, the person who reads it."""
    conversation_id = resolve(connection, conversation_id)
    account_id, profile_id = _summary(connection, conversation_id)
    if message_remote_id is None:
        rows = records(connection, _LAST_ADDRESSED, (conversation_id,))
        rows = rows or records(connection, _LAST_OF_THEIRS, (conversation_id,))
    else:
        rows = records(connection, _NAMED, (account_id, clean(message_remote_id)))
        if not rows:
            raise InputError("The message that you answer is not stored.")
    people = profiles_by_id(connection, [profile_id, *(row["profile_id"] for row in rows)])
    row = rows[0] if rows else None
    # In a conversation of several people, whoever wrote what is answered is the one who is spoken to.
    addressee = profile_id if row is None or row["own"] else row["profile_id"]
    return ReplySource(
        account=one_account(connection, account_id),
        message=None if row is None else _message(connection, row, people[row["profile_id"]]),
        contact=people[addressee],
        deleted=row is not None and row["deleted_at"] is not None,
    )


def _message(connection: sqlite3.Connection, row: Record, author: RemoteProfile) -> RemoteMessage:
    return message_of(row, author, attachments_by_message(connection, [row]).get(row["id"], ()))


def _summary(connection: sqlite3.Connection, conversation_id: int) -> tuple[int, int]:
    """Account and profile of a conversation; InputError when the networks have not told of it again yet."""
    row = connection.execute(
        "SELECT account_id, profile_id FROM inbox WHERE conversation_id = ?", (conversation_id,)
    ).fetchone()
    if row is None:
        raise InputError("The messages of this conversation are not stored at the moment.")
    return row[0], row[1]


def _earlier(row: tuple[Any, ...]) -> EarlierConversation:
    return EarlierConversation(
        id=row[0], channel=row[1], kind=row[2], text=row[3], at=moment(row[4]), status=Status(row[5])
    )
