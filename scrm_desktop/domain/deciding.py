"""What an action makes of a conversation's state: pure rules, the same for one conversation and for very many."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from scrm_desktop.domain.triage import (
    Assign,
    ConversationState,
    Outcome,
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
from scrm_desktop.late_dataclass import dataclass

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a decision is worked out from.

    ``newest_at`` is the newest message, ``asked_at`` the customer's newest one that is addressed to us (``None``:
    nothing is stored). ``answered``: something of ours went out, or is on its way, since the customer last opened it.
    """

    now: datetime
    newest_at: datetime | None = None
    asked_at: datetime | None = None
    answered: bool = False


def decide(action: StateAction, state: ConversationState, facts: Facts) -> ConversationState:
    """The state after it."""
    match action:
        case SetStatus():
            return _with_status(action.status, state, facts)
        case Snooze():
            return _put_away(Status.SNOOZED, state, facts, until=action.until)
        case SetPriority():
            return replace(state, priority=action.priority)
        case SetSpam():
            return _with_spam(action.on, state, facts)
        case SetMuted():
            return _with_mute(action.on, state, facts)
        case SetRead():
            return _with_read(action, state, facts)
        case SetLabel():
            others = set(state.labels) - {action.label_id}
            return replace(state, labels=tuple(sorted(others | {action.label_id} if action.on else others)))
        case Assign():
            return replace(state, assignee=action.assignee)


def _with_status(status: Status, state: ConversationState, facts: Facts) -> ConversationState:
    if status is state.status and not (status is Status.SNOOZED and state.snoozed_until is not None):
        return state
    if status is Status.OPEN:
        return opened(state)
    return _put_away(status, state, facts)


def opened(state: ConversationState) -> ConversationState:
    """Open, and nothing left of how it was put away."""
    return replace(state, status=Status.OPEN, done_at=None, snoozed_until=None, outcome=Outcome.NONE, spam=False)


def _put_away(
    status: Status, state: ConversationState, facts: Facts, *, until: datetime | None = None
) -> ConversationState:
    outcome = Outcome.NONE
    if status is Status.DONE:
        outcome = Outcome.ANSWERED if facts.answered else Outcome.NO_ACTION
    return replace(
        state, status=status, done_at=_as_far_as_stored(facts), snoozed_until=until, outcome=outcome, spam=False
    )


def _as_far_as_stored(facts: Facts) -> datetime:
    # What a network tells of later is newer than this, however our clock goes.
    return facts.now if facts.newest_at is None else facts.newest_at


def _with_spam(on: bool, state: ConversationState, facts: Facts) -> ConversationState:
    if on == state.spam:
        return state
    if not on:
        return opened(state)
    closed = _put_away(Status.DONE, state, facts)
    return replace(closed, outcome=Outcome.SPAM, spam=True)


def _with_mute(on: bool, state: ConversationState, facts: Facts) -> ConversationState:
    if on == state.muted:
        return state
    if on or state.status is Status.OPEN:
        return replace(state, muted=on)
    # What came while nobody listened must not open it now.
    return replace(state, muted=False, done_at=_as_far_as_stored(facts))


def _with_read(action: SetRead, state: ConversationState, facts: Facts) -> ConversationState:
    read = state.read_up_to
    if not action.read:
        if facts.asked_at is None:
            return state
        limit = facts.asked_at - _TICK
        return state if read is not None and read <= limit else replace(state, read_up_to=limit)
    up_to = action.up_to or _as_far_as_stored(facts)
    return state if read is not None and read >= up_to else replace(state, read_up_to=up_to)
