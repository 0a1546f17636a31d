"""Lists that only know "newest first": walked from the top down to what is known, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.safe_json import BadJson, parse

SLACK = timedelta(minutes=10)
"""How far behind the mark is read: the network sorts a post that says it is older among older ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """How far a list was read. ``mark``: everything up to here is known.

    While a walk is on its way down, ``top`` is what the mark will be, and ``at`` the server's cursor. ``turn`` makes
    each cursor another one.
    """

    mark: str = ""
    top: str = ""
    at: str = ""
    turn: int = 0

    def __str__(self) -> str:
        return json.dumps({"mark": self.mark, "top": self.top, "at": self.at, "turn": self.turn})

    @classmethod
    def read(cls, text: str | None) -> Walk | None:
        """A stored cursor; ``None`` where it is none of ours."""
        try:
            found = fields.obj(parse(text or ""))
        except BadJson:
            return None
        if _time(fields.word(found, "mark")) is None:
            return None
        words = {name: fields.word(found, name, 1000) for name in ("mark", "top", "at")}
        return cls(**words, turn=fields.number(found, "turn"))

    def next(self, times: Sequence[datetime | None], following: str) -> Walk:
        """Behind a page with these times, after which the server's cursor is ``following`` (empty: the end)."""
        known = [at for at in times if at is not None]
        newest = max(known).isoformat() if known else ""
        top = self.top or max(self.mark, newest)
        mark = _time(self.mark)
        reached = mark is None or not following or following == self.at or (known and min(known) < mark - SLACK)
        if reached or (not times and not following):
            return Walk(mark=max(top, self.mark), turn=self.turn + 1)
        return replace(self, top=top, at=following, turn=self.turn + 1)

    @property
    def more(self) -> bool:
        """Whether it is on its way down."""
        return bool(self.at)


def _time(text: str) -> datetime | None:
    return fields.time({"": text}, "")
