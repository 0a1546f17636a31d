"""Read models: what a screen needs, already joined, small, frozen; every time is UTC."""

from __future__ import annotations

from array import array
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from scrm_desktop.domain.accounts import Account, AccountHealth
from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.likeness import Likeness, ProfileKey
from scrm_desktop.domain.messages import (
    Direction,
    Moderation,
    Poll,
    Reaction,
    RemoteAttachment,
    RemoteMessage,
    RemoteProfile,
    Visibility,
)
from scrm_desktop.domain.query.nodes import Node
from scrm_desktop.domain.triage import Outcome, Priority, Status
from scrm_desktop.late_dataclass import dataclass


class Sort(StrEnum):
    """The order of a list of conversations."""

    WAITING = "waiting"
    """Longest waiting first; those who do not wait come after, newest first."""
    NEWEST = "newest"
    PRIORITY = "priority"
    """The most urgent first; among equals the longest waiting."""


class Mode(StrEnum):
    """The three things a composer can do; never to be confused."""

    PUBLIC = "public"
    DIRECT = "direct"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxQuery:
    """Which conversations a list shows; ``None`` and empty mean: not restricted by this.

    ``needs_reply``: open and a customer waits. ``outbox``: something of ours in it is not sent yet.
    ``text`` is a full-text search over all stored messages and names. ``spam``: what was called spam, which no other
    list shows, except that of what is not sent yet. ``where`` is what the query language says, on top of the others.
    """

    status: Status | None = None
    needs_reply: bool = False
    unread: bool = False
    outbox: bool = False
    assignee: str | None = None
    label_id: int | None = None
    account_id: int | None = None
    kind: str | None = None
    text: str = ""
    where: Node | None = None
    sort: Sort = Sort.NEWEST
    spam: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label of the house; ``colour`` is one of the theme's tone names (red, amber, green, violet, blue, grey)."""

    id: int
    name: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRow:
    """One line of the conversation list.

    ``kind`` is ``public`` or ``direct``. ``waiting_since`` is the start of the customer's unanswered
    run (``None``: nobody waits). ``last_own``: the last text is ours. ``snoozed_until`` is ``None`` also for what is
    snoozed until the customer writes. ``scheduled_at``: when the next scheduled reply leaves; ``reply_held``: one waits
    for its writer to decide.
    """

    id: int
    account_id: int
    channel: str
    kind: str
    profile_id: int
    person: str
    handle: str
    last_text: str
    last_own: bool
    last_at: datetime
    unread: int
    status: Status
    assignee: str | None
    waiting_since: datetime | None
    labels: tuple[Label, ...] = ()
    pending_outbox: bool = False
    failed_outbox: bool = False
    visibility: Visibility = Visibility.PUBLIC
    priority: Priority = Priority.NONE
    snoozed_until: datetime | None = None
    muted: bool = False
    spam: bool = False
    outcome: Outcome = Outcome.NONE
    scheduled_at: datetime | None = None
    reply_held: bool = False


