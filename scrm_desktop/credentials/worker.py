"""A blocking call in a thread of its own that nobody has to wait for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def call_apart(work: Callable[[Callable[[], bool]], T], seconds: float) -> T:
    """Run ``work`` in a daemon thread; TimeoutError after ``seconds``.

    ``work`` gets a function that tells whether it was given up. A daemon thread, and not an executor's:
    a keyring whose prompt is never answered must not keep the program from ending.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()
    stopped = threading.Event()

    def run() -> None:
        try:
            result = work(stopped.is_set)
        except BaseException as error:  # noqa: BLE001  # it is raised again where the call is awaited
            _tell(loop, done, error=error)
        else:
            _tell(loop, done, result=result)

    threading.Thread(target=run, name="keyring", daemon=True).start()
    try:
        # Not asyncio.wait_for: that of Python 3.11 forgets a cancellation that comes together with the result.
        async with asyncio.timeout(seconds):
            return await done
    finally:
        stopped.set()


def _tell(
    loop: asyncio.AbstractEventLoop,
    done: asyncio.Future[T],
    *,
    result: T | None = None,
    error: BaseException | None = None,
) -> None:
    def settle() -> None:
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # None is a T where work returned None

    if not loop.is_closed():
        try:
            loop.call_soon_threadsafe(settle)
        except RuntimeError:
            # The loop was closed in between: nobody waits any more.
            return
