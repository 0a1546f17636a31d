"""Reading one field out of a stranger's JSON: every function is total and bounded."""

from __future__ import annotations

from datetime import UTC, datetime

from scrm_desktop.channels.safe_json import Json, scrub

Object = dict[str, Json]
_LARGEST = 2**53
_LATEST = 4_102_444_800
"""The year 2100: a time behind it is none."""


def obj(value: Json) -> Object:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: Json, most: int = 1000) -> list[Json]:
    """The list, cut to what is reasonable, or an empty one."""
    return value[:most] if isinstance(value, list) else []


def text(source: Object, name: str, longest: int = 20_000) -> str:
    """A text; null, missing and other kinds are empty."""
    value = source.get(name)
    return scrub(value[:longest]) if isinstance(value, str) else ""


def line(source: Object, name: str, longest: int = 300) -> str:
    """A text on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text(source, name, longest)).split())


def integer(source: Object, name: str) -> int | None:
    """A whole number that fits into 53 bits, as Telegram promises for its ids."""
    value = source.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST else None


def identifier(source: Object, name: str = "id") -> str:
    """A number that names something, as text; empty where there is none."""
    value = integer(source, name)
    return str(value) if value else ""


def count(source: Object, name: str) -> int | None:
    """A number that counts something; anything else is unknown."""
    value = integer(source, name)
    return value if value is not None and value >= 0 else None


def flag(source: Object, name: str) -> bool:
    """Whether a switch is on."""
    return source.get(name) is True


def degrees(source: Object, name: str) -> float | None:
    """A part of a place on the earth."""
    value = source.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -180 <= value <= 180 else None


def time(source: Object, name: str = "date") -> datetime | None:
    """A Unix time in UTC."""
    value = integer(source, name)
    return datetime.fromtimestamp(value, UTC) if value is not None and 0 < value < _LATEST else None


def word(source: Object, name: str, longest: int = 200) -> str:
    """A name that machines made: one word of printable ASCII, or nothing."""
    value = source.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        return ""
    return value if value.isascii() and value.isprintable() and " " not in value else ""


def username(source: Object) -> str:
    """A name that Telegram gave out: letters, digits and underscores."""
    value = word(source, "username", 64)
    return value if value.replace("_", "").isalnum() else ""
