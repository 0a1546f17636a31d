"""Conversations whose snooze is over come back: open, and unread, so that nobody overlooks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.deciding import decide, opened
from scrm_desktop.domain.triage import SetRead
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.sql import fetch
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.writing.states import plain, read_facts, read_states, write_states

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: So many at a time: whoever returns from holidays must not find the writer busy for long.
MOST = 500
_DUE = """SELECT id FROM conversations WHERE snoozed_until IS NOT NULL AND snoozed_until <= ?
    AND status = 'snoozed' AND joined_into IS NULL ORDER BY snoozed_until LIMIT ?"""


def wake(connection: Connection, now: int) -> Changes:
    """Open what is due, at most :data:`MOST` of them, and log it."""
    due = [row[0] for row in fetch(connection, _DUE, now, MOST)]
    if not due:
        return Changes()
    before = read_states(connection, due)
    facts = read_facts(connection, due, now)
    after = [
        decide(SetRead(conversations=(), read=False), opened(state), facts[state.conversation]) for state in before
    ]
    write_states(connection, before, after, decided=True)
    for old, new in zip(before, after, strict=True):
        detail = {"what": "", "before": plain(old), "after": plain(new)}
        write_entry(connection, now, "woke", actor="", conversation_id=old.conversation, detail=detail)
    refresh(connection, due, now)
    return Changes(conversations=frozenset(due), woken=frozenset(due))
