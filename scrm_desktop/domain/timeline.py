"""One person's whole history with us, over every channel, as a screen reads it."""

from __future__ import annotations

from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import ThreadItem
from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineSource:
    """The conversation that a stretch of a timeline belongs to; ``kind`` is ``public`` or ``direct``."""

    conversation_id: int
    account_id: int
    channel: str
    kind: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """Something said, noted or done, and where; the key of ``item`` is unique in the timeline."""

    item: ThreadItem
    source: TimelineSource


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """A window of a timeline, oldest first; ``before`` asks for the one above it and is empty where none is left."""

    contact_id: int
    items: tuple[TimelineItem, ...]
    before: str
