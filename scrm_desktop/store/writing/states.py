"""How conversations stand, as people decided it: read, written, and told in the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from scrm_desktop.domain.deciding import Facts
from scrm_desktop.domain.triage import ConversationState, Outcome, Priority, Status
from scrm_desktop.store.sql import execute_many, fetch, ids
from scrm_desktop.store.values import micros_or_none, moment, moment_or_none
from scrm_desktop.store.writing.conversations import resolve

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STATE = """SELECT c.id, c.status, c.assignee, c.read_up_to, c.done_at,
    (SELECT group_concat(label_id) FROM (SELECT label_id FROM conversation_labels l
        WHERE l.conversation_id = c.id ORDER BY label_id)),
    c.priority, c.snoozed_until, c.muted, c.spam, c.outcome
    FROM conversations c WHERE c.id IN (SELECT value FROM json_each(?))"""
_FACTS = """SELECT c.id,
    (SELECT max(created_at) FROM messages m WHERE m.conversation_id = c.id),
    (SELECT max(created_at) FROM messages m WHERE m.conversation_id = c.id AND m.addressed = 1
        AND m.deleted_at IS NULL),
    EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = c.id AND m.own = 1 AND m.deleted_at IS NULL
        AND m.created_at > coalesce(c.run_from, -1))
    OR EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.kind = 'send'
        AND o.state NOT IN ('failed', 'cancelled') AND o.created_at > coalesce(c.run_from, -1))
    FROM conversations c WHERE c.id IN (SELECT value FROM json_each(?))"""
_WRITE = """UPDATE conversations SET (status, assignee, read_up_to, done_at, priority, snoozed_until, muted, spam,
    outcome, undecided) = (?, ?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN ? THEN 0 ELSE undecided END) WHERE id = ?"""


def read_states(connection: Connection, wanted: Iterable[int]) -> list[ConversationState]:
    """How these conversations stand, in the order asked for. InputError for one that does not exist."""
    order = list(dict.fromkeys(resolve(connection, number) for number in wanted))
    found = {
        row[0]: ConversationState(
            conversation=row[0],
            status=Status(row[1]),
            assignee=row[2],
            read_up_to=moment_or_none(row[3]),
            done_at=moment_or_none(row[4]),
            labels=tuple(int(label) for label in (row[5] or "").split(",") if label),
            priority=Priority(row[6]),
            snoozed_until=moment_or_none(row[7]),
            muted=bool(row[8]),
            spam=bool(row[9]),
            outcome=Outcome(row[10]),
        )
        for row in fetch(connection, _STATE, ids(order))
    }
    return [found[number] for number in order]


def read_facts(connection: Connection, wanted: Iterable[int], now: int) -> dict[int, Facts]:
    """What decisions on these conversations are worked out from."""
    return {
        row[0]: Facts(
            now=moment(now),
            newest_at=moment_or_none(row[1]),
            asked_at=moment_or_none(row[2]),
            answered=bool(row[3]),
        )
        for row in fetch(connection, _FACTS, ids(wanted))
    }


def write_states(
    connection: Connection, before: Sequence[ConversationState], after: Sequence[ConversationState], *, decided: bool
) -> None:
    """Store what changed; ``decided``: from now on the status is a person's decision."""
    pairs = list(zip(before, after, strict=True))
    execute_many(connection, _WRITE, [(*_columns(new), decided, new.conversation) for _, new in pairs])
    off = [(old.conversation, label) for old, new in pairs for label in set(old.labels) - set(new.labels)]
    on = [(old.conversation, label) for old, new in pairs for label in set(new.labels) - set(old.labels)]
    execute_many(connection, "DELETE FROM conversation_labels WHERE conversation_id = ? AND label_id = ?", off)
    execute_many(connection, "INSERT INTO conversation_labels (conversation_id, label_id) VALUES (?, ?)", on)


def _columns(state: ConversationState) -> tuple[object, ...]:
    return (
        state.status.value,
        state.assignee,
        micros_or_none(state.read_up_to),
        micros_or_none(state.done_at),
        int(state.priority),
        micros_or_none(state.snoozed_until),
        int(state.muted),
        int(state.spam),
        state.outcome.value,
    )


def plain(state: ConversationState) -> dict[str, object]:
    """A state for the log."""
    return {
        "status": state.status.value,
        "assignee": state.assignee,
        "read_up_to": micros_or_none(state.read_up_to),
        "done_at": micros_or_none(state.done_at),
        "labels": list(state.labels),
        "priority": int(state.priority),
        "snoozed_until": micros_or_none(state.snoozed_until),
        "muted": state.muted,
        "spam": state.spam,
        "outcome": state.outcome.value,
    }
