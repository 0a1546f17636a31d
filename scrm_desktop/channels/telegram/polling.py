"""The one queue of a bot's updates, and who may stand at it: two at a time are refused by Telegram."""

from __future__ import annotations

import asyncio
import json
from enum import Enum

from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.telegram import fields
from scrm_desktop.channels.telegram.api import WAIT, Api
from scrm_desktop.channels.telegram.normalise import ALLOWED

LIMIT = 100
"""Updates in one answer: the most that Telegram gives."""
_ALLOWED = json.dumps(ALLOWED)


class Heard(Enum):
    """How a wait ended."""

    NEWS = "news"
    SILENCE = "silence"
    GAVE_WAY = "gave way"


class Queue:
    """Reads and waits in turn. A wait is broken off as soon as somebody wants to read."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._lock = asyncio.Lock()
        self._waiting: asyncio.Task[Json] | None = None
        self._readers = 0
        self._offset: int | None = None
        self._emptied = asyncio.Event()

    async def read(self, offset: int | None) -> list[Json]:
        """The updates from ``offset`` on; it makes Telegram forget all before it, so what it names must be stored."""
        self._readers += 1
        if self._waiting is not None:
            self._waiting.cancel()
        try:
            async with self._lock:
                self._offset = offset
                found = fields.items(await self._api.get("getUpdates", _question(offset, LIMIT, 0)), LIMIT)
                if not found:
                    self._emptied.set()
                return found
        finally:
            self._readers -= 1

    async def wait(self, seconds: int = WAIT) -> Heard:
        """Until there is an update; it stays in the queue, and nothing is confirmed that was not before."""
        async with self._lock:
            if self._readers:
                return Heard.GAVE_WAY
            self._waiting = asyncio.create_task(self._api.wait("getUpdates", _question(self._offset, 1, seconds)))
            try:
                await asyncio.wait({self._waiting})
                if self._waiting.cancelled():
                    return Heard.GAVE_WAY
                if not fields.items(self._waiting.result()):
                    return Heard.SILENCE
                self._emptied.clear()
                return Heard.NEWS
            finally:
                waiting, self._waiting = self._waiting, None
                waiting.cancel()
                await asyncio.gather(waiting, return_exceptions=True)

    async def emptied(self, seconds: float) -> None:
        """Until the news was read, at most so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._emptied.wait()
        except TimeoutError:
            return


def _question(offset: int | None, limit: int, seconds: int) -> list[tuple[str, str]]:
    asked = [("limit", str(limit)), ("timeout", str(seconds)), ("allowed_updates", _ALLOWED)]
    return asked if offset is None else [("offset", str(offset)), *asked]
