"""Fills and paints a window before there is a loop of coroutines: a first look needs neither asyncio nor the engine."""

from __future__ import annotations

import contextlib
from collections.abc import Generator

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from ui.bridge import Bridge
from ui.main_window import MainWindow

_ROUNDS = 40
_PATIENCE_MS = 1000
#: What is typed or clicked meanwhile waits in Qt's own queue, for the completed window.
_NO_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents


@contextlib.contextmanager
def painted(window: MainWindow, bridge: Bridge) -> Generator[None]:
    """Fill the window, show it within, and return once it was painted; a hidden one is not waited for."""
    for _ in range(_ROUNDS):
        bridge.run_early()
        if window.filled:
            break
        QCoreApplication.processEvents(_NO_INPUT)
    waiting = QEventLoop()

    def look() -> None:
        if window.filled:
            waiting.quit()

    window.list.table.painted.connect(look)
    yield
    if window.isVisible():
        patience = QTimer(waiting, singleShot=True, interval=_PATIENCE_MS)
        patience.timeout.connect(waiting.quit)
        patience.start()
        waiting.exec(_NO_INPUT)
    window.list.table.painted.disconnect(look)
    # The thread beside the list is painted in the same round; this one brings both to the screen.
    QCoreApplication.processEvents(_NO_INPUT)
    bridge.run_early()
