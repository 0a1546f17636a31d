"""One run of the window: engine, panes, practice network and picture, put up in order and taken down in order."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from scrm_desktop.desk import Desk
from scrm_desktop.domain.changes import Changes
from scrm_desktop.errors import KnownError
from ui import first_look, late_signatures
from ui.bridge import Bridge, EngineCall
from ui.engine import Engine
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.background import Background
    from ui.late_desk import LateDesk

_log = logging.getLogger(__name__)


class Program(QObject):
    """Lives as long as the window; :meth:`run` returns when it was closed and everything is saved."""

    _raise = Signal()

    def __init__(self, theme: Theme, engine: Engine, preferences: Preferences, profile: Path) -> None:
        super().__init__()
        self._theme, self._engine = theme, engine
        self._preferences, self._profile = preferences, profile
        self._closing = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._failures: list[KnownError] = []
        self._background: Background | None = None
        self._missed: list[Changes] = []
        self._raise.connect(self._raise_window, Qt.ConnectionType.QueuedConnection)

    async def run(self, *, practice: bool, picture: Path | None, person: str = "", hidden: bool = False) -> int:
        """Open, work, close; the exit status. Raises what kept the engine from starting."""
        self._listen_to_signals()
        late = await self._late_desk()
        bridge = Bridge(*(late or (self._engine.ready.result(), self._engine.call)))
        window = self._new_window(bridge)
        status = 0
        try:
            window.start()
            if late is not None:
                await window.settled()
            self._show(hidden=hidden)
            if late is not None:
                await self._load_behind(late[0])
            late_signatures.load_all()
            gc.freeze()
            gc.enable()
            if picture is None:
                self._spawn(bridge, self._go_on_behind(bridge))
            self._spawn(bridge, self._offer_control())
            if practice:
                self._spawn(bridge, self._practise())
            if picture is None:
                await self._closing.wait()
            else:
                status = await self._draw(picture, practice=practice, person=person)
        finally:
            await self._end(bridge)
        return status

    def _new_window(self, bridge: Bridge) -> MainWindow:
        """A window, and who hears it: also the one that takes an earlier one's place in another language."""
        self.window = window = MainWindow(bridge, self._theme, self._preferences)
        window.conversation.paste_folder = self._profile / "pasted"
        window.closing.connect(self._asked_to_close)
        window.quitting.connect(self._closing.set)
        for asking in (window.welcome, window.accounts):
            asking.practice_asked.connect(lambda: self._spawn(bridge, self._practise()))
        window.language_chosen.connect(lambda: self._spawn(bridge, self._speak(bridge)))
        bridge.failed.connect(self._note_failure)
        bridge.changed.connect(self._miss)
        return window

    def _spawn(self, bridge: Bridge, coro: Coroutine[Any, Any, None]) -> None:
        """A task of the program, which outlives a window."""
        task = bridge.spawn(coro)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _speak(self, bridge: Bridge) -> None:
        from ui.moving.anew import renew

        language = self._preferences.settings.language
        if self._background is not None:
            # It belongs to the old window, and goes with it.
            await self._background.leave()
            self._background = None
        await renew(self.window, bridge, self._tasks, lambda: self._new_window(bridge), language)
        await self._go_on_behind(bridge)

    async def _late_desk(self) -> tuple[Desk, EngineCall] | None:
        """A desk of the first look; without one the engine is awaited, and the window asks it itself."""
        if self._engine.look is None:
            await asyncio.wrap_future(self._engine.ready)
            return None
        from ui.late_desk import LateDesk

        late = LateDesk(self._engine.look, self._engine.ready, self._engine.call)
        return cast("Desk", late), asyncio.get_running_loop().create_task

    async def _load_behind(self, late: Desk) -> None:
        """Load the engine once the first look is painted: before, both would only slow each other down."""
        await self.window.painted(seconds=1.0)
        self._engine.load()
        first_look.forget(self._profile)
        await asyncio.wrap_future(self._engine.ready)
        cast("LateDesk", late).arrived()

    def _show(self, *, hidden: bool) -> None:
        if not hidden:
            self.window.show()
            return
        from ui.tray.tray import there_is_a_tray

        # Without a tray nobody could find it again.
        if not there_is_a_tray():
            self.window.showMinimized()

    async def _go_on_behind(self, bridge: Bridge) -> None:
        """Notifications and tray, once the window is painted: a start waits for neither."""
        await self.window.painted(seconds=1.0)
        from ui.background import Background

        self._background = behind = Background(self.window, bridge, self._preferences)
        behind.raise_asked.connect(self._raise_window)
        behind.quit_asked.connect(self._closing.set)
        bridge.changed.disconnect(self._miss)
        behind.catch_up(self._missed)
        self._missed.clear()

    def _miss(self, changes: Changes) -> None:
        self._missed.append(changes)

    def _asked_to_close(self) -> None:
        app = QApplication.instance()
        logging_out = isinstance(app, QApplication) and app.isSavingSession()
        if self._background is None or logging_out:
            self._closing.set()
        else:
            self._background.closing.asked(self._closing.set)

    def _listen_to_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, self._closing.set)
            except (NotImplementedError, RuntimeError):
                signal.signal(number, self._signalled)

    def _signalled(self, _number: int, _frame: FrameType | None) -> None:
        asyncio.get_event_loop().call_soon_threadsafe(self._closing.set)

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

    async def _draw(self, picture: Path, *, practice: bool, person: str) -> int:
        from ui.picture import draw

        def given_up() -> bool:
            return self._closing.is_set() or bool(self._failures)

        status = await draw(self.window, picture, expect_practice=practice, person=person, given_up=given_up)
        for error in self._failures:
            sys.stderr.write(f"{error.title}. {error.message}\n")
        return status

    async def _end(self, bridge: Bridge) -> None:
        """Save what was typed and what is shown, then close in the opposite order of opening."""
        if self._engine.works:
            await self._save()
        self.window.remember()
        self.window.hide()
        if self._background is not None:
            await self._background.leave()
        await bridge.close()
        if self._engine.works:
            await asyncio.wrap_future(self._engine.call(self._engine.leave()))
            await asyncio.to_thread(self._engine.stop)

    async def _save(self) -> None:
        try:
            await self.window.conversation.flush()
            await self.window.conversation.sends.let_go()
            taking = first_look.take(self._engine.ready.result(), self.window.first_query)
            look = await asyncio.wrap_future(self._engine.call(taking))
        except KnownError as error:
            _log.error("something could not be saved at the end: %s", error.message)
        else:
            if look is not None:
                await asyncio.to_thread(first_look.save, self._profile, look)
