"""Faults 19 to 23: the same thing comes more than once, by several ways, or while the program is killed."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from support.fake_mastodon import TOKEN, FakeMastodon
from support.processes import Process, clean_environment, python
from support.proxy import FaultProxy
from support.running import Running, running
from support.stories import asked_by

KILLED_OVER = 150


@pytest.mark.parametrize("streams", [True])
async def test_19_by_stream_and_by_poll_and_twice_by_stream(desk: Running, fake: FakeMastodon) -> None:
    async def listening() -> bool:
        return bool(fake.listeners)

    await desk.until(listening, why="the stream is open")
    note = fake.mention("Where is my parcel?", who=fake.person("camille"))
    fake.emit("notification", json.dumps(fake.notifications[-1]))
    fake.emit("notification", json.dumps(fake.notifications[-1]))
    await desk.service.check_now()
    conversation = await desk.conversation("parcel")
    await desk.service.check_now()
    await desk.service.sync_once()
    assert [item.remote_id for item in await desk.items(conversation)] == [note["id"]]
    (row,) = await desk.rows()
    assert row.unread == 1
    # Whatever the repetitions would have told has been told when a later message of somebody else has rung.
    fake.mention("And mine?", who=fake.person("jonas"))
    later = await desk.conversation("And mine?")

    async def rung() -> bool:
        return any(later in one.arrived for one in desk.changes)

    await desk.until(rung, why="the later message rings")
    rings = [number for one in desk.changes for number in one.arrived]
    assert sorted(rings) == sorted([conversation, later]), "each rings once"


async def test_20_two_readers_at_the_same_instant(desk: Running, fake: FakeMastodon) -> None:
    who = fake.person("camille")
    for number in range(30):
        fake.mention(f"Question {number}?", who=who)
    await asyncio.gather(*[desk.service.sync_once() for _ in range(4)], *[desk.service.check_now() for _ in range(4)])
    await desk.conversation("Question 29?")
    texts = sorted(row.last_text for row in await desk.rows())
    assert len(texts) == len(set(texts)) == 30
    assert (await desk.health()).message == ""


async def test_21_the_same_remote_id_on_two_servers(tmp_path: Path, desk: Running, fake: FakeMastodon) -> None:
    with FakeMastodon() as other:
        same = "777000777"
        fake.mention("From the first server", who=fake.person("camille", remote_id="42"), remote_id=same)
        other.mention("From the second server", who=other.person("jonas", remote_id="42"), remote_id=same)
        await desk.service.sign_in_with_token("mastodon", other.url, TOKEN)
        await desk.service.check_now()
        first, second = await desk.conversation("first server"), await desk.conversation("second server")
        assert first != second
        assert [item.remote_id for item in await desk.items(first) + await desk.items(second)] == [same, same]


@pytest.mark.parametrize("bad", ["missing", "", "  ", None], ids=["missing", "empty", "blank", "null"])
async def test_22_missing_empty_and_repeated_ids(desk: Running, fake: FakeMastodon, bad: str | None) -> None:
    who = fake.person("camille")
    odd = fake.mention("No id at all", who=who)
    broken = json.loads(json.dumps(fake.notifications[-1]))
    if bad == "missing":
        del broken["status"]["id"]
    else:
        broken["status"]["id"] = bad
    fake.notifications[-1]["status"] = broken["status"]
    fake.mention("A good one", who=who)
    fake.notifications.append(fake.notifications[-1])
    for _ in range(3):
        await desk.service.sync_once()
    assert await desk.conversation("A good one")
    texts = [row.last_text for row in await desk.rows()]
    assert sum("A good one" in text for text in texts) == 1
    assert sum("No id at all" in text for text in texts) <= 1
    assert odd["id"] not in {item.remote_id for row in await desk.rows() for item in await desk.items(row.id)}


def test_23_killed_between_a_page_and_its_cursor(tmp_path: Path, fake: FakeMastodon, px: FaultProxy) -> None:
    """Killed at moments spread over a catch-up of many pages; then everything is there exactly once.

    There are more pages than the four lives ask for together, and each may have asked for a few more before it died.
    """
    fake.max_page = 5
    who = fake.person("camille")
    for number in range(KILLED_OVER):
        fake.mention(f"Question {number:03d}?", who=who)
    env = clean_environment(DRIVER_TOKEN=TOKEN)
    for turn in (1, 2, 3, 2):
        argv = python("-m", "support.desk_driver", str(tmp_path / "profile"), px.url, "watch")
        before = len(px.arrived("GET", "notifications"))
        with Process(argv, output=tmp_path / "runs.log", env=env) as process:
            px.wait_for(lambda _, want=before + turn: len(px.arrived("GET", "notifications")) >= want, 60)
            process.kill()
    asyncio.run(_all_there_once(tmp_path, px.url))


async def _all_there_once(folder: Path, url: str) -> None:
    async with running(folder / "profile", url, TOKEN) as desk:
        await desk.service.sync_once(days=1)
        for number in range(KILLED_OVER):
            await desk.conversation(f"Question {number:03d}?")
        texts: list[Any] = [row.last_text for row in await desk.rows()]
        assert len(texts) == len(set(texts)) == KILLED_OVER


async def test_19_a_repeated_reply_of_ours_is_one_bubble(desk: Running, fake: FakeMastodon) -> None:
    conversation = await asked_by(desk, fake)
    row = await desk.say(conversation, "It leaves today.")
    await desk.until(lambda: _sent(fake), why="it is on the server")
    for _ in range(3):
        await desk.service.sync_once()
    assert [item.key for item in await desk.ours(conversation)] == [f"o:{row.id}"]


async def _sent(fake: FakeMastodon) -> bool:
    return len(fake.posts()) == 1
