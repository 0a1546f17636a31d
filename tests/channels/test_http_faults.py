"""The HTTP border against raw bytes: each fault becomes the right error, and says truly whether anything left."""

from __future__ import annotations

import asyncio
import gzip
import logging
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from scrm_desktop.channels.http import MAX_BODY, Answer, Call, Http, ask
from scrm_desktop.errors import (
    BadAnswer,
    CaptivePortal,
    Forbidden,
    Gone,
    InputError,
    KnownError,
    NoAnswer,
    Offline,
    RateLimited,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    UnsafeAnswer,
)
from support.raw_server import RawServer, Script, answer, resets, says

OK = answer(b'{"ok": true}')


@asynccontextmanager
async def server(*scripts: Script | bytes) -> AsyncIterator[tuple[RawServer, httpx.AsyncClient]]:
    """A raw server and our client of it."""
    made = [says(one) if isinstance(one, bytes) else one for one in scripts]
    async with RawServer(made) as raw, Http().client(raw.url) as client:
        yield raw, client


async def get(client: httpx.AsyncClient, path: str = "/x", *, deadline: float = 5.0) -> Answer:
    return await ask(client, Call(method="GET", url=path, deadline=deadline))


async def post(client: httpx.AsyncClient, path: str = "/x", *, deadline: float = 5.0) -> Answer:
    return await ask(client, Call(method="POST", url=path, form={"a": "b"}, deadline=deadline))


async def test_an_answer_is_read() -> None:
    async with server(OK) as (raw, client):
        found = await get(client)
        assert found.json() == {"ok": True}
        assert b"user-agent: SCRM-Desktop/" in raw.heads[0].lower().replace(b"scrm-desktop", b"SCRM-Desktop")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Rejected),
        (401, SignInNeeded),
        (403, Forbidden),
        (404, Gone),
        (409, Rejected),
        (410, Gone),
        (413, Rejected),
        (422, Rejected),
        (429, RateLimited),
        (500, ServerTrouble),
        (503, ServerTrouble),
        (408, ServerTrouble),
        (511, CaptivePortal),
    ],
)
async def test_each_status_has_its_error(status: int, kind: type[KnownError]) -> None:
    body = b'{"error": "Validation failed: <b>Text</b>\\u202e can\'t be\\n blank"}'
    async with server(answer(body, status=f"{status} Whatever")) as (_, client):
        with pytest.raises(kind) as caught:
            await post(client)
    if kind is Rejected:
        assert caught.value.params["reason"] == "Validation failed: Text can't be blank"


async def test_a_refusal_without_words_or_with_a_page_names_its_status() -> None:
    async with server(answer(b"<html>nginx</html>", status="403 Forbidden", kind="text/html")) as (_, client):
        with pytest.raises(Forbidden, match="status 403"):
            await get(client)


async def test_a_wait_is_told_with_its_end() -> None:
    async with server(answer(b"{}", status="429 Slow down", more="Retry-After: 30\r\n")) as (_, client):
        with pytest.raises(RateLimited) as caught:
            await post(client)
    assert not caught.value.maybe_done
    assert caught.value.until.tzinfo is not None


async def test_nobody_there_is_offline_and_nothing_left() -> None:
    async with server(OK) as (raw, client):
        port = raw.port
    async with Http().client(f"http://127.0.0.1:{port}") as client:
        with pytest.raises(Offline) as caught:
            await post(client)
    assert not caught.value.maybe_done


async def test_no_such_host_is_offline() -> None:
    async with Http().client("http://nowhere.invalid") as client:
        with pytest.raises(Offline):
            await get(client)


@pytest.mark.parametrize("after_request", [True, False])
async def test_a_reset_after_sending_may_have_been_done(after_request: bool) -> None:
    async with server(resets(after_request=after_request)) as (_, client):
        with pytest.raises(NoAnswer) as caught:
            await post(client)
    assert caught.value.maybe_done


async def test_silence_ends_at_the_deadline() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    async with server(silent) as (_, client):
        with pytest.raises(NoAnswer):
            await post(client, deadline=0.2)


async def test_a_byte_now_and_then_does_not_outlive_the_deadline() -> None:
    """Fault 45: each read is in time, the whole is not."""

    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)

    async with server(drip) as (_, client):
        with pytest.raises(NoAnswer):
            await get(client, deadline=0.4)


async def test_a_gzip_bomb_is_cut_while_it_is_unpacked() -> None:
    """Fault 46: 300 MiB of zeros in 300 kB; only the cap's worth is ever unpacked."""
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join([packer.compress(bytes(1024 * 1024)) for _ in range(300)] + [packer.flush()])
    assert len(bomb) < 400_000
    async with server(answer(bomb, more="Content-Encoding: gzip\r\n")) as (_, client):
        with pytest.raises(UnsafeAnswer, match=f"larger than {MAX_BODY // 1024} KB"):
            await get(client)


async def test_packed_answers_are_unpacked_even_in_two_members() -> None:
    body = gzip.compress(b'{"ok":') + gzip.compress(b" true}")
    async with server(answer(body, more="Content-Encoding: gzip\r\n")) as (_, client):
        assert (await get(client)).json() == {"ok": True}


