"""The only way between the window's thread and the engine's: changes come as a signal, questions go as coroutines."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine, Generator
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal

from scrm_desktop.desk import Desk
from scrm_desktop.domain.changes import Changes
from scrm_desktop.errors import KnownError

if TYPE_CHECKING:
    import asyncio
    from concurrent.futures import Future

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Turn:
    """Lets others run first, as ``asyncio.sleep(0)`` does; where no loop runs yet it waits for one."""

    def __await__(self) -> Generator[None]:
        yield


EngineCall = Callable[[Coroutine[Any, Any, Any]], "Future[Any] | asyncio.Future[Any]"]
"""Starts a coroutine on the engine's loop; ``EngineThread.call`` is one."""
_Work = tuple[Coroutine[Any, Any, None], Coroutine[Any, Any, object]]


class Bridge(QObject):
    """Hands the desk to the window.

    ``changed`` carries :class:`Changes` and ``failed`` a :class:`KnownError`, both in the window's thread.
    ``bug`` comes once an error of our own was logged, with its one-line text.

    An ``early`` one is there before asyncio is loaded, which a first look does not need: what is begun runs in
    :meth:`run_early` as far as it gets without waiting, and goes on upon the loop from :meth:`go_on`.
    """

    changed = Signal(object)
    failed = Signal(object)
    bug = Signal(str)
    _arrived = Signal(object)

    def __init__(self, desk: Desk, engine_call: EngineCall, *, early: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self._call = engine_call
        self._tasks: set[asyncio.Task[None]] = set()
        self._early = early
        self._begun: list[_Work] = []
        self._waiting: list[_Work] = []
        # The engine emits from its own thread: only an explicitly queued slot of this object is safe.
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe: Callable[[], None] | None = desk.subscribe(self._arrived.emit)

    @property
    def open(self) -> bool:
        """Whether questions are still welcome; a timer may fire while the window is being taken down."""
        return self._unsubscribe is not None

    def _pass_on(self, changes: Changes) -> None:
        if self._unsubscribe is not None:
            self.changed.emit(changes)

    async def ask(self, coro: Coroutine[Any, Any, T]) -> T:
        """Await a coroutine of the desk, run in the engine's thread; raises what it raises."""
        if self._early:
            return await coro
        import asyncio

        result: T = await asyncio.wrap_future(self._call(coro))
        return result

    async def ask_all(self, *coros: Coroutine[Any, Any, Any]) -> list[Any]:
        """The same for several at a time."""
        if self._early:
            return [await coro for coro in coros]
        import asyncio

        return await asyncio.gather(*(self.ask(coro) for coro in coros))

    def spawn(self, coro: Coroutine[Any, Any, object]) -> asyncio.Task[None]:
        """Start a coroutine of the window; its known errors go to ``failed``, its bugs to the log and ``bug``."""
        work = self._guard(coro), coro
        if not self._early:
            return self._start(*work)
        self._begun.append(work)
        # No task yet; whoever keeps it only looks whether there is one.
        return cast("asyncio.Task[None]", work)

    def _start(self, guarded: Coroutine[Any, Any, None], coro: Coroutine[Any, Any, object]) -> asyncio.Task[None]:
        import asyncio

        task = asyncio.get_event_loop().create_task(guarded)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # Cancelled before its first step, a task leaves what it should have awaited.
        task.add_done_callback(lambda _: coro.close())
        return task

    async def on_loop(self) -> None:
        """What follows needs asyncio: an early bridge waits until there is a loop."""
        if self._early:
            await Turn()

    def run_early(self) -> None:
        """Run what was begun, and what that begins, as far as it needs no engine."""
        while self._begun:
            work = self._begun.pop(0)
            try:
                work[0].send(None)
            except StopIteration:
                continue
            self._waiting.append(work)

    def go_on(self) -> None:
        """There is a loop now, and it is running: what waits goes on there."""
        self._early = False
        early, self._waiting, self._begun = [*self._waiting, *self._begun], [], []
        for work in early:
            self._start(*work)

    async def _guard(self, coro: Coroutine[Any, Any, object]) -> None:
        try:
            await coro
        except KnownError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - the last border: a bug in one task must not silence the window
            _log.exception("a task of the window failed")
            self.bug.emit(type(error).__name__)

    async def silence(self, kept: set[asyncio.Task[None]]) -> None:
        """Let whoever listens so far hear nothing more, and end what they began; ``kept`` goes on."""
        for signal in (self.changed, self.failed, self.bug):
            signal.disconnect()
        await self._end(kept)

    async def close(self) -> None:
        """Stop listening, cancel what still runs, and wait until it is gone."""
        if self._unsubscribe is not None:
            unsubscribe, self._unsubscribe = self._unsubscribe, None
            unsubscribe()
        await self._end(set())

    async def _end(self, kept: set[asyncio.Task[None]]) -> None:
        import asyncio

        mine = asyncio.current_task()
        waiting = [task for task in self._tasks if task is not mine and task not in kept]
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
