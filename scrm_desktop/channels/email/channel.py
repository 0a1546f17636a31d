"""Mail as data, and the way to a session. What speaks to servers is loaded when an account needs it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scrm_desktop.channels.base import HttpFactory, KeepSecret, Session
from scrm_desktop.channels.email import counting
from scrm_desktop.channels.email.describing import TYPICAL, WHY_NOT
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
from scrm_desktop.errors import Unsupported

_FOLDERS = LoginField(
    name="folders",
    label="Folders to read",
    placeholder="INBOX",
    help="One a line; empty means the inbox. What you send is read in any case.",
    optional=True,
    lines=True,
)
_ADDRESSES = LoginField(
    name="addresses",
    label="Other addresses of ours",
    placeholder="support@example.org",
    help="One a line. Mail from them is ours, and an answer leaves from the address that was written to.",
    optional=True,
    lines=True,
)
_NAME = LoginField(
    name="name",
    label="Our name",
    placeholder="Example Ltd, customer care",
    help="What customers see as the sender.",
    optional=True,
)
_LOGIN = (
    LoginField(name="address", label="Mail address", placeholder="care@example.org"),
    LoginField(
        name="password",
        label="Password",
        help="Gmail, iCloud and Yahoo want an app password, made on their own pages.",
        secret=True,
    ),
    _NAME,
    LoginField(
        name="imap",
        label="Server for reading (IMAP)",
        placeholder="imap.example.org",
        help="Only where it is not found by itself.",
        optional=True,
    ),
    LoginField(
        name="smtp",
        label="Server for sending (SMTP)",
        placeholder="smtp.example.org",
        help="Only where it is not found by itself.",
        optional=True,
    ),
    LoginField(
        name="user",
        label="User name",
        help="Only where it is not the mail address.",
        optional=True,
    ),
    LoginField(
        name="client_id",
        label="Client ID",
        help=(
            "Only for signing in with the browser at Google or Microsoft, with an app that you registered there. "
            "The password is then that app's client secret, or a dash where it has none."
        ),
        optional=True,
    ),
)

INFO = ChannelInfo(
    name="email",
    at=False,
    title="Email",
    colour="#b4552d",
    badge="@",
    icon=Path(__file__).with_name("icon.svg"),
    login=LoginSpec(
        method=LoginMethod.SECRET,
        fields=_LOGIN,
        explain=(
            "The servers are found by your address. The password goes to this system's keyring and nowhere else, "
            "and mail is read and sent over encrypted connections only."
        ),
    ),
    options=(_FOLDERS, _ADDRESSES, _NAME),
    typical=TYPICAL,
    why_not=WHY_NOT,
)


class Email:
    """Any IMAP and SMTP server."""

    @property
    def info(self) -> ChannelInfo:
        """Name, badge, icon and login."""
        return INFO

    async def sign_in(self, answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
        """Find the servers, and log in."""
        from scrm_desktop.channels.email import login

        return await login.sign_in(answers, help, http)

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        """There are no tokens that a person could paste."""
        raise Unsupported("A mailbox is connected with its address and password.")

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> Session:
        """A session; nothing is asked yet."""
        from scrm_desktop.channels.email.session import EmailSession

        return EmailSession(account, secret, http, keep_secret)

    def count(self, text: str, content_warning: str, capabilities: Capabilities) -> int:
        """Length in characters."""
        return len(text) + len(content_warning)

    def check_media(self, media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
        """Why these files can't go together; empty: they can."""
        return counting.check_media(media, sizes, capabilities)

    def prefix(self, own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
        """Nothing: a mail has its recipients in its head."""
        return ""
