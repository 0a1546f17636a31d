"""Messages as they happen, where the server streams; the poller goes on underneath, more slowly."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

from scrm_desktop.domain.events import Page
from scrm_desktop.errors import KnownError, NoAnswer, SignInNeeded, StoreError, Unsupported
from scrm_desktop.sync.link import Link

_log = logging.getLogger(__name__)


class Streamer:
    """Holds one account's stream open, and opens it again when it ends or falls silent."""

    def __init__(self, link: Link) -> None:
        self._link = link
        timing = link.tools.timing
        self._backoff = link.backoff(timing.stream_cap, base=2.0, floor=timing.stream_floor)

    async def run(self) -> None:
        """Listen until cancelled; SignInNeeded ends it."""
        await self._link.described.wait()
        while True:
            await self._link.reachable.wait()
            pause = await self._listen()
            await asyncio.sleep(max(pause, self._link.limited_for()))

    async def _listen(self) -> float:
        """One connection, from its opening to its end; returns seconds until the next."""
        timing = self._link.tools.timing
        opened = self._link.tools.clock.monotonic()
        try:
            await self._read(self._link.session.listen())
        except Unsupported:
            return timing.stream_again
        except (SignInNeeded, StoreError):
            raise
        except KnownError as error:
            _log.info("the stream of account %s ended: %s", self._link.account.id, error.code)
            self._link.noticed(error)
        finally:
            self._link.health.streaming(False)
            # Whatever happened between the streams is read by a poll, which has the cursor.
            self._link.poll_now.set()
        if self._link.tools.clock.monotonic() - opened < timing.stream_healthy_after:
            return self._backoff.next()
        self._backoff.reset()
        return self._link.tools.rng.uniform(0.0, 1.0)

    async def _read(self, pages: AsyncIterator[Page]) -> None:
        timing = self._link.tools.timing
        first = True
        while True:
            try:
                async with asyncio.timeout(timing.stream_silence):
                    page = await anext(pages, None)
            except TimeoutError:
                raise NoAnswer(host=self._link.host) from None
            if page is None:
                return
            if first:
                first = False
                self._link.health.streaming(True)
                self._link.answered()
                self._link.poll_now.set()
            if page.events or page.poison:
                await self._link.save(page)
