"""Macros: several steps on one conversation, run by one click, in a fixed order."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from scrm_desktop.domain.triage import (
    AddNote,
    Assign,
    Priority,
    SetLabel,
    SetPriority,
    SetRead,
    SetSpam,
    SetStatus,
    Snooze,
    Status,
    TriageAction,
)
from scrm_desktop.domain.when import understand
from scrm_desktop.late_dataclass import dataclass


class StepKind(StrEnum):
    """What a step does; ``INSERT`` puts a canned response into the composer, ``SEND`` sends it."""

    INSERT = "insert"
    SEND = "send"
    LABEL = "label"
    UNLABEL = "unlabel"
    ASSIGN_ME = "assign_me"
    ASSIGN = "assign"
    UNASSIGN = "unassign"
    PRIORITY = "priority"
    NOTE = "note"
    READ = "read"
    PENDING = "pending"
    SNOOZE = "snooze"
    SPAM = "spam"
    DONE = "done"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: ``number`` is the id of a label or a canned response, or a priority.

    ``text`` is a person's name, a note, or a time in words (empty: until the customer writes).
    """

    kind: StepKind
    number: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Macro:
    """An ordered list of steps under a name; ``id`` is 0 before it is stored."""

    id: int = 0
    name: str
    steps: tuple[Step, ...]
    uses: int = 0
    used_at: datetime | None = None


STEP_LIMIT = 20
#: What needs a number, and what needs words.
NUMBERED = frozenset({StepKind.LABEL, StepKind.UNLABEL, StepKind.INSERT, StepKind.SEND})
WORDED = frozenset({StepKind.ASSIGN, StepKind.NOTE})
WRITING = frozenset({StepKind.INSERT, StepKind.SEND})
#: What puts a conversation away.
_AWAY = {StepKind.DONE: Status.DONE, StepKind.PENDING: Status.PENDING, StepKind.REOPEN: Status.OPEN}


def macro_problem(macro: Macro) -> str:
    """Why a macro can't be kept, in English; empty: it can."""
    kinds = [step.kind for step in macro.steps]
    if not macro.name.strip():
        return "A macro needs a name."
    if not kinds:
        return "A macro needs at least one step."
    if len(kinds) > STEP_LIMIT or len(macro.name) > 80:
        return f"A macro has at most {STEP_LIMIT} steps, and its name at most 80 characters."
    for step in macro.steps:
        if (step.kind in NUMBERED and not step.number) or (step.kind in WORDED and not step.text.strip()):
            return "Every step must say with what."
    if sum(kind in WRITING for kind in kinds) > 1:
        return "A macro writes at most one answer."
    if StepKind.INSERT in kinds and {StepKind.DONE, StepKind.PENDING, StepKind.SNOOZE, StepKind.SPAM} & set(kinds):
        return "A macro that only inserts an answer can't put the conversation away: let it send."
    return ""


def writing_step(macro: Macro) -> Step | None:
    """The step that writes an answer."""
    return next((step for step in macro.steps if step.kind in WRITING), None)


def triage_of(macro: Macro, conversation: int, *, me: str, now: datetime) -> tuple[TriageAction, ...]:
    """The decisions of a macro on a conversation, in order. InputError for a time that nobody understands."""
    decided = (_action(step, (conversation,), me, now) for step in macro.steps)
    return tuple(one for one in decided if one is not None)


def _action(step: Step, ids: tuple[int, ...], me: str, now: datetime) -> TriageAction | None:
    match step.kind:
        case StepKind.LABEL | StepKind.UNLABEL:
            return SetLabel(conversations=ids, label_id=step.number, on=step.kind is StepKind.LABEL)
        case StepKind.ASSIGN_ME | StepKind.ASSIGN | StepKind.UNASSIGN:
            whom = {StepKind.ASSIGN_ME: me, StepKind.ASSIGN: step.text.strip()}.get(step.kind)
            return Assign(conversations=ids, assignee=whom)
        case StepKind.PRIORITY:
            return SetPriority(conversations=ids, priority=Priority(step.number))
        case StepKind.NOTE:
            return AddNote(conversation=ids[0], text=step.text)
        case StepKind.READ:
            return SetRead(conversations=ids, read=True)
        case StepKind.SNOOZE:
            until = understand(step.text, now).until if step.text.strip() else None
            return Snooze(conversations=ids, until=until)
        case StepKind.SPAM:
            return SetSpam(conversations=ids, on=True)
        case StepKind.DONE | StepKind.PENDING | StepKind.REOPEN:
            return SetStatus(conversations=ids, status=_AWAY[step.kind])
        case StepKind.INSERT | StepKind.SEND:
            return None