class ItemKind(StrEnum):
    """What stands in a thread."""

    MESSAGE = "message"
    NOTE = "note"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """How a message read before it was edited."""

    text: str
    content_warning: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadItem:
    """A bubble, a note or an event of a thread.

    ``key`` is unique in the thread and stable (``m:12``, ``o:7``, ``n:3``, ``e:99``); a message of ours keeps
    ``o:<outbox id>`` when its echo arrives, so that one bubble stays one bubble. ``context`` is what an addressed
    message answers to. ``state`` is set on our own messages. ``remote_id`` is empty until the network gave one.
    ``undo_until``: until then it is only held so that its writer may think again. ``scheduled_at``: when it shall
    leave, or should have; it stands there in the thread. ``follows``: it leaves behind another part of its thread.
    ``reactions``: what the conversation's customer did with a message of ours (``boost``, ``favourite``); ``emoji``:
    what anybody put on a message.
    """

    key: str
    kind: ItemKind
    at: datetime
    text: str = ""
    direction: Direction = Direction.IN
    author: RemoteProfile | None = None
    actor: str = ""
    remote_id: str = ""
    message_id: int | None = None
    outbox_id: int | None = None
    visibility: Visibility = Visibility.PUBLIC
    content_warning: str = ""
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    context: bool = False
    in_reply_to: str | None = None
    url: str = ""
    language: str = ""
    attachments: tuple[RemoteAttachment, ...] = ()
    poll: Poll | None = None
    boosts: int = 0
    favourites: int = 0
    favourited: bool = False
    boosted: bool = False
    versions: tuple[TextVersion, ...] = ()
    state: OutboxState | None = None
    error: str = ""
    error_code: str = ""
    undo_until: datetime | None = None
    scheduled_at: datetime | None = None
    follows: bool = False
    event: str = ""
    event_detail: str = ""
    note_id: int | None = None
    reactions: tuple[str, ...] = ()
    subject: str = ""
    quoted: str = ""
    notice: str = ""
    moderation: Moderation = Moderation.NONE
    emoji: tuple[Reaction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPage:
    """A window of a thread, oldest first; ``older``/``newer`` say whether there is more on that side."""

    conversation_id: int
    items: tuple[ThreadItem, ...]
    older: bool
    newer: bool
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyTarget:
    """Whom and what a reply goes to, spelled out before anything is typed.

    ``prefix`` is what the network needs in front of the text (Mastodon: the mentions), counted with it.
    ``unavailable`` says in English why no reply is possible (empty: it is).
    """

    message_remote_id: str | None
    profile_remote_id: str
    handle: str
    person: str
    visibility: Visibility
    prefix: str = ""
    language: str = ""
    content_warning: str = ""
    unavailable: str = ""
    seen_text: str = ""
    seen_edited_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySource:
    """What a reply is worked out from.

    ``message`` is the one that is answered: the named one, else the customer's last addressed to us (``None``:
    nothing of theirs is stored). ``contact`` is whom the conversation is with. ``deleted``: the network said that
    ``message`` is gone.
    """

    account: Account
    message: RemoteMessage | None
    contact: RemoteProfile
    deleted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One line of the append-only log; ``detail`` is what was before and after, as JSON text."""

    id: int
    at: datetime
    kind: str
    actor: str
    account_id: int | None = None
    conversation_id: int | None = None
    detail: str = "{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierConversation:
    """One line of a customer's history."""

    id: int
    channel: str
    kind: str
    text: str
    at: datetime
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Somebody who may be the same person; ``conversation_id`` is the newest one with them."""

    key: ProfileKey
    channel: str
    profile: RemoteProfile
    conversation_id: int
    reasons: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """The customer beside the thread: the conversation's own profile first, then those that are the same person.

    ``keys`` name the profiles, in their order. ``proposals``: who else may be the same person, the likeliest first.
    """

    contact_id: int
    profiles: tuple[tuple[str, RemoteProfile], ...]
    first_seen: datetime | None
    messages_in: int
    messages_out: int
    favourites: int
    boosts: int
    follows_us: bool
    earlier: tuple[EarlierConversation, ...]
    keys: tuple[ProfileKey, ...] = ()
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Unsent text; there is one for each conversation, mode and account, and it survives a crash.

    ``token`` is made by the composer when a text is begun (any unique string): two clicks on Send with one
    token are one message, however alike two messages may read. Empty: each call is a message of its own.
    """

    conversation_id: int
    mode: Mode
    account_id: int
    text: str
    content_warning: str = ""
    media: tuple[tuple[str, str], ...] = ()
    answers: str | None = None
    saved_at: datetime | None = None
    token: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What of an account's stream is stored: complete between the two ends, less the gaps."""

    account_id: int
    stream: str
    complete_since: datetime | None
    complete_until: datetime | None
    gaps: tuple[tuple[datetime, datetime], ...] = ()
    finished: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SidebarCounts:
    """The numbers beside the views; ``by_account`` and ``by_label`` count conversations that need a reply.

    Spam is counted in ``spam`` alone.
    """

    needs_reply: int = 0
    unread: int = 0
    mine: int = 0
    outbox: int = 0
    failed: int = 0
    open: int = 0
    done: int = 0
    everything: int = 0
    pending: int = 0
    snoozed: int = 0
    spam: int = 0
    by_account: tuple[tuple[int, int], ...] = ()
    by_label: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """An account with how it fares."""

    account: Account
    health: AccountHealth


Ids: TypeAlias = "array[int]"
"""Conversation ids in the order of a list: ``array('q')``, 8 bytes each."""
