"""Hours in which nobody wants to be rung: by weekday, over midnight, in a time zone."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from scrm_desktop.late_dataclass import dataclass

EVERY_DAY = frozenset(range(7))
_DAY = 24 * 60
_FURTHEST = 8 * _DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietSpan:
    """A stretch of the day on some weekdays (Monday is 0); ``start`` and ``end`` are minutes after midnight.

    One that does not end after its start goes on into the next day: 22:00 to 7:00 on Friday ends on Saturday.
    The weekday is that of the start.
    """

    days: frozenset[int] = EVERY_DAY
    start: int = 19 * 60
    end: int = 8 * 60

    def holds(self, weekday: int, minute: int) -> bool:
        """Whether a minute of a weekday lies in it."""
        if self.start < self.end:
            return weekday in self.days and self.start <= minute < self.end
        return (weekday in self.days and minute >= self.start) or ((weekday - 1) % 7 in self.days and minute < self.end)


def zone_of(name: str) -> tzinfo | None:
    """A time zone by its IANA name; ``None`` (the computer's own) for an empty or unknown one."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        # Unknown here, or this system has no zones at all (ZoneInfoNotFoundError is a KeyError).
        return None


def is_quiet(spans: tuple[QuietSpan, ...], zone: str, now: datetime) -> bool:
    """Whether it is quiet now."""
    local = now.astimezone(zone_of(zone))
    return any(span.holds(local.weekday(), local.hour * 60 + local.minute) for span in spans)


def quiet_until(spans: tuple[QuietSpan, ...], zone: str, now: datetime) -> datetime | None:
    """The first full minute at which it is not quiet any more; ``None``: it is not quiet, or it always is.

    Looked for on the real time line, so that a change of the clocks is met as it comes.
    """
    if not is_quiet(spans, zone, now):
        return None
    minute = now.replace(second=0, microsecond=0)
    for ahead in range(1, _FURTHEST):
        later = minute + timedelta(minutes=ahead)
        if not is_quiet(spans, zone, later):
            return later
    return None


def tomorrow(zone: str, now: datetime, *, hour: int = 8) -> datetime:
    """That hour of the next day in the zone, in UTC terms of ``now``."""
    local = now.astimezone(zone_of(zone))
    day = (local + timedelta(days=1)).date()
    wall = datetime(day.year, day.month, day.day, hour, tzinfo=zone_of(zone))  # None: the computer's
    return wall.astimezone(now.tzinfo)
