"""The service's own life: what it takes up at the start, single runs, pictures, accounts."""

import asyncio
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.triage import SetStatus, Status
from scrm_desktop.domain.views import Mode
from scrm_desktop.errors import InputError, Offline, SignInNeeded, Unsupported
from support.fake_channel import PNG
from support.virtual_house import House, open_house
from support.virtual_time import virtual


async def asked(house: House, text: str = "Where is my parcel?", **more) -> int:
    before = len(await house.conversations())
    house.network.says("camille", text, **more)
    return await house.conversation(before + 1)


@virtual
async def test_what_waited_for_a_week_asks_first(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    conversation = await asked(house)
    house.network.down = True
    row = await house.say(conversation, "It leaves today.")
    await house.close()
    house.wall.jump = timedelta(days=7)
    house.network.down = False
    await house.open()
    held = await house.becomes(row.id, OutboxState.HELD, seconds=1)
    assert held.error_code == "WaitedTooLong"
    assert "2026-03-02" in held.error
    await asyncio.sleep(120)
    assert house.network.texts() == []
    await house.service.retry(row.id)
    await house.becomes(row.id, OutboxState.SENT, seconds=10)
    await house.close()


@virtual
async def test_what_waited_for_an_hour_just_leaves(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    conversation = await asked(house)
    house.network.down = True
    row = await house.say(conversation, "It leaves today.")
    await house.close()
    house.wall.jump = timedelta(hours=1)
    house.network.down = False
    await house.open()
    await house.becomes(row.id, OutboxState.SENT, seconds=10)
    await house.close()


@virtual
async def test_a_clock_set_back_does_not_delay_or_reorder(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.network.faults["perform"] = ["500"]
        first = await house.say(conversation, "One")
        await asyncio.sleep(1)
        house.wall.jump = -timedelta(hours=1)
        second = await house.say(conversation, "Two")
        await house.becomes(second.id, OutboxState.SENT, seconds=120)
        assert (await house.row(first.id)).state is OutboxState.SENT
        assert [text.split()[-1] for text in house.network.texts()] == ["One", "Two"]


@virtual
async def test_a_single_run_reads_sends_and_reports(tmp_path: Path):
    house = House(tmp_path, servers=2)
    await house.open(start=False)
    await house.sign_in()
    first, second = house.networks.values()
    second.down = True
    first.says("camille", "Hello?")
    first.says("jonas", "Anybody there?")
    reports = await house.service.sync_once(days=3)
    assert [report.new for report in reports] == [2, 0]
    assert reports[0].error is None
    assert isinstance(reports[1].error, Offline)
    reports = await house.service.sync_once()
    assert reports[0].new == 0
    row = await house.say(await house.conversation(2), "Yes")
    assert (await house.row(row.id)).state is OutboxState.QUEUED
    await house.service.sync_once()
    assert (await house.row(row.id)).state is OutboxState.SENT
    healths = [view.health.health for view in await house.service.accounts()]
    assert healths == [Health.OK, Health.OFFLINE]
    assert all(session.closed for session in house.channel.sessions)
    await house.close()


@virtual
async def test_waiting_for_one_message_sends_it(tmp_path: Path):
    house = House(tmp_path)
    await house.open(start=False)
    await house.sign_in()
    house.network.says("camille", "Hello?")
    await house.service.sync_once()
    conversation = await house.conversation()
    house.network.faults["perform"] = ["drop_after"]
    row = await house.say(conversation, "Yes")
    assert (await house.service.wait_sent(row.id, 120)).state is OutboxState.SENT
    house.network.down = True
    row = await house.say(conversation, "And?")
    assert (await house.service.wait_sent(row.id, 5)).state is OutboxState.QUEUED
    house.network.down = False
    house.network.revoked = True
    assert (await house.service.wait_sent(row.id, 60)).state is OutboxState.QUEUED
    with pytest.raises(InputError):
        await house.service.wait_sent(999, 1)
    await house.close()


@virtual
async def test_a_refused_login_is_reported_by_a_single_run(tmp_path: Path):
    house = House(tmp_path)
    await house.open(start=False)
    await house.sign_in()
    house.network.revoked = True
    (report,) = await house.service.sync_once()
    assert isinstance(report.error, SignInNeeded)
    assert (await house.health()).health is Health.SIGN_IN
    await house.close()


@virtual
async def test_a_picture_is_fetched_once_and_only_when_it_is_one(tmp_path: Path):
    async with open_house(tmp_path) as house:
        path = await house.service.picture(1, "https://n0.test/evil/../../name.png")
        assert path.parent == house.profile / "pictures"
        assert path.suffix == ".png"
        assert path.read_bytes() == PNG
        assert path.stat().st_mode & 0o077 == 0
        assert await house.service.picture(1, "https://n0.test/evil/../../name.png") == path
        assert [name for _, name in house.network.calls].count("download") == 1
        with pytest.raises(Unsupported):
            await house.service.picture(1, "https://n0.test/drawing.svg")
        assert [found.name for found in path.parent.iterdir()] == [path.name]


@virtual
async def test_a_removed_account_is_revoked_forgotten_and_silent(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        await house.service.remove_account(1)
        assert [name for _, name in house.network.calls].count("revoke") == 1
        assert await house.service.accounts() == ()
        calls = len(house.network.calls)
        await asyncio.sleep(600)
        assert len(house.network.calls) == calls
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        assert "removed" in target.unavailable
        with pytest.raises(InputError):
            await house.say(conversation, "Still there?")


@virtual
async def test_a_server_that_is_down_does_not_keep_an_account(tmp_path: Path, caplog):
    async with open_house(tmp_path) as house:
        house.network.down = True
        with caplog.at_level(logging.WARNING):
            await house.service.remove_account(1)
        assert "could not be given back" in caplog.text
        assert await house.service.accounts() == ()


@virtual
async def test_what_a_server_allows_is_known_after_a_restart_without_network(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    await house.sign_in()
    await asyncio.sleep(1)
    assert house.service.capabilities(1).software == "Fake"
    await house.close()
    house.network.down = True
    await house.open()
    assert house.service.capabilities(1).software == "Fake"
    await house.close()


@virtual
async def test_triage_and_labels_are_told_to_the_screens(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.changes.clear()
        undo = await house.service.triage(SetStatus(conversations=(conversation,), status=Status.DONE))
        label = await house.service.add_label("Parcel", "amber")
        await asyncio.sleep(0.1)
        assert any(conversation in changes.conversations for changes in house.changes)
        assert any(changes.labels for changes in house.changes)
        await house.service.triage(undo)
        assert (await house.service.labels()) == (label,)
        assert (await house.service.counts()).open == 1


@virtual
async def test_a_direct_conversation_is_answered_in_private(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house, visibility=Visibility.DIRECT)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        assert target.visibility is Visibility.DIRECT


@virtual
async def test_closing_twice_is_harmless(tmp_path: Path):
    house = House(tmp_path)
    service = await house.open()
    await service.close()
    await service.close()
