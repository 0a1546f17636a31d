"""Fault 16: what waited for more than a day asks first, however it came to wait so long."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from scrm_desktop.domain.commands import Deed, DoDeed, OutboxRow, OutboxState
from support.virtual_house import House, open_house
from support.virtual_time import virtual

DAY = 24 * 3600.0


async def asked(house: House) -> int:
    house.network.says("camille", "Where is my parcel?")
    return await house.conversation()


async def kept_waiting(house: House, why: str) -> OutboxRow:
    """An answer that could not leave for more than a day, and then could."""
    conversation = await asked(house)
    house.network.down = why in {"asleep", "offline"}
    house.network.revoked = why == "signed out"
    house.network.faults["fence"] = ["500"] * 10_000 if why == "in trouble" else []
    row = await house.say(conversation, "It leaves today.")
    await asyncio.sleep(60)
    if why == "asleep":
        # Not yet noticed by anybody when the network is back: the first try comes at once.
        house.wall.jump = timedelta(seconds=DAY)
    else:
        await asyncio.sleep(DAY)
    assert (await house.row(row.id)).tries == 0
    house.network.down = False
    house.network.faults.clear()
    if why == "signed out":
        await house.sign_in()
    await house.service.check_now()
    return row


@pytest.mark.parametrize("why", ["asleep", "offline", "signed out"])
@virtual
async def test_what_waited_for_a_day_asks_first_though_the_program_ran(tmp_path: Path, why: str):
    async with open_house(tmp_path) as house:
        row = await kept_waiting(house, why)
        held = await house.becomes(row.id, OutboxState.HELD, seconds=30)
        assert held.error_code == "WaitedTooLong"
        await asyncio.sleep(600)
        assert house.network.texts() == []
        await house.service.retry(row.id)
        await house.becomes(row.id, OutboxState.SENT, seconds=10)


@virtual
async def test_an_account_in_trouble_for_a_day_asks_too(tmp_path: Path):
    async with open_house(tmp_path) as house:
        row = await kept_waiting(house, "in trouble")
        await house.becomes(row.id, OutboxState.HELD, seconds=300)
        assert house.network.texts() == []


@virtual
async def test_what_a_person_still_wants_is_asked_about_only_after_another_day(tmp_path: Path):
    async with open_house(tmp_path) as house:
        row = await kept_waiting(house, "asleep")
        await house.becomes(row.id, OutboxState.HELD, seconds=30)
        house.network.down = True
        await house.service.retry(row.id)
        await asyncio.sleep(DAY / 2)
        house.network.down = False
        await house.becomes(row.id, OutboxState.SENT, seconds=120)


@virtual
async def test_what_a_person_still_wanted_yesterday_is_asked_about_again(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    row = await kept_waiting(house, "asleep")
    await house.becomes(row.id, OutboxState.HELD, seconds=30)
    house.network.down = True
    await house.service.retry(row.id)
    await house.close()
    house.network.down = False
    house.wall.jump += timedelta(seconds=DAY + 60)
    await house.open()
    await house.becomes(row.id, OutboxState.HELD, seconds=30)
    await house.close()


@virtual
async def test_what_only_does_something_leaves_however_old_it_is(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        (item,) = await house.items(conversation)
        house.network.down = True
        deed = DoDeed(deed=Deed.FAVOURITE, target=item.remote_id)
        row = await house.service.act(1, conversation, deed)
        await asyncio.sleep(2 * DAY)
        house.network.down = False
        await house.becomes(row.id, OutboxState.SENT, seconds=120)


@virtual
async def test_a_wall_clock_that_was_set_back_makes_nothing_old(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.wall.jump = -timedelta(days=3)
        await asyncio.sleep(60)
        row = await house.say(conversation, "It leaves today.")
        await house.becomes(row.id, OutboxState.SENT, seconds=10)
