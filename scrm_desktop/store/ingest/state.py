"""What the writer remembers between pages; forgotten whenever something is rolled back."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.store.ingest.late import cache_began
from scrm_desktop.store.sql import one

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MOST_PROFILES = 4096
_LAST_ID = {
    "messages": "SELECT max(id) FROM messages",
    "profiles": "SELECT max(id) FROM profiles",
    "conversations": "SELECT max(seq) FROM main.sqlite_sequence WHERE name = 'conversations'",
}


class IngestState:
    """Free ids and the profiles seen lately, so that a page need not ask for what the last one told.

    Used in the writer's thread only.
    """

    def __init__(self) -> None:
        self._began: int | None = None
        self._last: dict[str, int] = {}
        self._profiles: OrderedDict[tuple[int, str], tuple[int, RemoteProfile]] = OrderedDict()

    def forget(self) -> None:
        """Something was rolled back: what is remembered may never have been stored."""
        self._began = None
        self._last.clear()
        self._profiles.clear()

    def next_id(self, connection: Connection, table: str) -> int:
        """An id that no row of the table has."""
        if table not in self._last:
            found = one(connection, _LAST_ID[table])
            self._last[table] = (found[0] if found else None) or 0
        self._last[table] += 1
        return self._last[table]

    def look_again(self, table: str) -> None:
        """Somebody else may have added rows to the table."""
        self._last.pop(table, None)

    def began(self, connection: Connection, now: int) -> int:
        """Since when this cache has been filled."""
        if self._began is None:
            self._began = cache_began(connection, now)
        return self._began

    def profile(self, account_id: int, remote_id: str) -> tuple[int, RemoteProfile] | None:
        """The id and the last stored words of a profile, if they are remembered."""
        return self._profiles.get((account_id, remote_id))

    def remember(self, account_id: int, profile_id: int, profile: RemoteProfile) -> None:
        """This is stored now."""
        self._profiles[account_id, profile.remote_id] = (profile_id, profile)
        if len(self._profiles) > _MOST_PROFILES:
            self._profiles.popitem(last=False)
