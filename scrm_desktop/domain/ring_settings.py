"""What a person wants to be rung for, and its form in the settings file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, cast

from scrm_desktop.domain.quiet import QuietSpan
from scrm_desktop.late_dataclass import dataclass

DIGESTS = (0, 5, 15, 30, 60, 120)
"""Minutes between two notifications; 0: as they come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RingSettings:
    """The person's choices; the defaults ring for everybody, at most once a minute.

    ``silent_accounts`` and ``silent_priorities`` do not ring; ``views`` are keys of views of which a conversation
    must be in one (empty: all ring), ``silent_views`` keys of those whose conversations never do. ``quiet`` are the
    quiet hours in ``zone`` (empty: the computer's own), which ``urgent_always`` lets urgent conversations break,
    ``digest`` is minutes between two notifications, ``preview`` shows what was written, ``in_front`` rings also while
    the window is used, ``paused_until`` silences for a while.
    """

    on: bool = True
    silent_accounts: frozenset[int] = frozenset()
    silent_priorities: frozenset[int] = frozenset()
    views: frozenset[str] = frozenset()
    silent_views: frozenset[str] = frozenset()
    quiet_on: bool = False
    quiet: tuple[QuietSpan, ...] = (QuietSpan(),)
    zone: str = ""
    urgent_always: bool = True
    digest: int = 0
    preview: bool = True
    sound: bool = True
    in_front: bool = True
    paused_until: datetime | None = None


def dump(settings: RingSettings) -> str:
    """As JSON text."""
    kept: dict[str, object] = {field.name: getattr(settings, field.name) for field in fields(settings)}
    for name in ("silent_accounts", "silent_priorities", "views", "silent_views"):
        kept[name] = sorted(getattr(settings, name))
    kept["quiet"] = [{"days": sorted(one.days), "start": one.start, "end": one.end} for one in settings.quiet]
    kept["paused_until"] = settings.paused_until.timestamp() if settings.paused_until else None
    return json.dumps(kept)


def load(text: str) -> RingSettings:
    """Read it back; whatever can't be understood has its default and costs nothing else."""
    try:
        found: object = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return RingSettings()
    if not isinstance(found, dict):
        return RingSettings()
    kept = cast("Mapping[str, object]", found)
    chosen: dict[str, Any] = {}
    for name, read in _READERS.items():
        if name in kept:
            value = read(kept[name])
            if value is not None:
                chosen[name] = value
    return RingSettings(**chosen)


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _many(value: object, kind: type) -> frozenset[Any] | None:
    if not isinstance(value, list):
        return None
    return frozenset(one for one in cast("list[object]", value) if type(one) is kind)


def _minutes(value: object) -> int | None:
    return value if type(value) is int and value in DIGESTS else None


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(value, UTC) if isinstance(value, int | float) else None
    except (OverflowError, OSError, ValueError):
        return None


def _spans(value: object) -> tuple[QuietSpan, ...] | None:
    if not isinstance(value, list):
        return None
    spans = (_span(one) for one in cast("list[object]", value))
    return tuple(span for span in spans if span is not None)


def _span(value: object) -> QuietSpan | None:
    if not isinstance(value, dict):
        return None
    kept = cast("Mapping[str, object]", value)
    days, start, end = kept.get("days"), kept.get("start"), kept.get("end")
    if type(start) is not int or type(end) is not int or not (0 <= start < 1440 and 0 <= end < 1440):
        return None
    named = cast("list[object]", days) if isinstance(days, list) else []
    return QuietSpan(days=frozenset(one for one in named if type(one) is int and 0 <= one < 7), start=start, end=end)


_READERS: dict[str, Callable[[object], object]] = {
    "on": _flag,
    "silent_accounts": lambda value: _many(value, int),
    "silent_priorities": lambda value: _many(value, int),
    "views": lambda value: _many(value, str),
    "silent_views": lambda value: _many(value, str),
    "quiet_on": _flag,
    "quiet": _spans,
    "zone": _word,
    "urgent_always": _flag,
    "digest": _minutes,
    "preview": _flag,
    "sound": _flag,
    "in_front": _flag,
    "paused_until": _moment,
}
