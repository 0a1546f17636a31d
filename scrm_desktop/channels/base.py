"""What a channel is: the border between one network and the rest of the program.

A channel turns what its network says into :mod:`scrm_desktop.domain.events` and our commands into
requests. It holds no state that must survive: cursors are handed to it and taken from it. Every
error that leaves it is a :class:`scrm_desktop.errors.KnownError`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import httpx

from scrm_desktop.domain.accounts import Account, Capabilities, ChannelInfo, LoginHelp, LoginResult
from scrm_desktop.domain.commands import Command, Fence, MediaFile, Outcome
from scrm_desktop.domain.events import Page

UploadDone = Callable[[int, str], Awaitable[None]]
"""Called with (index of the media file, remote id) as soon as it is uploaded, before the post is made."""


KeepSecret = Callable[[str], Awaitable[None]]
"""Called with the new secret where a network renews its tokens; it is in the keyring when the call returns."""


@dataclass(frozen=True, slots=True)
class StreamSpec:
    """One stream of a channel that has a cursor of its own.

    ``forgets``: asking with a cursor makes the network forget what came before it, so that a page has to be stored
    before the next one is asked for.
    """

    name: str
    title: str
    poll_seconds: float
    forgets: bool = False


class Session(Protocol):
    """One account, connected; used from one event loop only."""

    @property
    def streams(self) -> tuple[StreamSpec, ...]:
        """The streams to be read, most important first."""
        ...

    async def describe(self) -> Capabilities:
        """Ask the server what it is and allows (kept by the session afterwards)."""
        ...

    async def newer(self, stream: str, cursor: str | None) -> Page:
        """The next page after the cursor; with ``None`` the newest page, whose cursor starts the stream."""
        ...

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        """The next page of history, newest first, back to ``until``; ``more`` is false at its end."""
        ...

    def listen(self) -> AsyncIterator[Page]:
        """Pages as they happen, without cursors; ends when the server ends it.

        Raises Unsupported where the server has no streaming. An empty page is a sign of life. A network that is
        waited on instead (a long poll, IDLE) yields a page with ``wake``: the streams are then read with their cursors.
        """
        ...

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """Read messages again: edits, counts, and MessageGone for those that are no more."""
        ...

    async def fence(self) -> Fence:
        """What our account wrote last."""
        ...

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        """Do it, once; ``key`` is the idempotency key where the network has one.

        Errors say by ``maybe_done`` whether it may have taken effect.
        """
        ...

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        """Read back whether an unconfirmed command arrived; ``None``: it is not there, and may be sent again.

        Raises Unsupported where the network can't be read back at all: a person is asked then.
        """
        ...

    async def download(self, url: str, limit: int) -> bytes:
        """Fetch a picture or a file that the person asked for, at most ``limit`` bytes."""
        ...

    async def revoke(self) -> None:
        """Give the login back to the server."""
        ...

    async def close(self) -> None:
        """Close all connections."""
        ...


class Channel(Protocol):
    """A network: data about it, the login, and sessions."""

    @property
    def info(self) -> ChannelInfo:
        """Name, title, badge, icon and login, as data."""
        ...

    async def sign_in(self, answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
        """Log in with the answers to ``info.login.fields``."""
        ...

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        """Make a login of an access token that the person already has."""
        ...

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> Session:
        """Start a session; no request is made yet. ``keep_secret``: where renewed tokens go."""
        ...

    def count(self, text: str, content_warning: str, capabilities: Capabilities) -> int:
        """Length in the network's own units (pure, quick)."""
        ...

    def check_media(self, media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
        """Why these files can't be sent together, in English; empty: they can."""
        ...

    def prefix(self, own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
        """What a reply to ``author`` must begin with for the network to deliver it."""
        ...


class HttpFactory(Protocol):
    """Makes HTTP clients that share one TLS context; tests replace its transport."""

    def client(self, base_url: str, headers: Mapping[str, str] | None = None) -> httpx.AsyncClient:
        """A client bound to one server."""
        ...
