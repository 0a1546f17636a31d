"""Reading what is new by /sync, what it left out by /messages, and what was said before."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from scrm_desktop.channels.matrix import fields, normalise
from scrm_desktop.channels.matrix.again import Again
from scrm_desktop.channels.matrix.api import MOST_SYNC, WAIT, Api
from scrm_desktop.channels.matrix.cursors import Back, Cursor, Gap
from scrm_desktop.channels.matrix.fields import Object
from scrm_desktop.channels.matrix.normalise import SHOWN, Unreadable, Us
from scrm_desktop.channels.matrix.places import room_path
from scrm_desktop.channels.matrix.rooms import Rooms
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import Event, Page, Poison, Span
from scrm_desktop.errors import BadAnswer, Forbidden, Gone

SYNC = "_matrix/client/v3/sync"
TIMELINE = 50
"""Events of a room in one answer of /sync; what lies before them is fetched by itself."""
BACK = 100
_PATIENCE = 30.0
_KINDS = [*sorted(SHOWN), "m.reaction", "m.room.redaction"]
_NONE = {"not_types": ["*"]}


def _filter(limit: int) -> str:
    room = {
        "ephemeral": _NONE,
        "account_data": _NONE,
        "state": {"types": ["m.room.member"], "lazy_load_members": True},
        "timeline": {"limit": limit, "types": [*_KINDS, "m.room.member"]},
    }
    whole = {"presence": _NONE, "account_data": {"types": ["m.direct"]}, "room": room}
    return json.dumps(whole)


def _question(since: str, limit: int, seconds: int) -> list[tuple[str, str]]:
    """The account is not shown as online because a program asks for it."""
    asked = [("filter", _filter(limit)), ("timeout", str(seconds * 1000)), ("set_presence", "offline")]
    return [*asked, ("since", since)] if since else asked


class Reader:
    """Pages of events, each with the cursor behind it, and the wait for the next."""

    def __init__(self, api: Api, us: Us, rooms: Rooms, again: Again) -> None:
        self._api, self._us, self._rooms, self._again = api, us, rooms, again
        self._since: str | None = None
        self._moved = asyncio.Event()

    async def newer(self, cursor: str | None) -> Page:
        """What waits behind the cursor: first what an earlier answer left out, then the next answer."""
        start = Cursor.read(cursor)
        if start is not None and start.gaps:
            return await self._fill(start)
        now = datetime.now(UTC)
        asked = _question(start.since if start else "", TIMELINE, 0)
        told = await (self._api.get(SYNC, asked, limit=MOST_SYNC) if start else self._api.first(SYNC, asked))
        since = self._following(told)
        events, poison, gaps = await self._told(told, start.since if start else "", now)
        following = Cursor(since, now if start is None else start.at, now, tuple(gaps))
        self._move(since)
        return self._page(following, events, poison, began=start is not None)

    async def _fill(self, start: Cursor) -> Page:
        """One step back into the first gap."""
        gap, *others = start.gaps
        chunk, end = await messages(self._api, gap.room, gap.start, gap.end)
        events, poison = await self._understood(gap.room, list(reversed(chunk)))
        left = [Gap(gap.room, end, gap.end)] if end and end != gap.start else []
        following = Cursor(start.since, start.at, start.until, (*left, *others))
        return self._page(following, events, poison, began=True)

    @staticmethod
    def _page(following: Cursor, events: Sequence[Event], poison: Sequence[Poison], *, began: bool) -> Page:
        """Once no gap is left, all up to the answer was read."""
        done = not following.gaps
        covered = Span(start=min(following.at, following.until), end=following.until) if done and began else None
        if done:
            following = replace(following, at=following.until)
        return Page(
            events=tuple(normalise.parents_first(events)),
            poison=tuple(poison),
            cursor=str(following),
            more=not done,
            covered=covered,
        )

    async def _told(self, told: Object, since: str, now: datetime) -> tuple[list[Event], list[Poison], list[Gap]]:
        """What an answer of /sync says of all rooms; with ``since``, where something lies between."""
        events: list[Event] = []
        poison: list[Poison] = []
        gaps: list[Gap] = []
        self._rooms.learn_direct(fields.items(fields.obj(told.get("account_data")).get("events")))
        rooms = fields.obj(told.get("rooms"))
        for room, one in _by_room(rooms.get("join")):
            timeline = fields.obj(one.get("timeline"))
            said = fields.items(timeline.get("events"))
            self._rooms.learn(room, [*fields.items(fields.obj(one.get("state")).get("events")), *said])
            found, broken = await self._understood(room, said)
            events += found
            poison += broken
            before = fields.word(timeline, "prev_batch")
            if since and before and fields.flag(timeline, "limited"):
                gaps.append(Gap(room, before, since))
        for room, one in _by_room(rooms.get("invite")):
            try:
                events.append(normalise.invitation(one, room, self._us, now))
            except Unreadable as error:
                poison.append(normalise.poisoned(one, str(error)))
        return events, poison, gaps

    async def _understood(self, room_id: str, said: list[Json]) -> tuple[list[Event], list[Poison]]:
        """Events of a room, with the messages that they change as they are now, and what they answer."""
        if not any(_is_shown(one) for one in said):
            return [], []
        read = normalise.events(said, await self._rooms.room(room_id), self._us)
        return await self._again.completed(read), read.poison

    async def older(self, cursor: str | None, until: datetime) -> Page:
        """One step back in one room after the other, newest first."""
        back = Back.read(cursor) or Back(await self._joined())
        if not back.rooms:
            return Page(cursor=str(back))
        (room, start), *others = back.rooms
        try:
            chunk, end = await messages(self._api, room, start)
        except (Forbidden, Gone):  # we left it meanwhile
            chunk, end = [], ""
        events, poison = await self._understood(room, list(reversed(chunk)))
        at = fields.time(fields.obj(chunk[-1])) if chunk else None
        goes_on = bool(end) and end != start and (at is None or at >= until)  # a page may be empty, and not the last
        left = Back((*others, (room, end)) if goes_on else tuple(others))
        return Page(events=tuple(events), poison=tuple(poison), cursor=str(left), more=bool(left.rooms))

    async def _joined(self) -> tuple[tuple[str, str], ...]:
        told = (await self._api.get("_matrix/client/v3/joined_rooms")).get("joined_rooms")
        if not isinstance(told, list):
            raise BadAnswer("It names no rooms.", host=self._api.host)
        return tuple((room, "") for one in fields.items(told) if (room := fields.room({"id": one}, "id")))

    async def listen(self) -> AsyncGenerator[Page, None]:
        """A page with ``wake`` when there is something to read; an empty one is a sign of life."""
        seconds = 0
        while True:
            since = self._since
            if since is None:
                await self._until_moved()
                yield Page()
                continue
            self._moved.clear()
            told = await self._api.wait(SYNC, _question(since, 1, seconds))
            rooms, seconds = fields.obj(told.get("rooms")), WAIT
            news = bool(_by_room(rooms.get("join")) or _by_room(rooms.get("invite")))
            if not news and fields.word(told, "next_batch") and since == self._since:
                self._since = fields.word(told, "next_batch")  # nothing lies between: only the wait goes on from here
            yield Page(wake=news)
            if news:
                await self._until_moved()

    def _move(self, since: str) -> None:
        self._since = since
        self._moved.set()

    async def _until_moved(self) -> None:
        """Until somebody has read, at most half a minute."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._moved.wait()
        except TimeoutError:
            return

    def _following(self, told: Object) -> str:
        since = fields.word(told, "next_batch")
        if not since:
            raise BadAnswer("It does not say where to read on.", host=self._api.host)
        return since


async def messages(api: Api, room: str, start: str, end: str = "", *, sender: str = "") -> tuple[list[Json], str]:
    """Events of a room, newest first, from ``start`` (empty: now) back to ``end``, and where to go on (empty: done)."""
    kinds = {"types": _KINDS} | ({"senders": [sender]} if sender else {})
    asked = [("dir", "b"), ("limit", str(BACK)), ("filter", json.dumps(kinds))]
    asked += [(name, value) for name, value in (("from", start), ("to", end)) if value]
    told = await api.get(room_path(room, "messages"), asked)
    if not isinstance(told.get("chunk"), list):
        raise BadAnswer("It gives no messages.", host=api.host)
    return fields.items(told["chunk"], BACK), fields.word(told, "end")


def _by_room(told: Json | None) -> list[tuple[str, Object]]:
    return [(room, fields.obj(one)) for room, one in fields.obj(told).items() if fields.room({"id": room}, "id")]


def _is_shown(told: Json) -> bool:
    """Whether an event may say something; what is broken does, so that it is kept."""
    return fields.word(fields.obj(told), "type") in ("", *_KINDS)
