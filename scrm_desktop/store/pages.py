"""Pages of a sync: rows, cursor and coverage in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.events import Page, Span
from scrm_desktop.domain.views import Coverage
from scrm_desktop.store.coverage import add_gap, finish
from scrm_desktop.store.ingest.page import PageWriter, Way
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.readers import Readers
from scrm_desktop.store.reading.sync import coverage_of_all, cursor_of, known_ids, worth_refreshing
from scrm_desktop.store.sql import execute
from scrm_desktop.store.values import clean, id_list, micros
from scrm_desktop.store.writer import Writer

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["PageStore", "Way"]

#: Events of a page as servers cut them.
_ORDINARY = 40
_LOOKED_AT = """UPDATE messages SET refreshed_at = ?
    WHERE account_id = ? AND remote_id IN (SELECT value FROM json_each(?))"""


class PageStore:
    """What the networks said: stored a page at a time, with the cursor that follows it."""

    def __init__(self, writer: Writer, readers: Readers, state: IngestState, clock: Callable[[], datetime]) -> None:
        self._writer = writer
        self._readers = readers
        self._state = state
        self._clock = clock

    async def cursor(self, account_id: int, stream: str, way: Way) -> str | None:
        """The saved cursor of a stream in one direction."""
        return await self._readers.run(lambda db: cursor_of(db, account_id, stream, way))

    async def save(self, account: Account, page: Page, *, stream: str = "", way: Way | None = None) -> Changes:
        """Store a page whole or not at all: its rows, its cursor, what it proves complete. Safe to repeat."""
        now = micros(self._clock())
        # Several pages that are stored as one leave as much to be indexed as if each had its commit.
        weight = max(1, len(page.events) // _ORDINARY)
        return await self._writer.run(
            lambda db: PageWriter(db, self._state, account, now).save(page, stream, way), weight
        )

    async def known(self, account_id: int, remote_ids: Collection[str]) -> frozenset[str]:
        """Which of these messages are stored."""
        return await self._readers.run(lambda db: known_ids(db, account_id, remote_ids))

    async def worth_refreshing(self, account_id: int, limit: int, since: datetime) -> tuple[str, ...]:
        """Remote ids of what was written in open conversations since then: not looked at for longest, newest first."""
        return await self._readers.run(lambda db: worth_refreshing(db, account_id, limit, since))

    async def looked_at(self, account_id: int, remote_ids: Collection[str]) -> None:
        """These were asked for, whatever the answer: now it is the turn of others."""
        now, stored = micros(self._clock()), [clean(one) for one in remote_ids]
        await self._writer.run(lambda db: execute(db, _LOOKED_AT, now, account_id, id_list(stored)))

    async def coverage(self) -> tuple[Coverage, ...]:
        """What is stored of each stream."""
        return await self._readers.run(coverage_of_all)

    async def note_gap(self, account_id: int, stream: str, gap: Span) -> Changes:
        """A stretch of time is missing, and known to be."""

        def job(connection: Connection) -> Changes:
            add_gap(connection, account_id, stream, gap)
            return Changes(coverage=True)

        return await self._writer.run(job)

    async def finish_history(self, account_id: int, stream: str, note: str) -> Changes:
        """History has been read as far as it was asked for, or as far as the network gives it."""

        def job(connection: Connection) -> Changes:
            finish(connection, account_id, stream, note)
            return Changes(coverage=True)

        return await self._writer.run(job)

    async def forget_cursor(self, account_id: int, stream: str, way: Way) -> None:
        """The cursor is of no use any more: the stream begins anew."""
        statement = "DELETE FROM cursors WHERE account_id = ? AND stream = ? AND way = ?"
        await self._writer.run(lambda db: execute(db, statement, account_id, stream, way))
