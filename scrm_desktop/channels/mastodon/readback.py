"""Did it arrive? What is read back after a request that got no answer."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta

from scrm_desktop.channels.mastodon import fields, normalise
from scrm_desktop.channels.mastodon.api import PAGE, Api, Listing
from scrm_desktop.channels.mastodon.normalise import Unreadable, Us
from scrm_desktop.channels.mastodon.writing import VISIBILITY_NAMES, readable
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.commands import Command, Deed, DoDeed, EditMessage, Fence, Outcome, SendMessage
from scrm_desktop.domain.messages import RemoteMessage
from scrm_desktop.errors import Gone

PAGES = 25
CLOCKS = timedelta(minutes=10)
"""How far our clock and the server's may be apart, where only a time separates old from new."""
_REMOTE = re.compile(r"@([\w.-]+)@[\w.:-]*\w")


class ReadBack:
    """Looks for what one account may have written."""

    def __init__(self, api: Api, account_id: str) -> None:
        self._api, self._account_id = api, account_id

    async def find(self, command: Command, fence: Fence, us: Us) -> Outcome | None:
        """What became of the command; ``None`` where nothing of it is there (or it can't be known)."""
        match command:
            case SendMessage():
                return await self._sent(command, fence, us)
            case EditMessage():
                return await self._edited(command, us)
            case DoDeed():
                return await self._done(command, us)
            case _:
                return None

    async def _sent(self, command: SendMessage, fence: Fence, us: Us) -> Outcome | None:
        """The one post behind the fence with the same parent, visibility and text."""
        for status in await self._behind(fence):
            try:
                found = normalise.message(status, us)
            except Unreadable:
                continue
            if found.own and _same_place(found, command, us) and await self._same_text(found, command):
                return Outcome(remote_id=found.remote_id, message=found)
        return None

    async def _behind(self, fence: Fence) -> list[Json]:
        """Our own posts behind the fence; a server that does not know the fence's id is cut at its time."""
        found: list[Json] = []
        mark = fence.newest_own_id
        for _ in range(PAGES):
            listing = await self._page(mark)
            page = normalise.newest_first(listing.items, normalise.created)
            ids = [fields.remote_id(fields.obj(one)) for one in page]
            if fence.newest_own_id in ids:
                return found + page[: ids.index(fence.newest_own_id)]
            found += page
            if not page or mark is None or ids[0] in ("", mark) or (len(page) < PAGE and not listing.newer):
                break
            mark = ids[0]
        return found if fence.newest_own_id else [one for one in found if _after(one, fence)]

    async def _page(self, mark: str | None) -> Listing:
        if mark is None:
            return await self._api.own_statuses(self._account_id)
        try:
            return await self._api.own_statuses(self._account_id, ("min_id", mark))
        except Gone:
            return await self._api.own_statuses(self._account_id)

    async def _same_text(self, found: RemoteMessage, command: SendMessage) -> bool:
        if reduced(found.content_warning) != reduced(command.content_warning):
            return False
        source = await self._api.source(found.remote_id)
        return reduced(found.text if source is None else source) == reduced(command.text)

    async def _edited(self, command: EditMessage, us: Us) -> Outcome | None:
        try:
            status = await self._api.status(command.remote_id)
        except Gone:
            return None
        source = await self._api.source(command.remote_id)
        found = readable(status, us)
        text = source if source is not None else (found.text if found else "")
        if found is None or reduced(text) != reduced(command.text):
            return None
        return Outcome(remote_id=command.remote_id, message=found)

    async def _done(self, command: DoDeed, us: Us) -> Outcome | None:
        """Whether a deed on a message took effect; deeds on people are simply done again."""
        flags = {
            Deed.FAVOURITE: ("favourited", True),
            Deed.UNFAVOURITE: ("favourited", False),
            Deed.BOOST: ("reblogged", True),
            Deed.UNBOOST: ("reblogged", False),
        }
        if command.deed is not Deed.DELETE and command.deed not in flags:
            return None
        try:
            status = await self._api.status(command.target)
        except Gone:
            return Outcome(remote_id=command.target) if command.deed is Deed.DELETE else None
        if command.deed is Deed.DELETE:
            return None
        name, wanted = flags[command.deed]
        if fields.flag(status, name) is not wanted:
            return None
        return Outcome(remote_id=command.target, message=readable(status, us))


def _same_place(found: RemoteMessage, command: SendMessage, us: Us) -> bool:
    expected = us.visibility(VISIBILITY_NAMES[command.visibility])
    return found.in_reply_to == command.in_reply_to and found.visibility is expected


def _after(status: Json, fence: Fence) -> bool:
    at = normalise.created(fields.obj(status))
    return at is not None and at >= fence.at - CLOCKS


def reduced(text: str) -> str:
    """A text as it survives a server: composed, hosts of mentions gone, white space as single spaces."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join(_REMOTE.sub(r"@\1", composed).split())
