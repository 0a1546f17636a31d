"""One user of one site, connected."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

from scrm_desktop.channels.base import HttpFactory, StreamSpec, UploadDone
from scrm_desktop.channels.wordpress import login
from scrm_desktop.channels.wordpress.api import Api
from scrm_desktop.channels.wordpress.normalise import Us
from scrm_desktop.channels.wordpress.reading import Reader
from scrm_desktop.channels.wordpress.site import checked
from scrm_desktop.channels.wordpress.typical import NO_FILES, allowed
from scrm_desktop.channels.wordpress.writing import Writer
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Command, Fence, Outcome
from scrm_desktop.domain.events import Page
from scrm_desktop.errors import Unsupported

COMMENTS, QUEUE = "comments", "queue"
STREAMS = (StreamSpec(COMMENTS, "Comments", 60.0), StreamSpec(QUEUE, "Comments to be approved", 180.0))
NOT_LIVE = "A site has to be asked; it tells nothing by itself."


class WordPressSession:
    """Puts the parts of the channel together for one account."""

    def __init__(self, account: Account, secret: str, http: HttpFactory) -> None:
        server = account.server
        api = checked(account.option("api", f"{server}/wp-json/"), server)
        self._api = Api(http, api, login.checked_login(secret))
        self._reader, self._writer = Reader(self._api), Writer(self._api)
        self._us: Us | None = None

    @property
    def streams(self) -> tuple[StreamSpec, ...]:
        """All comments, and those whose state may change."""
        return STREAMS

    async def describe(self) -> Capabilities:
        """What our user may do here; also the check that its login is still good."""
        self._us = login.who(await login.me(self._api), self._api.host)
        return allowed(moderator=self._us.moderator)

    async def newer(self, stream: str, cursor: str | None) -> Page:
        """What is behind the cursor."""
        _check(stream)
        us = await self._who()
        return await (self._reader.queue(cursor, us) if stream == QUEUE else self._reader.newer(cursor, us))

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        """What is before it; the queue has nothing that the comments have not."""
        _check(stream)
        return Page() if stream == QUEUE else await self._reader.older(cursor, until, await self._who())

    def listen(self) -> AsyncIterator[Page]:
        """Nothing to listen to."""
        raise Unsupported(NOT_LIVE)

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """Comments again, with their state."""
        return await self._reader.refresh(remote_ids, await self._who())

    async def fence(self) -> Fence:
        """The newest comment that our user wrote."""
        return Fence(newest_own_id=await self._writer.fence(await self._who()), at=datetime.now(UTC))

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        """Do it once; WordPress itself refuses the same words to the same comment."""
        return await self._writer.perform(command, await self._who())

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        """Read back whether it arrived."""
        return await self._writer.find_sent(command, fence, await self._who())

    async def download(self, url: str, limit: int) -> bytes:
        """Nothing: comments are text."""
        raise Unsupported(NO_FILES)

    async def revoke(self) -> None:
        """Delete the application password on the site."""
        await login.revoke(self._api)

    async def close(self) -> None:
        """Close all connections."""
        await self._api.aclose()

    async def _who(self) -> Us:
        if self._us is None:
            self._us = login.who(await login.me(self._api), self._api.host)
        return self._us


def _check(stream: str) -> None:
    if stream not in (COMMENTS, QUEUE):
        raise Unsupported(f"There is no stream {stream}.")
