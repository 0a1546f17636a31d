"""Pain 10, the scheduled reply: it leaves at its time, once, and never over what the customer wrote first."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from scrm_desktop.domain.commands import Care, OutboxRow, OutboxState
from scrm_desktop.domain.triage import SetMuted, SetStatus, Snooze, Status
from scrm_desktop.domain.views import Draft, InboxQuery, Mode
from scrm_desktop.errors import InputError
from support.virtual_house import House, open_house
from support.virtual_time import virtual

HOUR = 3600.0
PARTS = ("One", "Two", "Three")


async def asked(house: House) -> int:
    house.network.says("camille", "Where is my parcel?")
    return await house.conversation()


def later(house: House, hours: float = 2.0) -> datetime:
    return house.wall() + timedelta(hours=hours)


async def scheduled(house: House, hours: float = 2.0, mode: Mode = Mode.PUBLIC) -> tuple[int, OutboxRow]:
    conversation = await asked(house)
    return conversation, await house.say(conversation, "It leaves today.", mode, care=Care(at=later(house, hours)))


async def writes_again(house: House) -> None:
    house.network.says("camille", "Forget it, it has arrived.", answers=list(house.network.messages)[-1])
    await house.service.check_now()


@pytest.mark.parametrize("mode", [Mode.PUBLIC, Mode.DIRECT])
@virtual
async def test_pain_10_a_scheduled_reply_leaves_at_its_time_and_once(tmp_path: Path, mode: Mode):
    async with open_house(tmp_path) as house:
        conversation, row = await scheduled(house, mode=mode)
        assert (row.scheduled_at, row.undo_until) == (later(house), None)
        await asyncio.sleep(2 * HOUR - 30)
        (item,) = (one for one in await house.items(conversation) if one.outbox_id == row.id)
        assert (item.state, item.scheduled_at, item.at) == (OutboxState.QUEUED, row.scheduled_at, row.scheduled_at)
        assert house.network.texts() == []
        await house.becomes(row.id, OutboxState.SENT, seconds=60)
        assert len(house.network.texts()) == 1


@virtual
async def test_what_waits_longer_than_a_day_for_its_time_is_not_old(tmp_path: Path):
    async with open_house(tmp_path) as house:
        _, row = await scheduled(house, hours=26)
        await asyncio.sleep(26 * HOUR - 60)
        await house.becomes(row.id, OutboxState.SENT, seconds=120)


@virtual
async def test_pain_10_it_is_held_at_once_when_the_customer_writes_first(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation, row = await scheduled(house)
        await house.service.triage(SetStatus(conversations=(conversation,), status=Status.DONE))
        await writes_again(house)
        held = await house.becomes(row.id, OutboxState.HELD, seconds=30)
        assert (held.error_code, held.tries) == ("WroteFirst", 0)
        assert held.error.endswith("wrote before your reply went; it waits for you.")
        line = (await house.service.conversation_rows((conversation,)))[conversation]
        assert (line.status, line.last_text, line.reply_held) == (Status.OPEN, "Forget it, it has arrived.", True)
        assert line.waiting_since is not None
        await asyncio.sleep(3 * HOUR)
        assert house.network.texts() == []
        # The person has looked, and wants it all the same.
        await house.service.retry(row.id)
        await house.becomes(row.id, OutboxState.SENT, seconds=10)


@virtual
async def test_also_where_the_conversation_is_muted(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation, row = await scheduled(house)
        await house.service.triage(SetMuted(conversations=(conversation,), on=True))
        await writes_again(house)
        await house.becomes(row.id, OutboxState.HELD, seconds=30)


@virtual
async def test_somebody_elses_conversation_holds_nothing(tmp_path: Path):
    async with open_house(tmp_path) as house:
        _, row = await scheduled(house, hours=1)
        house.network.says("bob", "And mine?")
        await house.service.check_now()
        await house.becomes(row.id, OutboxState.SENT, seconds=HOUR + 60)


@virtual
async def test_a_reply_that_waits_for_its_time_holds_no_other_back(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation, first = await scheduled(house)
        second = await house.say(conversation, "We are looking.")
        await house.becomes(second.id, OutboxState.SENT, seconds=10)
        assert (await house.row(first.id)).state is OutboxState.QUEUED
        await house.becomes(first.id, OutboxState.SENT, seconds=2 * HOUR + 60)


@virtual
async def test_send_now_does_not_wait(tmp_path: Path):
    async with open_house(tmp_path) as house:
        _, row = await scheduled(house)
        await house.service.retry(row.id)
        await house.becomes(row.id, OutboxState.SENT, seconds=3)


@virtual
async def test_another_time_is_another_time(tmp_path: Path):
    async with open_house(tmp_path) as house:
        _, row = await scheduled(house, hours=1)
        await house.service.reschedule(row.id, later(house, 2))
        await asyncio.sleep(HOUR + 600)
        assert house.network.texts() == []
        await house.becomes(row.id, OutboxState.SENT, seconds=HOUR)
        with pytest.raises(InputError):
            await house.service.reschedule(row.id, later(house))


@virtual
async def test_no_time_that_has_passed_and_none_beyond_a_year(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation, row = await scheduled(house)
        for hours in (-1.0, 0.0, 400 * 24.0):
            with pytest.raises(InputError):
                await house.service.reschedule(row.id, later(house, hours))
            with pytest.raises(InputError):
                await house.say(conversation, "Too late.", care=Care(at=later(house, hours)))


@virtual
async def test_pain_19_taken_back_it_is_a_draft_as_it_was_written(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation, account = await asked(house), 1
        photo = tmp_path / "shelf.png"
        photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
        row = await house.say(
            conversation,
            "It leaves today.",
            care=Care(at=later(house)),
            content_warning="Post",
            media=((str(photo), "A shelf"),),
        )
        photo.unlink()
        begun = Draft(conversation_id=conversation, mode=Mode.PUBLIC, account_id=account, text="And thanks.")
        await house.service.save_draft(begun)
        draft = await house.service.take_back(row.id)
        assert draft == (await house.service.draft(conversation, Mode.PUBLIC, account)) or draft.saved_at is None
        assert (draft.text, draft.content_warning) == ("It leaves today.\n\nAnd thanks.", "Post")
        ((path, description),) = draft.media
        assert (Path(path).name, description, Path(path).stat().st_size) == ("shelf.png", "A shelf", 48)
        await asyncio.sleep(3 * HOUR)
        assert house.network.texts() == []
        # Its file is still there after another start, which removes what nobody needs.
        await house.close()
        await house.open()
        assert Path(path).exists()


@pytest.mark.parametrize("asleep", [False, True], ids=["closed", "asleep"])
@virtual
async def test_pain_10_what_came_due_while_nothing_ran_asks_first(tmp_path: Path, asleep: bool):
    async with open_house(tmp_path) as house:
        conversation, row = await scheduled(house, hours=1)
        await house.service.triage(Snooze(conversations=(conversation,), until=later(house, 100)))
        if not asleep:
            await house.close()
        house.wall.jump += timedelta(hours=1, minutes=16)
        house.server_clock.jump += timedelta(hours=1, minutes=16)
        if not asleep:
            await house.open()
        held = await house.becomes(row.id, OutboxState.HELD, seconds=60)
        assert held.error_code == "MissedItsTime"
        line = (await house.service.conversation_rows((conversation,)))[conversation]
        assert (line.status, line.unread, line.reply_held) == (Status.OPEN, 1, True)
        await asyncio.sleep(600)
        assert house.network.texts() == []
        assert next(iter(await house.service.events(conversation))).kind == "missed"
        await house.service.reschedule(row.id, later(house, 1))
        await house.becomes(row.id, OutboxState.SENT, seconds=HOUR + 60)


@virtual
async def test_a_few_minutes_late_are_no_question(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    _, row = await scheduled(house, hours=1)
    await house.close()
    house.wall.jump += timedelta(hours=1, minutes=14)
    await house.open()
    await house.sign_in()
    await house.becomes(row.id, OutboxState.SENT, seconds=30)
    await house.close()


@pytest.mark.parametrize("why", ["offline", "signed out"])
@virtual
async def test_an_account_that_can_not_send_at_the_time_asks_though_it_comes_back(tmp_path: Path, why: str):
    async with open_house(tmp_path) as house:
        _, row = await scheduled(house, hours=1)
        house.network.down = why == "offline"
        house.network.revoked = why == "signed out"
        # It is told while the account is still away.
        held = await house.becomes(row.id, OutboxState.HELD, seconds=HOUR + 20 * 60)
        assert held.error_code == "MissedItsTime"
        house.network.down = house.network.revoked = False
        await house.sign_in()
        await asyncio.sleep(600)
        assert house.network.texts() == []


@virtual
async def test_an_account_that_is_removed_keeps_the_text(tmp_path: Path):
    async with open_house(tmp_path) as house:
        _, row = await scheduled(house)
        await house.service.remove_account(1)
        failed = await house.becomes(row.id, OutboxState.FAILED, seconds=10)
        assert failed.error == "This account was removed."
        with pytest.raises(InputError):
            await house.service.reschedule(row.id, later(house))


@virtual
async def test_a_thread_leaves_at_its_time_whole(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        draft = Draft(conversation_id=conversation, mode=Mode.PUBLIC, account_id=1, text="")
        await house.service.send(draft, target, PARTS, Care(at=later(house, 1)))
        await asyncio.sleep(HOUR - 30)
        assert house.network.texts() == []
        for one in await house.service.outbox(finished=True):
            await house.becomes(one.id, OutboxState.SENT, seconds=120)
        assert len(house.network.texts()) == 3


@virtual
async def test_a_thread_is_held_moved_and_taken_back_whole(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        draft = Draft(conversation_id=conversation, mode=Mode.PUBLIC, account_id=1, text="")
        first = await house.service.send(draft, target, PARTS, Care(at=later(house, 1)))
        await writes_again(house)
        await house.becomes(first.id, OutboxState.HELD, seconds=30)
        await house.service.reschedule(first.id, later(house, 5))
        rows = await house.service.outbox()
        assert {row.scheduled_at for row in rows} == {later(house, 5)}
        assert (await house.service.take_back(first.id)).text == "One\n\nTwo\n\nThree"
        assert await house.service.outbox() == ()
        await asyncio.sleep(6 * HOUR)
        assert house.network.texts() == []


@virtual
async def test_a_crash_loses_and_doubles_nothing(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    _, row = await scheduled(house, hours=1)
    for pause in (HOUR / 2, HOUR / 2 + 0.3):
        await asyncio.sleep(pause)
        await house.crash()
        await house.open()
        await house.sign_in()
    await house.becomes(row.id, OutboxState.SENT, seconds=300)
    assert len(house.network.texts()) == 1
    await house.close()


@virtual
async def test_a_wall_clock_that_was_set_back_sends_nothing_early(tmp_path: Path):
    async with open_house(tmp_path) as house:
        _, row = await scheduled(house, hours=1)
        house.wall.jump -= timedelta(hours=2)
        await asyncio.sleep(HOUR + 600)
        assert house.network.texts() == []
        await house.becomes(row.id, OutboxState.SENT, seconds=2 * HOUR)


@virtual
async def test_a_single_run_sends_what_is_due_and_asks_about_the_rest(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    conversation, early = await scheduled(house, hours=1)
    late = await house.say(conversation, "And the invoice.", care=Care(at=later(house, 1.5)))
    future = await house.say(conversation, "And a voucher.", care=Care(at=later(house, 9)))
    await house.close()
    house.wall.jump += timedelta(hours=1, minutes=35)
    await house.open(start=False)
    await house.service.sync_once()
    states = [(await house.row(row.id)).state for row in (early, late, future)]
    assert states == [OutboxState.HELD, OutboxState.SENT, OutboxState.QUEUED]
    await house.close()


@virtual
async def test_the_scheduled_can_be_found(tmp_path: Path):
    from scrm_desktop.domain.query import parse

    async with open_house(tmp_path) as house:
        conversation, row = await scheduled(house)
        house.network.says("bob", "And mine?")
        await house.conversation(2)
        query = InboxQuery(where=parse("has:scheduled").node)
        assert list(await house.service.conversation_ids(query)) == [conversation]
        line = (await house.service.conversation_rows((conversation,)))[conversation]
        assert (line.scheduled_at, line.waiting_since, line.reply_held) == (row.scheduled_at, None, False)
        await house.service.cancel(row.id)
        assert list(await house.service.conversation_ids(query)) == []
