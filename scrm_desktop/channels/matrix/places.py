"""Where a message stands: an event of a room. Its remote id names both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

_PLACE = re.compile(r"(![!-.0-~]{1,254})/(\$[!-~]{1,254})")
_INVITATION = "$invitation"


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
        return self.event == _INVITATION

    @classmethod
    def invited(cls, room: str) -> Place:
        """The invitation into a room."""
        return cls(room, _INVITATION)

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
