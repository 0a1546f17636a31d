"""What a macro will do to this conversation, in words, before it does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from scrm_desktop.domain.canned import Canned
from scrm_desktop.domain.macros import Macro, Step, StepKind
from scrm_desktop.domain.triage import Priority, Status
from scrm_desktop.domain.views import ConversationRow, Label, Mode
from scrm_desktop.domain.when import understand
from scrm_desktop.errors import InputError
from scrm_desktop.late_dataclass import dataclass
from ui import error_texts, text
from ui.triage_words import priority_name


@dataclass(frozen=True, slots=True)
class Scene:
    """What a preview needs to know; ``mode`` is how an answer would go out."""

    row: ConversationRow
    labels: Mapping[int, Label]
    canned: Mapping[int, Canned]
    mode: Mode
    writes: bool
    """Whether a text of the person stands in the composer."""


class MacroWords(QObject):
    """Translated when asked."""

    def kind(self, kind: StepKind) -> str:
        """The name of a kind of step."""
        return {
            StepKind.INSERT: self.tr("Insert an answer"),
            StepKind.SEND: self.tr("Send an answer"),
            StepKind.LABEL: self.tr("Put a label on"),
            StepKind.UNLABEL: self.tr("Take a label off"),
            StepKind.ASSIGN_ME: self.tr("Assign to me"),
            StepKind.ASSIGN: self.tr("Assign to"),
            StepKind.UNASSIGN: self.tr("Assign to nobody"),
            StepKind.PRIORITY: self.tr("Set the priority"),
            StepKind.NOTE: self.tr("Write a note"),
            StepKind.READ: self.tr("Mark as read"),
            StepKind.PENDING: self.tr("Wait for the customer"),
            StepKind.SNOOZE: self.tr("Snooze"),
            StepKind.SPAM: self.tr("Call it spam"),
            StepKind.DONE: self.tr("Done"),
            StepKind.REOPEN: self.tr("Reopen"),
        }[kind]

    def preview(self, macro: Macro, scene: Scene) -> tuple[str, ...]:
        """One sentence a step, in the order in which they happen: the answer first."""
        steps = sorted(macro.steps, key=lambda step: step.kind is not StepKind.SEND)
        return tuple(self._sentence(step, scene) for step in steps)

    def blocked(self, macro: Macro, scene: Scene) -> str:
        """Why the macro can't run here now; empty: it can."""
        for step in macro.steps:
            if step.kind in {StepKind.INSERT, StepKind.SEND} and step.number not in scene.canned:
                return self.tr("Its canned response is deleted.")
            if step.kind in {StepKind.LABEL, StepKind.UNLABEL} and step.number not in scene.labels:
                return self.tr("Its label is deleted.")
            if step.kind is StepKind.SEND and scene.writes:
                return self.tr("There is a text of yours in the composer. Send it or clear it first.")
            if step.kind is StepKind.SNOOZE and step.text.strip():
                try:
                    understand(step.text, datetime.now(UTC))
                except InputError as error:
                    return error_texts.message(error)
        return ""

    def _sentence(self, step: Step, scene: Scene) -> str:
        row = scene.row
        match step.kind:
            case StepKind.INSERT | StepKind.SEND:
                return self._writing(step, scene)
            case StepKind.LABEL | StepKind.UNLABEL:
                return self._label(step, scene)
            case StepKind.ASSIGN_ME | StepKind.ASSIGN | StepKind.UNASSIGN:
                return self._assigned(step)
            case StepKind.PRIORITY:
                return self.tr("Its priority becomes: {name}.").format(name=priority_name(Priority(step.number)))
            case StepKind.NOTE:
                return self.tr("A note for the team: “{text}”").format(text=text.one_line(step.text, limit=80))
            case StepKind.READ:
                return self.tr("It is marked as read.")
            case StepKind.SNOOZE:
                return self._snooze(step)
            case StepKind.PENDING:
                return self.tr("It waits for the customer.")
            case StepKind.SPAM:
                return self.tr("It is called spam and closed.")
            case StepKind.REOPEN:
                same = row.status is Status.OPEN
                return self.tr("It is open already.") if same else self.tr("It is opened again.")
            case StepKind.DONE:
                return self.tr("It is done already.") if row.status is Status.DONE else self.tr("It is done.")

    def _assigned(self, step: Step) -> str:
        if step.kind is StepKind.ASSIGN_ME:
            return self.tr("It is assigned to you.")
        if step.kind is StepKind.UNASSIGN:
            return self.tr("It is assigned to nobody.")
        return self.tr("It is assigned to {name}.").format(name=text.isolate(step.text))

    def _writing(self, step: Step, scene: Scene) -> str:
        canned = scene.canned.get(step.number)
        name = text.one_line(canned.name, limit=60) if canned else "?"
        if step.kind is StepKind.INSERT:
            return self.tr("“{name}” is put into the composer, not sent.").format(name=name)
        who = text.isolate(f"@{scene.row.handle}")
        if scene.mode is Mode.DIRECT:
            said = self.tr("“{name}” is sent to {who} as a direct message. This can't be undone.")
        else:
            said = self.tr("“{name}” is sent to {who} in public. This can't be undone.")
        return said.format(name=name, who=who)

    def _label(self, step: Step, scene: Scene) -> str:
        label = scene.labels.get(step.number)
        name, on = text.one_line(label.name, limit=60) if label else "?", step.kind is StepKind.LABEL
        if label is not None and (label in scene.row.labels) is on:
            said = self.tr("Label “{name}” is on already.") if on else self.tr("Label “{name}” is not on.")
        else:
            said = self.tr("Label “{name}” is put on.") if on else self.tr("Label “{name}” is taken off.")
        return said.format(name=name)

    def _snooze(self, step: Step) -> str:
        now = datetime.now(UTC)
        try:
            until = understand(step.text, now).until if step.text.strip() else None
        except InputError as error:
            return error_texts.message(error)
        if until is None:
            return self.tr("It is put away until the customer writes.")
        return self.tr("It is put away until {time}.").format(time=text.upcoming(until, now))


def lines(sentences: Sequence[str]) -> str:
    """A numbered list as plain text."""
    return "\n".join(f"{place}. {sentence}" for place, sentence in enumerate(sentences, 1))
