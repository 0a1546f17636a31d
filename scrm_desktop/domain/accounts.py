"""Our own accounts on the networks: who, what they can do, how they fare, and how one logs in."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account of ours; ``server`` is the base URL without a trailing slash, ``handle`` has no leading ``@``.

    ``connected_at`` divides live from history: what was written before it neither rings nor counts as unread.
    ``options``: what the channel keeps for this account and nobody need hide (folders, the addresses of feeds).
    """

    id: int
    channel: str
    server: str
    remote_id: str
    handle: str
    display_name: str
    connected_at: datetime
    practice: bool = False
    removed: bool = False
    options: tuple[tuple[str, str], ...] = ()

    def option(self, name: str, default: str = "") -> str:
        """One of the options, or what stands where nobody chose."""
        return dict(self.options).get(name, default)

    def is_live(self, written: datetime) -> bool:
        """Whether what was written then is no history.

        Some networks date by the second: a time without a fraction may be any of its second, and what a customer wrote
        in the second in which we connected must not be taken for read.
        """
        since = self.connected_at
        return written >= (since if written.microsecond else since.replace(microsecond=0))


class Health(StrEnum):
    """How an account fares, in the order of how much a person must care."""

    OK = "ok"
    CHECKING = "checking"
    WAITING = "waiting"
    OFFLINE = "offline"
    TROUBLE = "trouble"
    SIGN_IN = "sign_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountHealth:
    """What the person is told about an account."""

    account_id: int
    health: Health = Health.CHECKING
    checked_at: datetime | None = None
    next_check_at: datetime | None = None
    streaming: bool = False
    error_code: str = ""
    title: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a network's server allows, read from itself where it says so.

    ``missing`` lists what a comparable server would have and this one lacks, as English sentences.
    Sizes are bytes; ``url_length`` is what each URL counts as; ``bulk_read``: how many messages one request can read.
    ``reply``: whether anything can be answered from here at all, ``public`` whether in public. ``approve``, ``spam``
    and ``trash`` belong to a moderation queue, ``hide`` to a reply under a post of ours. ``reactions`` are the emoji
    that can be put on a message; ``receipts``: the customer can be shown that we have read.
    """

    software: str = ""
    version: str = ""
    max_characters: int = 500
    url_length: int = 23
    max_attachments: int = 4
    mime_types: tuple[str, ...] = ()
    image_size_limit: int = 16 * 1024 * 1024
    video_size_limit: int = 99 * 1024 * 1024
    image_pixel_limit: int = 33_177_600
    description_limit: int = 1500
    reply: bool = True
    public: bool = True
    direct: bool = True
    content_warning: bool = True
    edit: bool = True
    delete: bool = True
    favourite: bool = True
    boost: bool = True
    mute: bool = True
    block: bool = True
    report: bool = True
    media: bool = True
    approve: bool = False
    spam: bool = False
    trash: bool = False
    hide: bool = False
    reactions: tuple[str, ...] = ()
    receipts: bool = False
    streaming: bool = False
    idempotency: bool = False
    bulk_read: int = 1
    missing: tuple[str, ...] = ()


#: Said where a network can only be read.
NO_REPLY = "This network can't be answered from here. Open it in the browser to answer there."


class LoginMethod(StrEnum):
    """How a network lets a desktop program in: through the browser, with a secret, or without any login."""

    BROWSER = "browser"
    SECRET = "secret"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginField:
    """One thing the account wizard asks for; a secret one is never shown, logged or stored outside the keyring.

    ``optional``: it may stay empty. ``lines``: it takes several lines, one thing each.
    """

    name: str
    label: str
    placeholder: str = ""
    help: str = ""
    secret: bool = False
    optional: bool = False
    lines: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginSpec:
    """A network's login as data, so that the wizard has no branch per network."""

    method: LoginMethod
    fields: tuple[LoginField, ...]
    explain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelInfo:
    """What people see of a network before they connect it; ``colour`` is ``#rrggbb``, ``badge`` one letter.

    ``options`` can be changed later in the account's details. ``typical`` is what the network usually allows, and
    ``why_not`` says for its capabilities that are off why (capability, English sentence). ``at``: whether people are
    called ``@handle`` there.
    """

    name: str
    title: str
    colour: str
    badge: str
    icon: Path
    login: LoginSpec
    options: tuple[LoginField, ...] = ()
    typical: Capabilities = Capabilities()
    why_not: tuple[tuple[str, str], ...] = ()
    at: bool = True


class LoginHelp(Protocol):
    """What a login may ask of whoever runs it (a window, a terminal, a test)."""

    async def open_browser(self, url: str) -> bool:
        """Open the system's browser; false where there is none."""
        ...

    async def ask_code(self, url: str) -> str:
        """Show the address and wait for the code that the person pastes."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LoginResult:
    """A finished login; ``secret`` goes to the keyring and nowhere else."""

    server: str
    remote_id: str
    handle: str
    display_name: str
    secret: str
    options: tuple[tuple[str, str], ...] = ()
