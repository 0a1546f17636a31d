"""Messages as they happen, where the server streams; the poller goes on underneath, more slowly."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator

from scrm_desktop.domain.events import Page
from scrm_desktop.errors import KnownError, NoAnswer, SignInNeeded, StoreError, Unsupported
from scrm_desktop.sync.link import Link, wait_for

_log = logging.getLogger(__name__)


class Streamer:
    """Holds one account's stream open, and opens it again when it ends or falls silent."""

    def __init__(self, link: Link) -> None:
        self._link = link
        timing = link.tools.timing
        self._backoff = link.backoff(timing.stream_cap, base=2.0, floor=timing.stream_floor)
        self._again = asyncio.Event()
        self._silence: asyncio.Timeout | None = None

    async def run(self) -> None:
        """Listen until cancelled; SignInNeeded ends it."""
        await self._link.described.wait()
        while True:
            await self._link.reachable.wait()
            await wait_for(self._again, await self._listen())
            await asyncio.sleep(self._link.limited_for())

    def again(self) -> None:
        """The machine slept: the connection may be dead without a word, so a new one is made at once."""
        self._again.set()
        if self._silence is not None and not self._silence.expired():
            self._silence.reschedule(asyncio.get_running_loop().time())

    async def _listen(self) -> float:
        """One connection, from its opening to its end; returns seconds until the next."""
        timing = self._link.tools.timing
        began = self._link.tools.clock.monotonic()
        pages = self._link.session.listen()
        try:
            while (page := await self._next(pages)) is not None:
                self._opened()
                if page.events or page.poison:
                    await self._link.save(page)
                if page.wake:
                    self._link.poll_now.set()
        except Unsupported:
            return timing.stream_again
        except (SignInNeeded, StoreError):
            raise
        except KnownError as error:
            _log.info("the stream of account %s ended: %s", self._link.account.id, error.code)
            self._link.noticed(error)
        finally:
            self._closed()
            if isinstance(pages, AsyncGenerator):
                await pages.aclose()
        if self._again.is_set():
            self._backoff.reset()
        elif self._link.tools.clock.monotonic() - began < timing.stream_healthy_after:
            return self._backoff.next()
        self._backoff.reset()
        return self._link.tools.rng.uniform(0.0, 1.0)

    async def _next(self, pages: AsyncIterator[Page]) -> Page | None:
        """The next page, ``None`` at the end or after a sleep; NoAnswer when nothing at all is heard for too long."""
        if self._again.is_set():
            return None
        try:
            async with asyncio.timeout(self._link.tools.timing.stream_silence) as self._silence:
                return await anext(pages, None)
        except TimeoutError:
            if self._again.is_set():
                return None
            raise NoAnswer(host=self._link.host) from None
        finally:
            self._silence = None

    def _opened(self) -> None:
        if not self._link.health.value.streaming:
            self._link.health.streaming(True)
            self._link.answered()
            # What happened before the stream began is read by a poll, which has the cursor.
            self._link.poll_now.set()

    def _closed(self) -> None:
        if self._link.health.value.streaming:
            self._link.health.streaming(False)
            # The poll takes over at its quicker pace.
            self._link.poll_now.set()
