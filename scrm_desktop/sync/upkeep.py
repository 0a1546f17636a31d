"""The quiet chores of an account: what its server can do, and what became of messages that no stream tells of."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.errors import KnownError, SignInNeeded, StoreError, Unsupported
from scrm_desktop.sync.link import Link
from scrm_desktop.sync.pacing import jittered

_log = logging.getLogger(__name__)

Described = Callable[[Capabilities], Awaitable[None]]


class Describer:
    """Asks the server what it allows: at once, and every day again."""

    def __init__(self, link: Link, described: Described) -> None:
        self._link = link
        self._described = described

    async def run(self) -> None:
        """Ask until cancelled; SignInNeeded ends it."""
        backoff = self._link.backoff(self._link.tools.timing.trouble_cap, floor=1.0)
        while True:
            await self._link.reachable.wait()
            try:
                await self.describe()
            except (SignInNeeded, StoreError):
                raise
            except KnownError as error:
                self._link.noticed(error)
                pause = max(backoff.next(), self._link.limited_for())
            else:
                backoff.reset()
                pause = self._link.tools.timing.describe_every
            finally:
                # The others go on with what was known before: an answer to this is no condition for reading.
                self._link.described.set()
            await asyncio.sleep(pause)

    async def describe(self) -> None:
        """Ask once, and keep the answer."""
        self._link.capabilities = await self._link.session.describe()
        await self._described(self._link.capabilities)


class Refresher:
    """Reads the messages of open conversations again, in turn: edits and deletions where nothing streams them."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def run(self) -> None:
        """Refresh slowly until cancelled; SignInNeeded ends it."""
        timing = self._link.tools.timing
        while True:
            streaming = self._link.health.value.streaming
            pause = timing.refresh_every_streaming if streaming else timing.refresh_every
            await asyncio.sleep(max(jittered(pause, timing.jitter, self._link.tools.rng), self._link.limited_for()))
            await self._link.reachable.wait()
            try:
                await self.refresh()
            except (SignInNeeded, StoreError):
                raise
            except Unsupported:
                return
            except KnownError as error:
                self._link.noticed(error)
                _log.info("account %s could not be refreshed: %s", self._link.account.id, error.code)

    async def refresh(self) -> None:
        """One small batch: what was not looked at for longest, within what the server can be asked."""
        account, pages, timing = self._link.account, self._link.tools.store.pages, self._link.tools.timing
        limit = timing.refresh_requests * self._link.capabilities.bulk_read
        since = self._link.after(-timedelta(days=timing.refresh_days).total_seconds())
        ids = await pages.worth_refreshing(account.id, limit, since)
        if ids:
            await self._link.save(await self._link.session.refresh(ids))
            await pages.looked_at(account.id, ids)
