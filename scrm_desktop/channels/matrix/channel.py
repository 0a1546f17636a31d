"""Matrix as data, and the way to a session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scrm_desktop.channels.base import HttpFactory, KeepSecret, Session
from scrm_desktop.channels.matrix import counting, login
from scrm_desktop.channels.matrix.session import MatrixSession
from scrm_desktop.channels.matrix.typical import TYPICAL, WHY_NOT
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
    "The rooms and private chats of a Matrix account come in, and what was said there before, as far back as you like. "
    "Encrypted rooms can't be read here: customers have to write to you in rooms and chats without encryption."
)

INFO = ChannelInfo(
    name="matrix",
    title="Matrix",
    colour="#0a6b5c",
    badge="#",
    icon=Path(__file__).with_name("icon.svg"),
    login=LoginSpec(
        method=LoginMethod.SECRET,
        fields=(
            LoginField(name="user", label="Matrix user id", placeholder="@acme:server.example"),
            LoginField(
                name="password",
                label="Password",
                help="It is used once, to log in. Where the server knows no passwords: an access token.",
                secret=True,
            ),
            LoginField(
                name="server",
                label="Server",
                placeholder="https://matrix.server.example",
                help="Only if it can't be found by the user id.",
                optional=True,
            ),
        ),
        explain=EXPLAIN,
    ),
    typical=TYPICAL,
    why_not=WHY_NOT,
)


class Matrix:
    """Matrix, by an account of the company's own."""

    @property
    def info(self) -> ChannelInfo:
        """Name, badge, icon and login."""
        return INFO

    async def sign_in(self, answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
        """Log in with a user id and a password."""
        return await login.sign_in(answers, http)

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        """Make a login of an access token that the person already has."""
        return await login.with_token(server, token, http)

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> Session:
        """A session; no request yet."""
        return MatrixSession(account, secret, http, keep_secret)

    def count(self, text: str, content_warning: str, capabilities: Capabilities) -> int:
        """Length as the server counts it."""
        return counting.count(text, content_warning)

    def check_media(self, media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
        """Why these files can't go together; empty: they can."""
        return counting.check_media(media, sizes, capabilities)

    def prefix(self, own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
        """Nothing: an answer itself tells whoever is answered."""
        return ""
