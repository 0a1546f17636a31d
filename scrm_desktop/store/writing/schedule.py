"""Scheduled replies, written: held where their time passed, put off, and taken back as drafts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import OutboxRow, OutboxState
from scrm_desktop.domain.deciding import decide, opened
from scrm_desktop.domain.triage import SetRead
from scrm_desktop.domain.views import Draft
from scrm_desktop.errors import InputError, MissedItsTime
from scrm_desktop.store.ingest.overtaken import WAITS, hold
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.reading.drafts import read_draft
from scrm_desktop.store.sql import driver, execute, fetch
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.values import micros
from scrm_desktop.store.writing.desk import save_draft
from scrm_desktop.store.writing.states import plain, read_facts, read_states, write_states

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Nobody plans an answer for longer; a clock that runs wild does.
LONGEST = timedelta(days=366)
_MISSED = f"SELECT o.id, o.conversation_id FROM outbox o WHERE {WAITS} AND o.scheduled_at < ?"
#: The other parts of a thread go with the first.
_PARTS = """WITH RECURSIVE parts (id) AS (SELECT ?1 UNION ALL
    SELECT o.id FROM outbox o JOIN parts p ON o.follows = p.id) UPDATE outbox"""
_MOVE = f"""{_PARTS} SET state = 'queued', scheduled_at = ?2, wanted_at = ?2, undo_until = NULL, not_before = NULL,
    error_code = '', error = '', seen_up_to = coalesce((SELECT max(m.created_at) FROM messages m
        WHERE m.conversation_id = outbox.conversation_id), seen_up_to)
    WHERE id IN parts AND state NOT IN ('sent', 'cancelled')"""
_ASK = "UPDATE outbox SET stop_if_news = 1 WHERE id = ?"
_CAN_MOVE = (OutboxState.QUEUED, OutboxState.HELD, OutboxState.FAILED)


def hold_missed(connection: Connection, before: datetime, now: int) -> Changes:
    """Hold what should have left before this time, and bring its conversations back: open and unread."""
    missed = fetch(connection, _MISSED, micros(before))
    if not missed:
        return Changes()
    for outbox_id, _ in missed:
        hold(connection, outbox_id, MissedItsTime())
    touched = {row[1] for row in missed if row[1] is not None}
    _bring_back(connection, touched, now)
    refresh(connection, touched, now)
    return Changes(outbox=frozenset(row[0] for row in missed), conversations=frozenset(touched))


def _bring_back(connection: Connection, conversations: Iterable[int], now: int) -> None:
    before = read_states(connection, conversations)
    facts = read_facts(connection, [state.conversation for state in before], now)
    seen = SetRead(conversations=(), read=False)
    after = [decide(seen, opened(state), facts[state.conversation]) for state in before]
    write_states(connection, before, after, decided=True)
    for old, new in zip(before, after, strict=True):
        detail = {"what": "", "before": plain(old), "after": plain(new)}
        write_entry(connection, now, "missed", actor="", conversation_id=old.conversation, detail=detail)


def reschedule(connection: Connection, row: OutboxRow, at: datetime, now: int) -> Changes:
    """It leaves then, and not before; whoever says so has seen what there is. InputError for one that can't wait."""
    if row.state not in _CAN_MOVE:
        raise InputError("This is on its way or was sent already: it can't be put off.")
    if row.conversation_id is None:
        raise InputError("Only an answer can be sent later.")
    check_time(at, now)
    execute(connection, _MOVE, row.id, micros(at))
    execute(connection, _ASK, row.id)
    refresh(connection, {row.conversation_id}, now)
    return Changes(outbox=frozenset({row.id}), conversations=frozenset({row.conversation_id}))


def check_time(at: datetime, now: int) -> None:
    """InputError for a time that has passed, or that is too far away."""
    if micros(at) <= now:
        raise InputError("That time has passed already.")
    if micros(at - LONGEST) > now:
        raise InputError("That is more than a year away.")


def put_back(connection: Connection, draft: Draft, now: int) -> Draft:
    """Keep what was taken back as the draft of its place, in front of what was begun there since."""
    newer = read_draft(driver(connection), draft.conversation_id, draft.mode, draft.account_id)
    whole = draft if newer is None else _both(draft, newer)
    save_draft(connection, whole, now)
    return whole


def _both(draft: Draft, newer: Draft) -> Draft:
    text = "\n\n".join(part for part in (draft.text.rstrip(), newer.text) if part.strip())
    media = draft.media + tuple(one for one in newer.media if one not in draft.media)
    warning = draft.content_warning or newer.content_warning
    return replace(newer, text=text, media=media, content_warning=warning, answers=draft.answers, saved_at=None)
