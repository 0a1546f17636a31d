"""Our own accounts, as they are stored."""

from __future__ import annotations

from datetime import datetime

from scrm_desktop.domain.accounts import Account, LoginResult
from scrm_desktop.domain.changes import Changes


class AccountStore:
    """Our own accounts: added, moved, removed; never their secrets."""

    async def add(
        self, channel: str, login: LoginResult, *, connected_at: datetime, practice: bool = False
    ) -> tuple[Account, Changes]:
        """Store a login without its secret; the same account again revives the row it had."""
        raise NotImplementedError

    async def all(self, *, removed: bool = False) -> tuple[Account, ...]:
        """The accounts, oldest first; with ``removed`` also those that were taken away."""
        raise NotImplementedError

    async def move(self, account_id: int, server: str) -> Account:
        """The same account is now found at another address (the practice network's port changes)."""
        raise NotImplementedError

    async def remove(self, account_id: int, *, forget_history: bool) -> Changes:
        """Take an account away; what people wrote stays. ``forget_history``: what can be fetched again goes too."""
        raise NotImplementedError
