"""Reading a stream page by page, forward and back."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

import httpx

from scrm_desktop.channels.mastodon import fields, normalise
from scrm_desktop.channels.mastodon.api import Api, Listing
from scrm_desktop.channels.mastodon.fields import Object
from scrm_desktop.channels.mastodon.normalise import SILENT, Unreadable, Us
from scrm_desktop.channels.mastodon.threads import Threads, last_status
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import EngagementSeen, Page, Poison, Span
from scrm_desktop.domain.messages import RemoteMessage
from scrm_desktop.errors import Gone

_log = logging.getLogger(__name__)
_NO_HEADERS = httpx.Headers()

NOTIFICATIONS, DIRECT, OWN = "notifications", "direct", "own"
EMPTY = "-"
"""The cursor's id where a stream held nothing yet."""
BURST = 10
"""Pages read at once when a stream that was empty has filled up."""
Direction = Literal["newer", "older"]


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a stream was read to: an id of the network, and the time up to which that is complete."""

    remote_id: str
    at: datetime

    def __str__(self) -> str:
        return f"{self.at.isoformat()} {self.remote_id}"

    @classmethod
    def read(cls, text: str | None) -> Cursor | None:
        """A stored cursor; ``None`` where it is none of ours."""
        stamp, _, remote_id = (text or "").partition(" ")
        try:
            at = datetime.fromisoformat(stamp)
        except ValueError:
            return None
        return cls(remote_id, at) if remote_id and at.tzinfo else None


class Reader:
    """Pages of the three streams."""

    def __init__(self, api: Api, account_id: str, threads: Threads) -> None:
        self._api, self._account_id, self._threads = api, account_id, threads
        self._no_conversations = False

    async def newer(self, stream: str, cursor: str | None, us: Us) -> Page:
        """The page after the cursor, or the newest one."""
        start = Cursor.read(cursor)
        if start is None or start.remote_id == EMPTY:
            return await self._first(stream, start, us)
        listing = await self._list(stream, ("min_id", start.remote_id))
        found = _newest_first(stream, listing.items)
        now = self._now(stream, listing, found)
        ahead = _first_id(stream, found) or listing.newer or ""
        more = bool(ahead) and ahead != start.remote_id
        until = (_stamp(stream, found[0]) if found else None) or start.at
        covered = Span(start=start.at, end=max(start.at, until if more else now))
        at = Cursor(ahead if more else start.remote_id, covered.end)
        return await self._page(stream, found, us, cursor=at, more=more, covered=covered)

    async def _first(self, stream: str, start: Cursor | None, us: Us) -> Page:
        """The newest page, which starts the stream; all of them where the stream was known to be empty."""
        listing = await self._list(stream)
        found = _newest_first(stream, listing.items)
        now = self._now(stream, listing, found)
        since: datetime | None = None
        if start is not None:
            rest, whole = await self._rest(stream, listing, found, start.at)
            found += rest
            since = start.at if whole else None
        oldest = _stamp(stream, found[-1]) if found else now
        covered = Span(start=min(since or oldest or now, now), end=now)
        cursor = Cursor(_first_id(stream, found) or EMPTY, now)
        return await self._page(stream, found, us, cursor=cursor, more=False, covered=covered)

    async def _rest(self, stream: str, listing: Listing, found: list[Json], since: datetime) -> tuple[list[Json], bool]:
        """What came in between, when more than one page did, and whether that is all of it.

        A page may be empty and still lead on: servers filter after they have cut the page.
        """
        rest: list[Json] = []
        for _ in range(BURST):
            oldest = _stamp(stream, found[-1]) if found else None
            last = _first_id(stream, found[::-1]) or listing.older
            if last is None or (oldest is not None and oldest <= since):
                return rest, True
            listing = await self._list(stream, ("max_id", last))
            found = _newest_first(stream, listing.items)
            rest += found
        return rest, False

    async def older(self, stream: str, cursor: str | None, until: datetime, us: Us) -> Page:
        """The page before the cursor, or the newest one; history ends where the server gives nothing more."""
        start = Cursor.read(cursor)
        listing = await self._list(stream, *([("max_id", start.remote_id)] if start else []))
        found = _newest_first(stream, listing.items)
        end = start.at if start else self._now(stream, listing, found)
        oldest = (_stamp(stream, found[-1]) if found else None) or (end if listing.older else until)
        last = _first_id(stream, found[::-1]) or listing.older or ""
        ended = not last or (start is not None and last == start.remote_id)
        newest = _stamp(stream, found[0]) if found else None
        ignored = start is not None and newest is not None and newest > start.at
        if ignored:  # the server does not page back: what it gave is kept, and nothing is claimed
            return await self._page(stream, found, us, cursor=None, more=False, covered=None)
        more = not ended and oldest > until
        covered = Span(start=min(until if ended else oldest, end), end=end)
        at = Cursor(last, min(oldest, end)) if not ended else None
        return await self._page(stream, found, us, cursor=at, more=more, covered=covered)

    @staticmethod
    def _now(stream: str, listing: Listing, found: list[Json]) -> datetime:
        """Up to when a newest page is complete: the server's time, whose header knows no fractions."""
        now = server_time(listing)
        newest = _stamp(stream, found[0]) if found else None
        return newest if newest is not None and now < newest < now + timedelta(seconds=1) else now

    async def _list(self, stream: str, *params: tuple[str, str]) -> Listing:
        if stream == NOTIFICATIONS:
            return await self._api.listing("/api/v1/notifications", *params)
        if stream == OWN:
            return await self._api.own_statuses(self._account_id, *params)
        if self._no_conversations:
            return Listing([], None, None, _NO_HEADERS)
        try:
            return await self._api.listing("/api/v1/conversations", *params)
        except Gone:
            if params:
                raise
            self._no_conversations = True
            return Listing([], None, None, _NO_HEADERS)

    async def _page(
        self, stream: str, found: list[Json], us: Us, *, cursor: Cursor | None, more: bool, covered: Span | None
    ) -> Page:
        page = await self.events(stream, found[::-1], us)
        return Page(
            events=page.events,
            poison=page.poison,
            cursor=str(cursor) if cursor else None,
            more=more,
            covered=covered,
        )

    async def events(self, stream: str, oldest_first: Sequence[Json], us: Us) -> Page:
        """Items of a stream as events; what can't be read is set aside, and the others go on."""
        messages: list[RemoteMessage] = []
        addressed: set[str] = set()
        engaged: list[EngagementSeen] = []
        poison: list[Poison] = []
        for item in oldest_first:
            try:
                found = _understand(stream, item, us)
            except Unreadable as error:
                poison.append(normalise.poisoned(item, str(error)))
                continue
            if isinstance(found, RemoteMessage):
                messages.append(found)
                if stream == DIRECT or fields.text(fields.obj(item), "type") == "mention":
                    addressed.add(found.remote_id)
            elif found is not None:
                engaged.append(found)
        seen = await self._threads.events(_once_each(messages), us, frozenset(addressed))
        return Page(events=(*seen, *engaged), poison=tuple(poison))


