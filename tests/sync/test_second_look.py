"""A refused login counts only when the server insists."""

import asyncio
from pathlib import Path

import pytest

from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.errors import NoAnswer, Offline, SignInNeeded
from scrm_desktop.sync.second_look import RefusedOnce, SecondLook
from support.fake_channel import FakeSession
from support.fake_network import FakeNetwork
from support.virtual_house import House, open_house
from support.virtual_time import Wall, virtual


def doubting(**faults: list[str]) -> tuple[FakeNetwork, SecondLook]:
    network = FakeNetwork(now=Wall(), local=Wall())
    network.faults.update(faults)
    return network, SecondLook(FakeSession(network), "fake.test", (1.0, 4.0))


def asked(network: FakeNetwork, operation: str) -> int:
    return sum(name == operation for _, name in network.calls)


@virtual
async def test_one_refusal_is_a_trouble_that_passes():
    network, session = doubting(newer=["401"])
    with pytest.raises(RefusedOnce) as told:
        await session.newer("all", None)
    assert told.value.retryable
    assert not told.value.maybe_done
    assert "401" in told.value.message
    await session.newer("all", None)
    assert asked(network, "describe") == 1


@virtual
async def test_a_refusal_that_stays_is_one():
    network, session = doubting()
    network.revoked = True
    for call in (session.describe, session.fence, lambda: session.newer("all", None)):
        with pytest.raises(SignInNeeded):
            await call()
    assert asked(network, "describe") == 7


@virtual
async def test_a_server_that_stumbles_twice_is_asked_a_third_time():
    network, session = doubting(newer=["401"], describe=["401"])
    with pytest.raises(RefusedOnce):
        await session.newer("all", None)
    assert asked(network, "describe") == 2


@pytest.mark.parametrize("fault", ["offline", "hang", "500", "404"])
@virtual
async def test_a_look_that_learns_nothing_says_nothing_against_the_login(fault: str):
    _, session = doubting(newer=["401"], describe=[fault])
    with pytest.raises(RefusedOnce):
        await session.newer("all", None)


@pytest.mark.parametrize(("fault", "kind"), [("offline", Offline), ("drop_before", NoAnswer)])
@virtual
async def test_other_errors_are_the_sessions_own(fault: str, kind: type[Exception]):
    network, session = doubting(newer=[fault])
    with pytest.raises(kind):
        await session.newer("all", None)
    assert asked(network, "describe") == 0


@virtual
async def test_many_refusals_at_once_are_one_look():
    network, session = doubting(newer=["401"] * 8)
    results = await asyncio.gather(*(session.newer("all", None) for _ in range(8)), return_exceptions=True)
    assert {type(result) for result in results} == {RefusedOnce}
    assert asked(network, "describe") == 1


@pytest.mark.parametrize("operation", ["describe", "newer", "older", "listen", "fence", "perform", "refresh"])
@virtual
async def test_a_stumbling_server_stops_nobody(tmp_path: Path, operation: str):
    house = House(tmp_path)
    house.network.faults[operation] = ["401"]
    await house.open()
    await house.sign_in()
    house.network.says("camille", "Where is my parcel?")
    row = await house.say(await house.conversation(), "It leaves today.")
    await house.becomes(row.id, OutboxState.SENT, seconds=60)
    await asyncio.sleep(4000)
    assert not house.network.faults[operation], "it was met"
    assert len(house.network.texts()) == 1
    assert (await house.health()).health is Health.OK
    assert len(house.channel.sessions) == 1, "nobody had to begin anew"
    await house.close()


@virtual
async def test_a_listener_that_ends_early_ends_its_stream():
    network, session = doubting()
    pages = session.listen()
    await anext(pages)
    assert len(network.listeners) == 1
    await pages.aclose()
    assert network.listeners == []


@virtual
async def test_a_revoked_login_still_pauses_the_account(tmp_path: Path):
    async with open_house(tmp_path) as house:
        await asyncio.sleep(5)
        house.network.revoked = True
        await house.service.check_now()
        await asyncio.sleep(sum(house.timing.second_looks) + 2)
        assert (await house.health()).health is Health.SIGN_IN
