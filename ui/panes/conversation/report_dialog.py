"""Tells a server's moderators about somebody."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.text import isolate, one_line


class ReportDialog(QDialog):
    """``sent`` carries the comment, the category and whether their own server is told too."""

    sent = Signal(str, str, bool)

    def __init__(self, name: str, handle: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report"))
        self.resize(440, 280)
        said = self.tr("Report {name} and this message to the moderators of your server.")
        head = QLabel(said.format(name=isolate(f"{name} (@{handle})")), self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.category = QComboBox(self)
        self.category.setAccessibleName(self.tr("Reason"))
        for key, words in (
            ("spam", self.tr("It is spam")),
            ("violation", self.tr("It breaks the server's rules")),
            ("other", self.tr("Something else")),
        ):
            self.category.addItem(words, key)
        self.comment = QPlainTextEdit(self)
        self.comment.setPlaceholderText(self.tr("What should the moderators know?"))
        self.comment.setAccessibleName(self.tr("Comment"))
        server = one_line(handle.rpartition("@")[2], limit=80)
        self.forward = QCheckBox(self.tr("Also tell the moderators of {server}").format(server=server), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self.tr("Report"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for widget in (head, self.category, self.comment, self.forward, buttons):
            box.addWidget(widget)

    def _accept(self) -> None:
        self.sent.emit(self.comment.toPlainText()[:1000], self.category.currentData(), self.forward.isChecked())
        self.accept()
