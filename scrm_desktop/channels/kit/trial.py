"""A bench in use: its sessions, the newest secret, and the small steps that all of the contract's tests are made of."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.kit.bench import Bench, Written
from scrm_desktop.channels.kit.shelf import Shelf, catch_up
from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import Command, Fence, MediaFile, Outcome, SendMessage
from scrm_desktop.domain.messages import RemoteMessage, Visibility
from scrm_desktop.errors import KnownError, Unsupported


class Trial:
    """One bench, open while this is entered."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.shelf = bench, Shelf()
        self.kept: list[str] = []

    async def __aenter__(self) -> Self:
        await self.bench.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.bench.heal()
        await self.bench.close()

    @asynccontextmanager
    async def session(self) -> AsyncGenerator[Session]:
        """Connected, with the newest secret that there is."""
        secret = self.kept[-1] if self.kept else self.bench.secret
        session = self.bench.channel.connect(self.bench.account, secret, self.bench.http, self._keep)
        try:
            yield session
        finally:
            await session.close()

    async def _keep(self, secret: str) -> None:
        self.kept.append(secret)

    async def hears(self, session: Session, text: str, **how: bool) -> RemoteMessage:
        """A customer writes, and we read it."""
        remote_id = await self.bench.customer_writes(text, **how)
        await catch_up(session, self.shelf)
        assert remote_id in self.shelf.seen, f"what a customer wrote ({remote_id}) did not come in"
        return self.shelf.seen[remote_id].message

    def answer(
        self,
        message: RemoteMessage,
        text: str,
        can: Capabilities,
        *,
        direct: bool = False,
        media: tuple[MediaFile, ...] = (),
    ) -> SendMessage:
        """The reply that the composer would make."""
        private = direct or not can.public
        prefix = self.bench.channel.prefix(
            self.bench.account.handle, message.author.handle, tuple(one.handle for one in message.mentions)
        )
        return SendMessage(
            text=prefix + text,
            visibility=Visibility.DIRECT if private else Visibility.PUBLIC,
            in_reply_to=message.remote_id,
            to_profile=message.author.remote_id,
            to_handle=message.author.handle,
            media=media,
        )

    async def says(self, session: Session, text: str, can: Capabilities) -> tuple[RemoteMessage, Written]:
        """We answer a customer; returns what was answered and what the network holds of ours."""
        message = await self.hears(session, f"question to {text}", direct=not can.public)
        outcome = await session.perform(self.answer(message, text, can), new_key(), no_upload)
        found = [one for one in await self.bench.ours() if one.remote_id == outcome.remote_id]
        assert found, f"it was sent, and the network holds no message {outcome.remote_id} of ours"
        return message, found[0]

    async def held(self, text: str) -> list[Written]:
        """Our messages on the network that hold this text."""
        return [one for one in await self.bench.ours() if text in one.text]


async def look_for(trial: Trial, session: Session, command: Command, fence: Fence, key: str) -> Outcome | None:
    """Read back; a network where that can't be done says so, because "not there" would have it sent again."""
    if trial.bench.traits.reads_back:
        return await session.find_sent(command, fence, key)
    try:
        await session.find_sent(command, fence, key)
    except Unsupported as error:
        assert error.message, "why not? In words"
        return None
    raise AssertionError("nothing can be read back, and the channel says that it looked")


async def no_upload(index: int, remote_id: str) -> None:
    """Where a channel tells that a file is uploaded: nobody keeps it."""


async def trouble(work: Awaitable[Any]) -> KnownError | None:
    """The known error that it ends in, or ``None``; any other is the channel's fault and goes on."""
    try:
        await work
    except KnownError as error:
        return error
    return None


async def perform(session: Session, command: Command, key: str = "") -> Outcome:
    """A command with a key of its own."""
    return await session.perform(command, key or new_key(), no_upload)


def new_key() -> str:
    """As the outbox makes them."""
    return str(uuid4())
