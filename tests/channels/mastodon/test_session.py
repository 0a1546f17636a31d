"""What a session does besides reading and writing: pictures on request, and its own end."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from scrm_desktop.errors import BadAnswer, Gone, InputError, UnsafeAnswer
from support.mastodon_parts import session
from support.recordings import SERVER, Replay

PICTURE = httpx.Response(200, headers={"content-type": "image/png"}, content=b"\x89PNG")


async def test_a_picture_comes_without_our_token() -> None:
    replay = Replay().add("GET", "/media/a.png", PICTURE)
    ours = session(replay)
    assert await ours.download("https://files.example/media/a.png?x=1", 100) == b"\x89PNG"
    (asked,) = replay.asked
    assert asked.url.host == "files.example"
    assert "authorization" not in asked.headers


async def test_the_accounts_own_server_may_be_plain() -> None:
    """The practice network on loopback."""
    replay = Replay().add("GET", "/media/a.png", PICTURE)
    assert await session(replay).download(f"{SERVER}/media/a.png", 100) == b"\x89PNG"


@pytest.mark.parametrize(
    "url",
    [
        "http://files.example/a.png",
        "http://127.0.0.1/a.png",
        "http://localhost:3001/a",
        "file:///etc/passwd",
        "ftp://x",
    ],
)
async def test_anything_else_is_not_asked_for(url: str) -> None:
    replay = Replay()
    with pytest.raises(UnsafeAnswer):
        await session(replay).download(url, 100)
    assert replay.asked == []


async def test_a_picture_that_is_too_large_is_cut_off() -> None:
    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            while True:
                yield bytes(1000)

    replay = Replay().add("GET", "/a", lambda request: httpx.Response(200, stream=Endless()))
    with pytest.raises(UnsafeAnswer, match="larger"):
        await session(replay).download("https://files.example/a", 10_000)


async def test_what_is_no_picture_or_not_there() -> None:
    page = httpx.Response(200, headers={"content-type": "text/html"}, content=b"<html>")
    with pytest.raises(BadAnswer):
        await session(Replay().add("GET", "/a", page)).download("https://files.example/a", 100)
    with pytest.raises(Gone):
        await session(Replay()).download("https://files.example/a", 100)
    with pytest.raises(InputError):
        await session(Replay()).download("https://a\x00b", 100)


async def test_connecting_makes_no_request_and_a_bad_secret_is_said_at_once() -> None:
    replay = Replay()
    ours = session(replay)
    await ours.close()
    assert replay.asked == []
