"""One Bluesky account, connected."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import UTC, datetime

import httpx

from scrm_desktop.channels.base import HttpFactory, KeepSecret, StreamSpec, UploadDone
from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.bluesky.chat import CHAT, Chat
from scrm_desktop.channels.bluesky.chatting import ChatId
from scrm_desktop.channels.bluesky.deeds import Doer
from scrm_desktop.channels.bluesky.normalise import Us
from scrm_desktop.channels.bluesky.posts import Posts
from scrm_desktop.channels.bluesky.reading import NOTIFICATIONS, OWN, Reader
from scrm_desktop.channels.bluesky.records import Address
from scrm_desktop.channels.bluesky.refusals import DEACTIVATED, NO_CHAT, SUSPENDED, TAKEN_DOWN
from scrm_desktop.channels.bluesky.threads import Threads
from scrm_desktop.channels.bluesky.typical import ASKED_AGAIN, NO_EDITS, TYPICAL
from scrm_desktop.channels.bluesky.writing import Writer
from scrm_desktop.channels.bluesky.xrpc import CHAT as CHAT_SERVICE
from scrm_desktop.channels.bluesky.xrpc import Xrpc
from scrm_desktop.channels.http import Call, ask, origin
from scrm_desktop.channels.tokens import load
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Command, DoDeed, Fence, Outcome, ReportPerson, SendMessage
from scrm_desktop.domain.events import MessageGone, Page
from scrm_desktop.errors import (
    BadAnswer,
    Forbidden,
    InputError,
    RemoteRefusal,
    ServerTrouble,
    SignInNeeded,
    UnsafeAnswer,
    Unsupported,
)

STREAMS = (
    StreamSpec(NOTIFICATIONS, "Mentions", 20.0),
    StreamSpec(CHAT, "Direct messages", 30.0),
    StreamSpec(OWN, "Our own posts", 120.0),
)
_CLOSED = {"takendown": TAKEN_DOWN, "suspended": SUSPENDED, "deactivated": DEACTIVATED}


class BlueskySession:
    """Puts the parts of the channel together for one account."""

    def __init__(self, account: Account, secret: str, http: HttpFactory, keep: KeepSecret | None) -> None:
        self._account, self._http = account, http
        us = Us(account.remote_id, account.handle)
        self._xrpc = Xrpc(http, account.server, load(secret), keep, account.option("chat", CHAT_SERVICE))
        self._posts = Posts(self._xrpc)
        self._chat = Chat(self._xrpc, us)
        self._reader = Reader(self._xrpc, self._posts, Threads(self._posts), us)
        self._writer = Writer(self._xrpc, self._posts, self._chat, us)
        self._doer = Doer(self._xrpc, self._posts, us)

    @property
    def streams(self) -> tuple[StreamSpec, ...]:
        """Mentions first: they are the work."""
        return STREAMS

    async def describe(self) -> Capabilities:
        """Whether the login is good, and whether direct messages are part of it."""
        found = await self._xrpc.get("com.atproto.server.getSession")
        if fields.did(found) != self._account.remote_id:
            raise BadAnswer("It is another account's session.", host=self._xrpc.host)
        closed = _CLOSED.get(fields.word(found, "status", 40)) if found.get("active") is False else None
        if closed:
            raise Forbidden(closed, host=self._xrpc.host, reason=closed)
        try:
            direct = await self._chat.allowed()
        except SignInNeeded:
            raise
        except (RemoteRefusal, ServerTrouble, BadAnswer):
            direct = True  # the service for them has its own troubles
        return TYPICAL if direct else replace(TYPICAL, direct=False, missing=(NO_CHAT, *TYPICAL.missing))

    async def newer(self, stream: str, cursor: str | None) -> Page:
        """The next page after the cursor."""
        if _known(stream) == CHAT:
            return await self._chat.newer(cursor)
        return await self._reader.newer(stream, cursor)

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        """The next page of history."""
        if _known(stream) == CHAT:
            return await self._chat.older(cursor, until)
        return await self._reader.older(stream, cursor, until)

    async def listen(self) -> AsyncGenerator[Page, None]:
        """There is a stream of the whole network only."""
        if not TYPICAL.streaming:
            raise Unsupported(ASKED_AGAIN)
        yield Page()

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """Read messages again; one that is missing from the list is asked for by itself."""
        posts = [one for one in dict.fromkeys(remote_ids) if Address.read(one)]
        views = await self._posts.views(posts)
        looked = await asyncio.gather(*(self._posts.look(one) for one in posts if one not in views))
        found = [*views.values(), *(one for one in looked if isinstance(one, dict))]
        page = await self._reader.posts(found, frozenset())
        gone = [one for one in looked if isinstance(one, MessageGone)]
        direct = [one for one in map(ChatId.read, remote_ids) if one is not None]
        gone += [MessageGone(remote_id=str(one)) for one in direct if await self._chat_gone(one)]
        return Page(events=(*page.events, *gone), poison=page.poison)

    async def _chat_gone(self, one: ChatId) -> bool:
        try:
            return await self._chat.gone(one)
        except RemoteRefusal:
            return False

    async def fence(self) -> Fence:
        """The newest thing that happened in our direct messages; posts need none, they have keys."""
        return Fence(newest_own_id=await self._chat.revision(), at=datetime.now(UTC))

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        """Do it once."""
        match command:
            case SendMessage():
                return await self._writer.send(command, key, uploaded)
            case DoDeed():
                return await self._doer.do(command)
            case ReportPerson():
                return await self._doer.report(command)
            case _:
                raise Unsupported(NO_EDITS)

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        """Read back whether it arrived."""
        if isinstance(command, SendMessage):
            return await self._writer.find(command, fence, key)
        return await self._doer.done(command) if isinstance(command, DoDeed) else None

    async def download(self, url: str, limit: int) -> bytes:
        """Fetch a picture, without our session; only https, or the account's own server."""
        try:
            target = httpx.URL(url)
        except httpx.InvalidURL:
            raise InputError("This is no address of a picture.") from None
        if target.scheme != "https" and origin(target) != origin(httpx.URL(self._account.server)):
            raise UnsafeAnswer("The picture is not at a safe address.", host=target.host)
        async with self._http.client(f"{target.scheme}://{target.netloc.decode('ascii')}") as client:
            answer = await ask(client, Call(method="GET", url=str(target), limit=limit, document=False))
        if "html" in answer.headers.get("content-type", "").lower():
            raise BadAnswer("It is no picture.", host=answer.host)
        return answer.body

    async def revoke(self) -> None:
        """Give the session back."""
        await self._xrpc.end()

    async def close(self) -> None:
        """Close all connections."""
        await self._xrpc.aclose()


def _known(stream: str) -> str:
    if stream not in (NOTIFICATIONS, CHAT, OWN):
        raise Unsupported(f"There is no stream {stream}.")
    return stream
