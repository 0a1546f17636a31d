"""Following a list to its end: one page is read while the one before it is stored, and not for ever in a circle."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Self

from scrm_desktop.errors import BadAnswer


class InOrder:
    """Stores pages one after another while the next is already being read; entered for one list.

    A page is handed to the store only when the one before it is stored, so that a cursor can't overtake its page: after
    a crash or a failure the page that was read ahead is read again. Leaving waits for the last page; what failed to be
    stored is raised by the next ``put`` or at the end.
    """

    def __init__(self) -> None:
        self._storing: asyncio.Task[object] | None = None

    async def put(self, save: Coroutine[Any, Any, object]) -> None:
        """Begin to store a page, once the one before it is stored."""
        try:
            await self.settle()
        except BaseException:
            save.close()
            raise
        self._storing = asyncio.create_task(save)

    async def settle(self) -> None:
        """Wait until everything that was put is stored; raises why it is not."""
        if (storing := self._storing) is not None:
            try:
                await storing
            finally:
                self._storing = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._storing is not None and error is not None and not isinstance(error, Exception):
            # The account is being stopped: what is not stored yet is read again.
            storing, self._storing = self._storing, None
            storing.cancel()
            await asyncio.gather(storing, return_exceptions=True)
        await self.settle()


class CursorGuard:
    """Cuts a list whose cursor does not move (or moves in a circle) after ``limit`` such pages."""

    def __init__(self, host: str, limit: int, cursor: str | None) -> None:
        self._host = host
        self._limit = limit
        self._seen = {cursor}
        self._stuck = 0

    def step(self, cursor: str | None) -> None:
        """Note the cursor of a page after which the server promised more; raises BadAnswer when it is stuck."""
        if cursor is not None and cursor not in self._seen:
            self._seen.add(cursor)
            self._stuck = 0
            return
        self._stuck += 1
        if self._stuck >= self._limit:
            raise BadAnswer("Its list leads back to itself.", host=self._host)
