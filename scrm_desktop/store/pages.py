"""Pages of a sync: rows, cursor and coverage in one transaction."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.events import Page, Span
from scrm_desktop.domain.views import Coverage

Way = Literal["newer", "older"]


class PageStore:
    """What the networks said: stored a page at a time, with the cursor that follows it."""

    async def cursor(self, account_id: int, stream: str, way: Way) -> str | None:
        """The saved cursor of a stream in one direction."""
        raise NotImplementedError

    async def save(self, account: Account, page: Page, *, stream: str = "", way: Way | None = None) -> Changes:
        """Store a page whole or not at all: its rows, its cursor, what it proves complete. Safe to repeat."""
        raise NotImplementedError

    async def known(self, account_id: int, remote_ids: Collection[str]) -> frozenset[str]:
        """Which of these messages are stored."""
        raise NotImplementedError

    async def worth_refreshing(self, account_id: int, limit: int) -> tuple[str, ...]:
        """Remote ids of the newest messages of open conversations, those not looked at lately first."""
        raise NotImplementedError

    async def coverage(self) -> tuple[Coverage, ...]:
        """What is stored of each stream."""
        raise NotImplementedError

    async def note_gap(self, account_id: int, stream: str, gap: Span) -> Changes:
        """A stretch of time is missing, and known to be."""
        raise NotImplementedError

    async def finish_history(self, account_id: int, stream: str, note: str) -> Changes:
        """History has been read as far as it was asked for, or as far as the network gives it."""
        raise NotImplementedError

    async def forget_cursor(self, account_id: int, stream: str, way: Way) -> None:
        """The cursor is of no use any more: the stream begins anew."""
        raise NotImplementedError
