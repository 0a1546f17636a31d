"""Whose turn it is to work for an account: one set of tasks at a time, whoever wants them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Generic, TypeVar

T = TypeVar("T")


class Turn(Generic[T]):
    """One account's, over all of its workers and single runs. ``T`` is what the others may join in with.

    Two senders would take each other's row for one that an earlier life left behind, and send it twice.
    """

    def __init__(self) -> None:
        self._taken = False
        self._shared: T | None = None
        self._news = asyncio.Event()

    @asynccontextmanager
    async def alone(self) -> AsyncGenerator[None]:
        """Wait until nobody works, then be the one who does."""
        while self._taken:
            await self._news.wait()
        self._taken = True
        try:
            yield
        finally:
            self._leave()

    @asynccontextmanager
    async def joined(self) -> AsyncGenerator[T | None]:
        """What is shared by the one who works, as soon as it is; ``None`` when it is this block's turn instead."""
        while self._taken and self._shared is None:
            await self._news.wait()
        if self._shared is not None:
            yield self._shared
            return
        self._taken = True
        try:
            yield None
        finally:
            self._leave()

    def share(self, value: T) -> None:
        """Let others join in until this turn ends."""
        self._shared = value
        self._tell()

    def _leave(self) -> None:
        self._taken, self._shared = False, None
        self._tell()

    def _tell(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()
