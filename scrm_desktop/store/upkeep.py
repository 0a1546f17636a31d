"""Work that can wait until nothing else is to be written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from scrm_desktop.store.search_index import catch_up
from scrm_desktop.store.sql import execute
from scrm_desktop.store.values import DAY, micros

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: A deletion that was heard of before its message is remembered so long; streams tell of many that never concern us.
TOMBSTONE_DAYS = 30
POISON_DAYS = 90


class Upkeep:
    """Fills the search index, and once a run removes what nobody will ask for."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._pruned = False

    def __call__(self, connection: Connection) -> bool:
        """Do a part of it; returns whether more is left."""
        if not self._pruned:
            now = micros(self._clock())
            execute(connection, "DELETE FROM tombstones WHERE at < ?", now - TOMBSTONE_DAYS * DAY)
            execute(connection, "DELETE FROM poison WHERE at < ?", now - POISON_DAYS * DAY)
            self._pruned = True
        return catch_up(connection)
