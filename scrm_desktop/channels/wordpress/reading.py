"""Reading comments page by page, forward and back, and looking again at those whose state may have changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.wordpress import fields
from scrm_desktop.channels.wordpress.api import PAGE, Api, Listing
from scrm_desktop.channels.wordpress.normalise import Us, page
from scrm_desktop.channels.wordpress.posts import Posts
from scrm_desktop.channels.wordpress.threads import Threads
from scrm_desktop.channels.wordpress.typical import BULK
from scrm_desktop.domain.events import Event, MessageGone, Page, Span
from scrm_desktop.errors import Forbidden, Gone

OVERLAP = timedelta(hours=1, seconds=2)
"""What is read twice: WordPress filters by the site's own clock, which is put back by an hour once a year."""
FIRST = 50
SPAM = 20
"""How much of the newest spam is looked at again each time."""
RUN = 1000
"""How many comments are counted off from one time, before it is moved on."""
SLACK = 5
"""Comments of the page before that are read again, for single ones that are deleted meanwhile."""
_LONGEST_COUNT = 9


@dataclass(frozen=True, slots=True)
class Cursor:
    """A time to read on from, how many comments from there were read already, and how many there were in all."""

    at: datetime
    offset: int = 0
    total: int = 0

    def __str__(self) -> str:
        return f"{self.at.isoformat()} {self.offset} {self.total}"

    def after(self, listing: Listing, anchor: datetime, *, ahead: bool) -> Cursor:
        """Where the next page begins; ``anchor``: a time from which to count anew, ``ahead`` if it lies further on."""
        read = self.offset + len(listing.items)
        if ahead and read >= RUN:
            return Cursor(anchor)
        return Cursor(self.at, read - SLACK if len(listing.items) > 2 * SLACK else read, listing.total)

    def shifted(self, listing: Listing) -> bool:
        """Whether comments were deleted for good meanwhile, so that others moved into the places that were read."""
        return bool(self.offset) and listing.total < self.total

    @classmethod
    def read(cls, text: str | None) -> Cursor | None:
        """A stored cursor; ``None`` where it is none of ours."""
        stamp, *counts = (text or "").split(" ")
        if not 0 < len(counts) <= 2 or not all(
            one.isascii() and one.isdecimal() and len(one) <= _LONGEST_COUNT for one in counts
        ):
            return None
        try:
            at = datetime.fromisoformat(stamp)
        except ValueError:
            return None
        return cls(at.astimezone(UTC), *map(int, counts)) if at.tzinfo and 1 < at.year < 9999 else None


