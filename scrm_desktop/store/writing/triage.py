"""Decisions on conversations: done, logged with before and after, and given an inverse."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.triage import (
    AddNote,
    Assign,
    ConversationState,
    RemoveNote,
    RestoreState,
    SetLabel,
    SetRead,
    SetStatus,
    Status,
    TriageAction,
)
from scrm_desktop.errors import InputError
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.sql import fetch, ids, one
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.tables_work import conversation_labels, conversations, labels
from scrm_desktop.store.values import clean, micros, micros_or_none, moment, moment_or_none
from scrm_desktop.store.writing.conversations import resolve
from scrm_desktop.store.writing.notes import add_note, remove_note

_STATE = """SELECT c.id, c.status, c.assignee, c.read_up_to, c.done_at,
    (SELECT group_concat(label_id) FROM (SELECT label_id FROM conversation_labels l
        WHERE l.conversation_id = c.id ORDER BY label_id))
    FROM conversations c WHERE c.id IN (SELECT value FROM json_each(?))"""
_NEWEST = "SELECT max(created_at) FROM messages WHERE conversation_id = ?"
_LAST_ASKED = """SELECT max(created_at) FROM messages WHERE conversation_id = ? AND addressed = 1
    AND deleted_at IS NULL"""

Change = Callable[[ConversationState], ConversationState]
#: The kind of event, and the name that its sentence needs.
Words = tuple[str, str]


def triage(connection: Connection, action: TriageAction, actor: str, now: int) -> tuple[Changes, TriageAction]:
    """Do it; returns what was touched and the inverse. InputError for what does not exist."""
    if isinstance(action, AddNote):
        return add_note(connection, replace(action, conversation=resolve(connection, action.conversation)), actor, now)
    if isinstance(action, RemoveNote):
        return remove_note(
            connection, replace(action, conversation=resolve(connection, action.conversation)), actor, now
        )
    if isinstance(action, RestoreState):
        return _restore(connection, action, actor, now)
    change, (kind, what) = _meaning(connection, action, now)
    before = _states(connection, action.conversations)
    after = [change(state) for state in before]
    _write(connection, before, after, decided=isinstance(action, SetStatus))
    for old, new in zip(before, after, strict=True):
        if old != new:
            _log(connection, now, kind, actor, old, new, what)
    return _finish(connection, before, after, now), RestoreState(states=tuple(before), what=kind)


def _meaning(connection: Connection, action: SetStatus | SetRead | SetLabel | Assign, now: int) -> tuple[Change, Words]:
    """How a state changes, and how the log calls it."""
    if isinstance(action, SetStatus):
        return partial(_with_status, connection, action, now), (action.status.value, "")
    if isinstance(action, SetRead):
        return partial(_with_read, connection, action, now), ("read" if action.read else "unread", "")
    if isinstance(action, SetLabel):
        name = connection.scalar(select(labels.c.name).where(labels.c.id == action.label_id))
        if name is None:
            raise InputError(f"There is no label with the number {action.label_id}.")
        return partial(_with_label, action), ("labelled" if action.on else "unlabelled", name)
    assignee = None if action.assignee is None else clean(action.assignee)
    words = ("unassigned", "") if assignee is None else ("assigned", assignee)
    return partial(_with_assignee, assignee), words


def _with_assignee(assignee: str | None, state: ConversationState) -> ConversationState:
    return replace(state, assignee=assignee)


def _with_status(connection: Connection, action: SetStatus, now: int, state: ConversationState) -> ConversationState:
    status = action.status
    if status is state.status:
        return state
    if status is Status.OPEN:
        return replace(state, status=status, done_at=None)
    # Done as far as it is stored: what a network tells of later is newer than this, however our clock goes.
    newest = one(connection, _NEWEST, state.conversation)
    at = newest[0] if newest and newest[0] is not None else now
    return replace(state, status=status, done_at=moment(at))


def _with_read(connection: Connection, action: SetRead, now: int, state: ConversationState) -> ConversationState:
    if not action.read:
        last = one(connection, _LAST_ASKED, state.conversation)
        if last is None or last[0] is None:
            return state
        limit = last[0] - 1
        read = micros_or_none(state.read_up_to)
        return state if read is not None and read <= limit else replace(state, read_up_to=moment(limit))
    newest = one(connection, _NEWEST, state.conversation)
    stored = newest[0] if newest and newest[0] is not None else now
    up_to = stored if action.up_to is None else micros(action.up_to)
    read = micros_or_none(state.read_up_to)
    return state if read is not None and read >= up_to else replace(state, read_up_to=moment(up_to))


def _with_label(action: SetLabel, state: ConversationState) -> ConversationState:
    worn = set(state.labels) | {action.label_id} if action.on else set(state.labels) - {action.label_id}
    return replace(state, labels=tuple(sorted(worn)))


def _restore(connection: Connection, action: RestoreState, actor: str, now: int) -> tuple[Changes, TriageAction]:
    wanted = {resolve(connection, state.conversation): state for state in action.states}
    before = _states(connection, wanted)
    after = [replace(wanted[state.conversation], conversation=state.conversation) for state in before]
    _write(
        connection,
        before,
        after,
        decided=any(old.status is not new.status for old, new in zip(before, after, strict=True)),
    )
    for old, new in zip(before, after, strict=True):
        _log(connection, now, "undone", actor, old, new, action.what)
    return _finish(connection, before, after, now), RestoreState(states=tuple(before), what=action.what)


def _states(connection: Connection, wanted: Iterable[int]) -> list[ConversationState]:
    """How these conversations stand, in the order asked for."""
    order = list(dict.fromkeys(resolve(connection, number) for number in wanted))
    found = {
        row[0]: ConversationState(
            conversation=row[0],
            status=Status(row[1]),
            assignee=row[2],
            read_up_to=moment_or_none(row[3]),
            done_at=moment_or_none(row[4]),
            labels=tuple(int(label) for label in (row[5] or "").split(",") if label),
        )
        for row in fetch(connection, _STATE, ids(order))
    }
    return [found[number] for number in order]


def _write(
    connection: Connection, before: list[ConversationState], after: list[ConversationState], *, decided: bool
) -> None:
    for old, new in zip(before, after, strict=True):
        values: dict[str, Any] = {
            "status": new.status.value,
            "assignee": new.assignee,
            "read_up_to": micros_or_none(new.read_up_to),
            "done_at": micros_or_none(new.done_at),
        }
        if decided:
            values["undecided"] = 0
        connection.execute(update(conversations).where(conversations.c.id == new.conversation).values(**values))
        _write_labels(connection, new.conversation, set(old.labels), set(new.labels))


def _write_labels(connection: Connection, conversation: int, old: set[int], new: set[int]) -> None:
    for label in old - new:
        connection.execute(
            delete(conversation_labels).where(
                conversation_labels.c.conversation_id == conversation, conversation_labels.c.label_id == label
            )
        )
    for label in new - old:
        connection.execute(insert(conversation_labels).values(conversation_id=conversation, label_id=label))


def _log(
    connection: Connection,
    now: int,
    kind: str,
    actor: str,
    old: ConversationState,
    new: ConversationState,
    what: str,
) -> None:
    write_entry(
        connection,
        now,
        kind,
        actor=actor,
        conversation_id=old.conversation,
        detail={"what": what, "before": _plain(old), "after": _plain(new)},
    )


def _plain(state: ConversationState) -> dict[str, object]:
    return {
        "status": state.status.value,
        "assignee": state.assignee,
        "read_up_to": micros_or_none(state.read_up_to),
        "done_at": micros_or_none(state.done_at),
        "labels": list(state.labels),
    }


def _finish(
    connection: Connection, before: list[ConversationState], after: list[ConversationState], now: int
) -> Changes:
    touched = frozenset(state.conversation for state in before)
    refresh(connection, touched, now)
    changed = any(old.labels != new.labels for old, new in zip(before, after, strict=True))
    return Changes(conversations=touched, labels=changed)
