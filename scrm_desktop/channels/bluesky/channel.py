"""Bluesky as data, and the way to a session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scrm_desktop.channels.base import HttpFactory, KeepSecret, Session
from scrm_desktop.channels.bluesky import counting, login
from scrm_desktop.channels.bluesky.session import BlueskySession
from scrm_desktop.channels.bluesky.typical import TYPICAL, WHY_NOT
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
from scrm_desktop.domain.commands import MediaFile

EXPLAIN = (
    "At Bluesky, open Settings, Privacy and security, App passwords, and add one for this program. Tick “Allow access "
    "to your direct messages” if you want to answer those here too. The app password is used once and not kept; it can "
    "be taken back at Bluesky at any time."
)

INFO = ChannelInfo(
    name="bluesky",
    title="Bluesky",
    colour="#1769d6",
    badge="B",
    icon=Path(__file__).with_name("icon.svg"),
    login=LoginSpec(
        method=LoginMethod.SECRET,
        fields=(
            LoginField(
                name="handle",
                label="Bluesky name",
                placeholder="shop.bsky.social",
                help="Your name as others see it behind the @, or your own domain.",
            ),
            LoginField(
                name="password",
                label="App password",
                placeholder="abcd-efgh-ijkl-mnop",
                help="Not the password that you sign in with: one made for this program.",
                secret=True,
            ),
            LoginField(
                name="server",
                label="Your account's server",
                placeholder="https://bsky.social",
                help="Only if your account is on a server of its own and is not found by itself.",
                optional=True,
            ),
        ),
        explain=EXPLAIN,
    ),
    typical=TYPICAL,
    why_not=WHY_NOT,
)


class Bluesky:
    """Bluesky, and the servers that speak its protocol."""

    @property
    def info(self) -> ChannelInfo:
        """Name, badge, icon and login."""
        return INFO

    async def sign_in(self, answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
        """Log in with an app password."""
        return await login.sign_in(answers, http)

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        """The same, with name and app password in one text."""
        return await login.with_token(server, token, http)

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> Session:
        """A session; no request yet. What is renewed of it goes to ``keep_secret``."""
        return BlueskySession(account, secret, http, keep_secret)

    def count(self, text: str, content_warning: str, capabilities: Capabilities) -> int:
        """Length as the network counts it."""
        return counting.count(text)

    def check_media(self, media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
        """Why these files can't go together; empty: they can."""
        return counting.check_media(media, sizes, capabilities)

    def prefix(self, own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
        """Nothing: whoever is answered is told of it."""
        return ""
