"""The rows of the list: worked out anew for each conversation that a write touched, once a write."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.waiting import Standing, Verdict, judge
from scrm_desktop.store.commands_json import text_of
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.sql import execute_many, fetch, ids, insert_many
from scrm_desktop.store.tallies import InboxRow, write_tallies
from scrm_desktop.store.values import micros_or_none, moment, moment_or_none

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: By id: time, text, content warning, ours, addressed, visibility, author, and what to call an attachment.
Messages = dict[int, tuple[Any, ...]]

LAST_TEXT = 300
#: Added to what nobody waits for, so that one column orders both: the longest wait, then the newest.
NOBODY_WAITS = 1 << 62

_WANTED = "(SELECT value FROM json_each(?))"
_BASE = f"""SELECT c.id, c.account_id, c.status, c.assignee, c.read_up_to, c.done_at, c.undecided, c.created_at,
    c.priority, c.snoozed_until, c.muted, c.spam, c.outcome, c.run_from,
    (SELECT m.id FROM messages m WHERE m.conversation_id = c.id AND m.deleted_at IS NULL
        ORDER BY m.created_at DESC, m.id DESC LIMIT 1) AS last_id,
    (SELECT m.id FROM messages m WHERE m.conversation_id = c.id
        ORDER BY m.created_at DESC, m.id DESC LIMIT 1) AS newest_id,
    (SELECT max(m.created_at) FROM messages m WHERE m.conversation_id = c.id
        AND m.own = 1 AND m.deleted_at IS NULL AND m.conversation_id IS NOT NULL) AS own_at,
    (SELECT m.created_at FROM messages m WHERE m.conversation_id = c.id
        AND m.own = 1 AND m.deleted_at IS NULL AND m.conversation_id IS NOT NULL AND m.live = 0
        ORDER BY m.created_at DESC LIMIT 1) AS own_history_at,
    (SELECT max(m.created_at) FROM messages m WHERE m.conversation_id = c.id
        AND m.addressed = 1 AND m.deleted_at IS NULL) AS asked_at,
    (SELECT m.created_at FROM messages m WHERE m.conversation_id = c.id
        AND m.addressed = 1 AND m.deleted_at IS NULL AND m.live = 1 ORDER BY m.created_at DESC LIMIT 1) AS live_at,
    (SELECT m.profile_id FROM messages m WHERE m.conversation_id = c.id
        AND m.addressed = 1 AND m.deleted_at IS NULL ORDER BY m.created_at LIMIT 1) AS asker,
    (SELECT m.visibility FROM messages m WHERE m.conversation_id = c.id
        AND m.addressed = 1 AND m.deleted_at IS NULL ORDER BY m.created_at DESC LIMIT 1) AS asked_visibility,
    (SELECT group_concat(label_id) FROM (SELECT label_id FROM conversation_labels l
        WHERE l.conversation_id = c.id ORDER BY label_id)) AS labels
    FROM conversations c WHERE c.joined_into IS NULL AND c.id IN {_WANTED}"""
_MESSAGES = f"""SELECT m.id, m.created_at, m.text, m.content_warning, m.own, m.addressed, m.visibility, m.profile_id,
    (SELECT coalesce(nullif(a.description, ''), a.kind) FROM attachments a WHERE a.message_id = m.id LIMIT 1)
    FROM messages m WHERE m.id IN {_WANTED}"""
#: A scheduled reply that waits for its writer answers nobody, and hides nothing of what the customer wrote.
_ON_ITS_WAY = "(state IN ('queued', 'sending', 'unconfirmed') OR state = 'held' AND scheduled_at IS NULL)"
_OUTBOX = f"""SELECT conversation_id,
    sum(state IN ('held', 'queued', 'sending', 'unconfirmed')), sum(state = 'failed'),
    max(CASE WHEN kind = 'send' AND {_ON_ITS_WAY} THEN id END),
    max(CASE WHEN kind = 'send' AND ({_ON_ITS_WAY}
        OR state = 'sent' AND NOT EXISTS (SELECT 1 FROM messages m
            WHERE m.account_id = o.account_id AND m.remote_id = o.remote_id)) THEN seen_up_to END)
    FROM outbox o WHERE conversation_id IS NOT NULL AND conversation_id IN {_WANTED} GROUP BY conversation_id"""
_SINCE = """SELECT w.id,
    (SELECT min(m.created_at) FROM messages m WHERE m.conversation_id = w.id
        AND m.addressed = 1 AND m.deleted_at IS NULL AND m.created_at > w.answered),
    (SELECT count(*) FROM messages m WHERE m.conversation_id = w.id
        AND m.addressed = 1 AND m.deleted_at IS NULL AND m.live = 1 AND m.created_at > w.read)
    FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS answered,
        json_extract(value, '$[2]') AS read FROM json_each(?)) w"""
_JUDGED = (
    "UPDATE conversations SET (status, done_at, undecided, snoozed_until, outcome, run_from) = (?, ?, ?, ?, ?, ?)"
    " WHERE id = ?"
)
_FALLBACK_PROFILE = """SELECT coalesce(
    (SELECT profile_id FROM messages WHERE conversation_id = ?1 AND own = 0 ORDER BY created_at LIMIT 1),
    (SELECT to_profile_id FROM messages WHERE conversation_id = ?1 AND to_profile_id IS NOT NULL
        ORDER BY created_at LIMIT 1),
    (SELECT profile_id FROM messages WHERE conversation_id = ?1 ORDER BY created_at LIMIT 1))"""
_INTO = f"inbox ({', '.join(InboxRow._fields)})"
_KNOWN = "ON CONFLICT (conversation_id) DO UPDATE SET " + ", ".join(
    f"{name} = excluded.{name}" for name in InboxRow._fields[1:]
)


@dataclass(slots=True)
class Found:
    """All that is known of one conversation, to judge it by and to write its line."""

    id: int
    account_id: int
    status: str
    assignee: str | None
    read_up_to: int | None
    done_at: int | None
    undecided: int
    created_at: int
    priority: int
    snoozed_until: int | None
    muted: int
    spam: int
    outcome: str
    run_from: int | None
    last_id: int | None
    newest_id: int | None
    own_at: int | None
    own_history_at: int | None
    asked_at: int | None
    live_at: int | None
    asker: int | None
    asked_visibility: str | None
    labels: str | None
    pending: int = 0
    failed: int = 0
    pending_id: int | None = None
    answered_at: int = -1
    waiting_since: int | None = None
    unread: int = 0


def refresh(connection: Connection, conversations: Iterable[int], now: int, founded: Iterable[InboxRow] = ()) -> None:
    """Work out the state and the row of these conversations, and store what changed.

    ``founded``: rows of conversations that are new and need no reading.
    """
    wanted = ids(set(conversations))
    if wanted == "[]":
        _write(connection, {}, list(founded))
        return
    before = {row[0]: InboxRow(*row) for row in fetch(connection, _stored_rows(), wanted)}
    found = [Found(*row) for row in fetch(connection, _BASE, wanted)]
    _read_outbox(connection, found, wanted)
    messages = _read_messages(connection, found)
    _judge_all(connection, found, messages, now)
    _read_since(connection, found)
    after = [_line(connection, one, messages) for one in found if one.newest_id is not None]
    _write(connection, before, [*after, *founded])


def _stored_rows() -> str:
    return f"SELECT {', '.join(InboxRow._fields)} FROM inbox WHERE conversation_id IN {_WANTED}"


def _read_outbox(connection: Connection, found: list[Found], wanted: str) -> None:
    rows = {row[0]: row[1:] for row in fetch(connection, _OUTBOX, wanted)}
    for one in found:
        one.pending, one.failed, one.pending_id, answered = rows.get(one.id, (0, 0, None, None))
        one.answered_at = max(-1, one.own_at if one.own_at is not None else -1, -1 if answered is None else answered)


def _read_messages(connection: Connection, found: list[Found]) -> Messages:
    wanted = {number for one in found for number in (one.last_id, one.newest_id) if number is not None}
    return {row[0]: row[1:] for row in fetch(connection, _MESSAGES, ids(wanted))}


def _judge_all(connection: Connection, found: list[Found], messages: Messages, now: int) -> None:
    changed: list[tuple[Any, ...]] = []
    for one in found:
        verdict = judge_found(one, messages)
        after = (verdict.status.value, micros_or_none(verdict.done_at), int(verdict.undecided))
        if verdict.reopened:
            one.snoozed_until, one.outcome, one.run_from = None, "", one.done_at
            write_entry(connection, now, "reopened", actor="", account_id=one.account_id, conversation_id=one.id)
        if after != (one.status, one.done_at, one.undecided):
            one.status, one.done_at, one.undecided = after
            changed.append((*after, one.snoozed_until, one.outcome, one.run_from, one.id))
    execute_many(connection, _JUDGED, changed)


def judge_found(one: Found, messages: Messages) -> Verdict:
    """The status that follows."""
    status, done_at = Status(one.status), moment_or_none(one.done_at)
    shown = one.last_id if one.last_id is not None else one.newest_id
    if shown is None:
        return Verdict(status=status, done_at=done_at, undecided=bool(one.undecided))
    answered = -1 if one.own_history_at is None else one.own_history_at
    asked_at = one.asked_at if one.asked_at is not None and one.asked_at > answered else None
    return judge(
        Standing(
            status=status,
            done_at=done_at,
            undecided=bool(one.undecided),
            created_at=moment(one.created_at),
            last_at=moment(messages[shown][0]),
            asked_at=moment_or_none(asked_at),
            live_at=moment_or_none(one.live_at),
            silent=bool(one.muted or one.spam),
        )
    )


def _read_since(connection: Connection, found: list[Found]) -> None:
    """Since when a customer waits, and how much is unread; asked only where there can be an answer."""
    asking = [
        (one.id, one.answered_at, -1 if one.read_up_to is None else one.read_up_to)
        for one in found
        if one.asked_at is not None and (one.asked_at > one.answered_at or _may_be_unread(one))
    ]
    if not asking:
        return
    rows = {row[0]: row[1:] for row in fetch(connection, _SINCE, json.dumps(asking))}
    for one in found:
        if one.id in rows:
            since, one.unread = rows[one.id]
            one.waiting_since = since if one.status == "open" else None
            if one.muted or one.spam:
                one.unread = 0
            elif not one.unread and _marked_unread(one):
                one.unread = 1


def _may_be_unread(one: Found) -> bool:
    read = -1 if one.read_up_to is None else one.read_up_to
    return (one.live_at is not None and one.live_at > read) or _marked_unread(one)


def _marked_unread(one: Found) -> bool:
    """History is never unread by itself, but somebody may have marked its last message so."""
    return one.read_up_to is not None and one.asked_at is not None and one.asked_at > one.read_up_to


def _line(connection: Connection, one: Found, messages: Messages) -> InboxRow:
    if one.asker is None:
        one.asker = _fallback_profile(connection, one.id)
    return line_of(one, messages, None if one.pending_id is None else _pending(connection, one.pending_id))


def line_of(one: Found, messages: Messages, pending: tuple[str, int] | None = None) -> InboxRow:
    """The line of the list; ``pending`` is what waits to be sent, and when it was written."""
    shown = one.last_id if one.last_id is not None else one.newest_id
    assert shown is not None and one.asker is not None
    last_at, text, warning, own, _, visibility, _, attachment = messages[shown]
    words = warning or text or attachment or ""
    if one.last_id is None:
        words = ""
    if pending is not None:
        words, last_at, own = pending[0], max(last_at, pending[1]), 1
    visibility = one.asked_visibility or visibility
    return InboxRow(
        conversation_id=one.id,
        account_id=one.account_id,
        kind="direct" if visibility == "direct" else "public",
        visibility=visibility,
        profile_id=one.asker,
        last_text=" ".join(words[: LAST_TEXT * 2].split())[:LAST_TEXT],
        last_own=own,
        last_at=last_at,
        waiting_since=one.waiting_since,
        queue=one.waiting_since if one.waiting_since is not None else NOBODY_WAITS - last_at,
        unread=one.unread,
        status=one.status,
        assignee=one.assignee,
        labels=one.labels or "",
        pending=one.pending,
        failed=one.failed,
        priority=one.priority,
        snoozed_until=one.snoozed_until,
        muted=one.muted,
        spam=one.spam,
        outcome=one.outcome,
    )


def _pending(connection: Connection, outbox_id: int) -> tuple[str, int]:
    ((command, created_at),) = fetch(connection, "SELECT command, created_at FROM outbox WHERE id = ?", outbox_id)
    return text_of(command), created_at


def _fallback_profile(connection: Connection, conversation_id: int) -> int:
    """Nobody has addressed us yet: who wrote first, else whom we wrote to."""
    ((profile_id,),) = fetch(connection, _FALLBACK_PROFILE, conversation_id)
    return int(profile_id)


def _write(connection: Connection, before: dict[int, InboxRow], after: list[InboxRow]) -> None:
    changed = [row for row in after if before.get(row.conversation_id) != row]
    kept = {row.conversation_id for row in after}
    lost = [row for number, row in before.items() if number not in kept]
    insert_many(connection, _INTO, changed, _KNOWN)
    execute_many(connection, "DELETE FROM inbox WHERE conversation_id = ?", [(row.conversation_id,) for row in lost])
    old = [before[row.conversation_id] for row in changed if row.conversation_id in before]
    write_tallies(connection, old + lost, changed)
