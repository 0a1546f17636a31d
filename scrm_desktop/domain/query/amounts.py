"""Lengths of time, numbers and days: read from what was typed, and written again."""

from __future__ import annotations

import re
from datetime import date

from scrm_desktop.domain.folding import fold
from scrm_desktop.domain.query.fields import DAYS, shown
from scrm_desktop.domain.query.nodes import Day
from scrm_desktop.late_pattern import late_pattern

_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86_400, "j": 86_400, "w": 604_800, "sem": 604_800}
_SHOWN = (("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1))
_FRENCH = {"w": "sem", "d": "j"}
_PART = late_pattern(r"(\d{1,9})(sem|min|[smhdjw])", re.IGNORECASE | re.ASCII)
_COUNT = late_pattern(r"(\d{1,15})(k?)", re.IGNORECASE | re.ASCII)
_DATE = late_pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
#: A century; longer is a slip of the finger, and must not leave what a date can hold.
LONGEST = 36_525 * 86_400
MOST = 10**15


def read_duration(typed: str) -> int | None:
    """Seconds of ``30m``, ``2h``, ``1d12h``, ``1w``; ``None`` for anything else."""
    place = total = 0
    while place < len(typed):
        part = _PART.match(typed, place)
        if part is None:
            return None
        total += int(part[1]) * _UNITS[part[2].lower()]
        place = part.end()
        if total > LONGEST:
            return None
    return total if typed else None


def print_duration(seconds: int, language: str = "en") -> str:
    """The same in the largest units that fit."""
    if not seconds:
        return "0m"
    whole: list[str] = []
    for unit, size in _SHOWN:
        if seconds >= size:
            whole.append(f"{seconds // size}{_FRENCH.get(unit, unit) if language == 'fr' else unit}")
            seconds %= size
    return "".join(whole)


def read_count(typed: str) -> int | None:
    """``1000`` or ``1k``; ``None`` for anything else."""
    found = _COUNT.fullmatch(typed)
    if found is None:
        return None
    number = int(found[1]) * (1000 if found[2] else 1)
    return number if number <= MOST else None


def read_day(typed: str) -> Day | None:
    """``2026-11-01``, ``today``, ``yesterday``; ``None`` for anything else."""
    folded = fold(typed.replace("’", "'"))
    for ago, choice in enumerate(DAYS):
        if folded in {fold(name) for name in (*choice.english, *choice.french)}:
            return Day(ago=ago)
    found = _DATE.fullmatch(typed)
    if found is None:
        return None
    try:
        return Day(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        return None


def print_day(day: Day, language: str = "en") -> str:
    """A day as it is typed."""
    return day.date.isoformat() if day.date is not None else shown(DAYS[day.ago], language)
