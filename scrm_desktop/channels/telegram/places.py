"""Where a message stands: a number is only unique inside its chat, and a chat only inside its business connection."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACE = re.compile(r"(-?\d{1,16}):(\d{1,16})(?::([!-~]{1,100}))?")


@dataclass(frozen=True, slots=True)
class Place:
    """A message; ``business`` is the connection through which the bot may write in somebody's own name."""

    chat: str
    message: str
    business: str = ""

    def __str__(self) -> str:
        """The message's remote id."""
        return f"{self.chat}:{self.message}" + (f":{self.business}" if self.business else "")

    @property
    def private(self) -> bool:
        """Whether it stands in a chat with one person; groups and channels have numbers below zero."""
        return not self.chat.startswith("-")

    @classmethod
    def read(cls, remote_id: str) -> Place | None:
        """A place from its remote id; ``None`` where it is none of ours."""
        found = _PLACE.fullmatch(remote_id)
        return cls(found[1], found[2], found[3] or "") if found else None
