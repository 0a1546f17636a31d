"""What somebody sees who has no account yet: two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import Theme


class Welcome(QWidget):
    """``connect_asked`` and ``practice_asked`` are the two buttons."""

    connect_asked = Signal()
    practice_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel(self.tr("Every conversation, in one inbox on your own computer"), self)
        self._told = QLabel(
            self.tr(
                "Connect an account of your company, or begin on the practice network: invented customers on this "
                "computer who write, wait, get angry and say thank you. Nothing there reaches the internet."
            ),
            self,
        )
        self._connect = QPushButton(self.tr("Connect an account…"), self)
        self._practice = QPushButton(self.tr("Try the practice network"), self)
        self._connect.clicked.connect(self.connect_asked.emit)
        self._practice.clicked.connect(self.practice_asked.emit)
        self._build()
        theme.changed.connect(self._paint)
        self._paint()

    def _build(self) -> None:
        self._connect.setProperty("primary", True)
        for label in (self._title, self._told):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMaximumWidth(560)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._connect)
        buttons.addWidget(self._practice)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        for label in (self._title, self._told):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(label, 8)
            line.addStretch(1)
            column.addLayout(line)
        column.addSpacing(6)
        column.addLayout(buttons)
        column.addStretch(3)

    def starting(self) -> None:
        """The practice network is on its way up."""
        self._practice.setEnabled(False)
        self._practice.setText(self.tr("Starting…"))

    def ready(self) -> None:
        """It did not come up: it can be tried again."""
        self._practice.setEnabled(True)
        self._practice.setText(self.tr("Try the practice network"))

    def _paint(self) -> None:
        tokens = self._theme.tokens
        self.setStyleSheet(f"Welcome {{ background: {tokens.panel.name()}; }}")
        self._title.setFont(self._theme.font(20, 600))
        self._told.setFont(self._theme.font(14))
        self._told.setStyleSheet(f"color: {tokens.muted.name()};")
