"""The guestbook as data, and the way in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from scrm_desktop.channels.base import HttpFactory, KeepSecret, Session
from scrm_desktop.channels.http import Call, ask
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
from scrm_desktop.errors import BadAnswer, InputError
from scrm_guestbook.normalise import OWNER
from scrm_guestbook.session import GuestbookSession

CAN = Capabilities(
    software="Guestbook",
    max_characters=280,
    idempotency=True,
    direct=False,
    content_warning=False,
    edit=False,
    delete=False,
    favourite=False,
    boost=False,
    mute=False,
    block=False,
    report=False,
    media=False,
)
OFF = ("direct", "content_warning", "edit", "delete", "favourite", "boost", "mute", "block", "report", "media")
INFO = ChannelInfo(
    name="guestbook",
    title="Guestbook",
    colour="#8a5a2b",
    badge="G",
    icon=Path(__file__).with_name("icon.svg"),
    login=LoginSpec(
        method=LoginMethod.SECRET,
        fields=(
            LoginField(name="address", label="Address of your site", placeholder="https://hotel.example"),
            LoginField(name="password", label="Owner's password", secret=True),
        ),
        explain="The password is the one with which you answer in your guestbook. It goes to the keyring.",
    ),
    typical=CAN,
    why_not=tuple((name, "A guestbook knows entries and public answers, and nothing else.") for name in OFF),
)


class Guestbook:
    """See :class:`scrm_desktop.channels.base.Channel` for what each method promises."""

    info = INFO

    async def sign_in(self, answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
        return await self.with_token(answers.get("address", ""), answers.get("password", ""), http)

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        address = server.strip().rstrip("/")
        try:
            host = urlsplit(address).hostname or ""
        except ValueError:
            host = ""
        if not host or not (address.startswith("https://") or host == "127.0.0.1"):
            raise InputError("Please enter the address of your site, beginning with https://.")
        if not (token.isascii() and token.isprintable()):
            raise InputError("This is no password of a guestbook.")
        async with http.client(address, {"Authorization": f"Bearer {token}"}) as client:
            found = (await ask(client, Call(method="GET", url="/owner"))).json()
        name = found.get("name") if isinstance(found, dict) else None
        if not isinstance(name, str):
            raise BadAnswer("It is no guestbook.", host=host)
        return LoginResult(
            server=address,
            remote_id=OWNER,
            handle=f"{OWNER}@{host}",
            display_name=name,
            secret=token,
        )

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> Session:
        return GuestbookSession(account, secret, http, CAN)

    def count(self, text: str, content_warning: str, capabilities: Capabilities) -> int:
        return len(text) + len(content_warning)

    def check_media(self, media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
        return "A guestbook takes no files." if media else ""

    def prefix(self, own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
        return ""
