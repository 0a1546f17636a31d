"""A network whose program is killed while we listen to it: told at once, and told until it is back."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from pathlib import Path

from scrm_desktop.domain.accounts import Health
from support.engine_parts import QUICK
from support.practice_site import running as practice
from support.running import running

#: With the real pace of polling under a stream: no poll is due when the stream breaks.
TIMING = dataclasses.replace(QUICK, streaming_poll=60.0)
RETRIES = 4


async def test_a_killed_practice_network_is_offline_at_once_and_stays_so(tmp_path: Path) -> None:
    with practice("--speed=0") as site:
        async with running(tmp_path / "profile", site.url, site.token, timing=TIMING) as desk:

            async def at_ease() -> bool:
                health = await desk.health()
                return health.streaming and health.health is Health.OK

            await desk.until(at_ease, why="it listens and is in sync")
            site.process.kill()

            async def offline() -> bool:
                return (await desk.health()).health is Health.OFFLINE

            await desk.until(offline, why="the broken stream is noticed")
            tries: set[datetime | None] = set()

            async def tried_again() -> bool:
                health = await desk.health()
                assert (health.health, health.streaming) == (Health.OFFLINE, False)
                tries.add(health.next_check_at)
                return len(tries) > RETRIES

            await desk.until(tried_again, why="it is tried again and again, and each time it is not there")
