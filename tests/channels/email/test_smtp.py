"""Where a connection breaks decides what may have happened: before the last dot nothing, behind it nobody knows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from scrm_desktop.channels.email import smtp
from scrm_desktop.channels.email.places import Place, Safety
from scrm_desktop.channels.email.secret import Login
from scrm_desktop.errors import KnownError, NoAnswer, Offline, SignInNeeded, UntrustedServer
from support.smtp_hop import Hop

Script = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
LOGIN = Login(user="us", password="secret")
LARGE = b"Subject: x\r\n\r\n" + b"A" * 76 * 100_000 + b"\r\n"


@asynccontextmanager
async def server(behind_data: Script | None, *, greeting: bytes = b"220 hello") -> AsyncIterator[Place]:
    """An SMTP server that takes everything up to DATA, and then does what the test wants."""

    serving: set[asyncio.Task[object]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (task := asyncio.current_task()) is not None:
            serving.add(task)
        try:
            if not greeting:
                await reader.read()
            writer.write(greeting + b"\r\n")
            while line := await reader.readline():
                if line.upper().startswith(b"DATA") and behind_data is not None:
                    writer.write(b"354 go on\r\n")
                    await behind_data(reader, writer)
                    break
                writer.write(b"250 OK\r\n")
        except (ConnectionError, asyncio.CancelledError):
            pass  # 3.11 would report the end of the test as an error of this task
        finally:
            writer.transport.abort()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        port = listening.sockets[0].getsockname()[1]
        yield Place(kind="smtp", host="127.0.0.1", port=port, safety=Safety.NONE)
        for _ in range(20):  # what was accepted begins to be served
            await asyncio.sleep(0)
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)
        await asyncio.sleep(0)


async def sent(place: Place, mail: bytes = LARGE) -> KnownError:
    """Send, and return what went wrong."""
    with pytest.raises(KnownError) as caught:
        await smtp.submit(place, LOGIN, "us@house.example", ["a@far.example"], mail)
    return caught.value


async def test_a_break_in_the_middle_of_the_mail_is_nothing_sent() -> None:
    async def half(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(100_000)

    async with server(half) as place:
        error = await sent(place)
    assert not error.maybe_done
    assert error.retryable


async def test_a_break_behind_the_last_dot_may_be_either() -> None:
    async def whole(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n.\r\n")

    async with server(whole) as place:
        error = await sent(place, b"Subject: x\r\n\r\nshort\r\n")
    assert isinstance(error, NoAnswer)
    assert error.maybe_done


async def test_silence_behind_the_last_dot_may_be_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "LAST_STEP", 0.2)

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async with server(silent) as place:
        error = await sent(place, b"Subject: x\r\n\r\nshort\r\n")
    assert isinstance(error, NoAnswer)


async def test_nonsense_behind_the_last_dot_may_be_either() -> None:
    async def nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n.\r\n")
        writer.write(b"<html>\r\n")
        await writer.drain()

    async with server(nonsense) as place:
        error = await sent(place, b"Subject: x\r\n\r\nshort\r\n")
    assert error.maybe_done


@pytest.mark.parametrize("greeting", [b"421 too busy", b"554 go away", b"<html>"])
async def test_a_server_that_does_not_want_us_has_nothing(greeting: bytes) -> None:
    async with server(None, greeting=greeting) as place:
        error = await sent(place, b"x")
    assert not error.maybe_done


async def test_silence_from_the_beginning_is_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "STEP", 0.2)

    async with server(None, greeting=b"") as place:
        error = await sent(place, b"x")
    assert isinstance(error, Offline)


async def test_a_server_without_encryption_gets_no_password() -> None:
    hop = Hop()
    try:
        for safety in (Safety.TLS, Safety.STARTTLS):
            error = await sent(Place(kind="smtp", host="127.0.0.1", port=hop.port, safety=safety), b"x")
            assert isinstance(error, UntrustedServer), safety
            assert not error.maybe_done
        assert not hop.logins
    finally:
        hop.close()


async def test_a_wrong_password_is_said() -> None:
    hop = Hop(password="right")
    try:
        place = Place(kind="smtp", host="127.0.0.1", port=hop.port, safety=Safety.NONE)
        assert isinstance(await sent(place, b"x"), SignInNeeded)
        assert await smtp.size_limit(place, Login(user="us", password="right")) == 40_000_000
        assert hop.logins
    finally:
        hop.close()
