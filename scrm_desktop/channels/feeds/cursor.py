"""How far a feed was read: what its server calls this state, and which entries are known in which wording."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

from scrm_desktop.channels.safe_json import BadJson, Json, parse

MOST_KNOWN = 1500
"""Entries of a feed that are remembered: three times what is taken of one reading."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that was read: a short digest of its words, and when it was first seen where it has no date."""

    words: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """``moved``: where the feed lives now. ``body``: the digest of the last document, for servers without ETags."""

    etag: str = ""
    modified: str = ""
    body: str = ""
    moved: str = ""
    known: dict[str, Known] = field(default_factory=dict[str, Known])

    def __str__(self) -> str:
        known = {
            name: [one.words] if one.at is None else [one.words, one.at.isoformat()] for name, one in self.known.items()
        }
        whole = {"etag": self.etag, "modified": self.modified, "body": self.body, "moved": self.moved, "known": known}
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
            known={name: one for name, value in known.items() if (one := _known(value)) is not None},
        )

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
    stamp = value[1] if len(value) > 1 else None
    try:
        at = datetime.fromisoformat(stamp).astimezone(UTC) if isinstance(stamp, str) else None
    except (ValueError, OverflowError):
        at = None
    return Known(value[0], at)
