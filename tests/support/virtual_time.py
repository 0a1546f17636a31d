"""A loop whose clock jumps: waiting takes no time, and work in threads takes no virtual time.

``run(main)`` runs a coroutine on it. The clock moves to the next timer only when nothing is ready and no
call that was announced with :meth:`VirtualLoop.busy` is under way.
"""

from __future__ import annotations

import asyncio
import functools
import selectors
from collections import deque
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class _Selector(selectors.DefaultSelector):
    """Looks at real sockets without waiting, and moves the virtual clock instead."""

    loop: VirtualLoop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout == 0:
            return super().select(0)
        if self.loop.release():
            return []
        if self.loop.under_way or timeout is None:
            return super().select(0.5)
        ready = super().select(0)
        if not ready:
            self.loop.advance(timeout)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop with a clock of its own, on which the same run is the same run.

    What threads have to say is heard only when the loop has nothing else to do, and they work one at a time.
    """

    def __init__(self) -> None:
        selector = _Selector()
        selector.loop = self
        self.virtual = 0.0
        self.under_way = 0
        self.one_at_a_time = asyncio.Lock()
        self._from_threads: deque[Callable[[], object]] = deque()
        super().__init__(selector)

    def time(self) -> float:
        return self.virtual

    def advance(self, seconds: float) -> None:
        """Move the clock."""
        self.virtual += seconds

    def release(self) -> bool:
        """Hear the next thing that a thread has to say; false where there is none."""
        if not self._from_threads:
            return False
        self._from_threads.popleft()()
        return True

    @asynccontextmanager
    async def busy(self) -> AsyncGenerator[None]:
        """While this lasts something real is under way: the clock stands still."""
        self.under_way += 1
        try:
            async with self.one_at_a_time:
                yield
        finally:
            self.under_way -= 1

    def call_soon_threadsafe(self, callback: Any, *args: Any, context: Any = None) -> asyncio.Handle:  # type: ignore[override]
        handle = asyncio.Handle(callback, args, self, context)
        self._from_threads.append(lambda: self._ready.append(handle))  # type: ignore[attr-defined]
        self._write_to_self()  # type: ignore[attr-defined]
        return handle

    def run_in_executor(self, executor: Any, func: Callable[..., T], *args: Any) -> asyncio.Future[T]:  # type: ignore[override]
        """Do it here and now: in virtual time nobody waits for a thread."""
        future: asyncio.Future[T] = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:  # noqa: BLE001  # whatever it is belongs to who asked
            future.set_exception(error)
        return future


class Wall:
    """A wall clock that follows a virtual loop, and can be set forward and back by a test."""

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self.jump = timedelta(0)

    def __call__(self) -> datetime:
        try:
            seconds = asyncio.get_running_loop().time()
        except RuntimeError:
            # Called in a thread of the store: the loop stands still meanwhile, so the last time is right.
            seconds = self._last
        self._last = seconds
        return self._start + timedelta(seconds=seconds) + self.jump

    _last = 0.0


def run(main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run a test's coroutine in virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main())


def virtual(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Run an asynchronous test in virtual time."""

    @functools.wraps(test)
    def in_virtual_time(*args: Any, **kwargs: Any) -> None:
        run(lambda: test(*args, **kwargs))

    return in_virtual_time


class Counted:
    """Wraps a store (or a part of one) so that the virtual clock stands still during each of its calls."""

    def __init__(self, inner: object) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._inner, name)
        if asyncio.iscoroutinefunction(value):
            return _counted(value)
        if callable(value) or isinstance(value, (str, tuple, int)):
            return value
        return Counted(value)


def _counted(function: Callable[..., Coroutine[Any, Any, T]]) -> Callable[..., Coroutine[Any, Any, T]]:
    async def call(*args: Any, **kwargs: Any) -> T:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        async with loop.busy():
            return await function(*args, **kwargs)

    return call
