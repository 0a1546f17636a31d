"""The login in the browser against a real authorization server: PKCE, state, iss, rotation, reuse and the door."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from scrm_desktop.channels import oauth, tokens
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.oauth import Metadata, Pkce, registered
from scrm_desktop.channels.renewing import Renewing
from scrm_desktop.channels.tokens import Granted
from scrm_desktop.errors import InputError, KnownError, Rejected, SignInNeeded, UnsafeAnswer
from support.oidc_server import CLIENT_ID, Browser, OidcServer

pytestmark = pytest.mark.servers
SCOPES = "openid offline_access"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OidcServer]:
    with OidcServer(tmp_path_factory.mktemp("oidc")) as running:
        yield running


@contextlib.asynccontextmanager
async def client(server: OidcServer) -> AsyncIterator[tuple[httpx.AsyncClient, Metadata]]:
    async with Http().client(server.url) as found:
        yield found, await oauth.discover(found, oauth.OPENID)


async def sign_in(server: OidcServer, browser: Browser, *, wait: float = 20, **how: object) -> Granted:
    async with client(server) as (web, metadata):
        try:
            return await oauth.sign_in(
                web,
                metadata,
                SCOPES,
                registered(CLIENT_ID),
                browser,
                wait=wait,
                out_of_band=False,
                **how,  # type: ignore[arg-type]
            )
        finally:
            if browser.task is not None:
                await asyncio.gather(browser.task, return_exceptions=True)


async def who(server: OidcServer, token: str) -> int:
    async with httpx.AsyncClient(trust_env=False) as web:
        return (await web.get(f"{server.url}/me", headers={"Authorization": f"Bearer {token}"})).status_code


async def test_the_server_is_understood(server: OidcServer) -> None:
    async with client(server) as (_, metadata):
        assert metadata.issuer == server.url
        assert metadata.pkce
        assert metadata.names_itself
        assert metadata.token.startswith(server.url)


async def test_the_whole_way_in(server: OidcServer) -> None:
    browser = Browser()
    granted = await sign_in(server, browser)
    assert await who(server, granted.access_token) == 200
    assert granted.refresh_token
    assert granted.expires_at is not None
    assert dict(browser.came_back[0].params)["iss"] == server.url
    assert browser.pages[0].status_code == 200
    assert granted.access_token not in repr(granted)


@pytest.mark.parametrize("how", ["state", "iss", "no iss", "no state", "two states"])
async def test_a_wrong_answer_is_refused(server: OidcServer, how: str) -> None:
    def change(back: httpx.URL) -> httpx.URL:
        match how:
            case "state":
                return back.copy_set_param("state", "another")
            case "iss":
                return back.copy_set_param("iss", "https://evil.example")
            case "no iss":
                return back.copy_remove_param("iss")
            case "no state":
                return back.copy_remove_param("state")
            case _:
                return back.copy_add_param("state", "another")

    browser = Browser(change)
    with pytest.raises(UnsafeAnswer):
        await sign_in(server, browser)
    assert browser.pages[0].status_code == 400


async def test_the_person_says_no(server: OidcServer) -> None:
    with pytest.raises(Rejected, match="not allowed"):
        await sign_in(server, Browser(allow=False))


async def test_the_second_callback_changes_nothing(server: OidcServer) -> None:
    """It meets a door that is shut, or one that is done; the code itself works once."""
    seen: list[httpx.URL] = []
    granted = await sign_in(server, Browser(lambda back: seen.append(back) or back))  # type: ignore[func-returns-value]
    with pytest.raises(httpx.ConnectError):
        async with httpx.AsyncClient(trust_env=False) as web:
            await web.get(seen[0])
    async with client(server) as (web, metadata):
        form = {
            "grant_type": "authorization_code",
            "code": str(seen[0].params["code"]),
            "code_verifier": Pkce().verifier,
        }
        with pytest.raises(Rejected):
            await tokens.grant(web, metadata.token, granted.keys, {**form, "redirect_uri": str(seen[0]).split("?")[0]})


async def test_a_stolen_code_is_worth_nothing_without_our_verifier(server: OidcServer) -> None:
    def steal(back: httpx.URL) -> None:
        stolen.append(back)

    stolen: list[httpx.URL] = []
    with pytest.raises(InputError, match="within the time"):
        await sign_in(server, Browser(steal), wait=1.5)
    async with client(server) as (web, metadata):
        keys = tokens.AppKeys(client_id=CLIENT_ID, client_secret="")
        form = {
            "grant_type": "authorization_code",
            "code": str(stolen[0].params["code"]),
            "redirect_uri": str(stolen[0]).split("?")[0],
            "code_verifier": Pkce().verifier,
        }
        with pytest.raises(Rejected):
            await tokens.grant(web, metadata.token, keys, form)


async def test_without_a_browser_the_address_is_pasted(server: OidcServer) -> None:
    granted = await sign_in(server, Browser(there=False))
    assert await who(server, granted.access_token) == 200


async def test_renewing_rotates_and_a_used_refresh_token_ends_the_login(server: OidcServer) -> None:
    first = await sign_in(server, Browser())
    async with client(server) as (web, metadata):
        second = await tokens.renew(web, metadata.token, first)
        assert second.refresh_token != first.refresh_token
        assert await who(server, second.access_token) == 200
        with pytest.raises(SignInNeeded):
            await tokens.renew(web, metadata.token, first)
        with pytest.raises(SignInNeeded):  # the server took the whole login back: somebody had stolen a token
            await tokens.renew(web, metadata.token, second)
    assert await who(server, second.access_token) == 401


async def test_many_at_once_renew_once_and_keep_first(server: OidcServer) -> None:
    first = await sign_in(server, Browser())
    kept: list[str] = []

    async def keep(secret: str) -> None:
        kept.append(secret)

    async with client(server) as (web, metadata):
        ours = Renewing(first, lambda old: tokens.renew(web, metadata.token, old), keep)
        assert await ours.token() == first.access_token
        found = await asyncio.gather(*(ours.token(first.access_token) for _ in range(8)))
    assert len(set(found)) == 1
    assert found[0] != first.access_token
    assert await who(server, found[0]) == 200
    (stored,) = kept
    again = tokens.load(stored)
    assert again.access_token == found[0]
    assert again.refresh_token != first.refresh_token


async def test_a_token_that_ends_is_renewed_before(tmp_path: Path) -> None:
    with OidcServer(tmp_path, seconds=20) as short:  # less than the margin: it is due at once
        first = await sign_in(short, Browser())
        async with client(short) as (web, metadata):
            ours = Renewing(first, lambda old: tokens.renew(web, metadata.token, old), None)
            assert await ours.token() != first.access_token


async def test_nobody_comes_and_a_late_one_finds_the_door_shut(server: OidcServer) -> None:
    late = Browser(lambda _: None)
    with pytest.raises(InputError, match="within the time"):
        await sign_in(server, late, wait=0.5)
    with pytest.raises(httpx.ConnectError):
        async with httpx.AsyncClient(trust_env=False) as web:
            await web.get(late.came_back[0])


async def test_a_port_that_another_program_uses(server: OidcServer) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        browser = Browser()
        granted = await sign_in(server, browser, ports=(taken, 0))
        assert browser.came_back[0].port != taken
        assert await who(server, granted.access_token) == 200
        with pytest.raises(KnownError, match="Another program"):
            await sign_in(server, Browser(), ports=(taken,))


async def test_a_code_that_nobody_gave(server: OidcServer) -> None:
    async with client(server) as (web, metadata):
        form = {"grant_type": "authorization_code", "code": "guessed", "redirect_uri": "http://127.0.0.1/signed-in"}
        with pytest.raises(Rejected):
            await tokens.grant(web, metadata.token, tokens.AppKeys(client_id=CLIENT_ID, client_secret=""), form)
