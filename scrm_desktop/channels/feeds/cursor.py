"""How far a feed was read: what its server calls this state, and which entries are known in which wording."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

from scrm_desktop.channels.safe_json import BadJson, Json, parse
from scrm_desktop.domain.events import Span

MOST_KNOWN = 1500
"""Entries of a feed that are remembered: three times what is taken of one reading."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that was read: a short digest of its words, and when it was first seen where it has no date."""

    words: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """``moved``: where the feed lives now. ``body``: the digest of the last document, for servers without ETags.

    ``since``: the time of the oldest article in it, where all have one.
    """

    etag: str = ""
    modified: str = ""
    body: str = ""
    moved: str = ""
    since: datetime | None = None
    known: dict[str, Known] = field(default_factory=dict[str, Known])

    def __str__(self) -> str:
        known = {
            name: [one.words] if one.at is None else [one.words, one.at.isoformat()] for name, one in self.known.items()
        }
        whole = {
            "etag": self.etag,
            "modified": self.modified,
            "body": self.body,
            "moved": self.moved,
            "since": self.since.isoformat() if self.since else "",
            "known": known,
        }
        return json.dumps(whole, separators=(",", ":"))

    @classmethod
    def read(cls, text: str | None) -> Cursor | None:
        """A stored cursor; ``None`` where it is none of ours."""
        try:
            found = parse(text or "")
        except BadJson:
            return None
        known = found.get("known") if isinstance(found, dict) else None
        if not isinstance(found, dict) or not isinstance(known, dict):
            return None
        return cls(
            etag=_text(found, "etag"),
            modified=_text(found, "modified"),
            body=_text(found, "body"),
            moved=_text(found, "moved"),
            since=_time(found.get("since")),
            known={name: one for name, value in known.items() if (one := _known(value)) is not None},
        )

    def covers(self, now: datetime) -> Span | None:
        """What the document proves: a feed holds its newest articles, so nothing is missing since its oldest."""
        return Span(start=min(self.since, now), end=now) if self.since else None

    def with_known(self, now: dict[str, Known]) -> dict[str, Known]:
        """What is known after a reading: what stands in the feed now, and of the rest what was last in it."""
        rest = {name: one for name, one in self.known.items() if name not in now}
        return dict(list((now | rest).items())[:MOST_KNOWN])


def _text(source: dict[str, Json], name: str) -> str:
    value = source.get(name)
    return value if isinstance(value, str) else ""


def _known(value: Json) -> Known | None:
    if not isinstance(value, list) or not value or not isinstance(value[0], str):
        return None
    return Known(value[0], _time(value[1]) if len(value) > 1 else None)


def _time(value: Json) -> datetime | None:
    try:
        return datetime.fromisoformat(value).astimezone(UTC) if isinstance(value, str) and value else None
    except (ValueError, OverflowError):
        return None
