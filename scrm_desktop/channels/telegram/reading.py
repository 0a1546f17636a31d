"""Reading what is new. There is no history: Telegram keeps for a bot what it has not fetched, and that for a day."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.telegram import fields, normalise
from scrm_desktop.channels.telegram.normalise import Us
from scrm_desktop.channels.telegram.polling import Heard, Queue
from scrm_desktop.domain.events import Page, Span

UPDATES = "updates"
KEPT = timedelta(hours=24)
"""How long Telegram keeps an update that nobody fetched."""
_EMPTY = "-"
_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Cursor:
    """The offset to ask with (``None``: all that was read is confirmed), and the time up to which all was read.

    An offset is not kept once it has done its work: after a week of silence Telegram numbers anew, perhaps lower, and
    an old offset would confirm what nobody has read.
    """

    offset: int | None
    at: datetime

    def __str__(self) -> str:
        return f"{self.at.isoformat()} {_EMPTY if self.offset is None else self.offset}"

    @classmethod
    def read(cls, text: str | None) -> Cursor | None:
        """A stored cursor; ``None`` where it is none of ours."""
        stamp, _, offset = (text or "").partition(" ")
        try:
            at = datetime.fromisoformat(stamp)
        except ValueError:
            return None
        if not at.tzinfo or not (offset == _EMPTY or (offset.isascii() and offset.isdecimal() and len(offset) < 16)):
            return None
        return cls(None if offset == _EMPTY else int(offset), at)


class Reader:
    """Pages of updates, each with the cursor that confirms it, and the wait for the next."""

    def __init__(self, queue: Queue, us: Us) -> None:
        self._queue, self._us = queue, us

    async def newer(self, cursor: str | None) -> Page:
        """What waits behind the cursor. A page with anything in it is followed by one that confirms it."""
        now = datetime.now(UTC)
        start = Cursor.read(cursor) or Cursor(None, now)
        updates = await self._queue.read(start.offset)
        if not updates:
            # All is read; only now is it known that nothing is missing since then, or since a day ago.
            covered = Span(start=min(max(start.at, now - KEPT), now), end=now)
            return Page(cursor=str(Cursor(None, now)), covered=covered)
        found, poison = normalise.events(updates, self._us)
        following = _following(updates, start.offset)
        return Page(events=found, poison=poison, cursor=str(Cursor(following, start.at)), more=following is not None)

    async def listen(self) -> AsyncGenerator[Page, None]:
        """A page with ``wake`` when there is something to read; an empty one is a sign of life."""
        heard = await self._queue.wait(0)
        while True:
            yield Page(wake=heard is Heard.NEWS)
            if heard is Heard.NEWS:
                await self._queue.emptied(_PATIENCE)
            heard = await self._queue.wait()


def _following(updates: list[Json], offset: int | None) -> int | None:
    """The offset behind the last update; where none of them has a number, there is nothing to go on with."""
    numbers = [fields.integer(fields.obj(one), "update_id") for one in updates]
    return max((number + 1 for number in numbers if number is not None), default=offset)
