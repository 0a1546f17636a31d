"""Which conversation a message belongs to: from the network's ids alone, the same by every way. Faults 28, 30, 31."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.mastodon import normalise
from scrm_desktop.channels.mastodon.api import Api
from scrm_desktop.channels.mastodon.normalise import Us
from scrm_desktop.channels.mastodon.threads import SHOWN, Threads
from scrm_desktop.domain.events import MessageSeen, Why
from scrm_desktop.errors import NoAnswer, Offline, RateLimited
from support.mastodon_parts import ME, status
from support.recordings import SERVER, Recordings, Replay

US = Us(ME, "localhost:3000")


def context(*ancestors: dict[str, Any]) -> dict[str, Any]:
    return {"ancestors": list(ancestors), "descendants": []}


def threads(replay: Replay) -> Threads:
    return Threads(Api(Http(transport=replay.transport).client(SERVER)))


async def seen(made: Threads, *statuses: dict[str, Any]) -> dict[str, MessageSeen]:
    messages = [normalise.message(one, US) for one in statuses]
    return {one.message.remote_id: one for one in await made.events(messages, US)}


OUR_POST = status("root", 1, by=ME)
QUESTION = status("q", 2, to="root", names=(ME,))
OUR_ANSWER = status("a", 3, by=ME, to="q", names=("2",))
FOLLOW_UP = status("f", 4, to="a", names=(ME,))
OTHER_QUESTION = status("o", 5, by="3", to="root", names=(ME,))


async def test_a_mention_that_answers_nothing_is_its_own_thread() -> None:
    replay = Replay()
    found = await seen(threads(replay), status("m", 1, names=(ME,)))
    assert found["m"].thread_key == "post:m"
    assert replay.asked == []


async def test_what_a_mention_answers_to_comes_before_it() -> None:
    replay = Replay().add("GET", "/api/v1/statuses/f/context", context(OUR_POST, QUESTION, OUR_ANSWER))
    found = await seen(threads(replay), FOLLOW_UP)
    assert list(found) == ["root", "q", "a", "f"]
    assert {one.thread_key for one in found.values()} == {"post:root", "post:q"}
    assert found["f"].thread_key == found["a"].thread_key == found["q"].thread_key == "post:q"
    assert [one.why for one in found.values()] == [Why.OWN, Why.MENTION, Why.OWN, Why.MENTION]


async def test_two_people_under_one_post_of_ours_are_two_conversations() -> None:
    replay = Replay()
    for one in ("q", "o"):
        replay.add("GET", f"/api/v1/statuses/{one}/context", context(OUR_POST))
    found = await seen(threads(replay), QUESTION, OTHER_QUESTION)
    assert found["q"].thread_key == "post:q"
    assert found["o"].thread_key == "post:o"


async def test_the_key_is_the_same_by_every_way() -> None:
    """By history at once, one by one as they happen, or only the last with its context."""
    everything = (OUR_POST, QUESTION, OUR_ANSWER, FOLLOW_UP)
    at_once = await seen(threads(Replay()), *everything)
    live = threads(Replay())
    one_by_one = [(await seen(live, one))[one["id"]].thread_key for one in everything]
    replay = Replay().add("GET", "/api/v1/statuses/f/context", context(*everything[:3]))
    alone = await seen(threads(replay), FOLLOW_UP)
    expected = ["post:root", "post:q", "post:q", "post:q"]
    assert [at_once[one["id"]].thread_key for one in everything] == expected
    assert one_by_one == expected
    assert [alone[one["id"]].thread_key for one in everything] == expected


@settings(deadline=None)
@given(order=st.permutations([OUR_POST, QUESTION, OUR_ANSWER, FOLLOW_UP]))
def test_the_order_of_a_page_does_not_matter(order: list[dict[str, Any]]) -> None:
    """Fault 28."""
    import asyncio

    found = asyncio.run(seen(threads(Replay()), *order))
    assert list(found) == ["root", "q", "a", "f"]
    assert found["f"].thread_key == "post:q"


async def test_a_private_message_is_named_by_its_people_whoever_wrote() -> None:
    incoming = status("d1", 1, names=(ME, "3"), visibility="direct")
    outgoing = status("d2", 2, by=ME, names=("3", "2"), visibility="direct")
    found = await seen(threads(Replay()), incoming, outgoing)
    assert found["d1"].thread_key == found["d2"].thread_key == "direct:2,3"
    assert (found["d1"].why, found["d2"].why) == (Why.DIRECT, Why.OWN)


async def test_a_private_answer_to_a_private_message_stays_with_it() -> None:
    ours = status("d1", 1, by=ME, names=("2",), visibility="direct")
    answer = status("d2", 2, to="d1", names=(ME,), visibility="direct")
    replay = Replay().add("GET", "/api/v1/statuses/d2/context", context(ours))
    found = await seen(threads(replay), answer)
    assert found["d2"].thread_key == "direct:2"


async def test_a_private_answer_in_a_public_thread_belongs_to_the_thread() -> None:
    aside = status("p", 4, to="q", names=(ME,), visibility="direct")
    replay = Replay().add("GET", "/api/v1/statuses/p/context", context(OUR_POST, QUESTION))
    assert (await seen(threads(replay), aside))["p"].thread_key == "post:q"


async def test_a_known_parent_is_not_asked_for_again() -> None:
    replay = Replay().add("GET", "/api/v1/statuses/q/context", context(OUR_POST))
    made = threads(replay)
    await seen(made, QUESTION)
    await seen(made, OUR_ANSWER)
    await seen(made, FOLLOW_UP)
    assert replay.paths() == ["GET /api/v1/statuses/q/context"]


@pytest.mark.parametrize("code", [404, 403, 500, 422])
async def test_a_parent_that_is_gone_leaves_the_message(code: int) -> None:
    """Fault 30."""
    replay = Replay().add("GET", "/api/v1/statuses/q/context", httpx.Response(code, json={"error": "x"}))
    found = await seen(threads(replay), QUESTION)
    assert found["q"].thread_key == "post:q"


async def test_a_server_that_asks_to_slow_down_is_obeyed() -> None:
    replay = Replay().add("GET", "/api/v1/statuses/q/context", httpx.Response(429, json={}))
    with pytest.raises(RateLimited):
        await seen(threads(replay), QUESTION)


@pytest.mark.parametrize(("error", "expected"), [(httpx.ConnectError, Offline), (httpx.ReadTimeout, NoAnswer)])
async def test_a_network_that_breaks_in_between_costs_no_context(
    error: type[httpx.RequestError], expected: type[Exception]
) -> None:
    def broken(request: httpx.Request) -> httpx.Response:
        raise error("broken", request=request)

    with pytest.raises(expected):
        await seen(threads(Replay().add("GET", "/api/v1/statuses/q/context", broken)), QUESTION)


async def test_circles_are_cut_at_the_first_repeat() -> None:
    """Fault 31."""
    one, two = status("x", 1, by="3", to="y"), status("y", 2, by="3", to="x")
    itself = status("s", 4, to="s", names=(ME,))
    replay = Replay().add("GET", "/api/v1/statuses/z/context", context(one, two))
    made = threads(replay)
    found = await seen(made, status("z", 3, to="y", names=(ME,)), itself)
    assert set(found) == {"x", "y", "z", "s"}
    assert found["z"].thread_key.startswith("post:")


async def test_a_deep_thread_hands_over_what_is_near_and_is_named_by_its_root() -> None:
    """Fault 32: no recursion, and no thousand messages for one mention."""
    deep = [status(f"n{number}", number, by="3", to=f"n{number - 1}" if number else None) for number in range(3000)]
    last = status("last", 4000, to="n2999", names=(ME,))
    found = await seen(threads(Replay().add("GET", "/api/v1/statuses/last/context", context(*deep))), last)
    assert len(found) == SHOWN + 1
    assert found["last"].thread_key == "post:n0"


async def test_unreadable_ancestors_are_left_out() -> None:
    replay = Replay().add("GET", "/api/v1/statuses/q/context", context({"id": None}, OUR_POST))
    assert list(await seen(threads(replay), QUESTION)) == ["root", "q"]


async def test_the_recorded_context(recordings: Recordings) -> None:
    recorded = [one for one in recordings.find("GET", r"/api/v1/statuses/\d+/context") if one.json()["ancestors"]]
    plain = recordings.one("GET", r"/api/v1/statuses/\d+/context")
    for one in recorded or [plain]:
        ancestors = one.json()["ancestors"]
        parent = ancestors[-1]["id"] if ancestors else "none"
        replay = Replay().add("GET", "/api/v1/statuses/new/context", one)
        found = await seen(threads(replay), status("new", 10_000_000, to=parent, names=(ME,)))
        assert len(found) == 1 + len(ancestors[-SHOWN:])
