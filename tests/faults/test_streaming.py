"""Faults 34 and 35: streams that fall silent, or are closed as soon as they are open."""

from __future__ import annotations

import asyncio
import dataclasses
import time
from pathlib import Path

import pytest

from support.engine_parts import QUICK
from support.fake_mastodon import TOKEN, FakeMastodon
from support.proxy import FaultProxy
from support.running import Running, running

STREAM = r"/api/v1/streaming"
pytestmark = pytest.mark.parametrize("streams", [True])


async def test_34_a_silent_stream_is_left_and_the_gap_read(desk: Running, fake: FakeMastodon, px: FaultProxy) -> None:
    async def opened(times: int) -> bool:
        return len(px.arrived("GET", STREAM + "(?!/health)")) >= times

    await desk.until(lambda: opened(1), why="the stream is open")
    px.fault("silence", path=STREAM)
    fake.drop_streams()
    await asyncio.to_thread(px.wait_for, lambda line: line.fault == "silence")
    fake.mention("Nobody heard this", who=fake.person("camille"))
    assert await desk.conversation("Nobody heard this")
    await desk.until(lambda: opened(3), why="the silent stream is left and opened anew")
    fake.mention("This one by the new stream", who=fake.person("jonas"))
    assert await desk.conversation("This one by the new stream")


async def test_35_a_stream_closed_at_once_is_tried_seldom(tmp_path: Path, fake: FakeMastodon, px: FaultProxy) -> None:
    """With waits a tenth of the real ones: fewer than ten tries in six seconds, and polling goes on."""
    timing = dataclasses.replace(QUICK, stream_floor=0.8, stream_cap=12.0, stream_healthy_after=6.0)
    px.fault("drop_before", path=STREAM, times=None)
    async with running(tmp_path / "profile", px.url, TOKEN, timing=timing) as desk:
        began = time.monotonic()
        while time.monotonic() - began < 6:
            await asyncio.sleep(0.1)
        assert 2 <= len(px.seen("GET", STREAM)) < 10
        fake.mention("By the poll", who=fake.person("camille"))
        assert await desk.conversation("By the poll")
