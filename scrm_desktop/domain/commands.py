"""What a person (or, later, a rule) asks of a network: a row in the outbox before it is a request."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from scrm_desktop.domain.messages import RemoteMessage, Visibility
from scrm_desktop.late_dataclass import dataclass


class OutboxState(StrEnum):
    """Where a command stands; ``UNCONFIRMED`` means that it left and nobody knows whether it arrived."""

    HELD = "held"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"
    CANCELLED = "cancelled"


class Deed(StrEnum):
    """The kinds of command that need no text."""

    DELETE = "delete"
    FAVOURITE = "favourite"
    UNFAVOURITE = "unfavourite"
    BOOST = "boost"
    UNBOOST = "unboost"
    MUTE = "mute"
    UNMUTE = "unmute"
    BLOCK = "block"
    UNBLOCK = "unblock"
    APPROVE = "approve"
    UNAPPROVE = "unapprove"
    SPAM = "spam"
    UNSPAM = "unspam"
    TRASH = "trash"
    UNTRASH = "untrash"
    HIDE = "hide"
    UNHIDE = "unhide"
    REACT = "react"
    UNREACT = "unreact"
    READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A file to be sent: ``path`` is the profile's own copy; ``remote_id`` is filled once it is uploaded."""

    path: str
    mime: str
    name: str
    description: str = ""
    remote_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMessage:
    """Say something: a public reply, a direct message, or (with no ``in_reply_to``) a post of our own.

    ``text`` is exactly what the network gets, mentions included.
    """

    text: str
    visibility: Visibility
    in_reply_to: str | None = None
    to_profile: str = ""
    to_handle: str = ""
    content_warning: str = ""
    language: str = ""
    media: tuple[MediaFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditMessage:
    """Change a message of our own."""

    remote_id: str
    text: str
    content_warning: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoDeed:
    """One of the deeds, on a message or on a person (``target`` is the remote id of it); ``value``: the emoji."""

    deed: Deed
    target: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPerson:
    """Report somebody to the server's moderators, with the messages that show why."""

    profile_id: str
    message_ids: tuple[str, ...] = ()
    comment: str = ""
    category: str = "other"
    forward: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """How carefully a message leaves: ``hold`` are the seconds in which it can be taken back first.

    ``stop_if_news``: it asks its writer where the customer wrote something that the writer had not seen. ``at``: when
    it shall leave (``None``: now); what is scheduled always asks so, and needs no ``hold``.
    """

    hold: float = 0.0
    stop_if_news: bool = False
    at: datetime | None = None


AT_ONCE = Care()
"""Nobody thinks again: it leaves as soon as the network is there."""

Command = SendMessage | EditMessage | DoDeed | ReportPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """What our account had last written before a send began: the read-back looks only behind it."""

    newest_own_id: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the network said it did; ``message`` where the command made or changed one."""

    remote_id: str
    message: RemoteMessage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """A command with its state, as it is stored; ``key`` is its idempotency key, made once.

    ``wanted_at``: when a person last said that it shall leave; ``None`` for one that was only written.
    ``undo_until``: it is only held so that its writer may think again, and leaves by itself then.
    ``scheduled_at``: when it shall leave, or should have; ``asks``: not if the customer writes first.
    """

    id: int
    account_id: int
    conversation_id: int | None
    command: Command
    key: str
    state: OutboxState
    tries: int
    created_at: datetime
    not_before: datetime | None = None
    fence: Fence | None = None
    remote_id: str = ""
    error_code: str = ""
    error: str = ""
    actor: str = ""
    wanted_at: datetime | None = None
    undo_until: datetime | None = None
    scheduled_at: datetime | None = None
    asks: bool = False

    def scheduled(self, now: datetime) -> bool:
        """Whether it waits for nothing but its time."""
        return self.state is OutboxState.QUEUED and self.scheduled_at is not None and self.scheduled_at > now
