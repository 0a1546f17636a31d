"""One step of a macro, as a line: what it does, with what, and its place in the order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from scrm_desktop.domain.canned import Canned
from scrm_desktop.domain.macros import Step, StepKind
from scrm_desktop.domain.triage import Priority
from scrm_desktop.domain.views import Label
from ui.macros.words import MacroWords
from ui.text import one_line
from ui.theme import Theme
from ui.triage_words import priority_name


class StepRow(QFrame):
    """``moved`` carries -1 (up) or 1 (down)."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(
        self,
        step: Step,
        words: MacroWords,
        labels: Sequence[Label],
        canned: Sequence[Canned],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._kind, self._words = step.kind, words
        self.setProperty("card", True)
        self.choice: QComboBox | None = None
        self.field: QLineEdit | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 4, 6, 4)
        line.addWidget(QLabel(words.kind(step.kind)))
        if step.kind in {StepKind.LABEL, StepKind.UNLABEL}:
            self._choose(line, [(one.id, one.name) for one in labels], step.number)
        elif step.kind in {StepKind.INSERT, StepKind.SEND}:
            named = [(one.id, f"{one.name} ({one.language.upper()})" if one.language else one.name) for one in canned]
            self._choose(line, named, step.number)
        elif step.kind is StepKind.PRIORITY:
            self._choose(line, [(one.value, priority_name(one)) for one in Priority], step.number)
        elif step.kind in {StepKind.NOTE, StepKind.ASSIGN, StepKind.SNOOZE}:
            self._write(line, step.text)
        else:
            line.addStretch(1)
        for icon, by, name in (("up", -1, self.tr("Move up")), ("down", 1, self.tr("Move down"))):
            self._button(line, theme, icon, name).clicked.connect(lambda _=False, by=by: self.moved.emit(by))
        self._button(line, theme, "close", self.tr("Remove")).clicked.connect(self.removed)

    @property
    def step(self) -> Step:
        """What the line says."""
        number = int(self.choice.currentData() or 0) if self.choice is not None else 0
        return Step(kind=self._kind, number=number, text=self.field.text() if self.field is not None else "")

    def _choose(self, line: QHBoxLayout, choices: Sequence[tuple[int, str]], number: int) -> None:
        self.choice = QComboBox()
        self.choice.setAccessibleName(self._words.kind(self._kind))
        if number and number not in {one for one, _ in choices}:
            choices = [(number, self.tr("(deleted)")), *choices]
        for one, name in choices:
            self.choice.addItem(one_line(name, limit=80), one)
        self.choice.setCurrentIndex(max(0, self.choice.findData(number)))
        self.choice.currentIndexChanged.connect(self.changed)
        line.addWidget(self.choice, 1)

    def _write(self, line: QHBoxLayout, text: str) -> None:
        self.field = QLineEdit(text)
        self.field.setMaxLength(2000)
        self.field.setAccessibleName(self._words.kind(self._kind))
        if self._kind is StepKind.SNOOZE:
            self.field.setPlaceholderText(self.tr("“tomorrow 9:00”; empty: until the customer writes"))
        self.field.textChanged.connect(self.changed)
        line.addWidget(self.field, 1)

    def _button(self, line: QHBoxLayout, theme: Theme, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon, theme.tokens.muted))
        button.setToolTip(name)
        button.setAccessibleName(name)
        line.addWidget(button)
        return button
