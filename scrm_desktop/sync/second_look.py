"""A refused login is looked at again before anybody believes it: servers stumble over good tokens.

A server under load, or one that is just reading its user's file anew, may answer 401 once and accept the same
token a second later. Only a login that is refused each time the server is asked for it pauses an account.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterable
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from scrm_desktop.channels.base import Session, StreamSpec, UploadDone
from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import Command, Fence, Outcome
from scrm_desktop.domain.events import Page
from scrm_desktop.errors import KnownError, ServerTrouble, SignInNeeded

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class RefusedOnce(ServerTrouble):
    """A login that the server refused and did not refuse again; nothing was done, and it will be tried again."""

    maybe_done = False


class SecondLook:
    """A session whose refused logins are doubted; everything else is the session's own.

    ``pauses`` are the seconds before each further look. One look serves all calls that were refused meanwhile.
    """

    def __init__(self, session: Session, host: str, pauses: Iterable[float]) -> None:
        self._session = session
        self._host = host
        self._pauses = tuple(pauses)
        self._looking = asyncio.Lock()
        self._looks = 0

    @property
    def streams(self) -> tuple[StreamSpec, ...]:
        return self._session.streams

    async def describe(self) -> Capabilities:
        return await self._sure(self._session.describe)

    async def newer(self, stream: str, cursor: str | None) -> Page:
        return await self._sure(lambda: self._session.newer(stream, cursor))

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        return await self._sure(lambda: self._session.older(stream, cursor, until))

    async def listen(self) -> AsyncGenerator[Page, None]:
        pages: AsyncIterator[Page] = self._session.listen()
        looks = self._looks
        try:
            async for page in pages:
                yield page
        except SignInNeeded as error:
            raise await self._doubted(error, looks) from None
        finally:
            if isinstance(pages, AsyncGenerator):
                await pages.aclose()

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        return await self._sure(lambda: self._session.refresh(remote_ids))

    async def fence(self) -> Fence:
        return await self._sure(self._session.fence)

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        return await self._sure(lambda: self._session.perform(command, key, uploaded))

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        return await self._sure(lambda: self._session.find_sent(command, fence, key))

    async def download(self, url: str, limit: int) -> bytes:
        return await self._session.download(url, limit)

    async def revoke(self) -> None:
        await self._session.revoke()

    async def close(self) -> None:
        await self._session.close()

    async def _sure(self, call: Callable[[], Awaitable[_T]]) -> _T:
        looks = self._looks
        try:
            return await call()
        except SignInNeeded as error:
            raise await self._doubted(error, looks) from None

    async def _doubted(self, error: SignInNeeded, looks: int) -> KnownError:
        """What the refusal comes to: itself when the server insists, otherwise a trouble that passes."""
        passing = RefusedOnce(host=self._host, status=401)
        async with self._looking:
            if self._looks != looks:
                # Somebody looked since this call began, and the login was good: a refusal would have ended the work.
                return passing
            for pause in self._pauses:
                await asyncio.sleep(pause)
                with _refusal_or_nothing() as refused:
                    await self._session.describe()
                if not refused:
                    self._looks += 1
                    _log.warning("%s refused a login that it accepts now", self._host)
                    return passing
            return error


@contextmanager
def _refusal_or_nothing() -> Generator[list[SignInNeeded], None, None]:
    """Collects a refused login; any other trouble says nothing about it."""
    found: list[SignInNeeded] = []
    try:
        yield found
    except SignInNeeded as error:
        found.append(error)
    except KnownError as error:
        _log.info("a second look met %s", error.code)
