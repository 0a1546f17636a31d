"""A channel in memory, in front of :class:`support.fake_network.FakeNetwork`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from pathlib import Path

from scrm_desktop.channels.base import HttpFactory, KeepSecret, StreamSpec, UploadDone
from scrm_desktop.domain.accounts import (
    Account,
    Capabilities,
    ChannelInfo,
    LoginField,
    LoginHelp,
    LoginMethod,
    LoginResult,
    LoginSpec,
)
from scrm_desktop.domain.commands import Command, Fence, MediaFile, Outcome, SendMessage
from scrm_desktop.domain.events import Page
from scrm_desktop.errors import Unsupported
from support.fake_network import ME, FakeNetwork

PNG = b"\x89PNG\r\n\x1a\n" + bytes(24)


class FakeSession:
    """One account on one fake network."""

    streams = (StreamSpec(name="all", title="Everything", poll_seconds=30.0),)

    def __init__(self, network: FakeNetwork) -> None:
        self.network = network
        self.closed = False

    async def describe(self) -> Capabilities:
        await self.network.meets("describe")
        return self.capabilities()

    def capabilities(self) -> Capabilities:
        return Capabilities(software="Fake", version="1", idempotency=self.network.keys, streaming=self.network.streams)

    async def newer(self, stream: str, cursor: str | None) -> Page:
        fault = await self.network.meets("newer")
        page = self.network.newer(cursor)
        return Page(events=page.events, cursor=cursor, more=True) if fault == "loop" else page

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        await self.network.meets("older")
        return self.network.older(cursor, until)

    async def listen(self) -> AsyncIterator[Page]:
        fault = await self.network.meets("listen")
        if not self.network.streams:
            raise Unsupported("This server does not stream.")
        queue: asyncio.Queue[Page | None] = asyncio.Queue()
        self.network.listeners.append(queue)
        try:
            yield Page()
            if fault == "closes":
                return
            while fault == "silent":
                await asyncio.sleep(3600)
            while (page := await self._next(queue)) is not None:
                yield page
        finally:
            self.network.listeners.remove(queue)

    async def _next(self, queue: asyncio.Queue[Page | None]) -> Page | None:
        try:
            async with asyncio.timeout(15):
                return await queue.get()
        except TimeoutError:
            return Page()

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        await self.network.meets("refresh")
        return self.network.refresh(remote_ids)

    async def fence(self) -> Fence:
        await self.network.meets("fence")
        return self.network.fence()

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        if isinstance(command, SendMessage):
            for index, media in enumerate(command.media):
                if not media.remote_id:
                    await self.network.meets("upload")
                    self.network.uploads.append(media.name)
                    await uploaded(index, f"file-{len(self.network.uploads)}")
        return await self.network.perform(command, key)

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        await self.network.meets("find_sent")
        assert isinstance(command, SendMessage)
        return self.network.find(command, fence)

    async def download(self, url: str, limit: int) -> bytes:
        await self.network.meets("download")
        return PNG if url.endswith(".png") else b"<svg/>"

    async def revoke(self) -> None:
        await self.network.meets("revoke")

    async def close(self) -> None:
        self.closed = True


class FakeChannel:
    """``networks`` maps a server to its network; a login is the server and any token."""

    info = ChannelInfo(
        name="fake",
        title="Fake",
        colour="#336699",
        badge="F",
        icon=Path("icon.svg"),
        login=LoginSpec(method=LoginMethod.SECRET, fields=(LoginField(name="server", label="Server"),)),
    )

    def __init__(self, networks: Mapping[str, FakeNetwork]) -> None:
        self.networks = dict(networks)
        self.sessions: list[FakeSession] = []
        self.logins = 0
        self.make: Callable[[FakeNetwork], FakeSession] = FakeSession

    async def sign_in(self, answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
        self.logins += 1
        return self._login(answers["server"], "from-the-browser")

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        return self._login(server, token)

    def _login(self, server: str, token: str) -> LoginResult:
        self.networks[server].revoked = False
        return LoginResult(
            server=server, remote_id=ME.remote_id, handle=ME.handle, display_name=ME.display_name, secret=token
        )

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> FakeSession:
        session = self.make(self.networks[account.server])
        self.sessions.append(session)
        return session

    def count(self, text: str, content_warning: str, capabilities: Capabilities) -> int:
        return len(text) + len(content_warning)

    def check_media(self, media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
        return "Too many files." if len(media) > capabilities.max_attachments else ""

    def prefix(self, own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
        return "".join(f"@{handle} " for handle in (author, *mentions) if handle != own_handle)
