"""Reading the public streams page by page, forward and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from scrm_desktop.channels.bluesky import fields, normalise
from scrm_desktop.channels.bluesky.normalise import ADDRESSED, Us
from scrm_desktop.channels.bluesky.posts import Posts
from scrm_desktop.channels.bluesky.threads import Threads
from scrm_desktop.channels.bluesky.walking import Walk
from scrm_desktop.channels.bluesky.xrpc import Xrpc
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import EngagementSeen, Page, Poison
from scrm_desktop.errors import BadAnswer

NOTIFICATIONS, OWN = "notifications", "own"
PAGE = 50
SILENT = frozenset({"starterpack-joined", "verified", "unverified", "subscribed-post", "contact-match"})
REMEMBERED = 5000


@dataclass(slots=True)
class Memory:
    """What a session has handed over: what was stored is not worked out again at every look.

    It counts as stored as soon as the cursor that came with it is handed in again.
    """

    stored: dict[str, None] = field(default_factory=dict[str, None])
    cursor: str = ""
    waiting: tuple[str, ...] = ()

    def asked(self, cursor: str | None) -> None:
        """The next page is wanted from this cursor on."""
        if cursor and cursor == self.cursor:
            self.stored |= dict.fromkeys(self.waiting)
            while len(self.stored) > REMEMBERED:
                del self.stored[next(iter(self.stored))]
        self.cursor, self.waiting = "", ()


class Reader:
    """Pages of what is public."""

    def __init__(self, xrpc: Xrpc, posts: Posts, threads: Threads, us: Us) -> None:
        self._xrpc, self._posts, self._threads, self._us = xrpc, posts, threads, us
        self._memory = {NOTIFICATIONS: Memory(), OWN: Memory()}

    async def newer(self, stream: str, cursor: str | None) -> Page:
        """The next page of the walk down to what is known, or the newest one."""
        memory = self._memory[stream]
        memory.asked(cursor)
        walk = Walk.read(cursor) or Walk()
        found, following = await self._list(stream, walk.at)
        fresh = [one for one in found if _name(one) not in memory.stored]
        page = await self.events(stream, fresh)
        after = walk.next([_stamp(stream, one) for one in found], following)
        if not after.mark and not after.more:  # a stream that holds nothing yet begins now
            after = Walk(mark=datetime.now(UTC).isoformat(), turn=walk.turn + 1)
        memory.cursor, memory.waiting = str(after), tuple(_name(one) for one in fresh if _name(one))
        return Page(events=page.events, poison=page.poison, cursor=str(after), more=after.more)

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        """The page before the server's own cursor; history ends where it gives none."""
        at = fields.word({"": cursor}, "", 1000)
        found, following = await self._list(stream, at)
        page = await self.events(stream, found)
        times = [one for one in (_stamp(stream, item) for item in found) if one is not None]
        more = bool(following) and following != at and (not times or min(times) > until)
        return Page(events=page.events, poison=page.poison, cursor=following or None, more=more)

    async def _list(self, stream: str, at: str) -> tuple[list[Json], str]:
        """Newest first, with the server's cursor behind it."""
        name, key = "app.bsky.notification.listNotifications", "notifications"
        params = [("limit", str(PAGE))] + ([("cursor", at)] if at else [])
        if stream == OWN:
            name, key = "app.bsky.feed.getAuthorFeed", "feed"
            params += [("actor", self._us.did), ("filter", "posts_with_replies")]
        answer = await self._xrpc.get(name, params)
        if not isinstance(answer.get(key), list):
            raise BadAnswer("A list was expected.", host=self._xrpc.host)
        return fields.items(answer[key]), fields.word(answer, "cursor", 1000)

    async def events(self, stream: str, newest_first: Sequence[Json]) -> Page:
        """Items of a stream as events."""
        if stream == OWN:
            return await self.posts([view for view in map(_own_view, newest_first) if view is not None], frozenset())
        return await self._notified(newest_first)

    async def _notified(self, items: Sequence[Json]) -> Page:
        """Posts are read as they are now: a notification holds less of them."""
        engaged: list[EngagementSeen] = []
        poison: list[Poison] = []
        told: dict[str, Json] = {}
        for item in reversed(items):
            reason = fields.word(fields.obj(item), "reason", 60)
            if reason in ADDRESSED and normalise.post_id(item):
                told[normalise.post_id(item)] = item
            elif (found := normalise.engagement(item)) is not None:
                engaged.append(found)
            elif not reason or reason in ADDRESSED or reason in normalise.ENGAGEMENTS:
                poison.append(normalise.poisoned(item, "The notification can't be read."))
        views = await self._posts.views(tuple(told))
        page = await self.posts([views.get(uri, item) for uri, item in told.items()], frozenset(told))
        return Page(events=(*page.events, *engaged), poison=(*page.poison, *poison))

    async def posts(self, views: Sequence[Json], addressed: frozenset[str]) -> Page:
        """Views of posts as events, with what they answer to."""
        found, poison = normalise.messages(views, self._us)
        self._threads.note(views, self._us)
        return Page(events=await self._threads.events(found, self._us, addressed), poison=poison)


def _own_view(item: Json) -> Json:
    """The post of an entry of our feed; ``None`` for what we only passed on."""
    source = fields.obj(item)
    return None if fields.kind(source.get("reason")).endswith("#reasonRepost") else source.get("post", {})


def _stamp(stream: str, item: Json) -> datetime | None:
    source = fields.obj(item)
    if stream != OWN:
        return fields.time(source, "indexedAt")
    if fields.kind(source.get("reason")).endswith("#reasonPin"):
        return None  # it stands on top whatever its age
    return fields.time(fields.obj(source.get("reason")) or fields.obj(source.get("post")), "indexedAt")


def _name(item: Json) -> str:
    """What makes an entry another one."""
    source = fields.obj(item)
    view = fields.obj(source.get("post")) or source
    return f"{fields.word(view, 'uri')} {fields.word(view, 'cid')}" if fields.word(view, "uri") else ""
