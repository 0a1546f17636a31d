"""Addresses, discovery, and the ways to an application password."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.loopback import Expected
from scrm_desktop.channels.wordpress import CHANNEL, login
from scrm_desktop.channels.wordpress import site as places
from scrm_desktop.errors import InputError, KnownError, Rejected, SignInNeeded, UnsafeAnswer, Unsupported
from support.fake_wordpress import LOGIN, SITE, FakeWordPress
from support.wordpress_bench import account


class Person:
    """Whoever sits there: pastes what the site showed."""

    def __init__(self, pasted: str) -> None:
        self.pasted = pasted
        self.opened: list[str] = []

    async def open_browser(self, url: str) -> bool:
        self.opened.append(url)
        return True

    async def ask_code(self, url: str) -> str:
        return self.pasted


@pytest.mark.parametrize(
    ("entered", "used"),
    [
        ("bakery.example", SITE),
        (" https://Bakery.example/ ", SITE),
        ("https://bakery.example/wp-admin/edit-comments.php", SITE),
        ("https://bakery.example/blog/wp-login.php", f"{SITE}/blog"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("https://bäckerei.example", "https://xn--bckerei-5wa.example"),
    ],
)
def test_addresses_of_sites(entered: str, used: str) -> None:
    assert places.site_url(entered) == used


@pytest.mark.parametrize(
    "entered", ["", "https://", "ftp://x", "a b", "https://u:p@x", "https://[", "http://x.example"]
)
def test_addresses_that_are_none(entered: str) -> None:
    with pytest.raises(InputError):
        places.site_url(entered)


async def test_the_api_is_where_the_site_says(site: FakeWordPress, http: Http) -> None:
    assert await places.find_api(SITE, http) == f"{SITE}/wp-json/"
    site.link = ""
    assert await places.find_api(SITE, http) == f"{SITE}/wp-json/"
    site.front = "<html></html>"
    assert await places.find_api(SITE, http) == f"{SITE}/wp-json/"
    site.link = f'<{SITE}/?rest_route=/>; rel="https://api.w.org/"'
    found = await CHANNEL.with_token(SITE, LOGIN, http)
    assert found.options == (("api", f"{SITE}/?rest_route=/"),)
    session = CHANNEL.connect(account(options=found.options), LOGIN, http)
    site.write("Through the side door")
    assert len((await session.newer("comments", None)).events) == 2
    await session.close()


async def test_a_site_that_sends_us_elsewhere_gets_no_password(site: FakeWordPress, http: Http) -> None:
    site.link = '<https://evil.example/wp-json/>; rel="https://api.w.org/"'
    with pytest.raises(InputError, match=r"evil\.example"):
        await CHANNEL.with_token(SITE, LOGIN, http)
    assert not any("authorization" in one.headers for one in site.requests)
    other = account(options=(("api", "https://evil.example/wp-json/"),))
    with pytest.raises(InputError):
        CHANNEL.connect(other, LOGIN, http)


async def test_a_site_that_is_none_of_wordpress() -> None:
    http = Http(transport=httpx.MockTransport(lambda _: httpx.Response(200, text="<html>Welcome</html>")))
    with pytest.raises(InputError, match="does not say that it is a WordPress site"):
        await CHANNEL.with_token(SITE, LOGIN, http)


async def test_a_new_password_is_pasted(http: Http) -> None:
    person = Person(" abcd EFGH 1234 ijkl MNOP 6789 ")
    found = await CHANNEL.sign_in({"server": SITE, "user": "maud"}, person, http)
    assert (found.remote_id, found.handle, found.display_name) == ("user:1", "maud@bakery.example", "Maud Baker")
    assert found.secret == LOGIN
    (page,) = person.opened
    asked = parse_qs(urlsplit(page).query)
    assert urlsplit(page).path == "/wp-admin/authorize-application.php"
    assert asked.keys() == {"app_name", "app_id"}, "a site on the internet refuses a way back over http"


async def test_without_a_user_name_nothing_is_opened(http: Http) -> None:
    person = Person("x")
    with pytest.raises(InputError, match="user name"):
        await CHANNEL.sign_in({"server": SITE}, person, http)
    assert person.opened == []


async def test_one_that_exists_opens_no_browser(http: Http) -> None:
    answers = {"server": SITE, "user": "maud", "password": LOGIN.partition(":")[2]}
    person = Person("")
    assert (await CHANNEL.sign_in(answers, person, http)).secret == LOGIN
    assert person.opened == []


async def test_a_password_that_is_wrong(http: Http) -> None:
    with pytest.raises(InputError, match="does not accept"):
        await CHANNEL.with_token(SITE, "maud:wrong-password", http)


@pytest.mark.parametrize("entered", ["", "maud", ":abcdefghij", "maud:short", "maud:pässword12", "m\x00:abcdefghij"])
def test_what_can_be_no_login(entered: str) -> None:
    with pytest.raises(InputError) as caught:
        login.checked_login(entered)
    assert "short" not in str(caught.value)


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ({"state": ["no"], "user_login": ["m"], "password": ["p"]}, UnsafeAnswer),
        ({"state": ["s"], "success": ["false"]}, Rejected),
        ({"state": ["s"], "user_login": ["m"]}, UnsafeAnswer),
        ({"state": ["s"], "user_login": ["m", "n"], "password": ["p"]}, UnsafeAnswer),
        ({}, UnsafeAnswer),
    ],
)
def test_ways_back_that_bring_nothing(query: dict[str, list[str]], error: type[KnownError]) -> None:
    with pytest.raises(error):
        login.way_back(query, Expected(state="s"))


def test_a_way_back_that_brings_a_password() -> None:
    assert login.way_back({"state": ["s"], "user_login": ["m"], "password": ["p"]}, Expected(state="s")) == "m:p"


async def test_the_password_is_deleted_when_the_account_goes(site: FakeWordPress, http: Http) -> None:
    session = CHANNEL.connect(account(), LOGIN, http)
    await session.revoke()
    assert not site.passwords
    with pytest.raises(SignInNeeded):
        await session.describe()
    await session.revoke()  # what is gone is given back
    await session.close()


async def test_a_password_that_can_not_be_deleted() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404, json={"code": "rest_no_route", "message": "No route"})

    session = CHANNEL.connect(account(), LOGIN, Http(transport=httpx.MockTransport(answer)))
    with pytest.raises(Unsupported, match="in your profile"):
        await session.revoke()
    await session.close()
