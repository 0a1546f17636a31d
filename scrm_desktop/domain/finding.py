"""What is found while somebody types a name or a word: people and conversations, a screenful at most."""

from __future__ import annotations

from scrm_desktop.domain.views import ConversationRow
from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHit:
    """A customer, by the profile that fits best; ``conversation_id`` is the newest conversation with that one."""

    profile_id: int
    name: str
    handle: str
    channel: str
    conversation_id: int
    score: int
    contact_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best first."""

    people: tuple[PersonHit, ...] = ()
    conversations: tuple[ConversationRow, ...] = ()
