"""A time to come, written in words (English or French): "tomorrow 9:00", "lundi 14h30", "in 2 h", "dans 3 jours".

Both languages are understood whatever the window speaks. The clock is passed in, as a local time without zone; what
comes back is local too. :func:`understand` puts both into a time zone.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from scrm_desktop.domain.when_words import (
    DATE_NAMED,
    DATE_NAMED_FIRST,
    DATES,
    DAY_WORDS,
    HOURS,
    MONTHS,
    NOISE,
    ON_REPLY,
    PARTS,
    SPANS,
    WEEKDAYS,
)
from scrm_desktop.errors import InputError
from scrm_desktop.late_dataclass import dataclass
from scrm_desktop.late_pattern import late_pattern

#: When a working day begins, for days that are named without a time.
MORNING = time(9)
NO_TIME = "These words name no time. Try “tomorrow 9:00”, “monday” or “in 2 h”."
_CLOCK = late_pattern(
    r"\b(\d{1,2})(?::(\d{2})|\s?h(?:eures?)?\s?(\d{2})?|\.(\d{2}))?\s?(am|pm|a\.m\.|p\.m\.)?(?![\w:/.])"
)


@dataclass(frozen=True, slots=True)
class Understood:
    """What the words mean: a time, UTC, or (``None``) until the customer writes."""

    until: datetime | None


def understand(words: str, now: datetime, zone: tzinfo | None = None) -> Understood:
    """The time that the words name, after ``now`` (aware); ``zone`` ``None``: the computer's own.

    An hour that the clocks leave out in spring is taken as if they had not been put forward yet. InputError for words
    that name no time, and for a time that has passed.
    """
    plain = _plain(words)
    if ON_REPLY.search(plain):
        return Understood(None)
    here = now.astimezone(zone)
    reading = _Reading(plain, here.replace(tzinfo=None))
    try:
        span = reading.span()
        found = now.astimezone(UTC) + span if span else reading.moment().replace(tzinfo=zone)
        until = found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise InputError(NO_TIME) from None
    if until <= now:
        raise InputError("That time has passed already.")
    return Understood(until)


def _plain(words: str) -> str:
    """Small letters without accents, one blank between words."""
    apart = unicodedata.normalize("NFKD", words.casefold().replace("’", "'"))
    bare = "".join(ch for ch in apart if not unicodedata.combining(ch))
    return " ".join(re.sub(r"(?<=[a-z])-(?=[a-z])", " ", bare).split())


class _Reading:
    """The words, less what was understood of them already."""

    def __init__(self, words: str, now: datetime) -> None:
        self._left = words
        self._now = now

    def span(self) -> timedelta | None:
        """Minutes and hours, counted from now whatever the clocks do meanwhile."""
        found = HOURS.fullmatch(self._left.strip())
        if found is None:
            return None
        parts = found.groupdict()
        if parts["half"]:
            return timedelta(minutes=30)
        hours = 1.0 if parts["one"] else float((parts["hours"] or "0").replace(",", "."))
        minutes = int(parts["more"] or parts["minutes"] or 0)
        return timedelta(hours=hours, minutes=minutes)

    def moment(self) -> datetime:
        """Day and time of day. ValueError where the words name neither, or something else as well."""
        day = self._date() or self._day()
        at = self._part_of_day()
        clock = self._clock()
        if clock is not None:
            at = clock
        if NOISE.sub(" ", self._left).strip(" ,.'"):
            raise ValueError("something else stands there")
        if day is None and at is None:
            raise ValueError("no time at all")
        if day is None:
            assert at is not None
            found = datetime.combine(self._now.date(), at)
            return found if found > self._now else found + timedelta(days=1)
        return datetime.combine(day, at or MORNING)

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.search(self._left)
        if found is not None:
            self._left = f"{self._left[: found.start()]} {self._left[found.end() :]}"
        return found

    # -- days ---------------------------------------------------------------------------------------
    def _date(self) -> date | None:
        for pattern in DATES:
            found = self._take(pattern)
            if found is not None:
                parts = found.groupdict()
                return self._coming(int(parts["day"]), int(parts["month"]), parts["year"])
        found = self._take(DATE_NAMED) or self._take(DATE_NAMED_FIRST)
        if found is None:
            return None
        return self._coming(int(found["day"]), MONTHS[found["name"][:4]], found["year"])

    def _coming(self, day: int, month: int, year: str | None) -> date:
        """A date; without its year the next one."""
        if month > 12 >= day:
            day, month = month, day
        if year is not None:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        today = self._now.date()
        for number in range(today.year, today.year + 9):
            if (month, day) == (2, 29) and (number % 4 or (number % 100 == 0 and number % 400)):
                continue
            if (found := date(number, month, day)) >= today:
                return found
        raise ValueError("no such day")

    def _day(self) -> date | None:
        today = self._now.date()
        for pattern, unit in SPANS:
            found = self._take(pattern)
            if found is not None:
                return _later(today, int(found["number"] or 1), unit)
        for pattern, name in DAY_WORDS:
            if self._take(pattern) is not None:
                return _named(name, today)
        for pattern, number in WEEKDAYS:
            if self._take(pattern) is not None:
                return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
        return None

    # -- times of day ---------------------------------------------------------------------------------
    def _part_of_day(self) -> time | None:
        for pattern, hour in PARTS:
            if self._take(pattern) is not None:
                return time(hour)
        return None

    def _clock(self) -> time | None:
        found = self._take(_CLOCK)
        if found is None:
            return None
        hour, minute = int(found[1]), int(found[2] or found[3] or found[4] or 0)
        half = (found[5] or "").replace(".", "")
        if half:
            if not 1 <= hour <= 12:
                raise ValueError("no such hour")
            hour = hour % 12 + (12 if half == "pm" else 0)
        return time(hour, minute)


def _later(today: date, number: int, unit: str) -> date:
    if unit != "month":
        return today + timedelta(days=number * (7 if unit == "week" else 1))
    months = today.month - 1 + number
    year, month = today.year + months // 12, months % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(today.day, last))


def _named(name: str, today: date) -> date:
    match name:
        case "today":
            return today
        case "tomorrow":
            return today + timedelta(days=1)
        case "after":
            return today + timedelta(days=2)
        case "weekend":
            return today + timedelta(days=(5 - today.weekday() - 1) % 7 + 1)
        case "month":
            return _later(today.replace(day=1), 1, "month")
        case _:
            return today + timedelta(days=7 - today.weekday())


def send_presets(now: datetime, zone: tzinfo | None = None) -> dict[str, datetime]:
    """What is chosen most for a reply that shall leave later (``hour``, ``tomorrow``, ``monday``); times are UTC.

    ``hour`` is an hour from now to the minute.
    """
    found = {"hour": (now + timedelta(hours=1, seconds=59)).replace(second=0, microsecond=0).astimezone(UTC)}
    return found | {name: at for name, at in presets(now, zone).items() if name in ("tomorrow", "monday")}


def presets(now: datetime, zone: tzinfo | None = None) -> dict[str, datetime]:
    """What is chosen most, by name (``later``, ``tomorrow``, ``monday``, ``week``), in order; times are UTC.

    ``later`` is three hours from now on the full hour, and missing where that is no longer today.
    """
    here = now.astimezone(zone).replace(tzinfo=None)
    later = (here + timedelta(hours=3, minutes=59)).replace(minute=0, second=0, microsecond=0)
    today = here.date()
    monday = today + timedelta(days=7 - today.weekday())
    found = {"later": later} if later.date() == today else {}
    found["tomorrow"] = datetime.combine(today + timedelta(days=1), MORNING)
    if monday != today + timedelta(days=1):
        found["monday"] = datetime.combine(monday, MORNING)
    found["week"] = datetime.combine(today + timedelta(days=7), MORNING)
    return {name: at.replace(tzinfo=zone).astimezone(UTC) for name, at in found.items()}
