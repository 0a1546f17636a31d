"""Where a message of ours goes: the room, and what it answers there."""

from __future__ import annotations

from dataclasses import dataclass

from scrm_desktop.channels.matrix import fields
from scrm_desktop.channels.matrix.again import Again
from scrm_desktop.channels.matrix.fields import Object
from scrm_desktop.channels.matrix.normalise import thread_root
from scrm_desktop.channels.matrix.places import Place
from scrm_desktop.channels.matrix.rooms import Rooms
from scrm_desktop.channels.matrix.typical import NO_FIRST
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import Unsupported

NO_POSTS = "Matrix has no page of one's own: a message needs a room, and answers somebody there."
NOT_PRIVATE = "There are others in this chat too, who would read it. Answer in public, or in another Matrix program."
NOT_KNOWN = "This is no message of Matrix's."


@dataclass(frozen=True, slots=True)
class Target:
    """A room, and the message that is answered in it (``None``: none is, or it is an invitation)."""

    room: str
    answered: Place | None = None
    invited: bool = False


async def target(command: SendMessage, rooms: Rooms) -> Target:
    """Where it goes; Unsupported where other people would read it than its writer thinks."""
    answered = known(command.in_reply_to) if command.in_reply_to else None
    direct = command.visibility is Visibility.DIRECT
    if answered is not None and answered.invitation:
        if answered.private_invitation or not direct:
            return Target(answered.room, invited=True)
    elif answered is not None and (not direct or (await rooms.room(answered.room)).direct):
        return Target(answered.room, answered)
    if not direct or not command.to_profile:
        raise Unsupported(NO_POSTS)
    room = await rooms.private_with(command.to_profile)
    if room is None:
        raise Unsupported(NO_FIRST)
    return Target(room)


def known(remote_id: str) -> Place:
    """The place of a message."""
    place = Place.read(remote_id)
    if place is None:
        raise Unsupported(NOT_KNOWN)
    return place


async def relation(answered: Place, again: Again) -> tuple[dict[str, Json], str]:
    """What an answer says of what it answers, and who wrote that (empty: it can't be seen any more)."""
    source: Object = await again.source(answered)
    reply: dict[str, Json] = {"m.in_reply_to": {"event_id": answered.event}}
    root = thread_root(source)
    if root:
        reply |= {"rel_type": "m.thread", "event_id": root, "is_falling_back": False}
    return reply, fields.user(source, "sender")
