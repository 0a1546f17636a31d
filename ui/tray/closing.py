"""What closing the window means: the program ends, or it stays in the tray and keeps the inbox in sync."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.preferences import Preferences

TRAY, QUIT = "tray", "quit"


class Closing(QObject):
    """Asks once, in words, and remembers; never where there is no tray to come back from."""

    def __init__(self, window: QWidget, preferences: Preferences, there_is_a_tray: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._preferences, self._there = window, preferences, there_is_a_tray
        self._box: QMessageBox | None = None

    def asked(self, end: Callable[[], None]) -> None:
        """The person closed the window: stay, ``end``, or ask which."""
        if not self._there() or self._preferences.settings.closing == QUIT:
            end()
        elif self._preferences.settings.closing == TRAY:
            self._window.hide()
        elif self._box is None:
            self._ask(end)
        else:
            self._box.raise_()

    def _ask(self, end: Callable[[], None]) -> None:
        self._box = box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Close the window"))
        box.setText(self.tr("Shall the inbox stay in sync after the window is closed?"))
        box.setInformativeText(
            self.tr(
                "In the tray the program goes on reading and sending, and tells you who writes. If you quit, both "
                "wait until you open it again. You can change this in the settings."
            )
        )
        stay = box.addButton(self.tr("Stay in the tray"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.finished.connect(self._forget)
        stay.clicked.connect(lambda: self._chosen(TRAY, self._window.hide))
        leave.clicked.connect(lambda: self._chosen(QUIT, end))
        box.open()

    def _forget(self) -> None:
        self._box = None

    def _chosen(self, what: str, then: Callable[[], object]) -> None:
        self._preferences.set("closing", what)
        then()
