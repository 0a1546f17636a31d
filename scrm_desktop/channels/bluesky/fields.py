"""Reading one field out of a stranger's JSON: every function is total and bounded."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from scrm_desktop.channels.safe_json import Json, scrub

Object = dict[str, Json]
LONGEST_ID = 400
_LARGEST = 2**53
_FIRST_YEAR, _LAST_YEAR = 1970, 2200
_DID = re.compile(r"did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,180}")
_HANDLE = re.compile(r"[A-Za-z0-9.-]{1,253}")


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


def word(source: Object, name: str, longest: int = LONGEST_ID) -> str:
    """A name that machines made: one word of printable ASCII, or nothing."""
    value = source.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        return ""
    return value if value.isascii() and value.isprintable() and " " not in value else ""


def did(source: Object, name: str = "did") -> str:
    """The lasting name of an account."""
    value = word(source, name)
    return value if _DID.fullmatch(value) else ""


def handle(source: Object, name: str = "handle") -> str:
    """The changing name of an account."""
    value = word(source, name)
    return value if _HANDLE.fullmatch(value) else ""


def kind(value: Json) -> str:
    """What a part of a record says that it is, without what kind of view it is."""
    return word(obj(value), "$type", 100)


def number(source: Object, name: str) -> int:
    """A count between 0 and 2^53; anything else counts as none."""
    value = source.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST else 0


def time(source: Object, name: str) -> datetime | None:
    """A time in UTC; one without a zone is taken as UTC."""
    value = source.get(name)
    if not isinstance(value, str) or len(value) > 64:
        return None
    try:
        at = datetime.fromisoformat(value)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        return at if _FIRST_YEAR <= at.year <= _LAST_YEAR else None
    except (ValueError, OverflowError):
        return None


def web(source: Object, name: str) -> str:
    """An http or https address of sensible length, or nothing."""
    value = text(source, name, 2048).strip()
    fits = value.isprintable() and " " not in value
    return value if fits and value[:8].lower().startswith(("https://", "http://")) else ""
