"""Whether something arrived that was never confirmed: each event of ours carries the key of its command."""

from __future__ import annotations

from datetime import timedelta

from scrm_desktop.channels.matrix import fields, normalise
from scrm_desktop.channels.matrix.again import Again
from scrm_desktop.channels.matrix.api import Api
from scrm_desktop.channels.matrix.fields import Object
from scrm_desktop.channels.matrix.normalise import Unreadable, Us
from scrm_desktop.channels.matrix.places import Place
from scrm_desktop.channels.matrix.reading import messages
from scrm_desktop.channels.matrix.rooms import Rooms
from scrm_desktop.channels.matrix.targets import known, target
from scrm_desktop.channels.matrix.writing import KEY, Writer
from scrm_desktop.domain.commands import Command, Deed, DoDeed, EditMessage, Fence, Outcome, SendMessage
from scrm_desktop.errors import Forbidden, Unsupported

MARGIN = timedelta(minutes=10)
"""How far a server's clock may be behind ours."""
_MOST_PAGES = 20


class Finder:
    """Looks for what we did."""

    def __init__(self, api: Api, us: Us, rooms: Rooms, again: Again, writer: Writer) -> None:
        self._api, self._us, self._rooms, self._again, self._writer = api, us, rooms, again, writer

    async def find(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        """What came of it; ``None`` where it is not there, and may be sent again with the same key."""
        match command:
            case SendMessage():
                return await self._sent(command, fence, key)
            case EditMessage():
                found = await self._event(known(command.remote_id).room, fence, key)
                return Outcome(remote_id=command.remote_id) if found else None
            case DoDeed():
                return Outcome(remote_id=command.target) if await self._stands(command) else None
            case _:
                return None  # a report that comes twice does no harm

    async def _sent(self, command: SendMessage, fence: Fence, key: str) -> Outcome | None:
        try:
            where = await target(command, self._rooms)
            found = await self._event(where.room, fence, key)
        except (Unsupported, Forbidden):  # nowhere to send it to, or not in that room (yet): nothing left
            return None
        if not found:
            return None
        place = Place(where.room, fields.event(found))
        try:
            message = normalise.seen(found, await self._rooms.room(where.room), self._us).message
        except Unreadable:
            message = None
        return Outcome(remote_id=str(place), message=message)

    async def _event(self, room: str, fence: Fence, key: str) -> Object:
        """Our event with this key, not older than the fence; empty where there is none."""
        start = ""
        for _ in range(_MOST_PAGES):
            chunk, end = await messages(self._api, room, start, sender=self._us.user)
            for one in chunk:
                source = fields.obj(one)
                if fields.event(source) and _key(source) == key:
                    return source
            oldest = fields.time(fields.obj(chunk[-1])) if chunk else None
            if not end or end == start or (oldest is not None and oldest < fence.at - MARGIN):
                return {}
            start = end
        return {}

    async def _stands(self, command: DoDeed) -> bool:
        place = known(command.target)
        if command.deed is Deed.DELETE:
            return normalise.redacted(await self._again.source(place))
        if command.deed not in (Deed.REACT, Deed.UNREACT):
            return False
        ours = self._writer.ours(await self._again.annotations(place), command.value)
        return bool(ours) is (command.deed is Deed.REACT)


def _key(source: Object) -> str:
    """The key of the command that an event came of: in it, or as the transaction of this login."""
    inside = fields.text(fields.obj(source.get("content")), KEY, 100)
    return inside or fields.text(fields.obj(source.get("unsigned")), "transaction_id", 100)
