"""Mails and sessions for the tests of the mail channel."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes

from scrm_desktop.channels.email import structure
from scrm_desktop.channels.email.normalise import Found, Us
from scrm_desktop.channels.email.session import EmailSession
from scrm_desktop.channels.http import Http
from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import MediaFile, SendMessage
from scrm_desktop.domain.events import MessageSeen, Page
from scrm_desktop.domain.messages import Moderation, RemoteMessage, Visibility
from support.fake_imap import FakeImap
from support.smtp_hop import Hop

US = "us@house.example"
CAMILLE = "camille@far.example"
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
INBOX = "inbox"


def mail(
    body: str = "Where is my parcel?",
    *,
    id: str = "<m1@far.example>",
    sender: str = f"Camille <{CAMILLE}>",
    subject: str = "Parcel",
    **more: str,
) -> bytes:
    """A plain mail; further header fields with ``_`` for ``-``."""
    head = {"From": sender, "To": US, "Subject": subject, "Message-ID": id}
    head |= {name.replace("_", "-"): value for name, value in more.items()}
    head.setdefault("Content-Type", "text/plain; charset=utf-8")
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items() if value)
    return f"{lines}\r\n{body}".replace("\r\n", "\n").replace("\n", "\r\n").encode()


def found(data: bytes, *, folder: str = "INBOX", at: datetime = NOW, from_sent: bool = False) -> Found:
    """A mail as it comes from a server."""
    parsed = message_from_bytes(data)
    return Found(
        mail=parsed,
        root=structure.of_mail(parsed),
        folder=folder,
        validity=1,
        uid=7,
        at=at,
        moderation=Moderation.NONE,
        from_sent=from_sent,
    )


def us(*others: str) -> Us:
    """Who we are."""
    return Us(address=US, name="House", others=frozenset(others))


def account(imap: FakeImap, hop: Hop | None = None, **options: str) -> Account:
    """The account of a mailbox on loopback."""
    port = hop.port if hop is not None else 9
    return Account(
        id=1,
        channel="email",
        server=f"imap://127.0.0.1:{imap.port}",
        remote_id=US,
        handle=US,
        display_name="House",
        connected_at=NOW,
        options=(("smtp", f"smtp://127.0.0.1:{port}"), ("name", "House"), *options.items()),
    )


@asynccontextmanager
async def session(imap: FakeImap, hop: Hop | None = None, **options: str) -> AsyncIterator[EmailSession]:
    """A session, closed at the end."""
    made = EmailSession(account(imap, hop, **options), imap.password, Http())
    try:
        yield made
    finally:
        await made.close()


def messages(page: Page) -> list[RemoteMessage]:
    """The messages of a page."""
    return [one.message for one in page.events if isinstance(one, MessageSeen)]


def ids(page: Page) -> list[str]:
    """Their ids."""
    return [one.remote_id for one in messages(page)]


def reply(text: str = "It is on its way.", to: str = "m1@far.example", *media: MediaFile) -> SendMessage:
    """An answer to a mail."""
    return SendMessage(
        text=text,
        visibility=Visibility.DIRECT,
        in_reply_to=to,
        to_profile=CAMILLE,
        to_handle=CAMILLE,
        media=media,
    )


async def nothing(index: int, remote_id: str) -> None:
    """Mail has no uploads of their own."""


def days_ago(days: float) -> datetime:
    """A time before now, in whole seconds."""
    return (datetime.now(UTC) - timedelta(days=days)).replace(microsecond=0)
