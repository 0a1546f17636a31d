"""Asks for the name of a saved view."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

_LONGEST = 80


class ViewNameDialog(QDialog):
    """``named`` carries the name, and whether a new view is wanted although an old one was edited."""

    named = Signal(str, bool)

    def __init__(self, parent: QWidget, *, name: str, query: str, title: str, both: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.field = QLineEdit(name)
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(self.tr("For example: Complaints, public"))
        self.field.setAccessibleName(self.tr("Name of the view"))
        told = QLabel(query)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        told.setProperty("muted", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        self.save.clicked.connect(lambda: self._done(new=False))
        if both:
            self.new = buttons.addButton(self.tr("Save as a new view"), QDialogButtonBox.ButtonRole.ActionRole)
            self.new.clicked.connect(lambda: self._done(new=True))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addWidget(told)
        column.addWidget(buttons)
        self.field.textChanged.connect(self._typed)
        self.setMinimumWidth(380)
        self._typed()
        self.field.selectAll()

    def _typed(self) -> None:
        usable = bool(self.field.text().strip())
        self.save.setEnabled(usable)

    def _done(self, *, new: bool) -> None:
        name = self.field.text().strip()
        if name:
            self.named.emit(name, new)
            self.accept()
