"""A whole engine in virtual time: a real store in a folder, networks in memory, and crashes on request."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, cast

from scrm_desktop.channels.http import Http
from scrm_desktop.credentials import Credentials
from scrm_desktop.domain.accounts import Account, AccountHealth
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import AT_ONCE, Care, OutboxRow, OutboxState
from scrm_desktop.domain.views import Draft, InboxQuery, Mode, ThreadItem
from scrm_desktop.service import Service
from scrm_desktop.service.parts import Wishes
from scrm_desktop.store import Store
from scrm_desktop.sync.timing import Timing
from support.fake_channel import FakeChannel
from support.fake_network import FakeNetwork
from support.virtual_time import Counted, VirtualLoop, Wall


class House:
    """One profile and the networks it knows; opened, crashed and opened again."""

    def __init__(
        self, folder: Path, *, servers: int = 1, seed: int = 1, timing: Timing | None = None, **network: Any
    ) -> None:
        self.folder = folder
        self.profile = folder / "profile-0"
        self.wall = Wall()
        self.timing = timing or Timing()
        self.server_clock = Wall()
        self.networks = {
            f"https://n{number}.test": FakeNetwork(now=self.server_clock, local=self.wall, **network)
            for number in range(servers)
        }
        self.channel = FakeChannel(self.networks)
        self.credentials = Credentials(profile_id="test")
        self.rng = Random(seed)
        self.changes: list[Changes] = []
        self.crashes = 0
        self._service: Service | None = None
        self._store: Store | None = None

    @property
    def network(self) -> FakeNetwork:
        """The first network."""
        return next(iter(self.networks.values()))

    @property
    def service(self) -> Service:
        """The engine, while it is open."""
        assert self._service is not None
        return self._service

    async def open(self, *, start: bool = True) -> Service:
        """Open the profile and (by default) start."""
        self.profile.mkdir(mode=0o700, exist_ok=True)
        self._store = await asyncio.to_thread(Store.open, self.profile, clock=self.wall)
        wishes = Wishes(
            profile=self.profile,
            actor="Ada",
            credentials=self.credentials,
            http=Http(),
            channels={"fake": self.channel},
            clock=self.wall,
            timing=self.timing,
            rng=self.rng,
        )
        self._service = await Service.of(wishes, cast(Store, Counted(self._store)))
        self._service.subscribe(self.changes.append)
        if start:
            await self._service.start()
        return self._service

    async def sign_in(self) -> Account:
        """Connect an account on every network; returns the first."""
        accounts = [
            await self.service.sign_in_with_token("fake", server, "token", keep=False) for server in self.networks
        ]
        return accounts[0]

    async def close(self) -> None:
        """End it properly."""
        service, self._service = self._service, None
        if service is not None:
            await service.close()

    async def crash(self) -> None:
        """Stop as a killed process does, and go on with the files as they were at that moment."""
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        while loop.under_way:
            # The files are copied between two commits: a copy in the middle of one would be torn as no disk tears it.
            await asyncio.sleep(0.001)
        self.crashes += 1
        copy = self.folder / f"profile-{self.crashes}"
        shutil.copytree(self.profile, copy)
        mine = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not mine and task.get_name() != "stays"]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        assert self._store is not None
        await asyncio.to_thread(self._store.close)
        self._service, self.profile = None, copy

    # -- asking -----------------------------------------------------------------------------------
    async def until(self, wanted: Callable[[], Awaitable[Any]], seconds: float = 600.0) -> Any:
        """Wait (in virtual time) until something is true; returns it."""
        for _ in range(int(seconds / 0.25)):
            if found := await wanted():
                return found
            await asyncio.sleep(0.25)
        raise AssertionError(f"it did not happen within {seconds} virtual seconds")

    async def conversations(self) -> list[int]:
        """All conversations, newest first."""
        return list(await self.service.conversation_ids(InboxQuery()))

    async def conversation(self, count: int = 1) -> int:
        """The newest conversation, as soon as there are so many."""

        async def there() -> list[int]:
            ids = await self.conversations()
            return ids if len(ids) >= count else []

        return cast(int, (await self.until(there))[0])

    async def say(
        self, conversation: int, text: str, mode: Mode = Mode.PUBLIC, *, care: Care = AT_ONCE, **more: Any
    ) -> OutboxRow:
        """Answer the way a composer does."""
        account_id = (await self.service.conversation_rows((conversation,)))[conversation].account_id
        target = await self.service.reply_target(conversation, mode)
        draft = Draft(conversation_id=conversation, mode=mode, account_id=account_id, text=text)
        return await self.service.send(replace(draft, **more), target, care=care)

    async def row(self, outbox_id: int) -> OutboxRow:
        """An outbox row as it is now."""
        rows = await self.service.outbox(finished=True)
        return next(row for row in rows if row.id == outbox_id)

    async def becomes(self, outbox_id: int, state: OutboxState, seconds: float = 600.0) -> OutboxRow:
        """Wait for a row's state."""

        async def there() -> OutboxRow | None:
            row = await self.row(outbox_id)
            return row if row.state is state else None

        return cast(OutboxRow, await self.until(there, seconds))

    async def items(self, conversation: int) -> list[ThreadItem]:
        """The messages of a conversation."""
        return [item for item in await self.service.messages(conversation) if item.kind == "message"]

    async def health(self) -> AccountHealth:
        """How the first account fares."""
        return (await self.service.accounts())[0].health


@asynccontextmanager
async def open_house(folder: Path, **more: Any) -> AsyncGenerator[House]:
    """A house with its accounts signed in and a first question asked."""
    house = House(folder, **more)
    await house.open()
    try:
        await house.sign_in()
        yield house
    finally:
        await house.close()
