"""WordPress as data, and the way to a session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scrm_desktop.channels.base import HttpFactory, KeepSecret, Session
from scrm_desktop.channels.wordpress import counting, login
from scrm_desktop.channels.wordpress.session import WordPressSession
from scrm_desktop.channels.wordpress.site import site_url
from scrm_desktop.channels.wordpress.typical import NO_FILES, TYPICAL, WHY_NOT
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
    "Comments on your site come in, with those that wait for approval. Your browser opens a page of your own site that "
    "makes an application password for this program: copy it from there, and remove it there whenever you like. "
    "The password of your profile is never needed. To approve comments, be an editor or administrator of the site."
)

INFO = ChannelInfo(
    name="wordpress",
    at=False,
    title="WordPress",
    colour="#2b6a86",
    badge="W",
    icon=Path(__file__).with_name("icon.svg"),
    login=LoginSpec(
        method=LoginMethod.BROWSER,
        fields=(
            LoginField(name="server", label="Address of your site", placeholder="https://www.example.org"),
            LoginField(
                name="user",
                label="User name",
                placeholder="maud",
                help="The name with which you sign in to the site.",
            ),
            LoginField(
                name="password",
                label="Application password",
                placeholder="abcd EFGH 1234 ijkl MNOP 6789",
                help="Only if you have one already: from your profile on the site, under “Application Passwords”.",
                secret=True,
                optional=True,
            ),
        ),
        explain=EXPLAIN,
    ),
    typical=TYPICAL,
    why_not=WHY_NOT,
)


class WordPress:
    """The comments of a WordPress site."""

    @property
    def info(self) -> ChannelInfo:
        """Name, badge, icon and login."""
        return INFO

    async def sign_in(self, answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
        """Log in by the site's own page, or with an application password."""
        return await login.sign_in(answers, help, http)

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        """Log in with ``user:application password``."""
        return await login.identify(site_url(server), token, http)

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> Session:
        """A session; no request yet. An application password is never renewed."""
        return WordPressSession(account, secret, http)

    def count(self, text: str, content_warning: str, capabilities: Capabilities) -> int:
        """Length as the site's database counts it."""
        return counting.count(text) + counting.count(content_warning)

    def check_media(self, media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
        """Why these files can't be sent; empty where there are none."""
        return NO_FILES if media else ""

    def prefix(self, own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
        """Nothing: the site itself shows what is answered."""
        return ""
