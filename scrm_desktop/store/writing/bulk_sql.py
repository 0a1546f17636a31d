"""What each action makes of conversations, as SQL: the rules of ``domain/deciding.py``; a test compares the two."""

from __future__ import annotations

from dataclasses import dataclass

from scrm_desktop.domain.triage import (
    Assign,
    SetLabel,
    SetMuted,
    SetPriority,
    SetRead,
    SetSpam,
    SetStatus,
    Snooze,
    StateAction,
    Status,
)
from scrm_desktop.store.values import micros, micros_or_none

_NEWEST = "(SELECT max(m.created_at) FROM messages m WHERE m.conversation_id = c.id)"
_STORED = f"coalesce({_NEWEST}, :now)"
_ASKED = """(SELECT max(m.created_at) FROM messages m WHERE m.conversation_id = c.id AND m.addressed = 1
    AND m.deleted_at IS NULL)"""
_OUTCOME = """CASE WHEN EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = c.id AND m.own = 1
        AND m.deleted_at IS NULL AND m.created_at > coalesce(c.run_from, -1))
    OR EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.kind = 'send'
        AND o.state NOT IN ('failed', 'cancelled') AND o.created_at > coalesce(c.run_from, -1))
    THEN 'answered' ELSE 'no_action' END"""
#: Columns of the list that are the same as those of the conversation, and on which no other column depends.
OWN_LINE = {
    name: f"(SELECT c.{name} FROM conversations c WHERE c.id = conversation_id)" for name in ("assignee", "priority")
}
_STANDING = ("status", "done_at", "snoozed_until", "outcome", "spam", "undecided")


@dataclass(frozen=True, slots=True)
class Bulk:
    """One action over many: which columns of ``conversations c`` get which values, and for which rows.

    ``values`` are SQL. ``line`` says which columns of the list follow, ``None``: they have to be worked out anew.
    """

    columns: tuple[str, ...]
    values: tuple[str, ...]
    where: str
    parameters: dict[str, object]
    line: dict[str, str] | None


def bulk_of(action: StateAction, now: int) -> Bulk:
    """The action as SQL."""
    match action:
        case SetStatus():
            return _status(action, now)
        case Snooze():
            return _away("snoozed", "1", "''", now, until=micros_or_none(action.until))
        case SetSpam():
            return _spam(action, now)
        case SetPriority():
            value = int(action.priority)
            return Bulk(("priority",), (":value",), "c.priority <> :value", {"value": value}, {"priority": ":value"})
        case SetMuted():
            return _muted(action, now)
        case SetRead():
            return _read(action, now)
        case SetLabel():
            worn = "EXISTS (SELECT 1 FROM conversation_labels l WHERE l.conversation_id = c.id AND l.label_id = :label)"
            where = f"NOT {worn}" if action.on else worn
            return Bulk((), (), where, {"label": action.label_id}, {})
        case Assign():
            line = {"assignee": ":value"}
            return Bulk(("assignee",), (":value",), "c.assignee IS NOT :value", {"value": action.assignee}, line)


def _status(action: SetStatus, now: int) -> Bulk:
    where = f"c.status <> '{action.status.value}'"
    if action.status is Status.OPEN:
        return _open(where)
    if action.status is Status.SNOOZED:
        where = f"({where} OR c.snoozed_until IS NOT NULL)"
    return _away(action.status.value, where, _OUTCOME if action.status is Status.DONE else "''", now)


def _open(where: str) -> Bulk:
    return Bulk(_STANDING, ("'open'", "NULL", "NULL", "''", "0", "0"), where, {}, None)


def _away(status: str, where: str, outcome: str, now: int, *, until: int | None = None, spam: int = 0) -> Bulk:
    values = (f"'{status}'", _STORED, ":until", outcome, str(spam), "0")
    line = {
        "status": f"'{status}'",
        "snoozed_until": ":until",
        "outcome": "(SELECT c.outcome FROM conversations c WHERE c.id = conversation_id)",
        "spam": str(spam),
        "waiting_since": "NULL",
        "queue": ":nobody - last_at",
    }
    if spam:
        line["unread"] = "0"
    return Bulk(_STANDING, values, where, {"now": now, "until": until}, line)


def _spam(action: SetSpam, now: int) -> Bulk:
    if not action.on:
        return _open("c.spam = 1")
    return _away("done", "c.spam = 0", "'spam'", now, spam=1)


def _muted(action: SetMuted, now: int) -> Bulk:
    if action.on:
        return Bulk(("muted",), ("1",), "c.muted = 0", {}, {"muted": "1", "unread": "0"})
    far = f"CASE WHEN c.status = 'open' THEN c.done_at ELSE {_STORED} END"
    return Bulk(("muted", "done_at"), ("0", far), "c.muted = 1", {"now": now}, None)


def _read(action: SetRead, now: int) -> Bulk:
    if not action.read:
        where = f"{_ASKED} IS NOT NULL AND (c.read_up_to IS NULL OR c.read_up_to > {_ASKED} - 1)"
        return Bulk(("read_up_to",), (f"{_ASKED} - 1",), where, {}, None)
    if action.up_to is not None:
        where = "(c.read_up_to IS NULL OR c.read_up_to < :value)"
        return Bulk(("read_up_to",), (":value",), where, {"value": micros(action.up_to)}, None)
    where = f"(c.read_up_to IS NULL OR c.read_up_to < {_STORED})"
    return Bulk(("read_up_to",), (_STORED,), where, {"now": now}, {"unread": "0"})
