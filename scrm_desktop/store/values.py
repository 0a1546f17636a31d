"""How values stand in the database: times as whole microseconds since 1970 (UTC), text that SQLite can bind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = 24 * 60 * 60 * 1_000_000
#: Our clock and a server's may differ by so much before a time is taken for nonsense.
SKEW = DAY


def micros(at: datetime) -> int:
    """A time as it is stored."""
    span = at - EPOCH
    return (span.days * 86_400 + span.seconds) * 1_000_000 + span.microseconds


def micros_or_none(at: datetime | None) -> int | None:
    """The same for what may be missing."""
    return None if at is None else micros(at)


def moment(value: int) -> datetime:
    """A stored time, UTC."""
    return EPOCH + timedelta(microseconds=value)


def moment_or_none(value: int | None) -> datetime | None:
    """The same for what may be missing."""
    return None if value is None else EPOCH + timedelta(microseconds=value)


def remote_micros(at: datetime, now: int) -> int:
    """A time that a network gave: before 1970 becomes 1970, more than a day ahead of us becomes now."""
    value = micros(at if at.tzinfo is not None else at.replace(tzinfo=UTC))
    if value < 0:
        return 0
    return value if value <= now + SKEW else now


def is_clean(text: str) -> bool:
    """Whether a text, as most are, is certainly one that :func:`clean` leaves as it is."""
    return text.isascii() and "\0" not in text


def clean(text: str) -> str:
    """The text without NUL and without halves of surrogate pairs, which UTF-8 can't hold."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


#: Made once: json.dumps makes a new one for each value that it writes in any but its own style.
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_plain = json.JSONEncoder(ensure_ascii=False)


def to_json(value: object) -> str:
    """Compact JSON, stable in the order of its keys."""
    return _compact.encode(value)


def id_list(ids: Iterable[int | str]) -> str:
    """Ids as a JSON array: what ``json_each(?)`` takes, however many they are."""
    return _plain.encode(list(ids))
