"""One account, connected."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime

from scrm_desktop.channels.base import HttpFactory, KeepSecret, StreamSpec, UploadDone
from scrm_desktop.channels.matrix import fields
from scrm_desktop.channels.matrix.again import Again
from scrm_desktop.channels.matrix.api import Api
from scrm_desktop.channels.matrix.content import media_of
from scrm_desktop.channels.matrix.finding import Finder
from scrm_desktop.channels.matrix.normalise import Us
from scrm_desktop.channels.matrix.reading import Reader
from scrm_desktop.channels.matrix.rooms import Rooms
from scrm_desktop.channels.matrix.typical import TYPICAL
from scrm_desktop.channels.matrix.writing import Writer
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Command, Fence, Outcome
from scrm_desktop.domain.events import Page
from scrm_desktop.errors import BadAnswer, Forbidden, Gone, InputError, SignInNeeded, Unsupported

ROOMS = "rooms"
STREAMS = (StreamSpec(ROOMS, "Rooms", 30.0),)
NO_FILE = "This is no file of Matrix's."
OTHER_ACCOUNT = "The login belongs to another account."


class MatrixSession:
    """Puts the parts of the channel together for one account."""

    def __init__(self, account: Account, secret: str, http: HttpFactory, keep: KeepSecret | None = None) -> None:
        self._api = Api(http, account.server, secret, keep)
        self._us = us = Us(account.remote_id, account.display_name)
        rooms = Rooms(self._api, us)
        again = self._again = Again(self._api, us, rooms)
        self._reader = Reader(self._api, us, rooms, again)
        self._writer = Writer(self._api, us, rooms, again)
        self._finder = Finder(self._api, us, rooms, again, self._writer)

    @property
    def streams(self) -> tuple[StreamSpec, ...]:
        """All rooms come by one answer."""
        return STREAMS

    async def describe(self) -> Capabilities:
        """What this server takes; also the check that the login is still good."""
        if fields.user(await self._api.get("_matrix/client/v3/account/whoami"), "user_id") != self._us.user:
            raise BadAnswer(OTHER_ACCOUNT, host=self._api.host)
        try:
            told = await self._api.get("_matrix/client/v1/media/config")
        except (Gone, Forbidden):
            told = {}
        most = fields.count(told, "m.upload.size") or TYPICAL.image_size_limit
        return replace(TYPICAL, image_size_limit=most, video_size_limit=most)

    async def newer(self, stream: str, cursor: str | None) -> Page:
        """What waits behind the cursor."""
        _check(stream)
        return await self._reader.newer(cursor)

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        """What was said before, in one room after the other."""
        _check(stream)
        return await self._reader.older(cursor, until)

    async def listen(self) -> AsyncGenerator[Page, None]:
        """A long poll behind what was read last."""
        async with aclosing(self._reader.listen()) as pages:
            async for page in pages:
                yield page

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """Messages as they are now, with what people put on them."""
        return await self._again.refresh(remote_ids)

    async def fence(self) -> Fence:
        """Only the time: what we write carries its own key."""
        return Fence(newest_own_id=None, at=datetime.now(UTC))

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        """Do it once; with the same key it is the same event."""
        return await self._writer.perform(command, key, uploaded)

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        """Look for the event that carries the key."""
        return await self._finder.find(command, fence, key)

    async def download(self, url: str, limit: int) -> bytes:
        """Fetch a file that the person asked for, from our own server."""
        found = media_of(url)
        if found is None:
            raise InputError(NO_FILE)
        return await self._api.file(*found, limit)

    async def revoke(self) -> None:
        """End this login; others of the same account stay."""
        try:
            await self._api.post("_matrix/client/v3/logout")
        except SignInNeeded:
            return

    async def close(self) -> None:
        """Close all connections."""
        await self._api.aclose()


def _check(stream: str) -> None:
    if stream != ROOMS:
        raise Unsupported(f"There is no stream {stream}.")
