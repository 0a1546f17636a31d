"""CPU of the engine with ten connected accounts on which nothing happens (goal: below 1 percent of one core)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scrm_desktop.channels.http import Http
from scrm_desktop.domain.accounts import Health
from scrm_desktop.service import Service
from support.engine_parts import file_credentials
from support.fake_mastodon import TOKEN
from support.processes import Process, python
from support.ratio import cpu_seconds, keep

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(300)]
ACCOUNTS, SECONDS, MENTIONS = 10, 60.0, 120


@pytest.fixture
def servers(tmp_path: Path, kind: str) -> Iterator[list[str]]:
    """Ten servers in one other process."""
    argv = python("-m", "support.canned_server", str(MENTIONS), kind, str(ACCOUNTS))
    with Process(argv, output=tmp_path / "server.log") as process:
        process.wait_for(rf"(url=\S+\s+){{{ACCOUNTS}}}", 60)
        yield [line.removeprefix("url=") for line in process.text.split()]


@pytest.mark.parametrize("kind", ["stream", "poll"])
async def test_idle_with_ten_accounts(servers: list[str], tmp_path: Path, kind: str) -> None:
    """With the program's own waiting times; the first minute's catch-up is over before it is measured."""
    service = await Service.open(
        tmp_path / "profile", actor="Bench", credentials=file_credentials(tmp_path / "keys"), http=Http()
    )
    try:
        await service.start()
        for url in servers:
            await service.sign_in_with_token("mastodon", url, TOKEN)
        await quiet(service)
        began, used = time.monotonic(), cpu_seconds()
        await asyncio.sleep(SECONDS)
        percent = 100 * (cpu_seconds() - used) / (time.monotonic() - began)
        assert all(view.health.health is Health.OK for view in await service.accounts())
    finally:
        await service.close()
    keep(f"idle CPU, 10 accounts, {kind}", {"goal": 1.0, "percent": round(percent, 3)}, f"{percent:.2f} %   goal < 1 %")


async def quiet(service: Service) -> None:
    """Wait until every account has caught up and the first back-fill is done."""
    calm = 0
    while calm < 3:
        used = cpu_seconds()
        await asyncio.sleep(2)
        well = all(view.health.health is Health.OK for view in await service.accounts())
        calm = calm + 1 if well and cpu_seconds() - used < 0.2 else 0
