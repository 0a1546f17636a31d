"""Conversations that a person split, where messages come in: each goes to the part that it answers to, and stays there.

Which message stands in which part is kept by the network's ids, so that a cache that is filled anew comes out the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from scrm_desktop.store.sql import execute, execute_many, fetch, ids

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PAIRS = """SELECT coalesce(a.joined_into, a.id), coalesce(b.joined_into, b.id) FROM divided
    JOIN conversations a ON a.id = divided.one JOIN conversations b ON b.id = divided.other
    WHERE a.account_id = ? AND coalesce(a.joined_into, a.id) <> coalesce(b.joined_into, b.id)"""
_PLACED = """SELECT p.remote_id, coalesce(c.joined_into, c.id) FROM placed_messages p
    JOIN conversations c ON c.id = p.conversation_id
    WHERE p.account_id = ? AND p.remote_id IN (SELECT value FROM json_each(?))"""
#: Answers to a message that stand in another part, though nobody put them there: they came before what they answer.
_FOLLOWERS = """INSERT INTO placed_messages WITH RECURSIVE below (id, remote_id) AS (
    SELECT id, remote_id FROM messages WHERE account_id = ?1 AND remote_id = ?2
    UNION
    SELECT m.id, m.remote_id FROM below JOIN messages m ON m.account_id = ?1 AND m.in_reply_to = below.remote_id
    WHERE m.conversation_id = ?3 OR (m.conversation_id = ?4 AND NOT EXISTS (
        SELECT 1 FROM placed_messages p WHERE p.account_id = ?1 AND p.remote_id = m.remote_id))
) SELECT ?1, m.remote_id, ?3 FROM below JOIN messages m ON m.id = below.id
    WHERE m.conversation_id = ?4"""
_MOVE_FOLLOWERS = """UPDATE messages SET conversation_id = ?2 WHERE conversation_id = ?3 AND remote_id IN (
    SELECT remote_id FROM placed_messages WHERE account_id = ?1 AND conversation_id = ?2)"""
_PLACE = """INSERT OR REPLACE INTO placed_messages SELECT account_id, remote_id, conversation_id FROM messages
    WHERE conversation_id = ?"""
_PLACE_ONE = "INSERT OR REPLACE INTO placed_messages VALUES (?, ?, ?)"
#: After a crash between the two databases: what people decided was committed, and the messages stand as before.
_MOVE_PLACED = """UPDATE messages SET conversation_id = coalesce(c.joined_into, c.id)
    FROM placed_messages p JOIN conversations c ON c.id = p.conversation_id
    WHERE messages.account_id = p.account_id AND messages.remote_id = p.remote_id
    AND messages.conversation_id IS NOT NULL AND messages.conversation_id <> coalesce(c.joined_into, c.id)"""


def divided(connection: Connection, account_id: int) -> list[tuple[int, int]]:
    """Pairs of conversations of an account that were split and are still apart."""
    return [(row[0], row[1]) for row in fetch(connection, _PAIRS, account_id)]


def placed(connection: Connection, account_id: int, remote_ids: Iterable[str]) -> dict[str, int]:
    """Where people put these messages."""
    return dict(fetch(connection, _PLACED, account_id, ids(set(remote_ids))))


def keep_apart(
    connection: Connection,
    account_id: int,
    assigned: Mapping[str, int],
    home: Mapping[str, int],
    pairs: Iterable[tuple[int, int]],
) -> None:
    """Remember what came into a part of a split though its thread would lead elsewhere.

    ``home``: where each message would stand by its thread's key alone.
    """
    parts, homes = {number for pair in pairs for number in pair}, set(home.values())
    rows = [
        (account_id, remote_id, number)
        for remote_id, number in assigned.items()
        if number in parts and (home[remote_id] != number if remote_id in home else number not in homes)
    ]
    execute_many(connection, _PLACE_ONE, rows)


def settle(connection: Connection, account_id: int, assigned: Mapping[str, int]) -> set[int]:
    """Answers follow what they answer into its part, once that is there; returns the conversations that changed."""
    pairs = divided(connection, account_id) if assigned else []
    touched = set[int]()
    for one, other in (*pairs, *((other, one) for one, other in pairs)):
        for remote_id in (key for key, number in assigned.items() if number == one):
            if execute(connection, _FOLLOWERS, account_id, remote_id, one, other) > 0:
                execute(connection, _MOVE_FOLLOWERS, account_id, one, other)
                touched |= {one, other}
    return touched


def keep_placed(connection: Connection, conversation: int) -> None:
    """All that stands in a part of a split belongs to it from now on."""
    execute(connection, _PLACE, conversation)


def repeat_splits(connection: Connection) -> None:
    """After a run that did not end in order: messages follow the decisions again."""
    execute(connection, _MOVE_PLACED)
