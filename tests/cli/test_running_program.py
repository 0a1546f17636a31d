"""Commands beside a running ``watch``: reading goes on, writing is handed over."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from argparse import Namespace
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from scrm_desktop.cli import running
from support.commands import Commands, Said
from support.fake_mastodon import TOKEN, FakeMastodon


class Watching:
    """A running ``watch`` whose lines are collected."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.more = asyncio.Event()

    def heard(self, document: object, *, indent: int | None = None) -> None:
        self.lines.append(json.dumps(document))
        self.more.set()

    async def until(self, text: str) -> str:
        async with asyncio.timeout(30):
            while True:
                for line in self.lines:
                    if text in line:
                        return line
                self.more.clear()
                await self.more.wait()


@asynccontextmanager
async def watching(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Watching]:
    seen = Watching()
    ready = asyncio.Event()
    monkeypatch.setattr(running, "say_json", seen.heard)
    monkeypatch.setattr(running, "complain", lambda lines: ready.set())
    task = asyncio.create_task(running.watch(Namespace(profile=commands.profile, json=True)))
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if task.done():
        await task
    try:
        yield seen
    finally:
        os.kill(os.getpid(), signal.SIGTERM)
        async with asyncio.timeout(30):
            assert await task is None


async def told(commands: Commands, *words: str, given: str = "", expect: int | None = 0) -> Said:
    return await asyncio.to_thread(commands, *words, given=given, expect=expect)


async def test_arrivals_are_printed_and_answers_are_handed_over(
    commands: Commands, fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    await told(commands, "account", "add", "mastodon", "--server", fake.url, given=TOKEN)
    async with watching(commands, monkeypatch) as seen:
        fake.mention("Where is my parcel?", who=fake.person("camille", "Camille"))
        await told(commands, "sync")
        row = json.loads(await seen.until("Where is my parcel?"))
        (listed,) = (await told(commands, "inbox")).json
        assert listed["id"] == row["id"]
        answer = (await told(commands, "reply", str(row["id"]), "--wait", "20", given="Today.")).json
        assert answer["state"] == "sent"
        assert len(fake.posts()) == 1
        await told(commands, "status", str(row["id"]), "done")
        assert (await told(commands, "inbox")).json == []
        refused = await told(commands, "reply", "77", given="x", expect=1)
        assert refused.json["error"]["code"] == "InputError"
        assert (await told(commands, "account", "list")).json[0]["health"] is not None
        checks = {check["name"]: check for check in (await told(commands, "doctor")).json["checks"]}
        assert "using it now" in checks["profile"]["detail"]


async def test_an_account_is_added_and_removed_through_it(
    commands: Commands, fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with watching(commands, monkeypatch):
        made = (await told(commands, "account", "add", "mastodon", "--server", fake.url, given=TOKEN)).json
        assert [one["id"] for one in (await told(commands, "account", "list")).json] == [made["id"]]
        await told(commands, "account", "remove", str(made["id"]))
        assert (await told(commands, "account", "list")).json == []


async def test_a_second_watch_is_kept_out(
    commands: Commands, fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with watching(commands, monkeypatch):
        said = await told(commands, "watch", expect=1)
        assert said.json["error"]["code"] == "ProfileInUse"
