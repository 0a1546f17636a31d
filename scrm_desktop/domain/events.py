"""What a channel hands over: pages of events, each with the cursor that is saved in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from scrm_desktop.domain.messages import RemoteMessage, RemoteProfile
from scrm_desktop.domain.records import record
from scrm_desktop.late_dataclass import dataclass


class Why(StrEnum):
    """Why a message is in a page."""

    MENTION = "mention"
    """It is addressed to us in public: work."""
    DIRECT = "direct"
    """It is addressed to us in private: work."""
    OWN = "own"
    """We wrote it, here or elsewhere."""
    CONTEXT = "context"
    """It only explains what another message answers to: no work, never unread."""


class EngagementKind(StrEnum):
    """What somebody did without writing."""

    FAVOURITE = "favourite"
    BOOST = "boost"
    FOLLOW = "follow"
    FOLLOW_REQUEST = "follow_request"
    QUOTE = "quote"
    POLL = "poll"
    OTHER = "other"


@record
class MessageSeen:
    """A message exists, in this version.

    ``thread_key`` names the conversation when no stored parent does: channels build it only from
    ids of the network, so that the same message leads to the same key by every way it arrives
    (``post:<id>`` of the oldest message of the thread that is not a leading post of our own,
    ``direct:<ids of the others, sorted>`` for a private one with no parent).
    """

    message: RemoteMessage
    why: Why
    thread_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageGone:
    """The network said that a message was deleted (absence from a list never says so)."""

    remote_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementSeen:
    """Somebody reacted without writing; counted, never work."""

    remote_id: str
    kind: EngagementKind
    actor: RemoteProfile
    at: datetime
    message_id: str | None = None


Event = MessageSeen | MessageGone | EngagementSeen


@dataclass(frozen=True, slots=True, kw_only=True)
class Poison:
    """One item that could not be understood: kept with its raw JSON, so that the others go on."""

    remote_id: str
    raw: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of time, both ends UTC and included."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One step of a sync, stored whole or not at all.

    Events stand oldest first, a parent before its reply. ``cursor`` is opaque text that only the
    channel reads (``None``: leave the saved one). ``more``: another page waits in the same direction.
    ``covered`` is the stretch of time that this page proves complete. ``wake``: only from a listener, which has no
    cursors: something is new, and the streams are to be read now.
    """

    events: tuple[Event, ...] = ()
    cursor: str | None = None
    more: bool = False
    covered: Span | None = None
    poison: tuple[Poison, ...] = ()
    wake: bool = False


def together(pages: Iterable[Page], *, older: bool = False) -> list[Page]:
    """Pages of one list, in the order in which they were read, as few that prove and move the same.

    ``older``: each page lies before the last one in time.
    """
    found: list[Page] = []
    for page in pages:
        joined = _joined(found[-1], page, older) if found else None
        if joined is None:
            found.append(page)
        else:
            found[-1] = joined
    return found


def _joined(page: Page, following: Page, older: bool) -> Page | None:
    covered, more = page.covered, following.covered
    if covered is not None and more is not None:
        if covered.start > more.end or more.start > covered.end:
            return None  # between them is a hole, which two pages tell and one would not
        more = Span(start=min(covered.start, more.start), end=max(covered.end, more.end))
    return Page(
        events=(*following.events, *page.events) if older else (*page.events, *following.events),
        cursor=following.cursor or page.cursor,
        more=following.more,
        covered=more or covered,
        poison=(*page.poison, *following.poison),
        wake=page.wake or following.wake,
    )
