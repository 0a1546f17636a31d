"""Polling, streaming and history: everything once, nothing missed, each account for itself."""

import asyncio
import contextlib
from datetime import timedelta
from pathlib import Path

import pytest

from scrm_desktop.channels.base import StreamSpec
from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.events import Page
from support.fake_channel import FakeSession
from support.fake_network import FakeNetwork
from support.virtual_house import House, open_house
from support.virtual_time import virtual


def count(network: FakeNetwork, operation: str, since: float = 0.0) -> int:
    return sum(name == operation and at >= since for at, name in network.calls)


async def texts(house: House) -> set[str]:
    rows = await house.service.conversation_rows(tuple(await house.conversations()))
    return {row.last_text for row in rows.values()}


@pytest.mark.parametrize("streams", [True, False])
@virtual
async def test_a_message_arrives_by_itself_and_rings_once(tmp_path: Path, streams: bool):
    house = House(tmp_path, streams=streams)
    await house.open()
    await house.sign_in()
    await asyncio.sleep(1)
    house.network.says("camille", "Hello?")
    await asyncio.sleep(1.0 if streams else 35)
    assert await texts(house) == {"Hello?"}
    await asyncio.sleep(300)
    arrived = [changes.arrived for changes in house.changes if changes.arrived]
    assert len(arrived) == 1, "the stream and the poll bring the same message: it rings once"
    await house.close()


@virtual
async def test_polling_slows_down_while_the_stream_is_healthy(tmp_path: Path):
    async with open_house(tmp_path) as house:
        await asyncio.sleep(10)
        since = asyncio.get_running_loop().time()
        await asyncio.sleep(600)
        assert 8 <= count(house.network, "newer", since) <= 12


