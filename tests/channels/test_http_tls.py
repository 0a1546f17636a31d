"""Fault 49: certificates that are not the server's are refused before a byte of the request leaves."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import pytest

from scrm_desktop.channels.http import Call, Http, ask
from scrm_desktop.channels.transport import Roads, tls_context
from scrm_desktop.errors import Offline, UntrustedServer
from support.raw_server import RawServer, answer, says

FOLDER = Path(__file__).parents[1] / "support" / "tls"
OK = answer(b'{"ok": true}')


def ours() -> ssl.SSLContext:
    """Our context, which trusts the tests' own authority as well."""
    context = tls_context()
    context.load_verify_locations(FOLDER / "ca.pem")
    return context


def theirs(name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / f"{name}.pem")
    return context


async def test_a_good_certificate_is_taken() -> None:
    async with RawServer([says(OK)], ssl=theirs("good")) as raw:
        http = Http(transport=Roads(ours()))
        async with http.client(raw.url.replace("http:", "https:")) as client:
            assert (await ask(client, Call(method="GET", url="/"))).json() == {"ok": True}


@pytest.mark.parametrize(
    ("name", "trusted", "reason"),
    [("expired", True, "expired"), ("other", True, "mismatch"), ("good", False, "unable to get local issuer")],
)
async def test_a_wrong_certificate_is_refused_and_nothing_was_sent(name: str, trusted: bool, reason: str) -> None:
    async with RawServer([says(OK)], ssl=theirs(name)) as raw:
        http = Http(transport=Roads(ours() if trusted else tls_context()))
        async with http.client(raw.url.replace("http:", "https:"), {"Authorization": "Bearer canary"}) as client:
            with pytest.raises(UntrustedServer, match=reason) as caught:
                await ask(client, Call(method="POST", url="/", form={"a": "b"}))
        assert not caught.value.maybe_done
        assert raw.heads == []


async def test_a_server_without_tls_on_an_https_port() -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(OK)
        await writer.drain()

    async with RawServer([plain]) as raw, Http().client(raw.url.replace("http:", "https:")) as client:
        with pytest.raises((UntrustedServer, Offline)) as caught:
            await ask(client, Call(method="POST", url="/", form={"a": "b"}))
        assert not caught.value.maybe_done


def test_old_protocols_are_not_spoken() -> None:
    context = tls_context()
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED


def test_one_context_serves_all_clients() -> None:
    from scrm_desktop.channels.http import _shared_context

    assert _shared_context() is _shared_context()
