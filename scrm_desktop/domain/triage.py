"""What people do with conversations, as data: each action is one row of the log and has an inverse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """Where a conversation stands in the house; a customer's new message opens it again."""

    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStatus:
    """Open or close conversations."""

    conversations: tuple[int, ...]
    status: Status


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
    """All that people have decided on one conversation."""

    conversation: int
    status: Status
    assignee: str | None
    read_up_to: datetime | None
    done_at: datetime | None
    labels: tuple[int, ...]


TriageAction = SetStatus | SetRead | SetLabel | Assign | AddNote | RemoveNote | RestoreState
