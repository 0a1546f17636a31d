"""What a macro may hold, and which decisions it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrm_desktop.domain.macros import Macro, Step, StepKind, macro_problem, triage_of, writing_step
from scrm_desktop.domain.triage import AddNote, Assign, Priority, SetLabel, SetPriority, SetStatus, Snooze, Status
from scrm_desktop.errors import InputError

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def macro(*steps: Step, name: str = "M") -> Macro:
    return Macro(name=name, steps=steps)


def test_steps_become_decisions_in_their_order() -> None:
    made = macro(
        Step(kind=StepKind.SEND, number=4),
        Step(kind=StepKind.LABEL, number=2),
        Step(kind=StepKind.ASSIGN_ME),
        Step(kind=StepKind.PRIORITY, number=3),
        Step(kind=StepKind.NOTE, text="called"),
        Step(kind=StepKind.SNOOZE),
        Step(kind=StepKind.DONE),
    )
    assert macro_problem(made) == ""
    assert writing_step(made) == made.steps[0]
    assert triage_of(made, 7, me="Nadia", now=NOW) == (
        SetLabel(conversations=(7,), label_id=2, on=True),
        Assign(conversations=(7,), assignee="Nadia"),
        SetPriority(conversations=(7,), priority=Priority.HIGH),
        AddNote(conversation=7, text="called"),
        Snooze(conversations=(7,), until=None),
        SetStatus(conversations=(7,), status=Status.DONE),
    )


def test_a_snooze_in_words_is_understood_when_it_runs() -> None:
    (decided,) = triage_of(macro(Step(kind=StepKind.SNOOZE, text="in 2 h")), 1, me="", now=NOW)
    assert isinstance(decided, Snooze) and decided.until is not None
    assert (decided.until - NOW).total_seconds() == 7200
    with pytest.raises(InputError):
        triage_of(macro(Step(kind=StepKind.SNOOZE, text="some day or other")), 1, me="", now=NOW)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (macro(Step(kind=StepKind.DONE), name=" "), "name"),
        (macro(), "at least one"),
        (macro(Step(kind=StepKind.NOTE, text=" ")), "with what"),
        (macro(Step(kind=StepKind.LABEL)), "with what"),
        (macro(Step(kind=StepKind.SEND, number=1), Step(kind=StepKind.INSERT, number=1)), "at most one answer"),
        (macro(Step(kind=StepKind.INSERT, number=1), Step(kind=StepKind.DONE)), "let it send"),
        (macro(*[Step(kind=StepKind.READ)] * 21), "at most 20"),
    ],
)
def test_what_can_not_be_kept_says_why(made: Macro, why: str) -> None:
    assert why in macro_problem(made)