@pytest.mark.parametrize("body", [gzip.compress(b'{"ok": true}')[:-9], b"no gzip at all"])
async def test_a_packed_answer_that_breaks_off_is_bad(body: bytes) -> None:
    async with server(answer(body, more="Content-Encoding: gzip\r\n")) as (_, client):
        with pytest.raises(BadAnswer):
            await get(client)


async def test_an_encoding_that_was_not_asked_for_is_bad() -> None:
    async with server(answer(b"xyz", more="Content-Encoding: br\r\n")) as (_, client):
        with pytest.raises(BadAnswer):
            await get(client)


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}",
        b"this is no HTTP\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"",
    ],
)
async def test_lengths_that_do_not_fit_may_have_been_done(raw: bytes) -> None:
    """Fault 47."""
    async with server(raw) as (_, client):
        with pytest.raises((BadAnswer, NoAnswer)) as caught:
            await post(client)
    assert caught.value.maybe_done


async def test_what_follows_the_told_length_does_not_spoil_the_next_answer() -> None:
    """Fault 47, too small: the first answer is bad, and the rest of it is not taken for the second."""
    short = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{"ok": true}'
    async with server(says(short, keep=True), says(answer(b'{"b": 2}'))) as (_, client):
        with pytest.raises(BadAnswer):
            (await get(client)).json()
        assert (await get(client)).json() == {"b": 2}


async def test_an_unreadable_answer_is_bad_and_may_have_been_done() -> None:
    async with server(answer(b'{"id": ')) as (_, client):
        with pytest.raises(BadAnswer) as caught:
            (await post(client)).json()
    assert caught.value.maybe_done


@pytest.mark.parametrize(
    "page",
    [answer(b"<!doctype html><p>Sign in", kind="text/html"), answer(b"  <html>", kind="application/json")],
)
async def test_a_sign_in_page_in_the_servers_place(page: bytes) -> None:
    async with server(page) as (_, client):
        with pytest.raises(CaptivePortal):
            await post(client)


@pytest.mark.parametrize(
    "target", ["https://evil.example/x", "http://127.0.0.2/x", "file:///etc/passwd", "//evil.example", ""]
)
async def test_a_redirect_elsewhere_is_refused_and_takes_nothing_with_it(target: str) -> None:
    """Fault 48."""
    there = answer(b"", status="302 Found", more=f"Location: {target}\r\n")
    async with RawServer([says(there)]) as raw, Http().client(raw.url, {"X-Secret": "canary"}) as client:
        with pytest.raises(UnsafeAnswer):
            await get(client)
        assert len(raw.heads) <= 4  # an empty location is the same address again, until it counts as a circle


async def test_a_read_follows_a_redirect_on_the_same_origin() -> None:
    async with server(answer(b"", status="301 Moved", more="Location: /y\r\n"), OK) as (raw, client):
        assert (await get(client)).json() == {"ok": True}
        assert raw.heads[1].startswith(b"GET /y ")


async def test_a_write_follows_no_redirect() -> None:
    async with server(answer(b"", status="307 Moved", more="Location: /y\r\n"), OK) as (raw, client):
        with pytest.raises(UnsafeAnswer):
            await post(client)
        assert len(raw.heads) == 1


async def test_reads_share_a_connection_and_writes_never_do() -> None:
    async with server(says(OK, keep=True)) as (raw, client):
        for _ in range(3):
            await get(client)
        assert raw.connections == 1
        for _ in range(3):
            await post(client)
        assert raw.connections == 4


async def test_a_kept_connection_that_broke_in_between_is_no_fault() -> None:
    """snac2 resets a kept connection after each answer; the next read must not notice."""

    async def once_then_reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(OK)
        await writer.drain()
        await reader.readuntil(b"\r\n\r\n")  # the second request arrives on the kept connection: RST
        await resets(after_request=False)(reader, writer)

    async with server(once_then_reset, OK) as (raw, client):
        assert (await get(client)).json() == {"ok": True}
        assert (await get(client)).json() == {"ok": True}
        assert raw.connections == 2


async def test_a_fresh_connection_that_breaks_is_not_tried_twice() -> None:
    async with server(resets()) as (raw, client):
        with pytest.raises(NoAnswer):
            await get(client)
        assert raw.connections == 1


async def test_the_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 50."""
    async with RawServer([says(OK)]) as proxy, RawServer([says(OK)]) as raw:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        async with Http().client(raw.url) as client:
            await get(client)
        assert proxy.connections == 0


async def test_no_log_holds_an_address_or_a_header(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    async with RawServer([says(OK)]) as raw, Http().client(raw.url, {"Authorization": "Bearer canary"}) as client:
        await get(client, "/secret-path?code=canary")
    assert "canary" not in caplog.text
    assert "secret-path" not in caplog.text


async def test_an_address_that_can_not_be_is_the_persons_to_mend() -> None:
    async with Http().client("ftp://example.org") as client:
        with pytest.raises(InputError):
            await get(client)
