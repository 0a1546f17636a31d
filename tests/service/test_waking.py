"""Snoozed conversations come back by one timer: at their time, after a pause of the program, and after sleep."""

import asyncio
from datetime import timedelta
from pathlib import Path

from scrm_desktop.domain.triage import SetStatus, Snooze, Status
from support.virtual_house import House, open_house
from support.virtual_time import virtual


async def asked(house: House, who: str = "camille") -> int:
    before = len(await house.conversations())
    house.network.says(who, "Where is my parcel?")
    return await house.conversation(before + 1)


async def status(house: House, number: int) -> Status:
    return (await house.service.conversation_rows((number,)))[number].status


@virtual
async def test_a_snooze_ends_when_its_time_comes(tmp_path: Path):
    async with open_house(tmp_path) as house:
        late, early = await asked(house), await asked(house, "jonas")
        now = house.wall()
        await house.service.triage(Snooze(conversations=(late,), until=now + timedelta(hours=5)))
        await house.service.triage(Snooze(conversations=(early,), until=now + timedelta(hours=1)))
        await asyncio.sleep(3500)
        assert (await status(house, late), await status(house, early)) == (Status.SNOOZED, Status.SNOOZED)
        house.changes.clear()
        await asyncio.sleep(200)
        assert (await status(house, late), await status(house, early)) == (Status.SNOOZED, Status.OPEN)
        assert any(early in changes.woken for changes in house.changes)
        await asyncio.sleep(4 * 3600)
        assert await status(house, late) is Status.OPEN


@virtual
async def test_what_fell_due_while_the_program_was_closed_is_open_at_its_start(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    number = await asked(house)
    await house.service.triage(Snooze(conversations=(number,), until=house.wall() + timedelta(hours=1)))
    await house.close()
    house.wall.jump = timedelta(hours=2)
    await house.open()

    async def opened() -> bool:
        return await status(house, number) is Status.OPEN

    await house.until(opened, seconds=2)
    await house.close()


@virtual
async def test_a_machine_that_slept_past_the_time_wakes_it_at_once(tmp_path: Path):
    async with open_house(tmp_path) as house:
        number = await asked(house)
        await house.service.triage(Snooze(conversations=(number,), until=house.wall() + timedelta(hours=8)))
        await asyncio.sleep(1)
        house.wall.jump = timedelta(hours=9)
        await asyncio.sleep(60)
        assert await status(house, number) is Status.OPEN


@virtual
async def test_a_single_run_wakes_what_is_due(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    number = await asked(house)
    await house.service.triage(Snooze(conversations=(number,), until=house.wall() + timedelta(hours=1)))
    await house.close()
    house.wall.jump = timedelta(hours=2)
    await house.open(start=False)
    await house.service.sync_once()
    assert await status(house, number) is Status.OPEN
    await house.close()


@virtual
async def test_what_is_no_longer_snoozed_stays_as_it_is(tmp_path: Path):
    async with open_house(tmp_path) as house:
        number = await asked(house)
        await house.service.triage(Snooze(conversations=(number,), until=house.wall() + timedelta(minutes=5)))
        await house.service.triage(SetStatus(conversations=(number,), status=Status.DONE))
        await asyncio.sleep(600)
        assert await status(house, number) is Status.DONE
