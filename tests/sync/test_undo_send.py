"""What was just sent can be taken back for a moment, and stops where its writer has not seen everything."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from scrm_desktop.domain.commands import Care, OutboxState
from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.errors import InputError
from support.virtual_house import House, open_house
from support.virtual_time import virtual

HELD = Care(hold=10.0, stop_if_news=True)
PARTS = ("One", "Two", "Three")


async def asked(house: House) -> int:
    house.network.says("camille", "Where is my parcel?")
    return await house.conversation()


@virtual
async def test_it_waits_for_its_writer_to_think_again_and_then_leaves_once(tmp_path: Path):
    async with open_house(tmp_path) as house:
        row = await house.say(await asked(house), "It leaves today.", care=HELD)
        assert row.undo_until is not None
        await asyncio.sleep(9)
        (item,) = (one for one in await house.items(await house.conversation()) if one.outbox_id == row.id)
        assert (item.state, item.undo_until) == (OutboxState.QUEUED, row.undo_until)
        assert house.network.texts() == []
        await house.becomes(row.id, OutboxState.SENT, seconds=10)
        assert len(house.network.texts()) == 1


@virtual
async def test_what_is_taken_back_in_that_moment_never_leaves(tmp_path: Path):
    async with open_house(tmp_path) as house:
        row = await house.say(await asked(house), "It leaves today.", care=HELD)
        await asyncio.sleep(9)
        assert "It leaves today." in await house.service.cancel(row.id)
        await asyncio.sleep(120)
        assert house.network.texts() == []


@virtual
async def test_send_now_does_not_wait(tmp_path: Path):
    async with open_house(tmp_path) as house:
        row = await house.say(await asked(house), "It leaves today.", care=HELD)
        await house.service.retry(row.id)
        sent = await house.becomes(row.id, OutboxState.SENT, seconds=3)
        assert sent.undo_until is None


@virtual
async def test_a_crash_in_that_moment_loses_and_doubles_nothing(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    row = await house.say(await asked(house), "It leaves today.", care=HELD)
    await house.crash()
    await house.open()
    await house.sign_in()
    await house.becomes(row.id, OutboxState.SENT, seconds=60)
    assert len(house.network.texts()) == 1
    await house.close()


@virtual
async def test_a_clock_set_back_after_a_crash_holds_nothing_for_days(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    row = await house.say(await asked(house), "It leaves today.", care=HELD)
    await house.crash()
    house.wall.jump -= timedelta(days=3)
    await house.open()
    await house.sign_in()
    await house.becomes(row.id, OutboxState.SENT, seconds=60)
    await house.close()


@virtual
async def test_a_question_that_its_writer_has_not_seen_stops_it(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        row = await house.say(conversation, "It leaves today.", care=HELD)
        newest = list(house.network.messages)[-1]
        house.network.says("camille", "Forget it, it has arrived.", answers=newest)
        await house.service.check_now()
        held = await house.becomes(row.id, OutboxState.HELD, seconds=20)
        assert (held.error_code, held.tries) == ("NewsArrived", 0)
        assert held.error.endswith("wrote again: look before this goes out.")
        await asyncio.sleep(600)
        assert house.network.texts() == []
        # The person has looked, and wants it all the same.
        await house.service.retry(row.id)
        await house.becomes(row.id, OutboxState.SENT, seconds=10)


@virtual
async def test_nobody_is_asked_who_does_not_want_to_be(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        row = await house.say(conversation, "It leaves today.", care=Care(hold=10.0))
        house.network.says("camille", "Forget it.", answers=list(house.network.messages)[-1])
        await house.service.check_now()
        await house.becomes(row.id, OutboxState.SENT, seconds=120)


@virtual
async def test_what_was_seen_before_and_what_we_write_ourselves_is_no_news(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        first = await house.say(conversation, "It leaves today.", care=HELD)
        second = await house.say(conversation, "With the post.", care=HELD)
        await house.becomes(first.id, OutboxState.SENT, seconds=20)
        await house.becomes(second.id, OutboxState.SENT, seconds=20)


@virtual
async def test_a_thread_is_stopped_before_its_first_part_or_not_at_all(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        question = list(house.network.messages)[-1]
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        draft = Draft(conversation_id=conversation, mode=Mode.PUBLIC, account_id=1, text="")
        row = await house.service.send(draft, target, PARTS, HELD)
        await house.becomes(row.id, OutboxState.SENT, seconds=20)
        house.network.says("camille", "And tomorrow?", answers=question)
        await house.service.check_now()
        for one in await house.service.outbox(finished=True):
            await house.becomes(one.id, OutboxState.SENT, seconds=60)


@virtual
async def test_what_left_can_not_be_taken_back(tmp_path: Path):
    async with open_house(tmp_path) as house:
        row = await house.say(await asked(house), "It leaves today.", care=HELD)
        await house.becomes(row.id, OutboxState.SENT, seconds=20)
        with pytest.raises(InputError):
            await house.service.cancel(row.id)
