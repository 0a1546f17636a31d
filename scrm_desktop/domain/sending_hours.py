"""The hours in which a house answers: outside of them a reply is offered for the next opening."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import cast

from scrm_desktop.domain.quiet import QuietSpan
from scrm_desktop.late_dataclass import dataclass

WORKDAYS = frozenset(range(5))
OPENS, CLOSES = 8 * 60, 18 * 60
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingHours:
    """From ``start`` to ``end`` (minutes after midnight) on ``days`` (Monday is 0), by the computer's clock.

    An end that is not behind the start lies on the next day; the weekday is that of the start. ``on`` is false by
    default: then every hour is one in which answers leave.
    """

    on: bool = False
    days: frozenset[int] = WORKDAYS
    start: int = OPENS
    end: int = CLOSES

    def open_at(self, now: datetime, zone: tzinfo | None = None) -> bool:
        """Whether answers leave at this time; with no day at all nothing is ever held up."""
        if not self.on or not self.days:
            return True
        local = now.astimezone(zone)
        span = QuietSpan(days=self.days, start=self.start, end=self.end)
        return span.holds(local.weekday(), local.hour * 60 + local.minute)

    def next_opening(self, now: datetime, zone: tzinfo | None = None) -> datetime | None:
        """When answers leave again (UTC); ``None`` where they leave now."""
        if self.open_at(now, zone):
            return None
        today = now.astimezone(zone).date()
        for ahead in range(8):
            day = today + timedelta(days=ahead)
            wall = datetime.combine(day, time(self.start // 60, self.start % 60))
            # Without a zone this takes the computer's rules for that very day, summer time included.
            found = (wall.replace(tzinfo=zone) if zone is not None else wall.astimezone()).astimezone(UTC)
            if day.weekday() in self.days and found > now:
                return found
        return None


def load(text: str) -> SendingHours:
    """What was written by :func:`dump`; the default for whatever is missing or makes no sense."""
    try:
        loaded: object = json.loads(text) if text else {}
    except ValueError:
        loaded = {}
    known = cast("dict[str, object]", loaded) if isinstance(loaded, dict) else {}
    days = known.get("days")
    return SendingHours(
        on=known.get("on") is True,
        days=frozenset(one for one in cast("list[object]", days) if isinstance(one, int) and 0 <= one < 7)
        if isinstance(days, list)
        else WORKDAYS,
        start=_minute(known.get("start"), OPENS),
        end=_minute(known.get("end"), CLOSES),
    )


def dump(hours: SendingHours) -> str:
    """As text, for the settings."""
    kept = {"on": hours.on, "days": sorted(hours.days), "start": hours.start, "end": hours.end}
    return json.dumps(kept, separators=(",", ":"))


def _minute(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MINUTES else otherwise
