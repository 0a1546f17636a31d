"""One sender an account: exactly once, in order, and what nobody knows is looked for."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, OutboxState
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.views import Mode
from support.fake_network import DEADLINE
from support.virtual_house import House, open_house
from support.virtual_time import virtual


async def asked(house: House, text: str = "Where is my parcel?", **more) -> int:
    before = len(await house.conversations())
    house.network.says("camille", text, **more)
    return await house.conversation(before + 1)


@virtual
async def test_an_answer_is_sent_once_and_its_echo_is_the_same_bubble(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        row = await house.say(conversation, "It leaves today.")
        assert row.state is OutboxState.QUEUED
        row = await house.becomes(row.id, OutboxState.SENT)
        assert house.network.texts() == ["@camille@fake.test It leaves today."]
        items = await house.items(conversation)
        assert [item.key for item in items][-1] == f"o:{row.id}"
        assert len(items) == 2


@pytest.mark.parametrize("keys", [True, False])
@pytest.mark.parametrize("fault", ["drop_after", "500_after", "hang", "drop_before", "500", "html"])
@pytest.mark.parametrize("mode", [Mode.PUBLIC, Mode.DIRECT])
@virtual
async def test_no_answer_is_never_two_and_never_none(tmp_path: Path, fault: str, keys: bool, mode: Mode):
    async with open_house(tmp_path, keys=keys) as house:
        await asyncio.sleep(1)
        conversation = await asked(house)
        house.network.faults["perform"] = [fault]
        row = await house.say(conversation, "It leaves today.", mode)
        effect = fault in {"drop_after", "500_after"}
        if mode is Mode.DIRECT and not effect and not house.service.capabilities(row.account_id).idempotency:
            row = await house.until(lambda: asks(house, row.id))
            assert row.state is OutboxState.UNCONFIRMED
            assert house.network.texts() == []
            await house.service.send_again(row.id)
        await house.becomes(row.id, OutboxState.SENT)
        assert len(house.network.texts()) == 1
        performed = [name for _, name in house.network.calls].count("perform")
        assert performed == (1 if effect else 2)


async def asks(house: House, outbox_id: int):
    row = await house.row(outbox_id)
    return row if row.error_code == "MaybeSent" else None


@virtual
async def test_a_commit_after_the_read_back_within_settle_is_found(tmp_path: Path):
    async with open_house(tmp_path, keys=False) as house:
        conversation = await asked(house)
        house.network.faults["perform"] = ["late"]
        row = await house.say(conversation, "It leaves today.")
        await house.becomes(row.id, OutboxState.SENT)
        assert len(house.network.texts()) == 1
        assert [name for _, name in house.network.calls].count("find_sent") >= 2, "an early look said no"


@virtual
async def test_what_arrived_is_seen_within_seconds(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.network.faults["perform"] = ["drop_after"]
        row = await house.say(conversation, "It leaves today.")
        await house.becomes(row.id, OutboxState.SENT, seconds=6)


@virtual
async def test_what_can_not_be_read_back_is_put_to_the_person(tmp_path: Path):
    async with open_house(tmp_path, keys=False) as house:
        conversation = await asked(house, visibility=Visibility.DIRECT)
        house.network.faults["find_sent"] = ["unsupported"] * 10
        house.network.faults["perform"] = ["drop_before"]
        row = await house.say(conversation, "Your address?", Mode.DIRECT)
        row = await house.until(lambda: asks(house, row.id))
        assert "look" in row.error
        assert [name for _, name in house.network.calls].count("perform") == 1


@pytest.mark.parametrize(("fault", "code"), [("403", "Forbidden"), ("404", "Gone"), ("422", "Rejected")])
@virtual
async def test_a_refusal_is_told_and_not_tried_again(tmp_path: Path, fault: str, code: str):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.network.faults["perform"] = [fault]
        row = await house.say(conversation, "It leaves today.")
        row = await house.becomes(row.id, OutboxState.FAILED)
        assert row.error_code == code
        assert row.error
        await asyncio.sleep(300)
        assert house.network.texts() == []
        await house.service.retry(row.id)
        await house.becomes(row.id, OutboxState.SENT)


@virtual
async def test_offline_everything_waits_and_leaves_within_seconds_of_the_return(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.network.down = True
        rows = [await house.say(conversation, f"Answer {number}") for number in range(5)]
        await asyncio.sleep(60)
        assert (await house.health()).health is Health.OFFLINE
        assert {(await house.row(row.id)).state for row in rows} == {OutboxState.QUEUED}
        house.network.down = False
        await house.becomes(rows[-1].id, OutboxState.SENT, seconds=10)
        assert [text.split(" ", 1)[1] for text in house.network.texts()] == [f"Answer {number}" for number in range(5)]


@virtual
async def test_order_is_kept_in_a_conversation_and_others_pass(tmp_path: Path):
    async with open_house(tmp_path) as house:
        first = await asked(house, "First?")
        second = await asked(house, "Second?")
        house.network.faults["perform"] = ["drop_before"]
        one = await house.say(first, "One")
        two = await house.say(first, "Two")
        other = await house.say(second, "Other")
        await house.becomes(other.id, OutboxState.SENT, seconds=10)
        assert (await house.row(one.id)).state is OutboxState.UNCONFIRMED
        assert (await house.row(two.id)).state is OutboxState.QUEUED
        await house.becomes(two.id, OutboxState.SENT)
        assert [text.split(" ", 1)[1] for text in house.network.texts()] == ["Other", "One", "Two"]


@virtual
async def test_asked_to_slow_down_the_account_waits_as_told(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.network.faults["perform"] = ["rate"]
        row = await house.say(conversation, "It leaves today.")
        await asyncio.sleep(80)
        calls = len(house.network.calls)
        assert (await house.row(row.id)).state is OutboxState.QUEUED
        await asyncio.sleep(5)
        assert len(house.network.calls) == calls, "nothing at all is asked meanwhile"
        await house.becomes(row.id, OutboxState.SENT, seconds=15)
        assert len(house.network.texts()) == 1


@virtual
async def test_a_short_pause_is_not_made_a_long_one(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.network.faults["perform"] = ["rate_short"]
        rows = [await house.say(conversation, f"Answer {number}") for number in range(3)]
        await house.becomes(rows[-1].id, OutboxState.SENT, seconds=6)


@virtual
async def test_a_refused_login_pauses_the_account_and_keeps_the_outbox(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.network.revoked = True
        row = await house.say(conversation, "It leaves today.")
        await asyncio.sleep(30)
        health = await house.health()
        assert health.health is Health.SIGN_IN
        assert health.next_check_at is None
        assert (await house.row(row.id)).state is OutboxState.QUEUED
        calls = len(house.network.calls)
        await asyncio.sleep(3600)
        assert len(house.network.calls) == calls
        await house.sign_in()
        await house.becomes(row.id, OutboxState.SENT, seconds=10)


@virtual
async def test_deleting_what_is_gone_is_done(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        row = await house.say(conversation, "It leaves today.")
        sent = await house.becomes(row.id, OutboxState.SENT)
        house.network.deletes(sent.remote_id)
        delete = DoDeed(deed=Deed.DELETE, target=sent.remote_id)
        row = await house.service.act(row.account_id, conversation, delete)
        await house.becomes(row.id, OutboxState.SENT)


@virtual
async def test_an_edit_without_an_answer_is_simply_repeated(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        row = await house.say(conversation, "It leaves today.")
        sent = await house.becomes(row.id, OutboxState.SENT)
        house.network.faults["perform"] = ["drop_before", "drop_after"]
        edit = EditMessage(remote_id=sent.remote_id, text="It leaves tomorrow.")
        row = await house.service.act(row.account_id, conversation, edit)
        await house.becomes(row.id, OutboxState.SENT, seconds=60)
        assert house.network.messages[sent.remote_id].text == "It leaves tomorrow."


@pytest.mark.parametrize("moment", [0.0, 0.03, 0.07, 0.12, 0.2])
@pytest.mark.parametrize("keys", [True, False])
@virtual
async def test_killed_while_sending_it_is_there_once(tmp_path: Path, moment: float, keys: bool):
    house = House(tmp_path, keys=keys)
    await house.open()
    await house.sign_in()
    conversation = await asked(house)
    row = await house.say(conversation, "It leaves today.")
    await asyncio.sleep(moment)
    await house.crash()
    await house.open()
    await house.becomes(row.id, OutboxState.SENT)
    assert len(house.network.texts()) == 1
    await house.close()


@virtual
async def test_a_bug_in_a_channel_stops_only_its_account_and_it_starts_again(tmp_path: Path):
    async with open_house(tmp_path, servers=2) as house:
        conversation = await asked(house)
        house.network.faults["perform"] = ["bug"]
        row = await house.say(conversation, "It leaves today.")
        await asyncio.sleep(0.5)
        first, second = await house.service.accounts()
        assert first.health.health is Health.TROUBLE
        assert first.health.error_code == "BugError"
        assert second.health.health is Health.OK
        await house.becomes(row.id, OutboxState.SENT, seconds=300)
        assert len(house.network.texts()) == 1


@virtual
async def test_closing_waits_for_what_is_under_way(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    conversation = await asked(house)
    row = await house.say(conversation, "It leaves today.")
    await asyncio.sleep(0.08)
    await house.close()
    await house.open(start=False)
    assert (await house.row(row.id)).state is OutboxState.SENT
    await house.close()
    assert house.timing.close_grace < DEADLINE


@pytest.mark.parametrize("fault", ["401", "403", "404", "422", "500", "unsupported", "drop_before"])
@virtual
async def test_what_goes_wrong_before_the_first_byte_never_fails_a_row(tmp_path: Path, fault: str):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.network.faults["fence"] = [fault] * 2
        row = await house.say(conversation, "It leaves today.")
        row = await house.becomes(row.id, OutboxState.SENT, seconds=60)
        assert row.tries == 1
        assert len(house.network.texts()) == 1


@virtual
async def test_a_row_that_can_not_leave_says_why_and_leaves_when_it_can(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.network.faults["fence"] = ["404"] * house.timing.fence_limit
        row = await house.say(conversation, "It leaves today.")
        told = await house.until(lambda: said(house, row.id, "Gone"), 60)
        assert (told.state, told.tries) == (OutboxState.QUEUED, 0)
        row = await house.becomes(row.id, OutboxState.SENT, seconds=60)
        assert row.error == ""


async def said(house: House, outbox_id: int, code: str):
    row = await house.row(outbox_id)
    return row if row.error_code == code else None


@virtual
async def test_a_clock_that_was_wrong_when_the_program_ended_holds_nothing_back(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    conversation = await asked(house)
    house.wall.jump = timedelta(hours=2)
    await asyncio.sleep(10)
    house.network.faults["perform"] = ["422"]
    house.network.faults["fence"] = ["500"] * 8
    row = await house.say(conversation, "It leaves today.")
    await house.until(lambda: said(house, row.id, "ServerTrouble"), 60)
    await house.crash()
    house.network.faults.clear()
    house.wall.jump = timedelta(0)
    await house.open()
    await house.becomes(row.id, OutboxState.SENT, seconds=10)
    await house.close()


@virtual
async def test_an_edit_that_breaks_the_program_each_time_is_put_to_the_person(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        row = await house.say(conversation, "It leaves today.")
        sent = await house.becomes(row.id, OutboxState.SENT)
        house.network.faults["perform"] = ["bug"] * 100
        edit = EditMessage(remote_id=sent.remote_id, text="It leaves tomorrow.")
        row = await house.service.act(row.account_id, conversation, edit)
        await house.until(lambda: asks(house, row.id), 3 * 3600)
        await asyncio.sleep(600)
        assert (await house.health()).health is Health.OK, "the account goes on"


@virtual
async def test_many_accounts_that_hang_end_together(tmp_path: Path):
    house = House(tmp_path, servers=5)
    await house.open()
    await house.sign_in()
    for network in house.networks.values():
        network.says("camille", "Where is my parcel?")
    await house.conversation(5)
    for network in house.networks.values():
        network.faults["perform"] = ["hang"]
    for conversation in await house.conversations():
        await house.say(conversation, "It leaves today.")
    await asyncio.sleep(1)
    began = asyncio.get_running_loop().time()
    await house.close()
    assert asyncio.get_running_loop().time() - began < house.timing.close_grace + 1
