"""Changes a message of ours that is published already."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from scrm_desktop.domain.views import ThreadItem
from ui.theme import Theme


class EditDialog(QDialog):
    """``saved`` carries the new text and the new content warning."""

    saved = Signal(str, str)

    def __init__(
        self, item: ThreadItem, count: Callable[[str, str], int], limit: int, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Edit message"))
        self.resize(520, 320)
        self._count = count
        self._limit = limit
        self._before = (item.text, item.content_warning)
        self.field = QPlainTextEdit(item.text, self)
        self.field.setFont(theme.font(13))
        self.field.setAccessibleName(self.tr("Text"))
        self.warning = QLineEdit(item.content_warning, self)
        self.warning.setPlaceholderText(self.tr("Content warning (optional)"))
        self.warning.setAccessibleName(self.tr("Content warning"))
        self.counter = QLabel(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = self.buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            # As in the composer; a click, so that what can't be saved by mouse can't be saved by keys either.
            QShortcut(QKeySequence(keys), self, self.save.click)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for widget in (self.warning, self.field, self.counter, self.buttons):
            box.addWidget(widget)
        self.field.textChanged.connect(self._check)
        self.warning.textChanged.connect(self._check)
        self._check()
        self.field.setFocus()

    def _check(self) -> None:
        text, warning = self.field.toPlainText(), self.warning.text()
        used = self._count(text, warning)
        self.counter.setText(f"{used} / {self._limit}")
        changed = (text, warning) != self._before
        self.save.setEnabled(bool(text.strip()) and used <= self._limit and changed)

    def _accept(self) -> None:
        self.saved.emit(self.field.toPlainText(), self.warning.text())
        self.accept()
