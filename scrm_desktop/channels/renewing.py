"""An access token that is renewed before it ends: by one caller at a time, and in the keyring before it is used."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from scrm_desktop.channels.base import KeepSecret
from scrm_desktop.channels.tokens import Granted, dump

MARGIN = timedelta(seconds=30)
"""How long before its end a token is renewed."""

Renew = Callable[[Granted], Awaitable[Granted]]
"""Asks the server for new tokens (see :func:`scrm_desktop.channels.tokens.renew`)."""


class Renewing:
    """The tokens of one account.

    A server that renews the refresh token too ends the whole login where an old one comes a second time. So no two
    callers ever renew at once, and what is new is kept before anything else happens.
    """

    def __init__(self, granted: Granted, renew: Renew, keep: KeepSecret | None) -> None:
        self._granted, self._renew, self._keep = granted, renew, keep
        self._alone = asyncio.Lock()

    async def token(self, refused: str = "") -> str:
        """A token that should be good; ``refused``: the one that the server would not take, whatever its time.

        Raises SignInNeeded where there is nothing to renew it with.
        """
        async with self._alone:
            if self._due() or refused == self._granted.access_token:
                self._granted = await self._renew(self._granted)
                if self._keep is not None:
                    await self._keep(dump(self._granted))
            return self._granted.access_token

    def _due(self) -> bool:
        end = self._granted.expires_at
        return end is not None and bool(self._granted.refresh_token) and datetime.now(UTC) >= end - MARGIN