@virtual
async def test_an_answer_can_say_how_seldom_to_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The pace is that after the answer, not that before it."""
    asked = 0

    def streams(_: FakeSession) -> tuple[StreamSpec, ...]:
        return (StreamSpec("all", "Everything", 7200.0 if asked else 30.0),)

    newer = FakeSession.newer

    async def counted(self: FakeSession, stream: str, cursor: str | None) -> Page:
        nonlocal asked
        asked += 1
        return await newer(self, stream, cursor)

    monkeypatch.setattr(FakeSession, "streams", property(streams))
    monkeypatch.setattr(FakeSession, "newer", counted)
    house = House(tmp_path, streams=False)
    await house.open()
    await house.sign_in()
    await asyncio.sleep(10)
    first = asked
    await asyncio.sleep(6000)
    assert (first > 0, asked) == (True, first)
    await asyncio.sleep(2000)
    assert asked > first
    await house.close()


@virtual
async def test_what_came_between_two_streams_is_read_at_once(tmp_path: Path):
    async with open_house(tmp_path) as house:
        await asyncio.sleep(100)
        house.network.faults["listen"] = ["closes"]
        for queue in house.network.listeners:
            queue.put_nowait(None)
        listeners, house.network.listeners = house.network.listeners, []
        house.network.says("camille", "In between")
        house.network.listeners = listeners
        await asyncio.sleep(3)
        assert await texts(house) == {"In between"}


@virtual
async def test_a_network_that_is_gone_is_told_at_once_and_until_it_is_back(tmp_path: Path):
    async with open_house(tmp_path) as house:
        await asyncio.sleep(90)
        assert (await house.health()).streaming
        house.network.down = True
        for queue in house.network.listeners:
            queue.put_nowait(None)
        told: set[Health] = set()
        await asyncio.sleep(1)
        for _ in range(400):
            told.add((await house.health()).health)
            await asyncio.sleep(0.25)
        assert told == {Health.OFFLINE}
        house.network.down = False
        await house.until(lambda: fares(house, Health.OK), 10)


async def fares(house: House, health: Health) -> bool:
    return (await house.health()).health is health


@virtual
async def test_a_listener_without_cursors_has_the_streams_read_at_once(tmp_path: Path):
    async with open_house(tmp_path) as house:
        await asyncio.sleep(100)
        listeners, house.network.listeners = house.network.listeners, []
        house.network.says("camille", "Only a poll can fetch this")
        await asyncio.sleep(1)
        assert await texts(house) == set()
        for queue in listeners:
            queue.put_nowait(Page(wake=True))
        await asyncio.sleep(1)
        assert await texts(house) == {"Only a poll can fetch this"}
        house.network.listeners = listeners


@virtual
async def test_a_stream_that_is_closed_at_once_is_not_stormed(tmp_path: Path):
    house = House(tmp_path)
    house.network.faults["listen"] = ["closes"] * 1000
    await house.open()
    await house.sign_in()
    await asyncio.sleep(1200)
    times = [at for at, name in house.network.calls if name == "listen"]
    assert len(times) > 8
    for start in times:
        assert sum(start <= at < start + 60 for at in times) < 10
    await house.close()


@virtual
async def test_a_silent_stream_is_opened_again_and_polls_go_on(tmp_path: Path):
    house = House(tmp_path)
    house.network.faults["listen"] = ["silent"]
    await house.open()
    await house.sign_in()
    await asyncio.sleep(house.timing.stream_silence + 20)
    assert count(house.network, "listen") == 2
    assert count(house.network, "newer") >= 3
    await house.close()


@virtual
async def test_five_thousand_waiting_messages_are_read_page_by_page(tmp_path: Path):
    house = House(tmp_path, page=200)
    await house.open()
    await house.sign_in()
    await asyncio.sleep(1)
    await house.close()
    for number in range(1000):
        house.network.says(f"c{number}", f"Message {number}")
    await house.open()
    await asyncio.sleep(20)
    assert len(await house.conversations()) == 1000
    await house.close()


@virtual
async def test_a_list_that_leads_back_to_itself_is_cut_and_told(tmp_path: Path):
    async with open_house(tmp_path) as house:
        await asyncio.sleep(1)
        house.network.faults["newer"] = ["loop"] * 5
        before = count(house.network, "newer")
        await house.service.check_now()
        await asyncio.sleep(0.5)
        assert count(house.network, "newer") - before <= house.timing.same_cursor_limit + 1
        health = await house.health()
        assert health.health is Health.TROUBLE
        assert "leads back to itself" in health.message
        await asyncio.sleep(300)
        assert (await house.health()).health is Health.OK


@virtual
async def test_a_cursor_that_expired_starts_at_the_newest_and_the_hole_is_filled(tmp_path: Path):
    house = House(tmp_path, streams=False, page=5)
    await house.open()
    await house.sign_in()
    house.network.says("first", "Before")
    await asyncio.sleep(40)
    house.network.faults["newer"] = ["404"]
    for number in range(30):
        house.network.says(f"c{number}", f"Message {number}")
        await asyncio.sleep(0.01)
    await asyncio.sleep(60)
    assert await texts(house) == {"Before"} | {f"Message {number}" for number in range(30)}
    assert [one.gaps for one in await house.service.coverage()] == [()]
    await house.close()


@virtual
async def test_a_hole_that_opens_while_history_is_read_is_filled_too(tmp_path: Path):
    house = House(tmp_path, streams=False, page=2)
    for number in range(80):
        house.network.says(f"h{number}", f"Hour {number}", at=house.wall() - timedelta(hours=80 - number))
    await house.open()
    await house.sign_in()
    await asyncio.sleep(2)
    assert 4 < len(await house.conversations()) < 60, "the walk is under way"
    house.network.faults["newer"] = ["404"]
    for number in range(30):
        house.network.says(f"c{number}", f"Message {number}")
        await asyncio.sleep(0.01)
    await house.service.check_now()
    await asyncio.sleep(120)
    assert await texts(house) >= {f"Message {number}" for number in range(30)}
    assert len(await house.conversations()) == 110
    assert [one.gaps for one in await house.service.coverage()] == [()]
    await house.close()


@virtual
async def test_history_is_read_newest_first_and_neither_rings_nor_is_unread(tmp_path: Path):
    house = House(tmp_path, page=4)
    for number in range(30):
        at = house.wall() - timedelta(days=29 - number, hours=1)
        house.network.says(f"c{number}", f"Day {number}", at=at)
    await house.open()
    account = await house.sign_in()
    await asyncio.sleep(60)
    assert await texts(house) == {f"Day {number}" for number in range(16, 30)}
    assert all(not changes.arrived for changes in house.changes)
    assert (await house.service.counts()).unread == 0
    await house.service.backfill(account.id, 100)
    await asyncio.sleep(60)
    assert await texts(house) == {f"Day {number}" for number in range(30)}
    assert (await house.service.coverage())[0].finished
    await house.close()


@virtual
async def test_history_goes_on_after_a_crash(tmp_path: Path):
    house = House(tmp_path, page=2)
    for number in range(40):
        house.network.says(f"c{number}", f"Hour {number}", at=house.wall() - timedelta(hours=40 - number))
    await house.open()
    await house.sign_in()
    await asyncio.sleep(2)
    before = len(await house.conversations())
    assert 4 < before < 40
    await house.crash()
    await house.open()
    await asyncio.sleep(60)
    assert len(await house.conversations()) == 40
    assert count(house.network, "older") <= 20 + 2, "what was read is not read again"
    await house.close()


@virtual
async def test_eight_hours_asleep_are_caught_up_with_once(tmp_path: Path):
    house = House(tmp_path, streams=False)
    await house.open()
    await house.sign_in()
    await asyncio.sleep(40)
    house.wall.jump = house.server_clock.jump = timedelta(hours=8)
    house.network.says("camille", "While you slept")
    since = asyncio.get_running_loop().time()
    await asyncio.sleep(8)
    assert await texts(house) == {"While you slept"}
    assert count(house.network, "newer", since) == 1
    await house.close()


@virtual
async def test_one_account_in_trouble_leaves_the_others_alone(tmp_path: Path):
    house = House(tmp_path, servers=4)
    networks = list(house.networks.values())
    networks[0].faults["newer"] = ["500"] * 500
    networks[1].down = True
    networks[2].faults["newer"] = ["bug"] * 500
    await house.open()
    await house.sign_in()
    await asyncio.sleep(60)
    networks[3].says("camille", "Hello?")
    await asyncio.sleep(2)
    assert await texts(house) == {"Hello?"}
    healths = [view.health for view in await house.service.accounts()]
    assert [health.health for health in healths] == [Health.TROUBLE, Health.OFFLINE, Health.TROUBLE, Health.OK]
    assert all(health.title and health.message for health in healths[:3])
    assert all(health.next_check_at for health in healths)
    await house.close()


@virtual
async def test_an_empty_answer_deletes_nothing(tmp_path: Path):
    async with open_house(tmp_path) as house:
        house.network.says("camille", "Hello?")
        await house.conversation()
        house.network.newer = lambda cursor: Page(cursor=cursor)
        await house.service.check_now()
        await asyncio.sleep(5)
        assert await texts(house) == {"Hello?"}


@virtual
async def test_an_account_ends_even_where_its_connecting_loses_the_cancellation(tmp_path: Path):
    house = House(tmp_path)
    await house.open()
    load = house.credentials.load

    async def slow_and_deaf(ref: str) -> str:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(5)
        return await load(ref)

    house.credentials.load = slow_and_deaf
    await house.sign_in()
    await asyncio.sleep(1)
    async with asyncio.timeout(60):
        await house.close()
    assert house.network.calls == []


@pytest.mark.parametrize("late", ["newer", "older"])
@virtual
async def test_what_was_written_since_the_account_is_there_is_live_whichever_way_it_comes(tmp_path: Path, late: str):
    """More than a page comes before the first poll; then history or the present is read first."""
    house = House(tmp_path, page=5, streams=False)
    for number in range(6):
        house.network.says(f"h{number}", f"Before {number}", at=house.wall() - timedelta(hours=6 - number))
    await house.open(start=False)
    await house.sign_in()
    await asyncio.sleep(1)
    for number in range(12):
        house.network.says(f"c{number}", f"After {number}")
    house.network.faults[late] = ["500"] * 2
    await house.service.start()
    await asyncio.sleep(60)
    rows = await house.service.conversation_rows(tuple(await house.conversations()))
    unread = {row.last_text for row in rows.values() if row.unread}
    assert unread == {f"After {number}" for number in range(12)}
    assert len(rows) == 18
    rung = [one for changes in house.changes for one in changes.arrived]
    assert len(rung) == 12, "each rings, and once"
    await house.close()


@virtual
async def test_what_was_missed_while_a_cursor_was_lost_is_unread(tmp_path: Path):
    house = House(tmp_path, streams=False, page=5)
    await house.open()
    await house.sign_in()
    await asyncio.sleep(40)
    house.network.faults["newer"] = ["404"]
    for number in range(30):
        house.network.says(f"c{number}", f"Message {number}")
        await asyncio.sleep(0.01)
    await asyncio.sleep(60)
    assert (await house.service.counts()).unread == 30
    await house.close()


@virtual
async def test_after_sleep_the_stream_is_made_anew_at_once(tmp_path: Path):
    async with open_house(tmp_path) as house:
        await asyncio.sleep(100)
        assert (await house.health()).streaming
        house.network.listeners.clear()  # the connection is dead, and nobody is told
        house.network.faults["listen"] = [""]
        before = count(house.network, "listen")
        house.wall.jump = house.server_clock.jump = timedelta(hours=8)
        await asyncio.sleep(house.timing.wake_tick + 2)
        assert count(house.network, "listen") == before + 1
        assert (await house.health()).streaming
        since = len(house.network.calls)
        await asyncio.sleep(30)
        assert "listen" not in [name for _, name in house.network.calls[since:]], "once is enough"


@virtual
async def test_after_sleep_a_stream_does_not_wait_out_its_pause(tmp_path: Path):
    house = House(tmp_path)
    house.network.faults["listen"] = ["closes"] * 1000
    await house.open()
    await house.sign_in()
    await asyncio.sleep(600)
    house.network.faults["listen"].clear()
    house.wall.jump = house.server_clock.jump = timedelta(hours=8)
    await asyncio.sleep(house.timing.wake_tick + 2)
    assert (await house.health()).streaming
    await house.close()


@pytest.mark.parametrize("end", ["crash", "close"])
@virtual
async def test_a_wish_for_history_outlives_the_program(tmp_path: Path, end: str):
    house = House(tmp_path, page=4)
    for number in range(60):
        at = house.wall() - timedelta(days=59 - number, hours=1)
        house.network.says(f"c{number}", f"Day {number}", at=at)
    await house.open()
    account = await house.sign_in()
    await asyncio.sleep(60)
    assert len(await texts(house)) == 14
    house.network.down = True
    await house.service.backfill(account.id, 100)
    await asyncio.sleep(20)
    await getattr(house, end)()
    house.network.down = False
    await house.open()
    await asyncio.sleep(60)
    assert len(await texts(house)) == 60
    await house.close()
    asked = count(house.network, "older")
    await house.open()
    await asyncio.sleep(60)
    assert count(house.network, "older") == asked, "a wish that was fulfilled is none any more"
    await house.close()
