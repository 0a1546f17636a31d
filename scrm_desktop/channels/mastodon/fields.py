"""Reading one field out of a stranger's JSON: every function is total and bounded."""

from __future__ import annotations

from datetime import UTC, datetime

from scrm_desktop.channels.safe_json import LONGEST_INT, Json, scrub

Object = dict[str, Json]
LONGEST_ID = 200
_LARGEST = 2**53
_NUMBERS = (int, float)  # a tuple: a union would be made anew for each number


def obj(value: Json) -> Object:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: Json, most: int = 1000) -> list[Json]:
    """The list, cut to what is reasonable, or an empty one."""
    return value[:most] if isinstance(value, list) else []


def text(source: Object, name: str, longest: int = 20_000) -> str:
    """A text; null, missing and other kinds are empty."""
    value = source.get(name)
    if not value or not isinstance(value, str):
        return ""
    if len(value) > longest:
        value = value[:longest]
    return scrub(value)


def remote_id(source: Object, name: str = "id") -> str:
    """An id as text, whatever it looks like; empty where there is none that can be used in an address."""
    value = source.get(name)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_ID or value in (".", ".."):
        return ""
    if len(value) > LONGEST_INT and value.isdecimal():
        return ""
    return value if value.isprintable() and not value.isspace() else ""


def number(source: Object, name: str) -> int | None:
    """A count between 0 and 2^53; anything else is unknown."""
    value = source.get(name)
    if type(value) is int and 0 <= value <= _LARGEST:
        return value  # as nearly all are
    if isinstance(value, bool) or not isinstance(value, _NUMBERS):
        return None
    return int(value) if 0 <= value <= _LARGEST else None


def flag(source: Object, name: str) -> bool:
    """Whether a switch is on."""
    return source.get(name) is True


def time(source: Object, name: str) -> datetime | None:
    """A time in UTC; one without a zone is taken as UTC."""
    value = source.get(name)
    if not isinstance(value, str) or len(value) > 64:
        return None
    try:
        at = datetime.fromisoformat(value)
        if at.tzinfo is UTC:
            return at
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def web(source: Object, name: str) -> str:
    """An http or https address of sensible length, or nothing."""
    value = text(source, name, 2048).strip()
    return value if value[:8].lower().startswith(("https://", "http://")) else ""
