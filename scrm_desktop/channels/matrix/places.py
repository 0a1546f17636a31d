"""Where a message stands: an event of a room. Its remote id names both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

_PLACE = re.compile(r"(![!-.0-~]{1,254})/(\$[!-~]{1,254})")
_INTO_CHAT = "$invitation"
_INTO_ROOM = "$invitation-into-a-room"


@dataclass(frozen=True, slots=True)
class Place:
    """A message of a room; an invitation has no event of its own that we could name."""

    room: str
    event: str

    def __str__(self) -> str:
        """The message's remote id."""
        return f"{self.room}/{self.event}"

    @property
    def invitation(self) -> bool:
        """Whether this is the invitation into the room itself."""
        return self.event in (_INTO_CHAT, _INTO_ROOM)

    @property
    def private_invitation(self) -> bool:
        """Whether it is one into a private chat: what is said in a room, others read too."""
        return self.event == _INTO_CHAT

    @classmethod
    def invited(cls, room: str, *, direct: bool) -> Place:
        """The invitation into a room or a private chat."""
        return cls(room, _INTO_CHAT if direct else _INTO_ROOM)

    @classmethod
    def read(cls, remote_id: str) -> Place | None:
        """A place from its remote id; ``None`` where it is none of ours."""
        found = _PLACE.fullmatch(remote_id)
        return cls(found[1], found[2]) if found else None


def room_path(room: str, *rest: str) -> str:
    """The address of something in a room; every part may hold what an address can't."""
    return "/".join(("_matrix/client/v3/rooms", *(quote(part, safe="") for part in (room, *rest))))


def relations_path(place: Place, *kinds: str) -> str:
    """The address of what refers to an event."""
    parts = (place.room, "relations", place.event, *kinds)
    return "/".join(("_matrix/client/v1/rooms", *(quote(part, safe="") for part in parts)))
