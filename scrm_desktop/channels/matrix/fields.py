"""Reading one field out of a stranger's JSON: every function is total and bounded."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from scrm_desktop.channels.safe_json import Json, scrub

Object = dict[str, Json]
_LATEST = 4_102_444_800_000
"""The year 2100 in milliseconds: a time behind it is none."""
_USER = re.compile(r"@[!-~]{1,200}:[A-Za-z0-9.\-\[\]:]{1,230}")
_ROOM = re.compile(r"![!-.0-~]{1,254}")
_EVENT = re.compile(r"\$[!-~]{1,254}")


def obj(value: Json) -> Object:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: Json, most: int = 2000) -> list[Json]:
    """The list, cut to what is reasonable, or an empty one."""
    return value[:most] if isinstance(value, list) else []


def text(source: Object, name: str, longest: int = 70_000) -> str:
    """A text; null, missing and other kinds are empty."""
    value = source.get(name)
    return scrub(value[:longest]) if isinstance(value, str) else ""


def line(source: Object, name: str, longest: int = 300) -> str:
    """A text on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text(source, name, longest)).split())


def count(source: Object, name: str) -> int | None:
    """A number that counts something; anything else is unknown."""
    value = source.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 2**53 else None


def flag(source: Object, name: str) -> bool:
    """Whether a switch is on."""
    return source.get(name) is True


def time(source: Object, name: str = "origin_server_ts") -> datetime | None:
    """A time in milliseconds since 1970, in UTC."""
    value = count(source, name)
    return datetime.fromtimestamp(value / 1000, UTC) if value and value < _LATEST else None


def word(source: Object, name: str, longest: int = 500) -> str:
    """A name that machines made: one word of printable ASCII, or nothing."""
    value = source.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        return ""
    return value if value.isascii() and value.isprintable() and " " not in value else ""


def user(source: Object, name: str) -> str:
    """A user's id, ``@name:server``."""
    return found if _USER.fullmatch(found := word(source, name)) else ""


def room(source: Object, name: str = "room_id") -> str:
    """A room's id; one with a slash is none that we could keep."""
    return found if _ROOM.fullmatch(found := word(source, name)) else ""


def event(source: Object, name: str = "event_id") -> str:
    """An event's id."""
    return found if _EVENT.fullmatch(found := word(source, name)) else ""
