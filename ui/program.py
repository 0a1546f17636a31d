"""One run of the window: engine, panes, practice network and picture, put up in order and taken down in order."""

from __future__ import annotations

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
from ui.bridge import Bridge
from ui.engine import Engine
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Theme

if TYPE_CHECKING:
    import asyncio

    from ui.background import Background
    from ui.late_desk import LateDesk

_log = logging.getLogger(__name__)


class Program(QObject):
    """Lives as long as the window; :meth:`run` returns when it was closed and everything is saved.

    :meth:`show_first` comes before it, while asyncio is not even loaded.
    """

    _raise = Signal()

    def __init__(self, theme: Theme, engine: Engine, preferences: Preferences, profile: Path) -> None:
        super().__init__()
        self._theme, self._engine = theme, engine
        self._preferences, self._profile = preferences, profile
        self._closing: asyncio.Event | None = None
        self._closed = False
        self._first: tuple[LateDesk, Bridge] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._failures: list[KnownError] = []
        self._background: Background | None = None
        self._missed: list[Changes] = []
        self._raise.connect(self._raise_window, Qt.ConnectionType.QueuedConnection)

    def show_first(self, *, hidden: bool) -> None:
        """Show what the last run left, if it left anything, painted and complete; the engine is not there yet."""
        if self._engine.look is None:
            return
        from ui.early import painted
        from ui.late_desk import LateDesk

        late = LateDesk(self._engine.look, self._engine.ready, self._engine.call)
        bridge = Bridge(cast("Desk", late), _on_this_loop, early=True)
        self._first = late, bridge
        window = self._new_window(bridge, early=True)
        window.start()
        with painted(window, bridge):
            self._show(hidden=hidden)
        self._complete(window, bridge)

    async def run(self, *, practice: bool, picture: Path | None, person: str = "", hidden: bool = False) -> int:
        """Open, work, close; the exit status. Raises what kept the engine from starting."""
        import asyncio

        closing = self._closing = asyncio.Event()
        if self._closed:
            closing.set()
        self._listen_to_signals()
        bridge = await self._bridge()
        status = 0
        try:
            if self._first is None:
                self._new_window(bridge).start()
                self._show(hidden=hidden)
            else:
                await self._load_behind(*self._first)
            late_signatures.load_all()
            gc.freeze()
            gc.enable()
            if picture is None:
                self._spawn(bridge, self._go_on_behind(bridge))
            self._spawn(bridge, self._offer_control())
            if practice:
                self._spawn(bridge, self._practise())
            if picture is None:
                await closing.wait()
            else:
                status = await self._draw(picture, practice=practice, person=person)
        finally:
            await self._end(bridge)
        return status

    def _new_window(self, bridge: Bridge, *, early: bool = False) -> MainWindow:
        """A window, and who hears it: also the one that takes an earlier one's place in another language."""
        self.window = window = MainWindow(bridge, self._theme, self._preferences, early=early)
        window.closing.connect(self._asked_to_close)
        window.quitting.connect(self._close)
        bridge.failed.connect(self._note_failure)
        bridge.changed.connect(self._miss)
        if not early:
            self._complete(window, bridge)
        return window

    def _complete(self, window: MainWindow, bridge: Bridge) -> None:
        window.complete()
        window.conversation.paste_folder = self._profile / "pasted"
        for asking in (window.welcome, window.accounts):
            asking.practice_asked.connect(lambda: self._spawn(bridge, self._practise()))
        window.language_chosen.connect(lambda: self._spawn(bridge, self._speak(bridge)))

    def _close(self) -> None:
        self._closed = True
        if self._closing is not None:
            self._closing.set()

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

    async def _bridge(self) -> Bridge:
        """That of the first look, which goes on upon this loop, or one to the engine, once that is there."""
        import asyncio

        if self._first is not None:
            self._first[1].go_on()
            return self._first[1]
        await asyncio.wrap_future(self._engine.ready)
        return Bridge(self._engine.ready.result(), self._engine.call)

    async def _load_behind(self, late: LateDesk, _bridge: Bridge) -> None:
        """Load the engine once the first look is painted: before, both would only slow each other down."""
        import asyncio

        self._engine.load()
        first_look.forget(self._profile)
        await asyncio.wrap_future(self._engine.ready)
        late.arrived()

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
        behind.quit_asked.connect(self._close)
        bridge.changed.disconnect(self._miss)
        behind.catch_up(self._missed)
        self._missed.clear()

    def _miss(self, changes: Changes) -> None:
        self._missed.append(changes)

    def _asked_to_close(self) -> None:
        app = QApplication.instance()
        logging_out = isinstance(app, QApplication) and app.isSavingSession()
        if self._background is None or logging_out:
            self._close()
        else:
            self._background.closing.asked(self._close)

    def _listen_to_signals(self) -> None:
        import asyncio

        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, self._close)
            except (NotImplementedError, RuntimeError):
                signal.signal(number, self._signalled)

    def _signalled(self, _number: int, _frame: FrameType | None) -> None:
        import asyncio

        asyncio.get_event_loop().call_soon_threadsafe(self._close)

    def _raise_window(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    async def _offer_control(self) -> None:
        import asyncio

        try:
            await asyncio.wrap_future(self._engine.call(self._engine.answer_others(self._raise.emit)))
        except KnownError:
            # Without the endpoint a second start can't raise this window; the work here goes on.
            _log.exception("the control endpoint can't be opened")

    def _note_failure(self, error: KnownError) -> None:
        _log.warning("told the person: %s. %s", error.title, error.message)
        self._failures.append(error)

    async def _practise(self) -> None:
        import asyncio

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
            return self._closed or bool(self._failures)

        status = await draw(self.window, picture, expect_practice=practice, person=person, given_up=given_up)
        for error in self._failures:
            sys.stderr.write(f"{error.title}. {error.message}\n")
        return status

    async def _end(self, bridge: Bridge) -> None:
        """Save what was typed and what is shown, then close in the opposite order of opening."""
        import asyncio

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
        import asyncio

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


def _on_this_loop(coro: Coroutine[Any, Any, Any]) -> asyncio.Future[Any]:
    """A desk without an engine runs on the window's own loop."""
    import asyncio

    return asyncio.get_running_loop().create_task(coro)
