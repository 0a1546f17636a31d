"""Server-sent events: what is ours becomes pages, the rest does not disturb. Faults 19, 34, 35, 36."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from scrm_desktop.channels.mastodon import streaming
from scrm_desktop.channels.mastodon.normalise import Us
from scrm_desktop.channels.mastodon.streaming import EventParser, lines
from scrm_desktop.domain.events import EngagementSeen, MessageGone, MessageSeen, Page, Poison, Why
from scrm_desktop.errors import BadAnswer, ServerTrouble, SignInNeeded, Unsupported
from support.mastodon_parts import INSTANCE, ME, notification, session, status
from support.recordings import Recordings, Replay

US = Us(ME, "localhost:3000")
USER, DIRECT = "/api/v1/streaming/user", "/api/v1/streaming/direct"
SSE = {"content-type": "text/event-stream"}


def stream(*events: tuple[str, Any]) -> httpx.Response:
    body = ":)\n" + "".join(f"event: {name}\ndata: {_dump(data)}\n\n" for name, data in events)
    return httpx.Response(200, headers=SSE, content=body.encode())


def _dump(data: Any) -> str:
    return data if isinstance(data, str) else json.dumps(data)


def endless() -> httpx.Response:
    """A stream that opens and then ends only after the other."""

    class Waiting(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            import asyncio

            yield b":)\n"
            await asyncio.Event().wait()

    return httpx.Response(200, headers=SSE, stream=Waiting())


def streaming_server(user: httpx.Response, direct: httpx.Response | None = None) -> Replay:
    replay = Replay().add("GET", USER, lambda request: user)
    replay.add("GET", DIRECT, lambda request: direct or endless())
    return replay.add("GET", "/api/v1/streaming/health", httpx.Response(200, content=b"OK"))


async def heard(replay: Replay, *, account_id: str = ME) -> list[Page]:
    return [page async for page in session(replay, account_id=account_id).listen() if page.events or page.poison]


async def test_a_mention_arrives_as_it_does_by_poll() -> None:
    mention = notification("5", 2, status=status("s5", 2, names=(ME,)))
    (page,) = await heard(streaming_server(stream(("notification", mention))))
    (event,) = page.events
    assert isinstance(event, MessageSeen)
    assert (event.why, event.thread_key, page.cursor) == (Why.MENTION, "post:s5", None)


async def test_each_kind_of_event() -> None:
    events = [
        ("notification", notification("6", 2, "favourite", status=status("mine", 1, by=ME))),
        ("update", status("own", 3, by=ME)),
        ("update", status("theirs", 3)),
        ("update", status("boost", 3, by=ME, reblog=status("x", 1))),
        ("status.update", status("own", 3, by=ME, edited_at="2026-05-04T10:00:00Z")),
        ("status.update", status("unknown", 3)),
        ("status.update", status("named", 3, names=(ME,))),
        ("delete", "12345"),
        ("conversation", {"id": "1", "last_status": status("d", 4, by=ME, names=("2",), visibility="direct")}),
        ("filters_changed", ""),
        ("from_the_future", {"a": 1}),
    ]
    pages = await heard(streaming_server(stream(*events)))
    found = [event for page in pages for event in page.events]
    kinds = [type(event) for event in found]
    assert kinds == [EngagementSeen, MessageSeen, MessageSeen, MessageSeen, MessageGone, MessageSeen]
    ids = [event.message.remote_id for event in found if isinstance(event, MessageSeen)]
    assert ids == ["own", "own", "named", "d"]
    assert MessageGone(remote_id="12345") in found


async def test_an_unreadable_event_is_set_aside_and_the_stream_goes_on() -> None:
    good = notification("5", 2, status=status("s5", 2, names=(ME,)))
    pages = await heard(streaming_server(stream(("notification", "{nope"), ("update", "[]"), ("notification", good))))
    assert isinstance(pages[0].poison[0], Poison)
    assert pages[0].poison[0].raw == "{nope"
    assert len(pages[1].events) == 1


async def test_opening_and_heartbeats_are_signs_of_life() -> None:
    response = httpx.Response(200, headers=SSE, content=b":)\n:thump\n:thump\n")
    pages = [page async for page in session(streaming_server(response)).listen()]
    assert pages.count(Page()) >= 4
    assert len(pages) == pages.count(Page())


async def test_the_token_goes_in_a_header_and_to_the_streaming_host_only() -> None:
    replay = streaming_server(stream())
    await heard(replay)
    streams = [one for one in replay.asked if "streaming" in one.url.path]
    assert {one.url.netloc for one in streams} == {b"localhost:4000"}
    assert all(one.headers["authorization"] == "Bearer token" for one in streams)
    assert all("token" not in str(one.url) for one in replay.asked)


async def test_no_streaming_announced() -> None:
    """snac2 and others."""
    plain = {**INSTANCE, "configuration": {}}
    with pytest.raises(Unsupported):
        await heard(Replay().add("GET", "/api/v2/instance", plain))


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(404, json={}),
        httpx.Response(200, headers={"content-type": "text/html"}, content=b"<html>"),
        httpx.Response(302, headers={"location": "https://elsewhere.example"}),
    ],
)
async def test_no_stream_at_that_address(answer: httpx.Response) -> None:
    with pytest.raises(Unsupported):
        await heard(streaming_server(answer))


@pytest.mark.parametrize(("code", "error"), [(401, SignInNeeded), (503, ServerTrouble)])
async def test_a_stream_that_is_refused_says_why(code: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        await heard(streaming_server(httpx.Response(code, json={"error": "no"})))


async def test_a_streaming_server_that_is_not_well() -> None:
    replay = streaming_server(stream())
    replay.routes["GET", "/api/v1/streaming/health"] = []
    replay.add("GET", "/api/v1/streaming/health", httpx.Response(500, content=b"no"))
    with pytest.raises(ServerTrouble):
        await heard(replay)


async def test_a_silent_or_broken_stream_ends_quietly() -> None:
    """Fault 34: the poller has the cursor and closes the gap."""

    class Broken(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b":)\n"
            raise httpx.ReadTimeout("silence")

    assert await heard(streaming_server(httpx.Response(200, headers=SSE, stream=Broken()))) == []


async def test_leaving_closes_both_streams() -> None:
    import asyncio

    pages = session(streaming_server(endless())).listen()
    assert await anext(pages) == Page()
    await pages.aclose()
    names = {task.get_coro().__qualname__ for task in asyncio.all_tasks()}  # type: ignore[union-attr]
    assert not any("Listener" in name for name in names)


def test_events_are_put_together_from_lines() -> None:
    parser = EventParser()
    said = [parser.line(one) for one in ("event: x", "data: a", "data:b", "id: 3", "retry: 5", "", "", ":hi", "")]
    assert [one for one in said if one] == [("x", "a\nb"), ("", "")]


def test_an_event_without_end_is_refused() -> None:
    parser = EventParser()
    with pytest.raises(BadAnswer):
        for _ in range(100):
            parser.line("data: " + "x" * 100_000)


@pytest.mark.parametrize("cut", [1, 2, 3, 7, 1000])
async def test_lines_however_the_bytes_are_cut(cut: int) -> None:
    source = "a\r\nbé\n\nc\n".encode()

    class Pieces(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            for start in range(0, len(source), cut):
                yield source[start : start + cut]

    found = [line async for line in lines(httpx.Response(200, stream=Pieces()))]
    assert found == ["a", "bé", "", "c"]


async def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "LONGEST_EVENT", 1000)

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            while True:
                yield b"x" * 100

    with pytest.raises(BadAnswer):
        async for _ in lines(httpx.Response(200, stream=Endless())):
            pass


async def test_recorded_streams(recordings: Recordings) -> None:
    user = recordings.one("GET", USER, cassette="test_stream_user_direct")
    replay = Replay().add("GET", USER, user).add("GET", DIRECT, lambda request: endless())
    replay.add("GET", "/api/v1/streaming/health", recordings.one("GET", "/api/v1/streaming/health"))
    pages = [page async for page in session(replay, account_id="117440810532227399").listen()]
    found = [event for page in pages for event in page.events]
    assert any(isinstance(event, MessageSeen) and event.why is Why.MENTION for event in found)
    assert any(isinstance(event, MessageSeen) and event.why is Why.OWN for event in found)
    assert any(isinstance(event, MessageGone) for event in found)
    assert not any(page.poison for page in pages)


async def test_the_recorded_stream_of_private_conversations(recordings: Recordings) -> None:
    direct = recordings.one("GET", DIRECT, cassette="test_stream_direct")
    replay = Replay().add("GET", DIRECT, direct).add("GET", USER, lambda request: endless())
    replay.add("GET", "/api/v1/streaming/health", recordings.one("GET", "/api/v1/streaming/health"))
    pages = [page async for page in session(replay, account_id="117440810532227399").listen()]
    found = [event for page in pages for event in page.events if isinstance(event, MessageSeen)]
    assert [event.why for event in found] == [Why.DIRECT] * len(found)
    assert found
