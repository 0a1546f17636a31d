"""Following a list to its end: pages are read while those before them are stored, and not for ever in a circle."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from scrm_desktop.domain.events import Page, together
from scrm_desktop.errors import BadAnswer

#: So many pages are stored together at most.
AT_ONCE = 8
#: Seconds for which a page waits for others that come as quickly.
PATIENCE = 0.1


class InOrder:
    """Stores the pages of one list in their order while the next are already being read; entered for one list.

    The first page is stored at once. Pages that follow one another quickly are stored together: a commit costs as much
    as a page, and so do two threads that take turns with Python. A cursor can't overtake its page, since it is stored
    with it: after a crash or a failure what was read ahead is read again. Leaving waits for the last page; what failed
    to be stored is raised by the next ``put`` or at the end.
    """

    def __init__(self, save: Callable[[Page], Awaitable[object]], *, older: bool = False) -> None:
        self._save = save
        self._older = older
        self._waiting: list[Page] = []
        self._now = asyncio.Event()
        self._next_at = 0.0
        self._storing: asyncio.Task[None] | None = None

    async def put(self, page: Page) -> None:
        """Have a page stored, once those before it are."""
        if self._storing is not None and self._storing.done():
            await self.settle()
        self._waiting.append(page)
        if self._storing is None:
            self._storing = asyncio.create_task(self._store())
        if len(self._waiting) >= AT_ONCE:
            await self.settle()

    async def settle(self) -> None:
        """Wait until everything that was put is stored; raises why it is not."""
        if (storing := self._storing) is not None:
            self._now.set()
            try:
                await storing
            finally:
                self._storing = None
                self._now.clear()

    async def _store(self) -> None:
        clock = asyncio.get_running_loop().time
        while self._waiting:
            if (patience := self._next_at - clock()) > 0:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._now.wait(), patience)
            self._next_at = clock() + PATIENCE
            pages, self._waiting = together(self._waiting, older=self._older), []
            for page in pages:
                await self._save(page)

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
