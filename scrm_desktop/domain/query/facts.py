"""All that a query can ask of one conversation, as plain data."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from scrm_desktop.domain.folding import same
from scrm_desktop.domain.query.nodes import Day
from scrm_desktop.domain.triage import Outcome, Priority, Status
from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One stored message: its words, with its content warning, and who wrote it (name and handle)."""

    text: str
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One conversation. ``languages``, ``attachment``, ``link`` and ``poll`` are of the customer's messages."""

    status: Status
    kind: str
    unread: int
    waiting_since: datetime | None
    last_own: bool
    last_at: datetime
    first_at: datetime
    assignee: str | None
    labels: tuple[str, ...]
    channel: str
    account: tuple[str, str]
    """Handle and name of our account."""
    person: str
    """Name and handle of the customer."""
    followers: int | None
    messages: int
    languages: frozenset[str]
    priority: Priority = Priority.NONE
    muted: bool = False
    spam: bool = False
    outcome: Outcome = Outcome.NONE
    pending: int = 0
    failed: int = 0
    attachment: bool = False
    link: bool = False
    poll: bool = False
    draft: bool = False
    scheduled: bool = False
    said: tuple[Said, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, and when; ``zone`` divides the days (``None``: the computer's)."""

    now: datetime
    me: str
    zone: tzinfo | None = None

    def day_begins(self, day: Day, *, later: int = 0) -> datetime:
        """When a day begins, UTC; so many days later."""
        local = self.now.astimezone(self.zone)
        found = day.date or local.date() - timedelta(days=day.ago)
        return _midnight(_moved(found, later), self.zone)


def _moved(day: date, by: int) -> date:
    return day if by and day == date.max else day + timedelta(days=by)


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    naive = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # the zone is laid on next
    try:
        # Without a zone astimezone() takes the computer's rules for that very day, summer time included.
        return (naive.replace(tzinfo=zone) if zone is not None else naive.astimezone()).astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        return naive.replace(tzinfo=UTC)


def account_fits(typed: str, handle: str, name: str) -> bool:
    """Whether an account of ours is meant: by its handle, with or without the server, or by its name."""
    wanted = typed.removeprefix("@")
    return any(same(wanted, one) for one in (handle, handle.partition("@")[0], name))


def language_fits(typed: str, found: str) -> bool:
    """Whether ``fr`` is meant by ``fr`` or ``fr-CA``."""
    return same(typed, found) or same(typed, found.replace("_", "-").partition("-")[0])
