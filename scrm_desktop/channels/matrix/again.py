"""Messages read once more: as they are now, edits and reactions included."""

from __future__ import annotations

from dataclasses import replace

from scrm_desktop.channels.matrix import fields, normalise
from scrm_desktop.channels.matrix.api import Api
from scrm_desktop.channels.matrix.fields import Object
from scrm_desktop.channels.matrix.normalise import Read, Unreadable, Us
from scrm_desktop.channels.matrix.places import Place, relations_path, room_path
from scrm_desktop.channels.matrix.rooms import Rooms
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import Event, MessageGone, MessageSeen, Page, Why
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import Forbidden, Gone, Rejected

_MOST_PAGES = 5


class Again:
    """Asks for single messages."""

    def __init__(self, api: Api, us: Us, rooms: Rooms) -> None:
        self._api, self._us, self._rooms = api, us, rooms

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """Messages as they are now; only what the server says is deleted is gone."""
        found = [await self.message(place) for one in remote_ids if (place := Place.read(one)) is not None]
        return Page(events=tuple(normalise.parents_first([one for one in found if one is not None])))

    async def completed(self, read: Read) -> list[Event]:
        """What was read, with what it changes as that is now, and with what it answers."""
        changed = {one: await self._known(one) for one in read.again}
        # A message of the same page is told as it is now; what was removed meanwhile is told so too.
        events = [changed.pop(_id(one), None) or one for one in read.events]
        whole = [*(one for one in changed.values() if one is not None), *events]
        here = {_id(one) for one in whole}
        parents: dict[str, MessageSeen | MessageGone | None] = {}
        completed: list[Event] = []
        for one in whole:
            if isinstance(one, MessageSeen) and _joins(one) and (parent := one.message.in_reply_to):
                if parent not in here and parent not in parents:
                    parents[parent] = await self._known(parent)
                completed.append(_answering(one, parents.get(parent)))
            else:
                completed.append(one)
        above = [one for one in parents.values() if isinstance(one, MessageSeen)]
        return normalise.parents_first([*above, *completed])

    async def _known(self, remote_id: str) -> MessageSeen | MessageGone | None:
        place = Place.read(remote_id)
        return None if place is None else await self.message(place)

    async def message(self, place: Place) -> MessageSeen | MessageGone | None:
        """A message as it is now; ``None`` where it can't be seen or is none."""
        source = await self.source(place)
        if fields.event(source) != place.event:
            return None
        if normalise.redacted(source):
            return MessageGone(remote_id=str(place))
        if fields.word(source, "type") not in normalise.SHOWN:
            return None
        try:
            event = normalise.seen(source, await self._rooms.room(place.room), self._us)
        except Unreadable:
            return None
        return normalise.with_reactions(event, normalise.reactions(await self.annotations(place), self._us))

    async def source(self, place: Place) -> Object:
        """An event as the server holds it; empty where it can't be seen."""
        if place.invitation:
            return {}
        try:
            return await self._api.get(room_path(place.room, "event", place.event))
        except (Gone, Forbidden):
            return {}

    async def annotations(self, place: Place) -> list[Json]:
        """The reactions to a message."""
        found: list[Json] = []
        start = ""
        for _ in range(_MOST_PAGES):
            asked = [("limit", "200"), *([("from", start)] if start else [])]
            try:
                told = await self._api.get(relations_path(place, "m.annotation", "m.reaction"), asked)
            except (Gone, Forbidden, Rejected):
                break
            found += fields.items(told.get("chunk"))
            start = fields.word(told, "next_batch")
            if not start:
                break
        return found


def _id(event: Event) -> str:
    return event.message.remote_id if isinstance(event, MessageSeen) else event.remote_id


def _joins(event: MessageSeen) -> bool:
    """Whether what it answers decides to which conversation it belongs: a private chat is one."""
    return event.message.visibility is not Visibility.DIRECT


def _answering(event: MessageSeen, parent: MessageSeen | MessageGone | None) -> MessageSeen:
    """The same message, now that it is known whom it answers: an answer to us is meant for us."""
    if not isinstance(parent, MessageSeen):
        return event
    message = replace(event.message, in_reply_to_author=parent.message.author.remote_id)
    why = Why.MENTION if event.why is Why.CONTEXT and parent.message.own else event.why
    return MessageSeen(message=message, why=why, thread_key=event.thread_key)
