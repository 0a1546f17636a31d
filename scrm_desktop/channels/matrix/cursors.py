"""Where reading goes on: text of our own, which is stored with each page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from scrm_desktop.channels.matrix import fields
from scrm_desktop.channels.matrix.fields import Object
from scrm_desktop.channels.safe_json import BadJson, Json, parse


@dataclass(frozen=True, slots=True)
class Gap:
    """What an answer of /sync left out of a room: from ``start`` back to ``end``."""

    room: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where /sync goes on, and what is still to be fetched of what lies before that.

    ``at``: the time up to which all was read; ``until``: that up to which all is read once the gaps are filled.
    """

    since: str
    at: datetime
    until: datetime
    gaps: tuple[Gap, ...] = ()

    def __str__(self) -> str:
        gaps = [[one.room, one.start, one.end] for one in self.gaps]
        return json.dumps({"s": self.since, "a": self.at.isoformat(), "u": self.until.isoformat(), "g": gaps})

    @classmethod
    def read(cls, text: str | None) -> Cursor | None:
        """A stored cursor; ``None`` where it is none of ours."""
        source = _read(text)
        since, at, until = fields.word(source, "s"), _time(source, "a"), _time(source, "u")
        if not since or at is None or until is None:
            return None
        gaps = [Gap(*words) for one in fields.items(source.get("g")) if len(words := _words(one)) == 3]
        return cls(since, at, until, tuple(gaps))


@dataclass(frozen=True, slots=True)
class Back:
    """How far back each room is read (empty: not at all); the next step is in the first of them."""

    rooms: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return json.dumps({"b": [list(one) for one in self.rooms]})

    @classmethod
    def read(cls, text: str | None) -> Back | None:
        """A stored cursor; ``None`` where it is none of ours."""
        source = _read(text)
        if "b" not in source:
            return None
        pairs = [_words(one) for one in fields.items(source["b"])]
        return cls(tuple((one[0], one[1]) for one in pairs if len(one) == 2))


def _read(text: str | None) -> Object:
    try:
        return fields.obj(parse(text or "{}"))
    except BadJson:
        return {}


def _words(value: Json) -> list[str]:
    return [one for one in fields.items(value, 3) if isinstance(one, str)]


def _time(source: Object, name: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(fields.word(source, name, 40))
    except ValueError:
        return None
    return at.astimezone(UTC) if at.tzinfo else None
