"""Getting in: names, servers that are found by them, refusals in words."""

from __future__ import annotations

import httpx
import pytest

from scrm_desktop.channels.bluesky import identity, login
from scrm_desktop.channels.bluesky.refusals import TAKEN_DOWN
from scrm_desktop.channels.http import Http
from scrm_desktop.errors import Forbidden, InputError
from support.fake_bluesky import PASSWORD, FakeBluesky
from support.fake_bluesky_views import HANDLES, ME


@pytest.mark.parametrize(
    ("entered", "expected"),
    [
        (" @Shop.bsky.social ", "shop.bsky.social"),
        ("shop", "shop.bsky.social"),
        ("https://bsky.app/profile/shop.example/post/3k", "shop.example"),
        ("me@mail.example", "me@mail.example"),
        (ME, ME),
    ],
)
def test_names(entered: str, expected: str) -> None:
    assert identity.identifier(entered) == expected


@pytest.mark.parametrize("entered", ["", "@", "a b.c", "did:plc:short", "shop..example", "ü.example"])
def test_what_is_no_name(entered: str) -> None:
    with pytest.raises(InputError):
        identity.identifier(entered)


@pytest.mark.parametrize("entered", ["http://pds.example", "ftp://x", "https://a@b", "https://a/b", "a b"])
def test_what_is_no_server(entered: str) -> None:
    with pytest.raises(InputError):
        identity.server_url(entered)


def document(endpoint: str) -> dict[str, object]:
    return {"service": [{"id": "#atproto_pds", "serviceEndpoint": endpoint}]}


def network(answers: dict[str, object]) -> Http:
    def answer(request: httpx.Request) -> httpx.Response:
        found = answers.get(f"{request.url.host}{request.url.path}")
        return httpx.Response(404, json={}) if found is None else httpx.Response(200, json=found)

    return Http(transport=httpx.MockTransport(answer))


RESOLVE = "public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle"


async def test_the_server_is_found_by_the_name() -> None:
    http = network({RESOLVE: {"did": ME}, f"plc.directory/{ME}": document("https://pds.example")})
    assert await identity.server_of("shop.example", http) == "https://pds.example"


async def test_a_did_of_the_web_names_its_server() -> None:
    http = network({"shop.example/.well-known/did.json": document("https://pds.example")})
    assert await identity.server_of("did:web:shop.example", http) == "https://pds.example"


async def test_a_name_that_nobody_knows_and_a_server_that_is_not_safe() -> None:
    with pytest.raises(InputError):
        await identity.server_of("shop.example", network({}))
    assert not identity.keeper({"service": [{"id": "#atproto_pds", "serviceEndpoint": "http://10.0.0.1"}]})


async def test_a_session_is_made_once_and_the_password_is_not_kept(fake: FakeBluesky) -> None:
    found = await login.with_token(fake.url, f"{HANDLES[ME]} {PASSWORD}", Http())
    assert (found.server, found.remote_id, found.handle) == (fake.url, ME, "bakery.test")
    assert PASSWORD not in found.secret
    assert fake.calls == ["com.atproto.server.createSession"]


async def test_a_wrong_password_and_an_account_that_was_taken_down(fake: FakeBluesky) -> None:
    with pytest.raises(InputError, match="does not accept"):
        await login.with_token(fake.url, f"{HANDLES[ME]} wrong", Http())
    fake.status = "takendown"
    with pytest.raises(Forbidden, match="taken this account down"):
        await login.with_token(fake.url, f"{HANDLES[ME]} {PASSWORD}", Http())
    assert TAKEN_DOWN
