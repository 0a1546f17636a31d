"""Scheduled replies whose customer wrote first: held in the very transaction that stores what was written."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from scrm_desktop.domain.changes import Changes
from scrm_desktop.errors import KnownError, WroteFirst
from scrm_desktop.store.sql import execute, fetch, ids
from scrm_desktop.store.values import clean

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: What waits for its time; what was tried, or goes behind another part of its thread, is asked about no more.
WAITS = """o.scheduled_at IS NOT NULL AND o.state NOT IN ('sent', 'cancelled') AND o.state = 'queued' AND o.tries = 0
    AND o.stop_if_news = 1 AND o.follows IS NULL"""
_OVERTAKEN = f"""SELECT o.id, coalesce(nullif(p.display_name, ''), p.handle) FROM outbox o
    JOIN messages m ON m.id = (SELECT n.id FROM messages n WHERE n.conversation_id = o.conversation_id
        AND n.addressed = 1 AND n.deleted_at IS NULL AND n.created_at > coalesce(o.seen_up_to, -1)
        ORDER BY n.created_at DESC, n.id DESC LIMIT 1)
    JOIN profiles p ON p.id = m.profile_id
    WHERE o.conversation_id IN (SELECT value FROM json_each(?)) AND {WAITS}"""
_HOLD = "UPDATE outbox SET state = 'held', not_before = NULL, error_code = ?, error = ? WHERE id = ?"


def hold_for_news(connection: Connection, conversations: Collection[int]) -> Changes:
    """Hold every scheduled reply of these conversations whose customer wrote since.

    Whoever stores the news works the lines of the list out anew afterwards.
    """
    if not conversations:
        return Changes()
    overtaken = fetch(connection, _OVERTAKEN, ids(set(conversations)))
    for outbox_id, person in overtaken:
        hold(connection, outbox_id, WroteFirst(person=str(person)))
    return Changes(outbox=frozenset(row[0] for row in overtaken))


def hold(connection: Connection, outbox_id: int, error: KnownError) -> None:
    """It waits for its writer, and says why."""
    execute(connection, _HOLD, error.code, clean(error.message), outbox_id)
