"""One run of the window: engine, panes, practice network and picture, put up in order and taken down in order."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from scrm_desktop.errors import KnownError
from ui.bridge import Bridge
from ui.engine import Engine
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Theme

_log = logging.getLogger(__name__)


class Program(QObject):
    """Lives as long as the window; :meth:`run` returns when it was closed and everything is saved."""

    _raise = Signal()

    def __init__(self, theme: Theme, engine: Engine, preferences: Preferences, profile: Path) -> None:
        super().__init__()
        self._theme, self._engine = theme, engine
        self._preferences, self._profile = preferences, profile
        self._closing = asyncio.Event()
        self._failures: list[KnownError] = []
        self._raise.connect(self._raise_window, Qt.ConnectionType.QueuedConnection)

    async def run(self, *, practice: bool, picture: Path | None) -> int:
        """Open, work, close; the exit status. Raises what kept the engine from starting."""
        self._listen_to_signals()
        service = await asyncio.wrap_future(self._engine.ready)
        bridge = Bridge(service, self._engine.call)
        self.window = window = MainWindow(bridge, self._theme, self._preferences)
        window.conversation.paste_folder = self._profile / "pasted"
        bridge.failed.connect(self._note_failure)
        window.closing.connect(self._closing.set)
        window.welcome.practice_asked.connect(lambda: bridge.spawn(self._practise()))
        status = 0
        try:
            window.start()
            window.show()
            bridge.spawn(self._offer_control())
            if practice:
                bridge.spawn(self._practise())
            if picture is None:
                await self._closing.wait()
            else:
                status = await self._draw(picture, practice=practice)
        finally:
            await self._end(bridge)
        return status

    def _listen_to_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, self._closing.set)
            except (NotImplementedError, RuntimeError):
                signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._closing.set))

    def _raise_window(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    async def _offer_control(self) -> None:
        try:
            await asyncio.wrap_future(self._engine.call(self._engine.answer_others(self._raise.emit)))
        except KnownError:
            # Without the endpoint a second start can't raise this window; the work here goes on.
            _log.exception("the control endpoint can't be opened")

    def _note_failure(self, error: KnownError) -> None:
        _log.warning("told the person: %s. %s", error.title, error.message)
        self._failures.append(error)

    async def _practise(self) -> None:
        self.window.practice_starts()
        try:
            await asyncio.wrap_future(self._engine.call(self._engine.practise()))
        except KnownError:
            self.window.practice_failed()
            raise
        self.window.practice_runs()

    async def _draw(self, picture: Path, *, practice: bool) -> int:
        from ui.picture import draw

        def given_up() -> bool:
            return self._closing.is_set() or bool(self._failures)

        status = await draw(self.window, picture, expect_practice=practice, given_up=given_up)
        for error in self._failures:
            sys.stderr.write(f"{error.title}. {error.message}\n")
        return status

    async def _end(self, bridge: Bridge) -> None:
        """Save what was typed, then close in the opposite order of opening."""
        try:
            await self.window.conversation.flush()
        except KnownError as error:
            _log.error("a draft could not be saved at the end: %s", error.message)
        self.window.remember()
        self.window.hide()
        await bridge.close()
        await asyncio.wrap_future(self._engine.call(self._engine.leave()))
        await asyncio.to_thread(self._engine.stop)
