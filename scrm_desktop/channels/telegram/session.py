"""One bot, connected."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

from scrm_desktop.channels.base import HttpFactory, StreamSpec, UploadDone
from scrm_desktop.channels.telegram import fields
from scrm_desktop.channels.telegram.api import Api
from scrm_desktop.channels.telegram.content import SCHEME
from scrm_desktop.channels.telegram.login import checked_token
from scrm_desktop.channels.telegram.normalise import Us
from scrm_desktop.channels.telegram.polling import Queue
from scrm_desktop.channels.telegram.reading import UPDATES, Reader
from scrm_desktop.channels.telegram.typical import NO_BUSINESS, NO_GROUPS, PRIVACY, TYPICAL
from scrm_desktop.channels.telegram.writing import Writer
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Command, Fence, Outcome
from scrm_desktop.domain.events import Page
from scrm_desktop.errors import Gone, InputError, Unsupported

STREAMS = (StreamSpec(UPDATES, "Messages", 30.0, forgets=True),)
NO_FILE = "This is no file of Telegram's."
NO_READ_BACK = "Telegram does not let a bot read its own messages."


class TelegramSession:
    """Puts the parts of the channel together for one account."""

    def __init__(self, account: Account, secret: str, http: HttpFactory) -> None:
        self._api = Api(http, account.server, checked_token(secret))
        us = Us(account.remote_id, account.handle)
        self._reader = Reader(Queue(self._api), us)
        self._writer = Writer(self._api, us)

    @property
    def streams(self) -> tuple[StreamSpec, ...]:
        """Everything that a bot is told comes in one queue."""
        return STREAMS

    async def describe(self) -> Capabilities:
        """What this bot was set up for; also the check that the token is still good."""
        me = fields.obj(await self._api.get("getMe"))
        missing = list(TYPICAL.missing)
        if not fields.flag(me, "can_join_groups"):
            missing.append(NO_GROUPS)
        elif not fields.flag(me, "can_read_all_group_messages"):
            missing.append(PRIVACY)
        if not fields.flag(me, "can_connect_to_business"):
            missing.append(NO_BUSINESS)
        return replace(TYPICAL, missing=tuple(missing))

    async def newer(self, stream: str, cursor: str | None) -> Page:
        """What waits behind the cursor."""
        _check(stream)
        return await self._reader.newer(cursor)

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        """Nothing: a bot is not told what was said before."""
        _check(stream)
        return Page()

    async def listen(self) -> AsyncGenerator[Page, None]:
        """A long poll that confirms nothing; it gives way to whoever reads."""
        async with aclosing(self._reader.listen()) as pages:
            async for page in pages:
                yield page

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """Nothing: edits come by themselves, and no message can be read again."""
        return Page()

    async def fence(self) -> Fence:
        """Nothing to ask: what a bot wrote can't be read back."""
        return Fence(newest_own_id=None, at=datetime.now(UTC))

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        """Do it once; there are no idempotency keys."""
        return await self._writer.perform(command)

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        """Not to be known: whoever wrote it is asked, because sending it again could send it twice."""
        raise Unsupported(NO_READ_BACK)

    async def download(self, url: str, limit: int) -> bytes:
        """Fetch a file that the person asked for: Telegram tells its place, which is good for an hour."""
        file_id = url.removeprefix(SCHEME)
        if not url.startswith(SCHEME) or not file_id:
            raise InputError(NO_FILE)
        found = fields.obj(await self._api.get("getFile", [("file_id", file_id)]))
        path = fields.text(found, "file_path", 1000)
        if not path or path.startswith("/") or ".." in path:
            raise Gone("", reason="Telegram does not have this file any more.")
        return await self._api.file(quote(path, safe="/"), limit)

    async def revoke(self) -> None:
        """Only @BotFather can make a token useless; it is forgotten here."""

    async def close(self) -> None:
        """Close all connections."""
        await self._api.aclose()


def _check(stream: str) -> None:
    if stream != UPDATES:
        raise Unsupported(f"There is no stream {stream}.")
