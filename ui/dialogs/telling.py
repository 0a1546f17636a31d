"""Tells what went wrong: one calm dialog at a time, opened and never executed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from scrm_desktop.errors import KnownError
from ui import error_texts
from ui.bridge import Bridge


class Teller(QObject):
    """Shows known errors by their title and message, and bugs by one sentence."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._open: QMessageBox | None = None
        bridge.failed.connect(self.tell)
        bridge.bug.connect(self._tell_bug)

    def tell(self, error: KnownError) -> None:
        """Show an error of the person's own doing or of the network."""
        self.show(error_texts.title(error), error_texts.message(error))

    def _tell_bug(self, _name: str) -> None:
        self.show(
            self.tr("Something went wrong"),
            self.tr("This is a fault of the program, not of yours. It is written in the log; you can go on."),
        )

    def show(self, title: str, message: str) -> None:
        """Open the dialog, or add to the one that is open."""
        if self._open is not None:
            if message not in self._open.informativeText():
                self._open.setInformativeText(f"{self._open.informativeText()}\n\n{message}")
            return
        box = QMessageBox(QMessageBox.Icon.Warning, title, title, QMessageBox.StandardButton.Ok, self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(message)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._closed)
        self._open = box
        box.open()

    def _closed(self) -> None:
        self._open = None
