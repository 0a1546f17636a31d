"""What a login asks of the person, carried from the engine's thread to the window's and back."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices


class WindowLoginHelp(QObject):
    """A LoginHelp of the domain: its coroutines run on the engine's loop, its signals arrive in the window's thread.

    ``browser_opened`` carries the address and whether a browser came up; ``code_wanted`` the address to visit.
    """

    browser_opened = Signal(str, bool)
    code_wanted = Signal(str)
    _browser = Signal(str, object)
    _code = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: Future[str] | None = None
        self._browser.connect(self._open, Qt.ConnectionType.QueuedConnection)
        self._code.connect(self._ask, Qt.ConnectionType.QueuedConnection)

    async def open_browser(self, url: str) -> bool:
        """Open the system's browser; false where there is none."""
        answer: Future[bool] = Future()
        self._browser.emit(url, answer)
        return await asyncio.wrap_future(answer)

    async def ask_code(self, url: str) -> str:
        """Wait for the code that the person pastes."""
        answer: Future[str] = Future()
        self._code.emit(url, answer)
        return await asyncio.wrap_future(answer)

    def give_code(self, code: str) -> None:
        """The person pasted a code."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not waiting.done():
            waiting.set_result(code)

    def _open(self, url: str, answer: Future[bool]) -> None:
        opened = QDesktopServices.openUrl(QUrl(url))
        self.browser_opened.emit(url, opened)
        if not answer.done():
            answer.set_result(opened)

    def _ask(self, url: str, answer: Future[str]) -> None:
        self._waiting = answer
        self.code_wanted.emit(url)
