"""One Mastodon account, connected."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx

from scrm_desktop.channels.base import HttpFactory, StreamSpec, UploadDone
from scrm_desktop.channels.http import Call, ask, origin
from scrm_desktop.channels.mastodon import fields, login
from scrm_desktop.channels.mastodon.api import Api
from scrm_desktop.channels.mastodon.instance import Instance, discover
from scrm_desktop.channels.mastodon.login import Secret
from scrm_desktop.channels.mastodon.media import Uploader
from scrm_desktop.channels.mastodon.normalise import Us, created, newest_first
from scrm_desktop.channels.mastodon.readback import ReadBack
from scrm_desktop.channels.mastodon.reading import DIRECT, NOTIFICATIONS, OWN, Reader
from scrm_desktop.channels.mastodon.refreshing import Refresher
from scrm_desktop.channels.mastodon.streaming import Listener
from scrm_desktop.channels.mastodon.threads import Threads
from scrm_desktop.channels.mastodon.writing import Writer
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Command, Fence, Outcome
from scrm_desktop.domain.events import Page
from scrm_desktop.errors import BadAnswer, InputError, RemoteRefusal, ServerTrouble, UnsafeAnswer, Unsupported

STREAMS = (
    StreamSpec(NOTIFICATIONS, "Mentions", 30.0),
    StreamSpec(DIRECT, "Direct messages", 60.0),
    StreamSpec(OWN, "Our own posts", 120.0),
)


FENCE = 5
"""Posts looked at for the newest of ours: some servers leave boosts out only after counting."""


class MastodonSession:
    """Puts the parts of the channel together for one account."""

    def __init__(self, account: Account, secret: str, http: HttpFactory) -> None:
        self._account, self._http, self._secret = account, http, Secret.load(secret)
        self._auth = {"Authorization": f"Bearer {self._secret.token}"}
        self._api = Api(http.client(account.server, self._auth))
        self._threads = Threads(self._api)
        self._reader = Reader(self._api, account.remote_id, self._threads)
        self._writer = Writer(self._api, Uploader(self._api))
        self._readback = ReadBack(self._api, account.remote_id)
        self._refresher = Refresher(self._api)
        self._instance: Instance | None = None

    @property
    def streams(self) -> tuple[StreamSpec, ...]:
        """Mentions first: they are the work."""
        return STREAMS

    async def describe(self) -> Capabilities:
        """Ask the server what it is; also the check that the token is still good."""
        self._instance = await discover(self._api, self._account.server)
        await self._api.check_token()
        return self._instance.capabilities

    async def newer(self, stream: str, cursor: str | None) -> Page:
        """The next page after the cursor."""
        return await self._reader.newer(_known(stream), cursor, await self._us())

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        """The next page of history."""
        return await self._reader.older(_known(stream), cursor, until, await self._us())

    async def listen(self) -> AsyncGenerator[Page, None]:
        """What happens, as it happens."""
        instance = await self._described()
        if not instance.streaming_url:
            raise Unsupported("This server has no live stream.")
        us = await self._us()
        client = self._http.client(instance.streaming_url, self._auth)
        listener = Listener(client, self._reader, self._threads)
        async with client, aclosing(listener.pages(us)) as pages:
            async for page in pages:
                yield page

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """Read messages again."""
        instance = await self._described()
        statuses, gone = await self._refresher.read(remote_ids, batch=instance.batch)
        page = await self._reader.events(OWN, statuses, await self._us())
        return Page(events=(*page.events, *gone), poison=page.poison)

    async def fence(self) -> Fence:
        """The newest thing that our account wrote."""
        listing = await self._api.own_statuses(self._account.remote_id, limit=FENCE)
        newest = [fields.remote_id(fields.obj(one)) for one in newest_first(listing.items, created)]
        return Fence(newest_own_id=newest[0] if newest and newest[0] else None, at=datetime.now(UTC))

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        """Do it once."""
        return await self._writer.perform(command, key, uploaded, await self._us())

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        """Read back whether it arrived."""
        return await self._readback.find(command, fence, await self._us())

    async def download(self, url: str, limit: int) -> bytes:
        """Fetch a picture, without our token; only https, or the account's own server.

        A certificate that is checked is what keeps a hostile address from reaching into the local network.
        """
        try:
            target = httpx.URL(url)
        except httpx.InvalidURL:
            raise InputError("This is no address of a picture.") from None
        if target.scheme != "https" and origin(target) != origin(httpx.URL(self._account.server)):
            raise UnsafeAnswer("The picture is not at a safe address.", host=target.host)
        async with self._http.client(f"{target.scheme}://{target.netloc.decode('ascii')}") as client:
            answer = await ask(client, Call(method="GET", url=str(target), limit=limit, document=False))
        kind = answer.headers.get("content-type", "")
        if "html" in kind.lower():
            raise BadAnswer("It is no picture.", host=answer.host)
        return answer.body

    async def revoke(self) -> None:
        """Give the login back to the server."""
        await login.revoke(self._secret, self._account.server, self._http)

    async def close(self) -> None:
        """Close all connections."""
        await self._api.close()

    async def _described(self) -> Instance:
        if self._instance is None:
            self._instance = await discover(self._api, self._account.server)
        return self._instance

    async def _us(self) -> Us:
        """Who we are here; what "private" means depends on the server."""
        domain = self._account.handle.partition("@")[2] or urlsplit(self._account.server).netloc
        try:
            private_is_direct = (await self._described()).private_is_direct
        except (RemoteRefusal, ServerTrouble, BadAnswer):
            private_is_direct = False  # a server that does not describe itself can be read all the same
        return Us(self._account.remote_id, domain, private_is_direct)


def _known(stream: str) -> str:
    if stream not in (NOTIFICATIONS, DIRECT, OWN):
        raise Unsupported(f"There is no stream {stream}.")
    return stream
