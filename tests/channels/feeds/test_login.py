"""Addresses as people enter them, pages that name their feed, and what becomes of an account."""

from __future__ import annotations

from collections.abc import Mapping

import httpx
import pytest

from scrm_desktop.channels.feeds import CHANNEL, discovery, login
from scrm_desktop.channels.feeds.addresses import MOST, checked, feeds_of, named_inside
from scrm_desktop.channels.http import Http
from scrm_desktop.domain.accounts import LoginResult
from scrm_desktop.errors import BadAnswer, InputError, Offline, UnsafeAnswer
from support.fake_feed import Site
from support.feeds_bench import HOST

PAGE = (
    "<!doctype html><html><head>{head}</head><body><link rel=alternate type=application/rss+xml href=/no></body></html>"
)


@pytest.fixture
def site() -> Site:
    made = Site()
    made.add("x")
    return made


async def sign_in(site: Site, entered: str) -> LoginResult:
    return await login.sign_in({"feeds": entered}, Http(transport=httpx.MockTransport(site.answer)))


def page(head: str) -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "text/html"}, text=PAGE.format(head=head))


@pytest.mark.parametrize(
    ("entered", "expected"),
    [
        ("https://a.example/feed", "https://a.example/feed"),
        ("  HTTPS://a.example  ", "https://a.example/"),
        ("a.example/feed?x=1#top", "https://a.example/feed?x=1"),
        ("feed://a.example/rss", "https://a.example/rss"),
        ("feed:http://a.example/rss", "http://a.example/rss"),
        ("http://[::1]:8000/feed", "http://[::1]:8000/feed"),
    ],
)
def test_an_address_as_it_is_asked_for(entered: str, expected: str) -> None:
    assert checked(entered) == expected


@pytest.mark.parametrize(
    "entered",
    ["", " ", "hello", "two words.example", "ftp://a.example/", "file:///etc/passwd", "https://", "https://[",
     "javascript:alert(1)", "http://a.example:99999/", "https://me:secret@a.example/", "https://a.example/\u202e",
     "https://a.example/" + "x" * 3000],
)  # fmt: skip
def test_what_is_none_is_told_without_the_password(entered: str) -> None:
    with pytest.raises(InputError) as caught:
        feeds_of(entered)
    assert "secret" not in caught.value.message


def test_lines_are_counted_once_and_bounded() -> None:
    assert len(feeds_of("https://a.example/\n\nhttps://a.example/\nhttps://b.example/")) == 2
    with pytest.raises(InputError, match="up to 50"):
        feeds_of("\n".join(f"https://a.example/{n}" for n in range(MOST + 1)))


def test_names_that_can_only_be_inside() -> None:
    assert all(named_inside(one) for one in ("localhost", "nas", "10.0.0.1", "::1", "wiki.lan", "0x7f000001"))
    assert not any(named_inside(one) for one in ("a.example", "localhost.example", "10.0.0.1.example"))


async def test_one_feed(site: Site) -> None:
    found = await sign_in(site, f"{HOST}/feed")
    assert (found.server, found.handle, found.display_name) == (HOST, "127.0.0.1", "Bakery news")
    assert (found.secret, dict(found.options)) == ("", {"feeds": f"{HOST}/feed"})


async def test_several_feeds_whatever_their_order(site: Site) -> None:
    found = await sign_in(site, f"{HOST}/feed\n{HOST}/atom\n{HOST}/json")
    again = await sign_in(site, f"{HOST}/json\n{HOST}/feed\n{HOST}/atom")
    assert (found.handle, found.display_name) == ("127.0.0.1 +2", "Bakery news +2")
    assert found.remote_id == again.remote_id


async def test_a_page_that_names_its_feed(site: Site) -> None:
    site.plans["/"] = lambda _: page('<LINK href="atom" TYPE="application/atom+xml" rel="nofollow Alternate">')
    found = await sign_in(site, HOST)
    assert dict(found.options) == {"feeds": f"{HOST}/atom"}


async def test_a_page_that_names_none(site: Site) -> None:
    site.plans["/"] = lambda _: page("<link rel=stylesheet href=/x.css>")
    with pytest.raises(InputError, match="names no feed"):
        await sign_in(site, HOST)


async def test_a_page_that_names_one_inside_is_refused(site: Site) -> None:
    site.plans["/"] = lambda _: page('<link rel=alternate type="application/rss+xml" href="http://127.0.0.9/admin">')
    with pytest.raises(UnsafeAnswer):
        await sign_in(site, HOST)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<base href="https://b.example/x/"><link rel=alternate type="application/rss+xml" href="feed">',
         "https://b.example/x/feed"),
        ('<link rel=alternate type="text/html" href="/de"><link rel=alternate type="application/feed+json" href="/j">',
         "https://a.example/j"),
        ('<link rel=alternate type="application/rss+xml" href="javascript:alert(1)">', ""),
        ('<link rel=alternate type="application/rss+xml" href="https://[">', ""),
        ('<!-- <link rel=alternate type="application/rss+xml" href="/old"> -->', ""),
        ('<link rel=alternate type="application/rss+xml" href="/a?x=1&amp;y=2">', "https://a.example/a?x=1&y=2"),
        ("<link " * 50_000, ""),
    ],
)  # fmt: skip
def test_discovery(head: str, expected: str) -> None:
    assert discovery.feed_of(PAGE.format(head=head).encode(), "https://a.example/") == expected


async def test_one_that_is_out_of_reach_is_kept_beside_another_and_none_alone() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host == "127.0.0.2":
            raise httpx.ConnectError("refused", request=request)
        return Site().answer(request)

    http = Http(transport=httpx.MockTransport(answer))
    far = "http://127.0.0.2/feed"
    found = await login.sign_in({"feeds": f"{HOST}/feed\n{far}"}, http)
    assert far in dict(found.options)["feeds"]
    with pytest.raises(Offline):
        await login.sign_in({"feeds": far}, http)


async def test_one_that_is_no_feed_costs_the_login(site: Site) -> None:
    site.plans["/atom"] = lambda _: httpx.Response(200, content=b"hello")
    with pytest.raises(BadAnswer, match="no feed"):
        await sign_in(site, f"{HOST}/feed\n{HOST}/atom")


async def test_the_channel_asks_the_same() -> None:
    class Nobody:
        async def open_browser(self, url: str) -> bool:
            raise AssertionError

        async def ask_code(self, url: str) -> str:
            raise AssertionError

    answers: Mapping[str, str] = {"feeds": "ftp://a.example/"}
    with pytest.raises(InputError):
        await CHANNEL.sign_in(answers, Nobody(), Http())
