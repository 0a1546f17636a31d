"""One set of tasks an account, whoever asks for one and whenever."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from scrm_desktop.domain.accounts import Health
from support.virtual_house import House, open_house
from support.virtual_time import virtual


@asynccontextmanager
async def never_two(house: House) -> AsyncGenerator[None]:
    """While this lasts the account has one session at most."""
    most = 0

    async def watch() -> None:
        nonlocal most
        while True:
            most = max(most, sum(not session.closed for session in house.channel.sessions))
            await asyncio.sleep(0.01)

    watching = asyncio.create_task(watch())
    try:
        yield
    finally:
        watching.cancel()
    assert most == 1


async def rests(house: House) -> None:
    """Wait until the worker is between two lives."""

    async def ended() -> bool:
        return (await house.health()).health is Health.TROUBLE and all(one.closed for one in house.channel.sessions)

    await house.until(ended, 120)


@virtual
async def test_a_single_run_between_two_lives_of_a_worker_is_no_second_worker(tmp_path: Path):
    async with open_house(tmp_path, streams=False) as house:
        house.network.says("camille", "Where is my parcel?")
        await house.conversation()
        house.network.faults["newer"] = ["bug"]
        await house.service.check_now()
        async with never_two(house):
            await rests(house)
            house.network.faults["newer"] = ["hang"]
            # Longer than the worker's pause: its next life begins when this run is over.
            (report,) = await house.service.sync_once()
            assert report.error is not None
            house.network.says("jonas", "And mine?")
            await house.conversation(2)
            assert (await house.health()).health is Health.OK


@virtual
async def test_a_single_run_joins_a_worker_that_is_just_connecting(tmp_path: Path):
    house = House(tmp_path, streams=False)
    await house.open()
    await house.sign_in()
    load = house.credentials.load
    await house.close()
    house.channel.sessions.clear()

    async def slowly(account_ref: str) -> str:
        await asyncio.sleep(5)
        return await load(account_ref)

    house.credentials.load = slowly  # type: ignore[method-assign]
    async with never_two(house):
        await house.open()
        await asyncio.sleep(1)
        house.network.says("camille", "Where is my parcel?")
        (report,) = await house.service.sync_once()
        assert report.error is None
        assert len(house.channel.sessions) == 1
        await house.close()


@virtual
async def test_a_worker_that_is_replaced_waits_for_the_single_run_that_is_under_way(tmp_path: Path):
    house = House(tmp_path, streams=False)
    await house.open(start=False)
    await house.sign_in()
    house.network.faults["newer"] = ["hang"]
    async with never_two(house):
        single = asyncio.create_task(house.service.sync_once())
        await asyncio.sleep(1)
        await house.service.start()
        await house.sign_in()
        await asyncio.sleep(10)
        assert not single.done()
        assert len(house.channel.sessions) == 1
        await single
        house.network.says("camille", "Where is my parcel?")
        await house.conversation()
    await house.close()
