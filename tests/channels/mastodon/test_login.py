"""Getting in and out: the whole dance with a server, older ones, hostile ones, and what is kept."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from scrm_desktop.channels import oauth
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.mastodon import CHANNEL, login
from scrm_desktop.channels.mastodon.login import SCOPES, Secret, allowed, server_url
from scrm_desktop.errors import (
    BadAnswer,
    CaptivePortal,
    InputError,
    Rejected,
    SignInNeeded,
    UnsafeAnswer,
    Unsupported,
)
from support.mastodon_parts import INSTANCE, person
from support.recordings import SERVER, Recordings, Replay

META = {
    "issuer": f"{SERVER}/",
    "authorization_endpoint": f"{SERVER}/oauth/authorize",
    "token_endpoint": f"{SERVER}/oauth/token",
    "code_challenge_methods_supported": ["S256"],
    "scopes_supported": list(SCOPES),
}
WELL_KNOWN = ("GET", oauth.WELL_KNOWN)
TOKEN = {"access_token": "canary-token", "token_type": "Bearer", "scope": " ".join(SCOPES)}


class Person:
    """Somebody with a browser (or without one) who signs in."""

    def __init__(self, *, browser: bool = True, pasted: str = "pasted", answer: str = "code=the-code") -> None:
        self.browser, self.pasted, self.answer = browser, pasted, answer
        self.opened = ""
        self.visit: asyncio.Task[None] | None = None

    @property
    def query(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.opened).query).items()}

    async def open_browser(self, url: str) -> bool:
        self.opened = url
        if self.browser:
            self.visit = asyncio.create_task(self._come_back())
        return self.browser

    async def _come_back(self) -> None:
        state = "" if "state=" in self.answer else f"&state={self.query['state']}"
        async with httpx.AsyncClient(trust_env=False) as client:
            await client.get(f"{self.query['redirect_uri']}?{self.answer}{state}")

    async def ask_code(self, url: str) -> str:
        self.opened = url
        return self.pasted


def server(**changes: Any) -> Replay:
    replay = Replay().add(*WELL_KNOWN, {**META, **changes})
    replay.add("POST", "/api/v1/apps", {"client_id": "our-id", "client_secret": "our-secret"})
    replay.add("POST", "/oauth/token", TOKEN).add("GET", "/api/v2/instance", INSTANCE)
    return replay.add("GET", "/api/v1/accounts/verify_credentials", person("42", "maison"))


def form(replay: Replay, path: str) -> dict[str, str]:
    index = next(index for index, one in enumerate(replay.asked) if one.url.path == path)
    return dict(replay.form(index))


async def sign_in(replay: Replay, who: Person, entered: str = SERVER) -> Any:
    result = await CHANNEL.sign_in({"server": entered}, who, Http(transport=replay.transport))
    if who.visit is not None:
        await who.visit
    return result


async def test_the_whole_way_in() -> None:
    replay, who = server(), Person()
    result = await sign_in(replay, who)
    assert (result.server, result.remote_id, result.handle) == (SERVER, "42", "maison@localhost:3000")
    assert json.loads(result.secret) == {
        "token": "canary-token",
        "client_id": "our-id",
        "client_secret": "our-secret",
    }
    app, exchange = form(replay, "/api/v1/apps"), form(replay, "/oauth/token")
    assert app["redirect_uris"] == who.query["redirect_uri"] == exchange["redirect_uri"]
    assert who.query["redirect_uri"].startswith("http://127.0.0.1:")
    assert app["scopes"] == who.query["scope"] == " ".join(SCOPES)
    assert exchange["code"] == "the-code"
    digest = hashlib.sha256(exchange["code_verifier"].encode()).digest()
    assert who.query["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert who.query["code_challenge_method"] == "S256"
    assert "canary" not in repr(result)


async def test_each_login_has_secrets_of_its_own() -> None:
    first, second = Person(), Person()
    await sign_in(server(), first)
    await sign_in(server(), second)
    for name in ("state", "code_challenge"):
        assert first.query[name] != second.query[name]
        assert len(first.query[name]) >= 43


async def test_the_least_scopes() -> None:
    """No following, no lists, no filters, no profile, no push, nothing of administration."""
    assert not [one for one in SCOPES if one.split(":")[-1] in ("follows", "lists", "filters", "push", "bookmarks")]
    assert all(":" in one for one in SCOPES)


def test_a_server_without_fine_scopes_gets_the_coarse_ones() -> None:
    metadata = oauth.Metadata(
        issuer="", authorize="", token="", pkce=False, names_itself=False, scopes=frozenset({"read", "write"})
    )
    assert allowed(metadata) == ("read", "write")


async def test_an_older_server_has_no_pkce() -> None:
    replay, who = server(), Person()
    replay.routes[WELL_KNOWN] = []
    result = await sign_in(replay, who)
    assert result.remote_id == "42"
    assert "code_challenge" not in who.query
    assert "code_verifier" not in form(replay, "/oauth/token")
    assert who.opened.startswith(f"{SERVER}/oauth/authorize?")


async def test_without_a_browser_the_code_is_pasted() -> None:
    replay, who = server(), Person(browser=False, pasted="  pasted-code \n")
    await sign_in(replay, who)
    assert who.query["redirect_uri"] == oauth.OUT_OF_BAND
    exchange = form(replay, "/oauth/token")
    assert (exchange["code"], exchange["redirect_uri"]) == ("pasted-code", oauth.OUT_OF_BAND)
    registered = [dict(replay.form(i))["redirect_uris"] for i, one in enumerate(replay.asked) if "apps" in one.url.path]
    assert registered[-1] == oauth.OUT_OF_BAND


async def test_nothing_was_pasted() -> None:
    with pytest.raises(InputError):
        await sign_in(server(), Person(browser=False, pasted="  "))


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("code=x&state=wrong", UnsafeAnswer),
        ("code=x&iss=https://evil.example", UnsafeAnswer),
        ("error=access_denied", Rejected),
    ],
)
async def test_a_wrong_way_back_ends_the_login_and_asks_for_no_token(answer: str, error: type[Exception]) -> None:
    replay = server()
    with pytest.raises(error):
        await sign_in(replay, Person(answer=answer))
    assert "POST /oauth/token" not in replay.paths()


@pytest.mark.parametrize("field", ["issuer", "authorization_endpoint", "token_endpoint"])
@pytest.mark.parametrize("address", ["https://evil.example/oauth", "http://localhost:3001/", "", "http://[bad"])
async def test_a_description_that_leads_elsewhere_is_refused(field: str, address: str) -> None:
    """Mix-up: no other server can slip into a login."""
    replay, who = server(**{field: address}), Person()
    with pytest.raises((UnsafeAnswer, BadAnswer)):
        await sign_in(replay, who)
    assert who.opened == ""


@pytest.mark.parametrize("found", [[], {}, {"issuer": 5}, "text"])
async def test_a_description_that_can_not_be_read(found: Any) -> None:
    replay = server()
    replay.routes[WELL_KNOWN] = []
    replay.add(*WELL_KNOWN, found)
    with pytest.raises(BadAnswer):
        await sign_in(replay, Person())


async def test_a_used_code_is_refused_in_the_servers_words(recordings: Recordings) -> None:
    """Fault 55."""
    replay = server()
    replay.routes["POST", "/oauth/token"] = []
    replay.add("POST", "/oauth/token", recordings.one("POST", "/oauth/token", status=400))
    with pytest.raises(Rejected, match="authorization grant is invalid"):
        await sign_in(replay, Person())


@pytest.mark.parametrize("token", [{}, {"access_token": 5}, {"access_token": "two words"}, {"access_token": "é"}, []])
async def test_a_token_that_is_none(token: Any) -> None:
    replay = server()
    replay.routes["POST", "/oauth/token"] = []
    replay.add("POST", "/oauth/token", token)
    with pytest.raises(BadAnswer):
        await sign_in(replay, Person())


async def test_what_is_no_mastodon_says_so() -> None:
    with pytest.raises(Unsupported):
        await sign_in(Replay(), Person())
    page = httpx.Response(200, headers={"content-type": "text/html"}, content=b"<html>")
    with pytest.raises(CaptivePortal):
        await sign_in(Replay().add(*WELL_KNOWN, page).add("POST", "/api/v1/apps", page), Person())


async def test_recorded_registration_and_metadata(recordings: Recordings) -> None:
    metadata = recordings.one("GET", oauth.WELL_KNOWN, cassette="cassettes/test_auth_request_url")
    app = recordings.one("POST", "/api/v1/apps")
    account = recordings.one("GET", "/api/v1/accounts/verify_credentials", status=200)
    replay = Replay().add(*WELL_KNOWN, metadata).add("POST", "/api/v1/apps", app)
    replay.add("POST", "/oauth/token", recordings.one("POST", "/oauth/token", status=200))
    replay.add("GET", "/api/v1/accounts/verify_credentials", account)
    replay.add("GET", "/api/v2/instance", recordings.one("GET", "/api/v2/instance", cassette="test_async"))
    who = Person()
    result = await sign_in(replay, who)
    assert who.query["scope"] == " ".join(SCOPES)
    assert who.query["code_challenge_method"] == "S256"
    assert result.remote_id == account.json()["id"]
    assert result.handle == f"{account.json()['acct']}@localhost:3000"


async def test_with_a_token_that_the_person_has() -> None:
    replay = server()
    result = await CHANNEL.with_token(SERVER, " canary-token\n", Http(transport=replay.transport))
    assert (result.remote_id, result.secret) == ("42", "canary-token")
    assert replay.asked[0].headers["authorization"] == "Bearer canary-token"
    assert "canary" not in repr(result)


@pytest.mark.parametrize("code", [401, 422])
async def test_with_a_token_that_is_refused(code: int) -> None:
    replay = Replay().add("GET", "/api/v1/accounts/verify_credentials", httpx.Response(code, json={}))
    with pytest.raises(SignInNeeded):
        await CHANNEL.with_token(SERVER, "token", Http(transport=replay.transport))


@pytest.mark.parametrize("token", ["", "  ", "two words", "line\nbreak", "é", "{broken", "{}", "x" * 9000])
async def test_what_is_no_token_is_never_sent(token: str) -> None:
    replay = server()
    with pytest.raises(InputError):
        await CHANNEL.with_token(SERVER, token, Http(transport=replay.transport))
    assert replay.asked == []


async def test_the_login_is_given_back() -> None:
    replay = Replay().add("POST", "/oauth/revoke", {})
    secret = Secret(token="canary", client_id="i", client_secret="s")
    await login.revoke(secret, SERVER, Http(transport=replay.transport))
    assert dict(replay.form(-1)) == {"client_id": "i", "client_secret": "s", "token": "canary"}
    assert "canary" not in str(replay.asked[-1].url)


async def test_a_login_that_can_not_be_given_back_is_told() -> None:
    secret = Secret(token="t", client_id="i", client_secret="s")
    replay = Replay().add("POST", "/oauth/revoke", httpx.Response(403, json={}))
    with pytest.raises(Unsupported, match="own pages"):
        await login.revoke(secret, SERVER, Http(transport=replay.transport))


async def test_a_token_that_the_person_made_stays_theirs() -> None:
    replay = Replay()
    await login.revoke(Secret(token="t"), SERVER, Http(transport=replay.transport))
    assert replay.asked == []


@pytest.mark.parametrize(
    ("entered", "url"),
    [
        ("mastodon.social", "https://mastodon.social"),
        (" https://Mastodon.social/@me ", "https://mastodon.social"),
        ("@me@piaille.fr", "https://piaille.fr"),
        ("me@piaille.fr", "https://piaille.fr"),
        ("social.example:8443", "https://social.example:8443"),
        ("exämple.org", "https://xn--exmple-cua.org"),
        ("http://localhost:3000/", "http://localhost:3000"),
        ("http://127.0.0.1:9", "http://127.0.0.1:9"),
        ("http://[::1]:9", "http://[::1]:9"),
    ],
)
def test_a_server_however_it_is_entered(entered: str, url: str) -> None:
    assert server_url(entered) == url


@pytest.mark.parametrize(
    "entered",
    [
        "",
        "   ",
        "http://mastodon.social",
        "http://127.0.0.1.evil.example",
        "ftp://x.example",
        "https://",
        "https://user:pass@x.example",
        "two words.example",
        "https://x.example:port",
        "javascript:alert(1)",
        "https://[bad",
    ],
)
def test_what_is_no_server_or_not_safe(entered: str) -> None:
    with pytest.raises(InputError):
        server_url(entered)


def test_a_secret_survives_the_keyring_and_shows_nothing() -> None:
    secret = Secret(token="canary", client_id="i", client_secret="s")
    assert Secret.load(secret.dump()) == secret
    assert Secret.load("canary") == Secret(token="canary")
    assert "canary" not in repr(secret)
