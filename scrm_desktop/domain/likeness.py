"""Whether two profiles may belong to one person: weak signs, good enough to ask about and never to decide by."""

from __future__ import annotations

from enum import StrEnum

from scrm_desktop.domain.folding import fold, terms_in
from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.late_dataclass import dataclass

_SHORTEST_HANDLE, _SHORTEST_NAME = 4, 5
#: Handles that many people and houses have.
_COMMON = frozenset({"info", "hello", "contact", "support", "admin", "mail", "office", "service", "news", "team"})


@dataclass(frozen=True, slots=True)
class ProfileKey:
    """Which profile is meant, for ever: by the account of ours that sees it, and the network's own id."""

    account_id: int
    remote_id: str

    def __lt__(self, other: ProfileKey) -> bool:
        return (self.account_id, self.remote_id) < (other.account_id, other.remote_id)


class Likeness(StrEnum):
    """What two profiles have in common, the strongest first."""

    ACCOUNT = "account"
    """The very same one, seen from two accounts of ours."""
    HANDLE = "handle"
    NAME = "name"


def likeness(one: RemoteProfile, other: RemoteProfile) -> tuple[Likeness, ...]:
    """The signs that speak for one person; empty: none."""
    if one.handle and fold(one.handle) == fold(other.handle):
        return (Likeness.ACCOUNT,)
    found: list[Likeness] = []
    if (handle := short_handle(one)) and handle == short_handle(other):
        found.append(Likeness.HANDLE)
    if (name := plain_name(one)) and name == plain_name(other):
        found.append(Likeness.NAME)
    return tuple(found)


def short_handle(profile: RemoteProfile) -> str:
    """What stands before the server, folded; empty where it says nothing of the person."""
    handle = fold(profile.handle.partition("@")[0])
    return handle if len(handle) >= _SHORTEST_HANDLE and handle not in _COMMON else ""


def plain_name(profile: RemoteProfile) -> str:
    """The name by its words alone, folded; empty where it is too short to say anything."""
    name = " ".join(terms_in(profile.display_name))
    return name if len(name) >= _SHORTEST_NAME else ""
