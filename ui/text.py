"""What strangers wrote, made safe to paint; and times and numbers in the person's own language.

Customers' text is hostile: it may hold control characters, direction overrides that turn a name around,
thousands of combining marks, or a megabyte on one line. It is never markup here.
"""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from scrm_desktop.config import NEUTRAL

FSI = "\u2068"
PDI = "\u2069"

_MARKS_IN_A_ROW = 4
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = frozenset("\u200b\u2060\ufeff\u00ad\u180e\u3164\u115f\u1160\uffa0")
_KEPT = frozenset("\n\t")


def clean(text: str, *, limit: int = 100_000) -> str:
    """Plain text that is safe to lay out: no controls, no direction overrides, no floods of marks."""
    if text.isascii() and text.isprintable() and len(text) <= limit:
        return text
    kept: list[str] = []
    marks = 0
    for ch in text[:limit]:
        marks = marks + 1 if unicodedata.combining(ch) or unicodedata.category(ch) == "Me" else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(_safe(ch))
    if len(text) > limit:
        kept.append("…")
    return "".join(kept)


def _safe(ch: str) -> str:
    if ch in _KEPT:
        return ch
    if ch in _OVERRIDES or ch in _UNSEEN:
        return ""
    category = unicodedata.category(ch)
    if category == "Cc":
        return ""
    return "\ufffd" if category in ("Cs", "Cn") else ch


def one_line(text: str, *, limit: int = 300) -> str:
    """The beginning of a text on one line, for a list."""
    return " ".join(clean(text[: limit * 2], limit=limit * 2).split())[:limit]


def isolate(name: str, *, limit: int = 120) -> str:
    """A stranger's name that can stand inside our sentence: cleaned, on one line, and shut in bidi isolates."""
    return f"{FSI}{one_line(name, limit=limit)}{PDI}"


def colleague(name: str, *, limit: int = 60) -> str:
    """What to call a person of the house; whoever gave no name is Me."""
    return QCoreApplication.translate("Person", "Me") if name == NEUTRAL else one_line(name, limit=limit)


def display_name(person: str, handle: str) -> str:
    """What to call somebody: the name, or the handle where the name shows nothing."""
    name = one_line(person, limit=120)
    return name if any(ch.isalnum() for ch in name) else f"@{one_line(handle, limit=120)}"


def local(at: datetime) -> datetime:
    """A UTC time in the computer's own zone."""
    return at.astimezone()


def _qt(at: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(int(at.timestamp() * 1000))


def clock(at: datetime) -> str:
    """The time of day: 14:02, or 2:02 PM where people write it so."""
    return QLocale().toString(_qt(at).time(), QLocale.FormatType.ShortFormat)


def day(at: datetime, now: datetime) -> str:
    """A day as the line above its messages names it."""
    days = (local(now).date() - local(at).date()).days
    if days == 0:
        return QCoreApplication.translate("Time", "Today")
    if days == 1:
        return QCoreApplication.translate("Time", "Yesterday")
    if days == -1:
        return QCoreApplication.translate("Time", "Tomorrow")
    pattern = "dddd d MMMM" if local(at).year == local(now).year else "dddd d MMMM yyyy"
    return QLocale().toString(_qt(at).date(), pattern)


def short_when(at: datetime, now: datetime) -> str:
    """The time in a list: 14:02 today, then the weekday, then the date."""
    days = (local(now).date() - local(at).date()).days
    if days <= 0:
        return clock(at)
    if days == 1:
        return QCoreApplication.translate("Time", "Yesterday")
    if days < 7:
        return QLocale().toString(_qt(at).date(), "ddd")
    pattern = "d MMM" if local(at).year == local(now).year else "d MMM yyyy"
    return QLocale().toString(_qt(at).date(), pattern)


def upcoming(at: datetime, now: datetime) -> str:
    """A time to come with its day: Monday 30 November, 09:00."""
    pattern = "dddd d MMMM" if local(at).year == local(now).year else "dddd d MMMM yyyy"
    day = QLocale().toString(_qt(at).date(), pattern)
    return QCoreApplication.translate("Time", "{day}, {time}").format(day=day, time=clock(at))


def coming(at: datetime, now: datetime) -> str:
    """A time to come within a sentence: today, 14:02; tomorrow, 09:00; Monday 30 November, 09:00."""
    days = (local(at).date() - local(now).date()).days
    if days == 0:
        return QCoreApplication.translate("Time", "today, {time}").format(time=clock(at))
    if days == 1:
        return QCoreApplication.translate("Time", "tomorrow, {time}").format(time=clock(at))
    return upcoming(at, now)


def short_upcoming(at: datetime, now: datetime) -> str:
    """A time to come in a list: 14:02 today, then the weekday with it, then the date."""
    days = (local(at).date() - local(now).date()).days
    if days <= 0:
        return clock(at)
    if days < 7:
        day = QLocale().toString(_qt(at).date(), "ddd")
        return QCoreApplication.translate("Time", "{day} {time}").format(day=day, time=clock(at))
    pattern = "d MMM" if local(at).year == local(now).year else "d MMM yyyy"
    return QLocale().toString(_qt(at).date(), pattern)


def full_when(at: datetime) -> str:
    """Date and time in full, for tooltips and screen readers."""
    return QLocale().toString(_qt(at), QLocale.FormatType.LongFormat).replace(_zone(at), "").strip()


def _zone(at: datetime) -> str:
    return _qt(at).toTimeSpec(Qt.TimeSpec.LocalTime).timeZoneAbbreviation()


def date(at: datetime) -> str:
    """A date without its time: 3 October 2026."""
    return QLocale().toString(_qt(at).date(), "d MMMM yyyy")


def short_date(at: datetime) -> str:
    """The same where there is little room: 3 Oct 2026."""
    return QLocale().toString(_qt(at).date(), "d MMM yyyy")


def span(length: timedelta) -> str:
    """How long: 12 min, 2 h, 3 d."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 60:
        return QCoreApplication.translate("Time", "{n} min").format(n=max(1, minutes))
    if minutes < 48 * 60:
        return QCoreApplication.translate("Time", "{n} h").format(n=minutes // 60)
    return QCoreApplication.translate("Time", "{n} d").format(n=minutes // (24 * 60))


def ago(at: datetime, now: datetime) -> str:
    """When something was last done, in words."""
    if now - at < timedelta(minutes=1):
        return QCoreApplication.translate("Time", "just now")
    return QCoreApplication.translate("Time", "{span} ago").format(span=span(now - at))


def number(value: int) -> str:
    """A number as the language groups it."""
    return QLocale().toString(value)
