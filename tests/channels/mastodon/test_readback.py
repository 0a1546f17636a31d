"""Did it arrive? Faults 1 to 8, as far as the network can tell."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest

from scrm_desktop.channels.mastodon.readback import reduced
from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, Fence, ReportPerson, SendMessage
from scrm_desktop.domain.messages import Visibility
from support.mastodon_parts import INSTANCE, ME, START, session, status
from support.recordings import Recordings, Replay

MINE = f"/api/v1/accounts/{ME}/statuses"
FENCE = Fence(newest_own_id="old", at=START + timedelta(minutes=5))
COMMAND = SendMessage(text="@bob@far.example hello  there", visibility=Visibility.PUBLIC, in_reply_to="q")


def own(remote_id: str, minute: float = 9, **more: Any) -> dict[str, Any]:
    return status(remote_id, minute, by=ME, **{"to": "q", "content": "<p>@bob hello there</p>", **more})


async def find(replay: Replay, command: Any = COMMAND, fence: Fence = FENCE) -> str | None:
    outcome = await session(replay).find_sent(command, fence, "key")
    return outcome.remote_id if outcome else None


async def test_it_is_found_behind_the_fence() -> None:
    replay = Replay().add("GET", MINE, [own("new")], [])
    assert await find(replay) == "new"
    asked = next(one for one in replay.asked if one.url.path == MINE)
    assert asked.url.params["min_id"] == "old"


@pytest.mark.parametrize(
    "other",
    [
        {"to": "elsewhere"},
        {"to": None},
        {"visibility": "direct"},
        {"content": "<p>@bob hello</p>"},
        {"spoiler_text": "food"},
        {"by": "2"},
    ],
)
async def test_what_is_not_quite_it_is_not_it(other: dict[str, Any]) -> None:
    entry = status("new", 9, **{"by": ME, "to": "q", "content": "<p>@bob hello there</p>", **other})
    assert await find(Replay().add("GET", MINE, [entry], [])) is None


async def test_what_was_typed_decides_where_the_server_keeps_it() -> None:
    shown = own("new", content="<p>something rendered otherwise</p>")
    replay = Replay().add("GET", MINE, [shown], [])
    replay.add("GET", "/api/v1/statuses/new/source", {"id": "new", "text": COMMAND.text, "spoiler_text": ""})
    assert await find(replay) == "new"
    replay = Replay().add("GET", MINE, [own("new")], [])
    replay.add("GET", "/api/v1/statuses/new/source", {"id": "new", "text": "other", "spoiler_text": ""})
    assert await find(replay) is None


async def test_a_server_that_ignores_min_id_is_cut_at_the_fence() -> None:
    """An equal text before the fence is another message."""
    replay = Replay().add("GET", MINE, [own("new2", 12, to="x"), status("old", 5, by=ME), own("same-before", 3)])
    assert await find(replay) is None
    replay = Replay().add("GET", MINE, [own("new", 12), status("old", 5, by=ME), own("same-before", 3)])
    assert await find(replay) == "new"


async def test_without_a_fence_only_what_is_as_young_counts() -> None:
    fence = Fence(newest_own_id=None, at=START + timedelta(hours=2))
    assert await find(Replay().add("GET", MINE, [own("new", 121)]), fence=fence) == "new"
    assert await find(Replay().add("GET", MINE, [own("before", 60)]), fence=fence) is None
    assert await find(Replay().add("GET", MINE, []), fence=fence) is None


async def test_a_fence_that_was_deleted_does_not_hide_it() -> None:
    def answers(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404 if "min_id" in request.url.params else 200, json=[own("new", 20)])

    assert await find(Replay().add("GET", MINE, answers)) == "new"


async def test_many_posts_behind_the_fence_are_read_to_their_end() -> None:
    first = [own(f"a{number}", 10 + number, to="x") for number in range(39, -1, -1)]
    second = [own("new", 60)]
    replay = Replay().add("GET", MINE, first, second, [])
    assert await find(replay) == "new"
    pages = [one.url.params["min_id"] for one in replay.asked if one.url.path == MINE]
    assert pages[:2] == ["old", "a39"]


async def test_private_is_direct_where_there_is_nothing_in_between() -> None:
    snac = {**INSTANCE, "version": "2.7.2 (compatible; snac/2.75)", "source_url": ""}
    command = SendMessage(text="hello", visibility=Visibility.DIRECT, in_reply_to="q")
    entry = own("new", content="hello", visibility="private")
    replay = Replay().add("GET", "/api/v2/instance", snac).add("GET", MINE, [entry], [])
    assert await find(replay, command) == "new"


async def test_unreadable_posts_do_not_hide_it() -> None:
    assert await find(Replay().add("GET", MINE, [own("new"), {"id": None}, "x"], [])) == "new"


async def test_an_edit_is_read_back_by_its_text() -> None:
    command = EditMessage(remote_id="own", text="better")
    path = "/api/v1/statuses/own"
    assert await find(Replay().add("GET", path, own("own", content="<p>better</p>")), command) == "own"
    assert await find(Replay().add("GET", path, own("own", content="<p>worse</p>")), command) is None
    assert await find(Replay(), command) is None


@pytest.mark.parametrize(
    ("deed", "there", "done"),
    [
        (Deed.DELETE, None, True),
        (Deed.DELETE, {}, False),
        (Deed.FAVOURITE, {"favourited": True}, True),
        (Deed.FAVOURITE, {"favourited": False}, False),
        (Deed.FAVOURITE, None, False),
        (Deed.UNFAVOURITE, {"favourited": False}, True),
        (Deed.BOOST, {"reblogged": True}, True),
        (Deed.UNBOOST, {"reblogged": True}, False),
        (Deed.BLOCK, {}, False),
    ],
)
async def test_deeds_are_read_back_where_the_message_shows_them(
    deed: Deed, there: dict[str, Any] | None, done: bool
) -> None:
    replay = Replay()
    if there is not None:
        replay.add("GET", "/api/v1/statuses/x", status("x", 1, **there))
    assert (await find(replay, DoDeed(deed=deed, target="x")) is not None) is done


async def test_a_report_can_not_be_read_back() -> None:
    assert await find(Replay(), ReportPerson(profile_id="2")) is None


async def test_the_fence_is_our_newest_post() -> None:
    replay = Replay().add("GET", MINE, [status("b", 9, by=ME), status("a", 5, by=ME)])
    fence = await session(replay).fence()
    assert fence.newest_own_id == "b"
    assert replay.params(-1)["limit"] == "5"
    assert (await session(Replay().add("GET", MINE, [])).fence()).newest_own_id is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("@bob@far.example hello", "@bob hello"),
        ("a\r\n\r\nb ", "a b"),
        ("e\u0301", "é"),
        ("@a.b@x.y.example, @c", "@a.b, @c"),
    ],
)
def test_texts_that_are_the_same_to_a_server(one: str, other: str) -> None:
    assert reduced(one) == reduced(other)


async def test_recorded_posts_are_found_again_by_their_source(recordings: Recordings) -> None:
    source = recordings.one("GET", r"/api/v1/statuses/\d+/source", status=200)
    found = recordings.find("GET", source.path.removesuffix("/source"), status=200)
    entry = found[0].json() if found else status(source.json()["id"], 9, by=ME)
    account = entry["account"]["id"]
    replay = Replay().add("GET", f"/api/v1/accounts/{account}/statuses", [entry], []).add("GET", source.path, source)
    command = SendMessage(
        text=source.json()["text"],
        visibility=Visibility(entry["visibility"]),
        in_reply_to=entry["in_reply_to_id"],
        content_warning=source.json()["spoiler_text"],
    )
    outcome = await session(replay, account_id=account).find_sent(command, FENCE, "k")
    assert outcome is not None
    assert outcome.remote_id == entry["id"]
