"""How a long text reads as a thread, before it is sent so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.text import clean
from ui.theme import Theme


class SplitDialog(QDialog):
    """``confirmed`` comes once the person wants it, ``later_asked`` where it shall leave at another time."""

    confirmed = Signal()
    later_asked = Signal()

    def __init__(self, parent: QWidget, theme: Theme, parts: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send as a thread"))
        lead = QLabel(self.tr("The text is sent as %n messages, each answering the one before it.", "", len(parts)))
        lead.setWordWrap(True)
        inside = QWidget()
        bubbles = QVBoxLayout(inside)
        bubbles.setContentsMargins(0, 0, 8, 0)
        for part in parts:
            bubble = QLabel(clean(part))
            bubble.setTextFormat(Qt.TextFormat.PlainText)
            bubble.setWordWrap(True)
            bubble.setFont(theme.font(13))
            bubble.setStyleSheet(f"background: {theme.tokens.theirs.name()}; border-radius: 10px; padding: 9px 12px;")
            bubbles.addWidget(bubble)
        bubbles.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        words = self.tr("Send %n messages", "", len(parts))
        self.go = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self.later = self.buttons.addButton(self.tr("Send later…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.later.setAutoDefault(False)
        self.later.clicked.connect(self.later_asked)
        self.go.setProperty("primary", True)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        for widget in (lead, area, self.buttons):
            column.addWidget(widget)
        self.resize(520, 460)

    def _accept(self) -> None:
        self.confirmed.emit()
        self.accept()
