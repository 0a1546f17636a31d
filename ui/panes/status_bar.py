"""The line at the bottom: how the channels fare, what waits, what is stored; and what was just done, with its undo."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.views import AccountView
from ui import text
from ui.handles import called
from ui.health_words import asleep, health_message, health_word, view_title, view_tone
from ui.models.house import House
from ui.panes.conversation.elided import ElidedLabel
from ui.panes.progress import Progress
from ui.theme import Theme


class StatusBar(QWidget):
    """``undo_asked`` when the person takes back what the bar has just told."""

    undo_asked = Signal()
    health_asked = Signal()

    def __init__(self, theme: Theme, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._house = theme, house
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._health = QPushButton(self)
        self._health.clicked.connect(self.health_asked.emit)
        self._next = ElidedLabel(self)
        self._outbox = ElidedLabel(self)
        self._told = ElidedLabel(self)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.clicked.connect(self.undo_asked.emit)
        self._coverage = ElidedLabel(self)
        self.progress = Progress(self)
        self._build()
        self._hide_told = QTimer(self, singleShot=True, interval=8000)
        self._hide_told.timeout.connect(self._forget_told)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        house.changed.connect(self._tell)
        theme.changed.connect(self._paint)
        self._paint()
        self._forget_told()

    def _build(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(16)
        for widget in (self._health, self._next, self._outbox, self.progress, self._told, self._undo):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._coverage)
        for button in (self._health, self._undo):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def tell(self, words: str, *, undo: bool = False) -> None:
        """Say what was just done, for a while."""
        self._told.setText(words)
        self._told.show()
        self._undo.setVisible(undo)
        self._hide_told.start()

    def withdraw(self, words: str) -> None:
        """Say this no more: it can't be undone now."""
        if self._told.text() == words:
            self._forget_told()

    def _forget_told(self) -> None:
        self._told.hide()
        self._undo.hide()

    # -- what stands there all the time -----------------------------------------------------------
    def _tell(self) -> None:
        worst = self._worst()
        self._health.setText(self._health_words(worst))
        self._health.setToolTip("\n".join(self._one(view) for view in self._house.accounts))
        tone = view_tone(worst) if worst else "grey"
        colour = self._theme.tokens.tone(tone)[0].name()
        look = (
            f"QPushButton {{ color: {colour}; border: none; background: transparent; padding: 0; font-size: 12px; "
            "font-weight: 400; } QPushButton:focus { text-decoration: underline; }"
        )
        self._health.setStyleSheet(self._theme.css(look))
        waiting, failed = self._house.counts.outbox, self._house.counts.failed
        parts = [self.tr("Outbox: %n waiting", "", waiting - failed)] if waiting > failed else []
        parts += [self.tr("%n not sent", "", failed)] if failed else []
        self._outbox.setText(" · ".join(parts))
        self._outbox.setVisible(bool(parts))
        self._coverage.setText(self._coverage_words())
        self._coverage.setToolTip(self.tr("Older messages can be loaded from the account's details"))
        self._tick()
        if not self._second.isActive():
            self._second.start()

    def _worst(self) -> AccountView | None:
        order = list(Health)
        return max(self._house.accounts, key=lambda view: order.index(view.health.health), default=None)

    def _health_words(self, worst: AccountView | None) -> str:
        count = len(self._house.accounts)
        if worst is None:
            return self.tr("No account connected") if self._house.ready else ""
        if worst.health.health is Health.OK:
            return "● " + self.tr("%n channel(s) in sync", "", count)
        info = self._house.channel(worst.account.channel)
        name = text.isolate(called(info, worst.account.handle.partition("@")[0]), limit=40)
        return f"● {name}: {view_title(worst)}"

    def _one(self, view: AccountView) -> str:
        told = view_title(view) if asleep(view) else health_message(view.health) or health_word(view.health)
        words = f"{called(self._house.channel(view.account.channel), view.account.handle)}: {told}"
        if view.health.checked_at:
            words += " · " + self.tr("checked {when}").format(when=text.ago(view.health.checked_at, datetime.now(UTC)))
        return words

    def _coverage_words(self) -> str:
        starts = [one.complete_since for one in self._house.coverage if one.complete_since]
        gaps = sum(len(one.gaps) for one in self._house.coverage)
        if not starts:
            return ""
        words = self.tr("Complete since {date}").format(date=text.date(max(starts)))
        return words + (" · " + self.tr("%n gap(s)", "", gaps) if gaps else "")

    def _tick(self) -> None:
        turns = [view.health.next_check_at for view in self._house.accounts if view.health.next_check_at]
        seconds = int((min(turns) - datetime.now(UTC)).total_seconds()) if turns else -1
        self._next.setVisible(seconds > 0)
        if 0 < seconds < 90:
            self._next.setText(self.tr("next check in {seconds} s").format(seconds=seconds))
        elif seconds > 0:
            self._next.setText(self.tr("next check in {minutes} min").format(minutes=seconds // 60))

    def _paint(self) -> None:
        names = self._theme.tokens.names()
        self.setFixedHeight(self._theme.px(26))
        look = (
            f"#statusBar {{ background: {names['bg']}; border-top: 1px solid {names['line']}; }}"
            f"QLabel {{ color: {names['muted']}; font-size: 12px; }}"
            f"QPushButton {{ border: none; background: transparent; padding: 0; font-size: 12px; }}"
            f"QPushButton {{ color: {names['accent']}; }}"
        )
        self.setStyleSheet(self._theme.css(look))
        self._tell()
