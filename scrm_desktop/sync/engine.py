"""The engine's thread: a plain asyncio loop that runs one service and knows no window."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future
from typing import Generic, Protocol, TypeVar

from scrm_desktop.errors import BugError

_T = TypeVar("_T")


class Runnable(Protocol):
    """What an engine can run."""

    async def start(self) -> None:
        """Begin the work in the background."""
        ...

    async def close(self) -> None:
        """End it, and keep what is under way."""
        ...


_S = TypeVar("_S", bound=Runnable)


class EngineThread(Generic[_S]):
    """Makes a service on a loop of its own and keeps that loop running until :meth:`stop`."""

    def __init__(self, make: Callable[[], Awaitable[_S]]) -> None:
        self._make = make
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._ready: Future[_S] = Future()
        self._quit: asyncio.Event | None = None

    def start(self) -> _S:
        """Start the thread and wait for the service; what went wrong there is raised here."""
        if self._thread is not None:
            raise BugError("an engine starts once")
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)
        self._thread.start()
        try:
            return self._ready.result()
        except BaseException:
            self._thread.join()
            raise

    def call(self, coro: Coroutine[object, object, _T]) -> Future[_T]:
        """Run a coroutine on the engine's loop, from any other thread."""
        if self._loop is None or self._loop.is_closed():
            coro.close()
            raise BugError("the engine is not running")
        return asyncio.run_coroutine_threadsafe(coro, self._loop)

    def stop(self) -> None:
        """Close the service and end the thread; harmless when called twice."""
        thread, loop, quit_ = self._thread, self._loop, self._quit
        if thread is None or loop is None or quit_ is None:
            return
        if thread.is_alive() and not loop.is_closed():
            loop.call_soon_threadsafe(quit_.set)
        thread.join()

    def _run(self) -> None:
        asyncio.run(self._main())

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._quit = asyncio.Event()
        service: _S | None = None
        try:
            service = await self._make()
            await service.start()
        except BaseException as error:  # noqa: BLE001  # every end of the start, whatever it is, belongs to who waits for it
            if service is not None:
                await service.close()
            self._ready.set_exception(error)
            return
        self._ready.set_result(service)
        await self._quit.wait()
        await service.close()
