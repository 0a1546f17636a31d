"""Reading one field out of a site's JSON: every function is total and bounded."""

from __future__ import annotations

from datetime import UTC, datetime

from scrm_desktop.channels.safe_json import Json, scrub

Object = dict[str, Json]
_LARGEST = 2**53


def obj(value: Json) -> Object:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: Json, most: int = 1000) -> list[Json]:
    """The list, cut to what is reasonable, or an empty one."""
    return value[:most] if isinstance(value, list) else []


def text(source: Object, name: str, longest: int = 70_000) -> str:
    """A text; null, missing and other kinds are empty."""
    value = source.get(name)
    return scrub(value[:longest]) if isinstance(value, str) else ""


def line(source: Object, name: str, longest: int = 300) -> str:
    """A text on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text(source, name, longest)).split())


def number(source: Object, name: str = "id") -> int:
    """An id of WordPress: a whole number above 0; 0 where there is none."""
    value = source.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _LARGEST else 0


def identifier(source: Object, name: str = "id") -> str:
    """The same as text; empty where there is none."""
    value = number(source, name)
    return str(value) if value else ""


def time(source: Object, name: str) -> datetime | None:
    """A time that WordPress means as UTC, with or without saying so."""
    value = source.get(name)
    if not isinstance(value, str) or len(value) > 64:
        return None
    try:
        at = datetime.fromisoformat(value)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def web(source: Object, name: str) -> str:
    """An http or https address of sensible length, or nothing."""
    value = text(source, name, 2048).strip()
    fits = value[:8].lower().startswith(("https://", "http://")) and value.isprintable() and " " not in value
    return value if fits else ""
