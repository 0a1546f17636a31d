"""Our own accounts, as they are stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from scrm_desktop.domain.accounts import Account, LoginResult
from scrm_desktop.domain.changes import Changes
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.readers import Readers
from scrm_desktop.store.reading.accounts import all_accounts
from scrm_desktop.store.values import micros
from scrm_desktop.store.writer import Writer


class AccountStore:
    """Our own accounts: added, moved, removed; never their secrets."""

    def __init__(self, writer: Writer, readers: Readers, state: IngestState, clock: Callable[[], datetime]) -> None:
        self._writer = writer
        self._readers = readers
        self._state = state
        self._clock = clock

    async def add(
        self, channel: str, login: LoginResult, *, connected_at: datetime, practice: bool = False
    ) -> tuple[Account, Changes]:
        """Store a login without its secret; the same account again revives the row it had."""
        from scrm_desktop.store.writing.accounts import add_account

        since, now = micros(connected_at), micros(self._clock())
        return await self._writer.run(lambda db: add_account(db, channel, login, since, practice, now))

    async def all(self, *, removed: bool = False) -> tuple[Account, ...]:
        """The accounts, oldest first; with ``removed`` also those that were taken away."""
        return await self._readers.run(lambda db: all_accounts(db, removed))

    async def move(self, account_id: int, server: str) -> Account:
        """The same account is now found at another address (the practice network's port changes)."""
        from scrm_desktop.store.writing.accounts import move_account

        return await self._writer.run(lambda db: move_account(db, account_id, server))

    async def set_options(self, account_id: int, options: Sequence[tuple[str, str]]) -> tuple[Account, Changes]:
        """What a channel keeps for an account changes; the login stays."""
        from scrm_desktop.store.writing.accounts import set_options

        now = micros(self._clock())
        return await self._writer.run(lambda db: set_options(db, account_id, options, now))

    async def remove(self, account_id: int, *, forget_history: bool) -> Changes:
        """Take an account away; what people wrote stays. ``forget_history``: what can be fetched again goes too."""
        from scrm_desktop.store.writing.accounts import remove_account

        now = micros(self._clock())
        return await self._writer.run(lambda db: remove_account(db, self._state, account_id, forget_history, now))
