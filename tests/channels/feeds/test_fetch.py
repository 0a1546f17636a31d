"""Where requests may go: over redirects, by names that lie, and into the own network only where the person said so."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from scrm_desktop.channels.feeds import fetch
from scrm_desktop.channels.feeds.fetch import Fetcher
from scrm_desktop.channels.feeds.guard import is_public, places, resolve
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.transport import Roads, tls_context
from scrm_desktop.errors import InputError, NoAnswer, Offline, UnsafeAnswer, UntrustedServer
from support.raw_server import RawServer, answer, says

TLS = Path(__file__).parents[2] / "support" / "tls"
PUBLIC = "93.184.216.34"


def fetcher(answer: httpx.MockTransport, *, typed: str = "blog.example", address: str = PUBLIC) -> Fetcher:
    async def ask(host: str, port: int) -> list[str]:
        return [address if host.endswith(".example") else host]

    return Fetcher(Http(transport=answer), frozenset({typed}), ask)


def always(location: str, status: int = 302) -> httpx.MockTransport:
    return httpx.MockTransport(lambda _: httpx.Response(status, headers={"location": location}))


async def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, content=b"x")

    found = await fetcher(httpx.MockTransport(answer)).get("https://blog.example:8443/feed?a=1")
    assert seen[0].url == f"https://{PUBLIC}:8443/feed?a=1"
    assert seen[0].headers["host"] == "blog.example:8443"
    assert seen[0].extensions["sni_hostname"] == "blog.example"
    assert found.url == "https://blog.example:8443/feed?a=1"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "0.0.0.0", "::1", "fd00::1", "fe80::1%eth0",
     "224.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "100.64.0.1", "nonsense"],
)  # fmt: skip
async def test_a_name_that_leads_inside_is_refused(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(UnsafeAnswer):
        await fetcher(always("/"), address=address).get("https://blog.example/feed")


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_the_internet_is_not_refused(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://localhost/",
    ],
)
async def test_a_redirect_inside_is_refused(location: str) -> None:
    hops: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        hops.append(str(request.url))
        return httpx.Response(302, headers={"location": location})

    blog = Fetcher(Http(transport=httpx.MockTransport(answer)), frozenset({"blog.example"}), _half)
    with pytest.raises(UnsafeAnswer):
        await blog.get("http://blog.example/feed")
    assert len(hops) == 1


async def _half(host: str, port: int) -> list[str]:
    return [PUBLIC] if host.endswith(".example") else await resolve(host, port)


@pytest.mark.parametrize(
    "location", ["", "file:///etc/passwd", "ftp://blog.example/", "javascript:alert(1)", "https://", "http://[", "https://a:b@c.example/"]
)  # fmt: skip
async def test_a_redirect_out_of_the_web_is_refused(location: str) -> None:
    with pytest.raises((UnsafeAnswer, InputError)):
        await fetcher(always(location)).get("http://blog.example/feed")


async def test_a_circle_and_a_downgrade_are_refused() -> None:
    with pytest.raises(UnsafeAnswer, match="circle"):
        await fetcher(always("/feed")).get("https://blog.example/feed")
    with pytest.raises(UnsafeAnswer, match="protected"):
        await fetcher(always("http://blog.example/feed")).get("https://blog.example/feed")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "intranet", "wiki.lan", "::1"])
async def test_what_the_person_typed_is_asked_also_inside(host: str) -> None:
    async def nobody(host: str, port: int) -> list[str]:
        raise AssertionError("not looked up")

    assert await places(host, 80, typed=True, ask=nobody) == [host]


async def test_no_such_host_is_offline() -> None:
    async def unknown(host: str, port: int) -> list[str]:
        raise OSError

    with pytest.raises(Offline):
        await places("blog.example", 80, typed=True, ask=unknown)


async def test_the_next_address_is_tried_where_one_is_out_of_reach() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host == "93.184.216.1":
            raise httpx.ConnectError("no route", request=request)
        return httpx.Response(200, content=b"x")

    async def two(host: str, port: int) -> list[str]:
        return ["93.184.216.1", PUBLIC]

    blog = Fetcher(Http(transport=httpx.MockTransport(answer)), frozenset(), two)
    assert (await blog.get("http://blog.example/")).body == b"x"


async def test_too_much_is_refused_and_silence_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnsafeAnswer, match="larger"):
        large = httpx.MockTransport(lambda _: httpx.Response(200, content=b"x" * 2000))
        await fetcher(large).get("http://blog.example/", limit=1024)

    async def silent(_: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr(fetch, "DEADLINE", 0.05)
    with pytest.raises(NoAnswer):
        await fetcher(httpx.MockTransport(silent)).get("http://blog.example/")


async def test_an_address_that_httpx_can_not_use_is_told() -> None:
    with pytest.raises(InputError):
        await fetcher(always("/")).get(f"http://{'a' * 70}.xn--\u00e9/")


@pytest.mark.parametrize(("name", "good"), [("localhost", True), ("blog.example", False)])
async def test_a_certificate_is_the_names_and_not_the_addresses(
    name: str, good: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection goes to an address; whom it must prove to be is the host that was asked for."""

    async def here(host: str, port: int, *, typed: bool, ask: object) -> list[str]:
        return ["127.0.0.1"]

    monkeypatch.setattr(fetch, "places", here)
    context, authority = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), tls_context()
    context.load_cert_chain(TLS / "good.pem")
    authority.load_verify_locations(TLS / "ca.pem")
    async with RawServer([says(answer(b"x"))], ssl=context) as raw:
        blog = Fetcher(Http(transport=Roads(authority)), frozenset(), resolve)
        url = f"https://{name}:{urlsplit(raw.url).port}/"
        if good:
            assert (await blog.get(url)).body == b"x"
            return
        with pytest.raises(UntrustedServer, match="mismatch"):
            await blog.get(url)
        assert raw.heads == []
