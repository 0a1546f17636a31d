"""What somebody sees who has no account yet: which language, and two ways to begin; all of it can be skipped."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import Theme

_WIDEST = 560


class Welcome(QWidget):
    """``connect_asked`` and ``practice_asked`` are the two ways, ``skipped`` neither; ``language_chosen`` is a code."""

    connect_asked = Signal()
    practice_asked = Signal()
    skipped = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, language: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen = language
        self._made = False
        self._starting = False
        self.was_skipped = False
        theme.changed.connect(self._paint)

    def _make(self) -> None:
        """Once it is seen: nearly every start does without."""
        self._made = True
        self._title = QLabel(self.tr("Every conversation, in one inbox on your own computer"), self)
        told = self.tr("Two ways to begin; each takes less than a minute, and you can go both.")
        self._told = QLabel(told, self)
        self._connect = QPushButton(self.tr("Connect an account…"), self)
        self._practice = QPushButton(self)
        self._skip = QPushButton(self.tr("Look around first"), self)
        signing_in = self.tr(
            "Sign in with your browser; this program never sees your password. What customers wrote in the last two "
            "weeks comes in by itself."
        )
        practising = self.tr(
            "Invented customers on this computer who write, wait, get angry and say thank you. Nothing there reaches "
            "the internet."
        )
        self._ways = ((self._connect, QLabel(signing_in, self)), (self._practice, QLabel(practising, self)))
        self.language = self._languages(self._chosen)
        self._connect.clicked.connect(self.connect_asked.emit)
        self._practice.clicked.connect(self.practice_asked.emit)
        self._skip.clicked.connect(self._skipped)
        self._build()
        self._say()
        self._paint()

    def _languages(self, chosen: str) -> QComboBox:
        box = QComboBox(self)
        spoken = chosen or QLocale().name().split("_")[0]
        for code, name in (("en", "English"), ("fr", "Français")):
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findData(spoken)))
        # In both languages: whoever needs it can't read the other one.
        box.setAccessibleName("Language / Langue")
        box.activated.connect(self._speak)
        return box

    def _build(self) -> None:
        self._connect.setProperty("primary", True)
        self._skip.setProperty("flat_link", True)
        for label in (self._title, self._told):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label in (self._title, self._told, *(told for _, told in self._ways)):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMaximumWidth(_WIDEST)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(16)
        grid.setColumnMinimumWidth(1, 330)
        for place, (button, told) in enumerate(self._ways):
            grid.addWidget(button, place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(told, place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(14)
        column.addLayout(_line(None, self._hint(), self.language))
        column.addStretch(2)
        for label in (self._title, self._told):
            column.addLayout(_centred(label))
        column.addSpacing(12)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(grid)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(10)
        column.addLayout(_line(None, self._skip, None))
        column.addStretch(3)

    def _hint(self) -> QLabel:
        self._later = QLabel(self)
        self._later.hide()
        return self._later

    def _speak(self) -> None:
        self.language_chosen.emit(self.language.currentData())
        # In the language that was chosen; where the window is made anew at once, nobody gets to read it.
        told = {"fr": "Le français viendra au prochain démarrage.", "en": "English comes with the next start."}
        self._later.setText(told[self.language.currentData()])
        self._later.show()

    def _skipped(self) -> None:
        self.was_skipped = True
        self.skipped.emit()

    def setVisible(self, visible: bool) -> None:
        if visible and not self._made:
            self._make()
        super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the page that it takes the place of has given the focus away.
        QTimer.singleShot(0, self._connect, self._connect.setFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside a dialog a button takes Space only; who sees one page with buttons presses Return.
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def starting(self) -> None:
        """The practice network is on its way up."""
        self._starting = True
        self._say()

    def ready(self) -> None:
        """It did not come up: it can be tried again."""
        self._starting = False
        self._say()

    def _say(self) -> None:
        if self._made:
            self._practice.setEnabled(not self._starting)
            self._practice.setText(self.tr("Starting…") if self._starting else self.tr("Try the practice network"))

    def _paint(self) -> None:
        if not self._made:
            return
        tokens = self._theme.tokens
        self.setStyleSheet(f"Welcome {{ background: {tokens.panel.name()}; }}")
        for label in (self._title, self._told):
            label.setMaximumWidth(self._theme.px(560))
        self._title.setFont(self._theme.font(20, 600))
        self._told.setFont(self._theme.font(14))
        for label in (self._told, self._later, *(told for _, told in self._ways)):
            label.setStyleSheet(f"color: {tokens.muted.name()};")


def _line(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets in a row; ``None`` is room that gives."""
    row = QHBoxLayout()
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _centred(label: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 8)
    row.addStretch(1)
    return row
