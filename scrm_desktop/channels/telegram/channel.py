"""Telegram as data, and the way to a session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scrm_desktop.channels.base import HttpFactory, KeepSecret, Session
from scrm_desktop.channels.telegram import counting, login
from scrm_desktop.channels.telegram.session import TelegramSession
from scrm_desktop.channels.telegram.typical import TYPICAL, WHY_NOT
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
    "Customers write to a bot of yours. In Telegram, open a chat with @BotFather (the one with the blue tick), send "
    "/newbot, and give it a name and an address that ends in “bot”. Copy the token that it answers with. The bot gets "
    "what people write to it from then on; in groups, only what names or answers it. To answer for a Telegram Business "
    "account, allow it at @BotFather and choose the bot in that account's settings, under Chatbots."
)

INFO = ChannelInfo(
    name="telegram",
    title="Telegram",
    colour="#2a87c8",
    badge="T",
    icon=Path(__file__).with_name("icon.svg"),
    login=LoginSpec(
        method=LoginMethod.SECRET,
        fields=(
            LoginField(
                name="token",
                label="Bot token",
                placeholder="123456789:AAH…",
                help="From @BotFather: /newbot for a new bot, /mybots for one that you have. Treat it like a password.",
                secret=True,
            ),
            LoginField(
                name="webhook",
                label="Web address to disconnect",
                help="Only if you are asked for it: another program gets this bot's messages there until now.",
                optional=True,
            ),
            LoginField(
                name="server",
                label="Bot API server",
                placeholder=login.SERVER,
                help="Only if you run a Bot API server of your own.",
                optional=True,
            ),
        ),
        explain=EXPLAIN,
    ),
    typical=TYPICAL,
    why_not=WHY_NOT,
)


class Telegram:
    """Telegram, by a bot of the company's own."""

    @property
    def info(self) -> ChannelInfo:
        """Name, badge, icon and login."""
        return INFO

    async def sign_in(self, answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
        """Log in with a bot's token."""
        return await login.sign_in(answers, http)

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        """The same: a bot has nothing but its token."""
        return await login.sign_in({"token": token, "server": server}, http)

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> Session:
        """A session; no request yet. A bot's token is never renewed."""
        return TelegramSession(account, secret, http)

    def count(self, text: str, content_warning: str, capabilities: Capabilities) -> int:
        """Length as the server counts it."""
        return counting.count(text, content_warning)

    def check_media(self, media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
        """Why these files can't go together; empty: they can."""
        return counting.check_media(media, sizes, capabilities)

    def prefix(self, own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
        """Nothing: Telegram itself shows what is answered, and tells its author."""
        return ""
