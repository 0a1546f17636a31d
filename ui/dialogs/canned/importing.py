"""The trial run of an import: what would be added, changed and refused, and why, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.domain.canned import Fate, ImportLine, ImportPlan
from ui import error_texts
from ui.text import one_line
from ui.theme import Theme

_MOST = 2000


class ImportDialog(QDialog):
    """``confirmed`` carries the plan once the person has seen it and wants it."""

    confirmed = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme, plan: ImportPlan, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._plan, self._theme = plan, theme
        self.summary = QLabel(self._summary())
        self.summary.setWordWrap(True)
        self.summary.setFont(theme.font(13, 600))
        self.table = self._table()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(self._verb(), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setEnabled(bool(plan.wanted))
        self.go.setProperty("primary", True)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        self.resize(640, 460)

    def _summary(self) -> str:
        plan = self._plan
        said = {
            Fate.ADDED: self.tr("%n would be added", "", plan.count(Fate.ADDED)),
            Fate.CHANGED: self.tr("%n would be changed", "", plan.count(Fate.CHANGED)),
            Fate.SAME: self.tr("%n are there already", "", plan.count(Fate.SAME)),
            Fate.REFUSED: self.tr("%n would be refused", "", plan.count(Fate.REFUSED)),
        }
        parts = [words for fate, words in said.items() if plan.count(fate)]
        first = self.tr("Nothing is written yet.")
        return f"{first} {', '.join(parts)}."

    def _verb(self) -> str:
        return self.tr("Write %n response(s)", "", len(self._plan.wanted))

    def _table(self) -> QTableWidget:
        # What needs a person's eye comes first.
        order = (Fate.REFUSED, Fate.CHANGED, Fate.ADDED, Fate.SAME)
        lines = sorted(self._plan.lines, key=lambda line: (order.index(line.fate), line.line))[:_MOST]
        table = QTableWidget(len(lines), 4)
        table.setHorizontalHeaderLabels([self.tr("Line"), self.tr("What happens"), self.tr("Name"), self.tr("Text")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Trial run"))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        for row, line in enumerate(lines):
            for column, words in enumerate(self._cells(line)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                if line.fate is Fate.REFUSED:
                    item.setForeground(self._theme.tokens.red)
                table.setItem(row, column, item)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        return table

    def _cells(self, line: ImportLine) -> tuple[str, str, str, str]:
        fate = {
            Fate.ADDED: self.tr("Added"),
            Fate.CHANGED: self.tr("Changed"),
            Fate.SAME: self.tr("As it is"),
            Fate.REFUSED: self.tr("Refused"),
        }[line.fate]
        text = error_texts.sentence(line.why) if line.why else line.canned.text if line.canned else ""
        return str(line.line), fate, one_line(line.name, limit=60), one_line(text, limit=200)

    def _accept(self) -> None:
        self.confirmed.emit(self._plan)
        self.accept()
