"""Faults 52 to 54: who may come back through the door after a login, and how often."""

from __future__ import annotations

import asyncio
import socket

import httpx
import pytest

from scrm_desktop.channels.loopback import PATH, Expected, Loopback
from scrm_desktop.errors import InputError, Rejected, UnsafeAnswer

ISSUER = "https://social.example/"
EXPECTED = Expected(state="our-state", issuer=ISSUER)


async def call(door: Loopback, query: str, *, path: str = PATH, method: str = "GET") -> httpx.Response:
    base = door.redirect_uri.removesuffix(PATH)
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.request(method, f"{base}{path}{query}")


async def test_the_code_comes_through_and_the_person_sees_a_calm_page() -> None:
    async with Loopback(EXPECTED) as door:
        page = await call(door, f"?code=abc&state=our-state&iss={ISSUER}")
        assert await door.code(1) == "abc"
    assert page.status_code == 200
    assert "✓" in page.text
    assert "abc" not in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.headers["cache-control"] == "no-store"


async def test_the_issuer_may_be_left_out_and_its_last_slash_does_not_matter() -> None:
    async with Loopback(EXPECTED) as door:
        await call(door, "?code=abc&state=our-state&iss=https://social.example")
        assert await door.code(1) == "abc"
    async with Loopback(EXPECTED) as door:
        await call(door, "?code=abc&state=our-state")
        assert await door.code(1) == "abc"


@pytest.mark.parametrize(
    "query",
    [
        "?code=abc",
        "?code=abc&state=other",
        "?code=abc&state=",
        "?code=abc&state=our-state&state=our-state",
        "?code=abc&state=our-state&iss=https://evil.example/",
        "?state=our-state",
        "?code=&state=our-state",
        "",
    ],
)
async def test_an_answer_that_is_not_to_our_question_ends_the_flow(query: str) -> None:
    async with Loopback(EXPECTED) as door:
        page = await call(door, query)
        with pytest.raises(UnsafeAnswer):
            await door.code(1)
    assert page.status_code == 400
    assert "✕" in page.text


async def test_the_person_said_no() -> None:
    async with Loopback(EXPECTED) as door:
        await call(door, "?error=access_denied&state=our-state")
        with pytest.raises(Rejected, match="not allowed"):
            await door.code(1)


async def test_a_second_caller_changes_nothing() -> None:
    async with Loopback(EXPECTED) as door:
        await call(door, "?code=first&state=our-state")
        again = await call(door, "?code=second&state=our-state")
        assert await door.code(1) == "first"
    assert again.status_code == 410


@pytest.mark.parametrize("path", ["/", "/signed-in/", "/signed-in/x", "/favicon.ico", "/SIGNED-IN"])
async def test_only_the_exact_path_answers_and_others_do_not_end_the_flow(path: str) -> None:
    async with Loopback(EXPECTED) as door:
        assert (await call(door, "?code=x&state=our-state", path=path)).status_code == 404
        assert (await call(door, "?code=x&state=our-state", method="POST")).status_code == 405
        await call(door, "?code=abc&state=our-state")
        assert await door.code(1) == "abc"


async def test_nobody_comes() -> None:
    async with Loopback(EXPECTED) as door:
        with pytest.raises(InputError, match="within the time"):
            await door.code(0.05)


async def test_the_door_is_shut_afterwards_and_a_late_answer_leaves_no_trace() -> None:
    async with Loopback(EXPECTED) as door:
        port = int(door.redirect_uri.split(":")[2].split("/")[0])
        await call(door, "?state=wrong")
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port), timeout=1):
        pass


async def test_each_flow_has_its_own_port_on_loopback_only() -> None:
    async with Loopback(EXPECTED) as one, Loopback(EXPECTED) as two:
        assert one.redirect_uri != two.redirect_uri
        assert one.redirect_uri.startswith("http://127.0.0.1:")


async def test_a_caller_who_says_nothing_or_too_much_is_let_go() -> None:
    async with Loopback(EXPECTED) as door:
        port = int(door.redirect_uri.split(":")[2].split("/")[0])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /" + b"x" * 40_000)
        await writer.drain()
        assert await reader.read() == b""
        writer.close()
        await call(door, "?code=abc&state=our-state")
        assert await door.code(1) == "abc"


def test_nothing_secret_is_shown() -> None:
    assert "our-state" not in repr(EXPECTED)


async def test_a_server_that_always_names_itself_must() -> None:
    """RFC 9207: an answer without a name is then another server's."""
    named = Expected(state="our-state", issuer=ISSUER, named=True)
    async with Loopback(named) as door:
        await call(door, f"?code=abc&state=our-state&iss={ISSUER}")
        assert await door.code(1) == "abc"
    async with Loopback(named) as door:
        await call(door, "?code=abc&state=our-state")
        with pytest.raises(UnsafeAnswer, match="another server"):
            await door.code(1)


async def test_a_port_that_somebody_uses_is_passed_over() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        async with Loopback(EXPECTED, (taken, 0)) as door:
            assert f":{taken}/" not in door.redirect_uri
        with pytest.raises(InputError, match="Another program"):
            async with Loopback(EXPECTED, (taken,)):
                raise AssertionError("it opened")
