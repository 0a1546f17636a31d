"""One small form for what a prepared text still needs to know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from scrm_desktop.domain.placeholders import Gap

_LONGEST = 500


class AskForm(QDialog):
    """``answered`` carries {name: words}; with ``demand`` nothing may stay empty."""

    answered = Signal(dict)

    def __init__(self, parent: QWidget, title: str, lead: str, gaps: Sequence[Gap], *, go: str, demand: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._demand = demand
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        for gap in gaps:
            if gap.name in self.fields:
                continue
            field = self.fields[gap.name] = QLineEdit(gap.fallback or "")
            field.setMaxLength(_LONGEST)
            label = gap.name if gap.asked else self._variable(gap.name)
            field.setAccessibleName(label)
            field.textChanged.connect(self._check)
            words = QLabel(label)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            form.addRow(words, field)
        said = QLabel(lead)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.resize(420, self.sizeHint().height())
        next(iter(self.fields.values())).setFocus()
        self._check()

    def _variable(self, name: str) -> str:
        return {
            "first_name": self.tr("First name"),
            "name": self.tr("Name"),
            "handle": self.tr("Address on the network"),
            "account": self.tr("Our account"),
            "my_name": self.tr("My name"),
            "order_number": self.tr("Order number"),
        }.get(name, name)

    def _check(self) -> None:
        self.go.setEnabled(not self._demand or all(field.text().strip() for field in self.fields.values()))

    def _accept(self) -> None:
        self.answered.emit({name: field.text().strip() for name, field in self.fields.items()})
        self.accept()
