"""Decisions on conversations: done, logged with before and after, and given an inverse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.deciding import decide
from scrm_desktop.domain.saved_views import ArrangeViews
from scrm_desktop.domain.triage import (
    AddNote,
    ArrangePeople,
    Assign,
    ConversationState,
    Merge,
    NotSamePerson,
    Outcome,
    PeopleAction,
    RemoveNote,
    RestoreMany,
    RestoreState,
    SamePerson,
    SetLabel,
    SetMuted,
    SetPriority,
    SetRead,
    SetSpam,
    SetStatus,
    Snooze,
    Split,
    StateAction,
    Together,
    TriageAction,
    Unmerge,
)
from scrm_desktop.errors import InputError
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.tables_work import labels
from scrm_desktop.store.values import clean, moment
from scrm_desktop.store.writing.bulk import decide_many, restore_many
from scrm_desktop.store.writing.conversations import resolve
from scrm_desktop.store.writing.merging import merge, unmerge
from scrm_desktop.store.writing.notes import add_note, remove_note
from scrm_desktop.store.writing.persons import arrange_people
from scrm_desktop.store.writing.saved_views import arrange_views
from scrm_desktop.store.writing.splitting import split
from scrm_desktop.store.writing.states import plain, read_facts, read_states, write_states

States = Sequence[ConversationState]
#: More than so many are decided by statements over all of them, and told by one entry of the log.
FEW = 50


def triage(connection: Connection, action: TriageAction, actor: str, now: int) -> tuple[Changes, TriageAction]:
    """Do it; returns what was touched and the inverse. InputError for what does not exist."""
    if isinstance(action, AddNote):
        return add_note(connection, replace(action, conversation=resolve(connection, action.conversation)), actor, now)
    if isinstance(action, RemoveNote):
        return remove_note(
            connection, replace(action, conversation=resolve(connection, action.conversation)), actor, now
        )
    if isinstance(action, ArrangeViews):
        return arrange_views(connection, action, actor, now)
    if isinstance(action, RestoreState):
        return _restore(connection, action, actor, now)
    if isinstance(action, RestoreMany):
        return restore_many(connection, action, actor, now)
    if isinstance(action, Merge | Unmerge | Split | PeopleAction):
        return _belonging(connection, action, actor, now)
    if isinstance(action, Together):
        return _together(connection, action, actor, now)
    action = _checked(action, now)
    kind, name = _words(connection, action)
    if len(action.conversations) > FEW:
        return decide_many(connection, action, (kind, name), actor, now)
    before = read_states(connection, action.conversations)
    facts = read_facts(connection, (state.conversation for state in before), now)
    after = [decide(action, state, facts[state.conversation]) for state in before]
    write_states(connection, before, after, decided=isinstance(action, SetStatus | Snooze | SetSpam))
    for old, new in zip(before, after, strict=True):
        if old != new:
            _log(connection, now, kind, actor, old, new, _ended(kind, new) or name)
    return _finish(connection, before, after, now), RestoreState(states=tuple(before), what=kind)


def _belonging(
    connection: Connection, action: Merge | Unmerge | Split | PeopleAction, actor: str, now: int
) -> tuple[Changes, TriageAction]:
    """What is one conversation, and who is one person."""
    match action:
        case Merge():
            return merge(connection, action, actor, now)
        case Unmerge():
            return unmerge(connection, action, actor, now)
        case Split():
            return split(connection, action, actor, now)
        case SamePerson() | NotSamePerson() | ArrangePeople():
            return arrange_people(connection, action, actor, now)


def _together(connection: Connection, action: Together, actor: str, now: int) -> tuple[Changes, TriageAction]:
    """One after the other, within the writer's one transaction."""
    touched, back = Changes(), list[TriageAction]()
    for one in action.actions:
        changes, inverse = triage(connection, one, actor, now)
        touched |= changes
        back.insert(0, inverse)
    return touched, Together(actions=tuple(back))


def _checked(action: StateAction, now: int) -> StateAction:
    """The action as it can be stored. InputError for a snooze that would be over at once."""
    if isinstance(action, Assign) and action.assignee is not None:
        return replace(action, assignee=clean(action.assignee))
    if isinstance(action, Snooze) and action.until is not None and action.until <= moment(now):
        raise InputError("That time has passed already.")
    return action


def _words(connection: Connection, action: StateAction) -> tuple[str, str]:
    """How the log calls it: the kind of event, and what its sentence needs."""
    match action:
        case SetStatus():
            return action.status.value, ""
        case Snooze():
            return "snoozed", "" if action.until is None else action.until.isoformat()
        case SetPriority():
            return "priority", action.priority.name.lower()
        case SetSpam():
            return "spam" if action.on else "not_spam", ""
        case SetMuted():
            return "muted" if action.on else "unmuted", ""
        case SetRead():
            return "read" if action.read else "unread", ""
        case SetLabel():
            return "labelled" if action.on else "unlabelled", _label(connection, action.label_id)
        case Assign():
            return ("unassigned", "") if action.assignee is None else ("assigned", action.assignee)


def _label(connection: Connection, label_id: int) -> str:
    name = connection.scalar(select(labels.c.name).where(labels.c.id == label_id))
    if name is None:
        raise InputError(f"There is no label with the number {label_id}.")
    return str(name)


def _ended(kind: str, state: ConversationState) -> str:
    return state.outcome.value if kind == "done" and state.outcome is Outcome.NO_ACTION else ""


def _restore(connection: Connection, action: RestoreState, actor: str, now: int) -> tuple[Changes, TriageAction]:
    wanted = {resolve(connection, state.conversation): state for state in action.states}
    before = read_states(connection, wanted)
    after = [replace(wanted[state.conversation], conversation=state.conversation) for state in before]
    decided = any(old.status is not new.status for old, new in zip(before, after, strict=True))
    write_states(connection, before, after, decided=decided)
    for old, new in zip(before, after, strict=True):
        _log(connection, now, "undone", actor, old, new, action.what)
    return _finish(connection, before, after, now), RestoreState(states=tuple(before), what=action.what)


def _log(
    connection: Connection, now: int, kind: str, actor: str, old: ConversationState, new: ConversationState, what: str
) -> None:
    write_entry(
        connection,
        now,
        kind,
        actor=actor,
        conversation_id=old.conversation,
        detail={"what": what, "before": plain(old), "after": plain(new)},
    )


def _finish(connection: Connection, before: States, after: States, now: int) -> Changes:
    touched = frozenset(state.conversation for state in before)
    refresh(connection, touched, now)
    changed = any(old.labels != new.labels for old, new in zip(before, after, strict=True))
    return Changes(conversations=touched, labels=changed)
