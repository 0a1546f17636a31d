"""A running engine for one test: a profile folder, one signed-in account, and short waits for what must happen."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from scrm_desktop.domain.accounts import Account, AccountHealth
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import OutboxRow, OutboxState
from scrm_desktop.domain.messages import Direction
from scrm_desktop.domain.views import ConversationRow, Draft, InboxQuery, ItemKind, Mode, Sort, ThreadItem
from scrm_desktop.service import Service
from scrm_desktop.sync.timing import Timing
from support.engine_parts import QUICK, QuickHttp, file_credentials


def utcnow() -> datetime:
    """Now."""
    return datetime.now(UTC)


class Running:
    """One account at work; everything that a test asks of it."""

    def __init__(self, service: Service, account: Account, profile: Path) -> None:
        self.service, self.account, self.profile = service, account, profile
        self.changes: list[Changes] = []
        service.subscribe(self.changes.append)

    async def until(self, wanted: Callable[[], Awaitable[bool]], seconds: float = 45, why: str = "") -> None:
        """Wait until something is so."""
        end = time.monotonic() + seconds
        while not await wanted():
            assert time.monotonic() < end, f"not within {seconds} s: {why}; {await self.describe()}"
            await asyncio.sleep(0.02)

    async def describe(self) -> str:
        """What a failed test wants to know."""
        rows = [(row.id, row.state.value, row.tries, row.error) for row in await self.outbox()]
        return f"outbox {rows}, health {await self.health()}"

    async def rows(self) -> list[ConversationRow]:
        """All conversations, newest first."""
        ids = await self.service.conversation_ids(InboxQuery(sort=Sort.NEWEST))
        found = await self.service.conversation_rows(tuple(ids))
        return [found[one] for one in ids]

    async def conversation(self, text: str, seconds: float = 45) -> int:
        """The id of the conversation whose last text holds ``text``; the network is asked until it is there."""
        found: list[int] = []
        asked = 0.0

        async def there() -> bool:
            nonlocal asked
            if time.monotonic() - asked > 1:
                asked = time.monotonic()
                await self.service.check_now()
            found[:] = [row.id for row in await self.rows() if text in row.last_text]
            return bool(found)

        await self.until(there, seconds, f"a conversation that says {text!r}")
        return found[0]

    async def items(self, conversation_id: int, limit: int = 200) -> list[ThreadItem]:
        """The messages of a thread (neither notes nor events)."""
        page = await self.service.thread(conversation_id, limit=limit)
        return [item for item in page.items if item.kind is ItemKind.MESSAGE]

    async def ours(self, conversation_id: int) -> list[ThreadItem]:
        """Our own bubbles in a thread."""
        return [item for item in await self.items(conversation_id) if item.direction is Direction.OUT]

    async def outbox(self) -> list[OutboxRow]:
        """Every row, finished ones too."""
        return list(await self.service.outbox(finished=True))

    async def row(self, outbox_id: int) -> OutboxRow:
        """One row as it stands now."""
        return next(row for row in await self.outbox() if row.id == outbox_id)

    async def say(self, conversation_id: int, text: str, mode: Mode = Mode.PUBLIC, **more: object) -> OutboxRow:
        """Answer as the composer does: with the mentions the network needs in front."""
        target = await self.service.reply_target(conversation_id, mode)
        draft = Draft(
            conversation_id=conversation_id,
            mode=mode,
            account_id=self.account.id,
            text=text,
            **more,  # type: ignore[arg-type]  # checked by the dataclass
        )
        return await self.service.send(draft, target)

    async def state(self, outbox_id: int, *wanted: OutboxState, seconds: float = 45) -> OutboxRow:
        """Wait until a row is in one of these states."""

        async def reached() -> bool:
            return (await self.row(outbox_id)).state in wanted

        await self.until(reached, seconds, f"row {outbox_id} becomes {[state.value for state in wanted]}")
        return await self.row(outbox_id)

    async def health(self) -> AccountHealth:
        """How the account fares."""
        return next(view.health for view in await self.service.accounts() if view.account.id == self.account.id)


@contextlib.asynccontextmanager
async def running(
    profile: Path,
    url: str,
    token: str,
    *,
    timing: Timing = QUICK,
    clock: Callable[[], datetime] = utcnow,
    timeout: float = 1.5,
    channel: str = "mastodon",
) -> AsyncIterator[Running]:
    """Open the profile, start the engine, and sign in (or find the account of an earlier run again)."""
    service = await Service.open(
        profile,
        actor="Test",
        credentials=file_credentials(profile.with_suffix(".keys")),
        http=QuickHttp(timeout),
        timing=timing,
        clock=clock,
    )
    try:
        await service.start()
        accounts = [view.account for view in await service.accounts() if view.account.server == url]
        account = accounts[0] if accounts else await service.sign_in_with_token(channel, url, token)
        yield Running(service, account, profile)
    finally:
        await service.close()
