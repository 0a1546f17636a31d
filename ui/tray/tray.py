"""The tray icon with its menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from scrm_desktop.domain.quiet import tomorrow
from ui import text
from ui.notifying.card import OPEN, Card, NotShown, Shower
from ui.tray.drawing import tray_icon


def there_is_a_tray() -> bool:
    """Whether this desktop has one."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Shows how many need a reply; ``paused`` carries until when notifications shall be silent (None: not at all)."""

    open_asked = Signal()
    check_asked = Signal()
    quit_asked = Signal()
    paused = Signal(object)

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self._clock = clock
        self._count, self._until = 0, None
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self.open = self.menu.addAction("", self.open_asked.emit)
        self.check = self.menu.addAction("", self.check_asked.emit)
        self.menu.addSeparator()
        self.hour = self.menu.addAction("", lambda: self.paused.emit(self._clock() + timedelta(hours=1)))
        self.night = self.menu.addAction("", lambda: self.paused.emit(tomorrow("", self._clock())))
        self.resume = self.menu.addAction("", lambda: self.paused.emit(None))
        self.menu.addSeparator()
        self.quit = self.menu.addAction("", self.quit_asked.emit)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.show_state(0, None)

    def show_state(self, count: int, until: datetime | None) -> None:
        """How many need a reply, and until when notifications are paused."""
        self._count = count
        silent = until is not None and until > self._clock()
        self.icon.setIcon(tray_icon(count, paused=silent))
        waiting = self.tr("%n customer(s) need a reply", "", count) if count else self.tr("Nobody needs a reply")
        told = f"SCRM Desktop\n{waiting}"
        if until is not None and silent:
            told += "\n" + self.tr("Notifications are paused until {time}").format(
                time=text.short_when(until, self._clock()) if until.date() == self._clock().date() else self._day(until)
            )
        self.icon.setToolTip(told)
        self.hour.setVisible(not silent)
        self.night.setVisible(not silent)
        self.resume.setVisible(silent)
        self._name()

    def _day(self, until: datetime) -> str:
        return self.tr("tomorrow, {time}").format(time=text.clock(until))

    def _name(self) -> None:
        self.open.setText(self.tr("Open SCRM Desktop"))
        self.check.setText(self.tr("Check now"))
        self.hour.setText(self.tr("Pause notifications for 1 hour"))
        self.night.setText(self.tr("Pause notifications until tomorrow"))
        self.resume.setText(self.tr("Notify me again"))
        self.quit.setText(self.tr("Quit"))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_asked.emit()

    def show(self) -> None:
        """Put it into the tray."""
        self.icon.show()

    def leave(self) -> None:
        """Take it out of the tray."""
        self.icon.hide()
        self.menu.deleteLater()


class Balloon(Shower):
    """Shows cards beside the tray icon, where the desktop has no better service: one at a time, without buttons."""

    def __init__(self, tray: Tray) -> None:
        super().__init__()
        self._icon = tray.icon
        self._number = 0
        self._icon.messageClicked.connect(self._clicked)

    async def show_card(self, card: Card, *, replaces: int = 0) -> int:
        if not (self._icon.isVisible() and QSystemTrayIcon.supportsMessages()):
            raise NotShown("there is no tray that shows messages")
        self._number += 1
        self._icon.showMessage(_literal(card.title), _literal(card.body), self._icon.icon())
        return self._number

    async def close_card(self, number: int) -> None:
        """They go by themselves."""

    async def leave(self) -> None:
        """Nothing is held."""

    def _clicked(self) -> None:
        self.pressed.emit(self._number, OPEN)


def _literal(words: str) -> str:
    """Qt hands this to services that may take it for markup, and does not say to which: leave them none."""
    return words.replace("&", "＆").replace("<", "‹").replace(">", "›")
