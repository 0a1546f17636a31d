"""Watches the real window until its list and its thread were painted with their content."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from ui.main_window import MainWindow


class Painted(QObject):
    """Says when both were painted, then closes the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.list, self.thread = window.list.table.viewport(), window.conversation.thread_pane.view.viewport()
        self.seen: set[QObject] = set()
        self.told = False
        for viewport in (self.list, self.thread):
            viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's own name."""
        if event.type() is QEvent.Type.Paint and self.window.filled:
            self.seen.add(watched)
            if len(self.seen) == 2:
                QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        """Time on the clock that all processes share."""
        if not self.told:
            self.told = True
            print(f"filled={time.monotonic()}", flush=True)
            self.window.close()


def watch() -> None:
    """Put the watcher on the window at the moment at which it is shown."""

    def show(window: MainWindow) -> None:
        Painted(window)
        QMainWindow.show(window)

    MainWindow.show = show
