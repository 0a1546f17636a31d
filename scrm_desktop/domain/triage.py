"""What people do with conversations, as data: each action is one row of the log and has an inverse."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum, StrEnum

from scrm_desktop.domain.likeness import ProfileKey
from scrm_desktop.domain.saved_views import ArrangeViews
from scrm_desktop.late_dataclass import dataclass


class Status(StrEnum):
    """Where a conversation stands in the house; a customer's new message opens it again."""

    OPEN = "open"
    PENDING = "pending"
    """It is the customer's turn."""
    SNOOZED = "snoozed"
    """Out of sight until a time, or until the customer writes."""
    DONE = "done"


class Priority(IntEnum):
    """How much a conversation matters."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    URGENT = 4


class Outcome(StrEnum):
    """How a conversation ended; ``NONE`` while it is not done, or where nobody decided it."""

    NONE = ""
    ANSWERED = "answered"
    NO_ACTION = "no_action"
    """Closed though nothing of ours went out since the customer opened it."""
    SPAM = "spam"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStatus:
    """Open or close conversations."""

    conversations: tuple[int, ...]
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """Put conversations away until a time (``None``: until the customer writes, which wakes them in any case)."""

    conversations: tuple[int, ...]
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPriority:
    """Say how much conversations matter."""

    conversations: tuple[int, ...]
    priority: Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSpam:
    """Call conversations spam (closed, in no other view, never heard of again), or take that back."""

    conversations: tuple[int, ...]
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMuted:
    """Let a customer's messages neither open nor ring nor count as unread, or hear them again."""

    conversations: tuple[int, ...]
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRead:
    """Mark as read up to ``up_to`` (``None``: now), or as unread from its last customer message on."""

    conversations: tuple[int, ...]
    read: bool
    up_to: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLabel:
    """Put a label on conversations, or take it off."""

    conversations: tuple[int, ...]
    label_id: int
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Give conversations to a person of the house (``None``: to nobody)."""

    conversations: tuple[int, ...]
    assignee: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """Write an internal note; ``note_id`` is set when an undone note is put back."""

    conversation: int
    text: str
    note_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveNote:
    """Take a note away (it stays in the log)."""

    conversation: int
    note_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreState:
    """Put back exactly what stood before: the inverse that the other actions return."""

    states: tuple[ConversationState, ...]
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationState:
    """All that people have decided on one conversation.

    ``done_at`` is how far the decision to put it away reaches: the newest message that was stored then, so that
    whatever is newer opens it again.
    """

    conversation: int
    status: Status
    assignee: str | None
    read_up_to: datetime | None
    done_at: datetime | None
    labels: tuple[int, ...]
    priority: Priority = Priority.NONE
    snoozed_until: datetime | None = None
    muted: bool = False
    spam: bool = False
    outcome: Outcome = Outcome.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreMany:
    """The same for very many at once: what stood before is kept with the line of the log that told of them."""

    conversations: tuple[int, ...]
    entry: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Make one of several conversations: everything of the others moves ``into`` one, and what comes later with it."""

    into: int
    conversations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmerge:
    """Take the last merge into a conversation apart again (``entry``: this one, by its line in the log)."""

    conversation: int
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """From this message on, the rest of a conversation becomes a conversation of its own."""

    conversation: int
    remote_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePerson:
    """These profiles are one person, with all that is one person with them already; ``conversation`` tells of it."""

    profiles: tuple[ProfileKey, ...]
    conversation: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSamePerson:
    """This profile is another person than the ``others``, and nobody is asked about it again."""

    profile: ProfileKey
    others: tuple[ProfileKey, ...]
    conversation: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangePeople:
    """Put back who was one person with whom, and who was said to be another: the inverse of the two above."""

    groups: tuple[tuple[ProfileKey, ...], ...]
    strangers: tuple[tuple[ProfileKey, ProfileKey], ...] = ()
    conversation: int | None = None


PeopleAction = SamePerson | NotSamePerson | ArrangePeople


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Several actions as one: all or none, in this order; the inverse takes them back in the opposite one."""

    actions: tuple[TriageAction, ...]


StateAction = SetStatus | Snooze | SetPriority | SetSpam | SetMuted | SetRead | SetLabel | Assign
TriageAction = (
    StateAction
    | AddNote
    | RemoveNote
    | RestoreState
    | RestoreMany
    | ArrangeViews
    | Merge
    | Unmerge
    | Split
    | PeopleAction
    | Together
)
