"""Reading again: edits, deletions, and never a deletion inferred from absence. Faults 27 and 30."""

from __future__ import annotations

import httpx
import pytest

from scrm_desktop.domain.events import MessageGone, MessageSeen, Page
from scrm_desktop.errors import ServerTrouble
from support.mastodon_parts import INSTANCE, ME, session, status
from support.recordings import Replay

BATCH = "/api/v1/statuses"
OLDER = {**INSTANCE, "version": "4.2.0"}


def told(page: Page) -> tuple[set[str], set[str]]:
    seen = {one.message.remote_id for one in page.events if isinstance(one, MessageSeen)}
    return seen, {one.remote_id for one in page.events if isinstance(one, MessageGone)}


async def test_many_at_once_and_each_missing_one_by_itself() -> None:
    replay = Replay().add("GET", BATCH, [status("a", 1, names=(ME,))]).add("GET", f"{BATCH}/b", status("b", 2))
    assert told(await session(replay).refresh(("a", "b", "c"))) == ({"a", "b"}, {"c"})
    asked = next(one for one in replay.asked if one.url.path == BATCH)
    assert asked.url.params.get_list("id[]") == ["a", "b", "c"]


async def test_one_by_one_on_an_older_server() -> None:
    replay = Replay().add("GET", "/api/v2/instance", OLDER).add("GET", f"{BATCH}/a", status("a", 1))
    assert told(await session(replay).refresh(("a", "c", "c"))) == ({"a"}, {"c"})
    assert f"GET {BATCH}" not in replay.paths()


async def test_a_server_that_claims_more_than_it_can() -> None:
    replay = Replay().add("GET", BATCH, httpx.Response(422, json={})).add("GET", f"{BATCH}/a", status("a", 1))
    assert told(await session(replay).refresh(("a",))) == ({"a"}, set())


@pytest.mark.parametrize("code", [403, 422])
async def test_refused_is_not_deleted(code: int) -> None:
    replay = Replay().add("GET", BATCH, []).add("GET", f"{BATCH}/a", httpx.Response(code, json={}))
    assert told(await session(replay).refresh(("a",))) == (set(), set())


async def test_a_server_in_trouble_says_nothing_about_messages() -> None:
    replay = Replay().add("GET", BATCH, []).add("GET", f"{BATCH}/a", httpx.Response(503))
    with pytest.raises(ServerTrouble):
        await session(replay).refresh(("a",))


async def test_a_batch_is_never_larger_than_the_server_takes() -> None:
    ids = tuple(f"i{number}" for number in range(45))
    replay = Replay().add("GET", BATCH, lambda request: httpx.Response(200, json=[]))
    _, gone = told(await session(replay).refresh(ids))
    assert gone == set(ids)
    sizes = [len(one.url.params.get_list("id[]")) for one in replay.asked if one.url.path == BATCH]
    assert sizes == [20, 20, 5]
