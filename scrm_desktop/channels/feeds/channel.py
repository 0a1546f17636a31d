"""Feeds as data, and the way to a session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scrm_desktop.channels.base import HttpFactory, KeepSecret, Session
from scrm_desktop.channels.feeds import login
from scrm_desktop.channels.feeds.addresses import OPTION
from scrm_desktop.channels.feeds.session import FeedsSession
from scrm_desktop.channels.feeds.typical import TYPICAL, WHY_NOT
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
    "Listen to blogs, news, reviews and forums: everything new in a feed (RSS, Atom or JSON Feed) becomes a "
    "conversation that you can label, assign and put away. Answering is done on the site itself. No login is needed."
)
NO_FILES = "Nothing can be sent to a feed, and no files either."

ADDRESSES = LoginField(
    name=OPTION,
    label="Addresses of feeds",
    placeholder="https://example.com/feed",
    help="One a line, up to 50. The address of a site will do where its page names its feed.",
    lines=True,
)

INFO = ChannelInfo(
    name="feeds",
    at=False,
    title="RSS, Atom",
    colour="#0f7b6c",
    badge="R",
    icon=Path(__file__).with_name("icon.svg"),
    login=LoginSpec(method=LoginMethod.OPEN, fields=(ADDRESSES,), explain=EXPLAIN),
    options=(ADDRESSES,),
    typical=TYPICAL,
    why_not=WHY_NOT,
)


class Feeds:
    """Whatever publishes a feed."""

    @property
    def info(self) -> ChannelInfo:
        """Name, badge, icon and login."""
        return INFO

    async def sign_in(self, answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
        """Look at every address once."""
        return await login.sign_in(answers, http)

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        """The same for one address: there are no tokens."""
        return await login.sign_in({OPTION: server}, http)

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> Session:
        """A session; no request yet."""
        return FeedsSession(account, http)

    def count(self, text: str, content_warning: str, capabilities: Capabilities) -> int:
        """Length in characters, though nothing is ever sent."""
        return len(text) + len(content_warning)

    def check_media(self, media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
        """No files."""
        return NO_FILES if media else ""

    def prefix(self, own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
        """Nobody is answered."""
        return ""