class Reader:
    """Pages of comments."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._threads, self._posts = Threads(api), Posts(api)

    async def newer(self, cursor: str | None, us: Us) -> Page:
        """The page after the cursor, oldest first, or the newest one."""
        start = Cursor.read(cursor)
        if start is None:
            return await self._first(us)
        listing = await self._list(us, "after", start, "asc")
        if start.shifted(listing):
            return Page(cursor=str(Cursor(start.at)), more=True)
        found, now = _dates(listing.items), _server_time(listing)
        more = start.offset + len(listing.items) < listing.total and bool(listing.items)
        edge = max(found, default=start.at)
        at = max(edge - OVERLAP, start.at)
        following = start.after(listing, at, ahead=at > start.at) if more else Cursor(at)
        begun = min(found, default=start.at) if start.offset else start.at
        end = edge if more else max(now, edge)
        return await self._page(listing.items, us, following, more=more, covered=Span(start=min(begun, end), end=end))

    async def _first(self, us: Us) -> Page:
        listing = await self._list(us, "", None, "desc", FIRST)
        found, now = _dates(listing.items), _server_time(listing)
        end = max([now, *found])
        covered = Span(start=min(found, default=now), end=end)
        return await self._page(
            listing.items, us, Cursor(max(found, default=now) - OVERLAP), more=False, covered=covered
        )

    async def older(self, cursor: str | None, until: datetime, us: Us) -> Page:
        """The page before the cursor, newest first."""
        start = Cursor.read(cursor)
        listing = await self._list(us, "before", start, "desc")
        if start is not None and start.shifted(listing):
            return Page(cursor=str(Cursor(start.at)), more=True)
        found, now = _dates(listing.items), _server_time(listing)
        begun = start or Cursor(now + OVERLAP)
        oldest = min(found, default=begun.at)
        ended = not listing.items or begun.offset + len(listing.items) >= listing.total
        at = min(oldest + OVERLAP, begun.at)
        following = begun.after(listing, at, ahead=at < begun.at)
        end = max(found, default=oldest) if begun.offset else min(begun.at, max([now, *found]))
        covered = Span(start=min(until if ended else oldest, end), end=end)
        more = not ended and oldest > until
        return await self._page(listing.items, us, following if more else None, more=more, covered=covered)

    async def queue(self, cursor: str | None, us: Us) -> Page:
        """What waits for approval and the newest spam, and what has left the queue since the last look."""
        if not us.moderator:
            return Page(cursor="-")
        order = [("orderby", "date_gmt"), ("order", "desc")]
        held = await self._api.comments([("status", "hold"), *order, ("per_page", str(PAGE))], moderator=True)
        spam = await self._api.comments([("status", "spam"), *order, ("per_page", str(SPAM))], moderator=True)
        waiting = {fields.identifier(fields.obj(one)) for one in held.items} - {""}
        before = {one for one in (cursor or "").split(",") if _is_id(one)}
        left = tuple(sorted(before - waiting, key=int))
        changed = await self.refresh(left[:PAGE], us) if left else Page()
        found = await self._page([*held.items, *spam.items], us, None, more=False, covered=None)
        return Page(
            events=(*found.events, *changed.events),
            poison=(*found.poison, *changed.poison),
            cursor=",".join(sorted(waiting, key=int)[:PAGE]) or "-",
        )

    async def refresh(self, remote_ids: Sequence[str], us: Us) -> Page:
        """Comments again, whatever became of them; each that a list lacks is asked for by itself."""
        ids = [one for one in dict.fromkeys(remote_ids) if _is_id(one)]
        items: list[Json] = []
        for begin in range(0, len(ids), BULK):
            asked = ids[begin : begin + BULK]
            params = [("include", ",".join(asked)), ("per_page", str(PAGE))]
            items += (await self._api.comments(params, moderator=us.moderator)).items
        here = {fields.identifier(fields.obj(one)) for one in items}
        gone: list[Event] = []
        for remote_id in ids:
            if remote_id in here:
                continue
            try:
                items.append(await self._api.comment(remote_id, moderator=us.moderator))
            except Gone:
                gone.append(MessageGone(remote_id=remote_id))
            except Forbidden:
                pass  # it is there, and not for us to see
        found = await self._page(items, us, None, more=False, covered=None)
        return Page(events=(*found.events, *gone), poison=found.poison)

    async def _list(self, us: Us, side: str, start: Cursor | None, order: str, most: int = PAGE) -> Listing:
        params = [("orderby", "date_gmt"), ("order", order), ("per_page", str(most))]
        if start is not None:
            params.append((side, start.at.isoformat().replace("+00:00", "Z")))
            params += [("offset", str(start.offset))] if start.offset else []
        return await self._api.comments(params, moderator=us.moderator)

    async def _page(
        self, items: Sequence[Json], us: Us, cursor: Cursor | None, *, more: bool, covered: Span | None
    ) -> Page:
        context = await self._threads.explain(items, moderator=us.moderator)
        told = await self._posts.tell([*items, *context], moderator=us.moderator)
        found = page(told[: len(items)], us, self._threads.parents, told[len(items) :])
        return Page(
            events=found.events,
            poison=found.poison,
            cursor=str(cursor) if cursor else None,
            more=more,
            covered=covered,
        )


def _dates(items: Sequence[Json]) -> list[datetime]:
    found = (fields.time(fields.obj(one), "date_gmt") for one in items)
    return [one for one in found if one is not None and 1990 < one.year < 2200]


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 0 < len(text) <= 15 and text[0] != "0"


def _server_time(listing: Listing) -> datetime:
    """When the site made this page, by its own clock where it says so; the second of it may not be over."""
    try:
        at = parsedate_to_datetime(listing.headers.get("date", ""))
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        at = datetime.now(UTC)
    return at - timedelta(seconds=1)
