"""Mastodon as data, and the way to a session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scrm_desktop.channels.base import HttpFactory, KeepSecret, Session
from scrm_desktop.channels.mastodon import counting, login
from scrm_desktop.channels.mastodon.refreshing import BATCH
from scrm_desktop.channels.mastodon.session import MastodonSession
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

NO_QUEUE = "Mastodon has no queue of comments to be approved: people who disturb are muted, blocked or reported."
INFO = ChannelInfo(
    name="mastodon",
    title="Mastodon",
    colour="#6364ff",
    badge="M",
    icon=Path(__file__).with_name("icon.svg"),
    login=LoginSpec(
        method=LoginMethod.BROWSER,
        fields=(
            LoginField(
                name="server",
                label="Server",
                placeholder="mastodon.social",
                help="The part of your address behind the second @.",
            ),
        ),
        explain="Your browser opens your server's own sign-in page. This program never sees your password.",
    ),
    typical=Capabilities(software="Mastodon", streaming=True, idempotency=True, bulk_read=BATCH),
    why_not=(
        ("reactions", "Mastodon has favourites, and no other reactions."),
        *((name, NO_QUEUE) for name in ("approve", "spam", "trash")),
        ("hide", "What others write under your posts stays where it is on Mastodon."),
        ("receipts", "Mastodon tells nobody what was read."),
    ),
)


class Mastodon:
    """Mastodon and the servers that speak its client API."""

    @property
    def info(self) -> ChannelInfo:
        """Name, badge, icon and login."""
        return INFO

    async def sign_in(self, answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
        """Log in with the browser."""
        return await login.sign_in(answers.get("server", ""), help, http)

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        """Log in with a token that the person has."""
        return await login.with_token(server, token, http)

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> Session:
        """A session; no request yet. Its tokens are never renewed."""
        return MastodonSession(account, secret, http)

    def count(self, text: str, content_warning: str, capabilities: Capabilities) -> int:
        """Length as the server counts it."""
        return counting.count(text, content_warning, capabilities)

    def check_media(self, media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
        """Why these files can't go together; empty: they can."""
        return counting.check_media(media, sizes, capabilities)

    def prefix(self, own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
        """The mentions in front of a reply."""
        return counting.prefix(own_handle, author, mentions)
