"""Looks back at a practice round, from whatever the practice network tells of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme


class DebriefDialog(QDialog):
    """What was ignored, how long people waited, which answers argued and which repaired."""

    def __init__(self, parent: QWidget, theme: Theme, found: Mapping[str, object]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Practice debrief"))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        for key, value in found.items():
            label = QLabel(f"{key}: {value}")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFont(theme.font(13))
            lines.addWidget(label)
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(620, 560)