def _understand(stream: str, item: Json, us: Us) -> RemoteMessage | EngagementSeen | None:
    if stream == OWN:
        return normalise.message(item, us)
    if stream == DIRECT:
        last = last_status(item)
        return normalise.message(last, us) if last is not None else None
    return notification(item, us)


def notification(item: Json, us: Us) -> RemoteMessage | EngagementSeen | None:
    """What a notification tells: a message for mentions and edits, engagement, or nothing."""
    source = fields.obj(item)
    kind = fields.text(source, "type", 60)
    if not kind:
        raise Unreadable("The notification has no type.")
    if kind in ("mention", "update"):
        if source.get("status") is None and kind == "update":
            return None
        return normalise.message(source.get("status"), us)
    if kind not in normalise.ENGAGEMENTS and kind not in SILENT:
        normalise.tell_once("notification", kind)
    return normalise.engagement(item, us)


def _once_each(messages: list[RemoteMessage]) -> list[RemoteMessage]:
    """Each message once, in its newest version, at the place where it first stood."""
    found: dict[str, RemoteMessage] = {}
    for one in messages:
        held = found.get(one.remote_id)
        if held is None or (one.edited_at or one.created_at) >= (held.edited_at or held.created_at):
            found[one.remote_id] = one
    return list(found.values())


def _newest_first(stream: str, items: list[Json]) -> list[Json]:
    return normalise.newest_first(items, lambda source: _stamp(stream, source))


def _stamp(stream: str, item: Json) -> datetime | None:
    return normalise.created(_dated(stream, item))


def _id_of(stream: str, item: Json) -> str:
    """The id by which the list is paged: private conversations go by their newest message."""
    return fields.remote_id(_dated(stream, item))


def _first_id(stream: str, found: list[Json]) -> str:
    """The first usable id of these items: one that makes no sense must not become the place to go on from."""
    return next((one for one in (_id_of(stream, item) for item in found) if one), "")


def _dated(stream: str, item: Json) -> Object:
    return fields.obj(last_status(item) if stream == DIRECT else item)


def server_time(listing: Listing) -> datetime:
    """When the server made this page, by its own clock where it says so: up to then the page is complete."""
    try:
        at = parsedate_to_datetime(listing.headers.get("date", ""))
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return datetime.now(UTC)
