"""The desk's hand on the practice round: its clock, its crisis, and a new round that leaves a clean desk."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import InboxQuery
from scrm_desktop.errors import InputError
from scrm_desktop.service import Service
from support.engine_parts import file_credentials
from support.practice_site import running


async def test_a_new_round_closes_what_was_open_of_the_old_one(tmp_path: Path):
    service = await Service.open(tmp_path, actor="Test", credentials=file_credentials(tmp_path / "keys"))
    try:
        with pytest.raises(InputError):
            await service.practice_clock()
        with running("--speed=0", "--rate=100000") as site:
            await service.adopt_practice(site.url, site.token)
            await service.sync_once(days=3)
            await _some_are_open(service)
            assert (await service.practice_clock(4.0))["speed"] == 4.0
            await service.practice_clock(0.0)
            assert (await service.practice_crisis())["crisis"] is True
            assert (await service.practice_round())["round"] == 2
            assert len(await service.conversation_ids(InboxQuery(status=Status.OPEN))) == 0
            assert (await service.counts()).unread == 0
            assert len(await service.conversation_ids(InboxQuery(status=Status.DONE))) > 0
    finally:
        await service.close()


async def _some_are_open(service: Service) -> None:
    end = time.monotonic() + 20
    while not len(await service.conversation_ids(InboxQuery(status=Status.OPEN))):
        assert time.monotonic() < end, "nothing of the practice network's history is open"
        await asyncio.sleep(0.05)
