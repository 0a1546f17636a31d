"""What becomes of a feed's articles: history, dates, edits, ids, conditional requests, pace, moves and closures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from scrm_desktop.channels.feeds import normalise, pace
from scrm_desktop.channels.feeds.addresses import Feed
from scrm_desktop.channels.feeds.normalise import Source
from scrm_desktop.channels.feeds.session import FeedsSession
from scrm_desktop.channels.feeds.typical import TYPICAL
from scrm_desktop.channels.http import Http
from scrm_desktop.domain.events import MessageSeen, Page, Span
from scrm_desktop.domain.messages import RemoteMessage
from scrm_desktop.errors import BadAnswer, FeedOut, FeedWaits, InputError, KnownError, RateLimited, ServerTrouble
from support.fake_feed import Site
from support.feeds_bench import HOST, account

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
OTHER = "http://127.0.0.2:8000"


@pytest.fixture
def site() -> Site:
    return Site()


def session(site: Site, *urls: str, now: datetime = NOW) -> FeedsSession:
    http = Http(transport=httpx.MockTransport(site.answer))
    since = NOW - timedelta(hours=1)
    return FeedsSession(account(*(urls or (f"{HOST}/feed",)), since=since), http, clock=lambda: now)


def messages(page: Page) -> list[RemoteMessage]:
    return [one.message for one in page.events if isinstance(one, MessageSeen)]


async def read(feeds: FeedsSession, cursor: str | None = None, place: int = 0) -> Page:
    return await feeds.newer(feeds.streams[place].name, cursor)


async def test_an_article_as_it_is_told(site: Site) -> None:
    site.add("<p>Rye, <b>every</b> day.</p><script>alert(1)</script>", title="New bread", at=NOW)
    (one,) = messages(await read(session(site)))
    assert (one.subject, one.text) == ("New bread", "New bread\nRye, every day.")
    assert one.url == "https://bakery.example/1"
    assert (one.author.display_name, one.author.handle) == ("Ada Lovelace", "127.0.0.1/ada-lovelace")
    assert one.created_at == NOW
    assert not one.own


async def test_without_an_author_it_is_the_feed(site: Site) -> None:
    site.add("x", author="")
    assert (await session(site).describe()).missing == TYPICAL.missing
    (one,) = messages(await read(session(site)))
    assert (one.author.display_name, one.author.handle, one.author.bot) == ("Bakery news", "127.0.0.1", True)


async def test_what_did_not_change_is_not_sent_again(site: Site) -> None:
    site.add("x")
    feeds = session(site)
    first = await read(feeds)
    again = await read(feeds, first.cursor)
    assert site.asked[-1].headers["if-none-match"]
    assert (again.events, again.cursor) == ((), None)
    assert first.covered is not None
    assert again.covered == first.covered


async def test_without_etags_the_same_bytes_are_nothing_new(site: Site) -> None:
    site.etags = False
    site.add("x")
    feeds = session(site)
    first = await read(feeds)
    assert (await read(feeds, first.cursor)).events == ()


async def test_no_date_is_before_us_at_first_and_now_afterwards_and_stays(site: Site) -> None:
    site.add("old", dated=False)
    first = await read(session(site))
    (old,) = messages(first)
    assert old.created_at < NOW - timedelta(hours=1)
    site.add("new", dated=False)
    second = await read(session(site), first.cursor)
    (new,) = messages(second)
    assert (new.text, new.created_at) == ("new", NOW)
    site.items[1].text = "new, and better"
    third = await read(session(site, now=NOW + timedelta(days=1)), second.cursor)
    (edited,) = messages(third)
    assert edited.created_at == NOW
    assert edited.edited_at == NOW + timedelta(days=1)
    assert edited.remote_id == new.remote_id


async def test_a_date_ahead_is_now_and_a_wrong_one_too(site: Site) -> None:
    site.add("ahead", at=NOW + timedelta(days=400))
    site.add("never", at=datetime(1900, 1, 1, tzinfo=UTC))
    assert [one.created_at for one in messages(await read(session(site)))] == [NOW, NOW]


async def test_an_update_is_an_edit_of_then(site: Site) -> None:
    made = site.add("first", at=NOW - timedelta(days=2))
    feeds = session(site, f"{HOST}/atom")
    cursor = (await read(feeds)).cursor
    made.text, made.updated = "second", NOW - timedelta(days=1)
    (one,) = messages(await read(feeds, cursor))
    assert (one.text, one.created_at, one.edited_at) == ("second", NOW - timedelta(days=2), NOW - timedelta(days=1))


async def test_one_id_twice_in_a_feed_is_one_article_and_no_edit_for_ever(site: Site) -> None:
    site.etags = False
    site.add("older words")
    site.add("newer words").guid = site.items[0].guid
    feeds = session(site)
    first = await read(feeds)
    assert [one.text for one in messages(first)] == ["newer words"]
    site.title = "Changed, so that it is read again"
    assert (await read(feeds, first.cursor)).events == ()


async def test_articles_that_left_and_come_back_are_no_news(site: Site) -> None:
    site.most = 2
    for text in ("one", "two", "three"):
        site.add(text)
    feeds = session(site)
    site.items.pop()
    cursor = (await read(feeds)).cursor
    site.add("three")
    cursor = (await read(feeds, cursor)).cursor
    site.most = 9
    assert (await read(feeds, cursor)).events == ()


def test_names_count_in_their_feed_and_addresses_in_their_site() -> None:
    news, forum = Feed("https://a.example/news"), Feed("https://a.example/forum")
    foreign = Feed("https://b.example/news")
    number, tag = {"id": "1"}, {"id": "tag:a.example,2026:1"}
    assert normalise.identity(number, news) != normalise.identity(number, forum)
    assert normalise.identity(tag, news) == normalise.identity(tag, forum)
    assert normalise.identity(tag, news) != normalise.identity(tag, foreign), "no site speaks in another's name"
    words = {"title": "x", "text": "y"}
    assert normalise.identity(words, news) == normalise.identity(dict(words), news)


def test_the_title_stands_once() -> None:
    entry = {"id": "1", "title": "Hello", "text": "Hello\nworld"}
    (event,) = normalise.page([entry], Source(feed=Feed("https://a.example/")), NOW).events
    assert isinstance(event, MessageSeen)
    assert event.message.text == "Hello\nworld"


@pytest.mark.parametrize(
    ("control", "ttl", "expected"),
    [
        ("", 0, 900),
        ("max-age=60", 0, 900),
        ("public, max-age=3600", 0, 3600),
        ("max-age=999999999", 0, 6 * 3600),
        ("", 60, 3600),
        ("no-store", 10**12, 6 * 3600),
    ],
)
def test_a_feed_is_asked_as_seldom_as_it_wishes(control: str, ttl: int, expected: int) -> None:
    assert pace.seconds({"cache-control": control}, ttl) == expected


async def test_its_wish_reaches_the_poller(site: Site) -> None:
    site.headers["cache-control"] = "max-age=7200"
    feeds = session(site)
    assert feeds.streams[0].poll_seconds == 900
    await read(feeds)
    assert feeds.streams[0].poll_seconds == 7200


async def test_a_feed_that_is_closed_is_not_asked_again(site: Site) -> None:
    site.plans["/feed"] = lambda _: httpx.Response(410)
    feeds = session(site)
    for _ in range(3):
        with pytest.raises(InputError, match="closed for good"):
            await read(feeds)
    assert len(site.asked) == 1


async def test_a_feed_that_asks_to_wait_is_not_asked_before(site: Site) -> None:
    site.plans["/feed"] = lambda _: httpx.Response(429, headers={"retry-after": "600"})
    feeds = session(site)
    for _ in range(3):
        with pytest.raises(RateLimited):
            await read(feeds)
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (httpx.Response(429, headers={"retry-after": "60"}), FeedWaits),
        (httpx.Response(503, headers={"retry-after": "60"}), FeedWaits),
        (httpx.Response(500), ServerTrouble),
        (httpx.Response(418), ServerTrouble),
        (httpx.Response(401), InputError),
        (httpx.Response(403), InputError),
        (httpx.Response(404), InputError),
        (httpx.Response(200, content=b"hello"), BadAnswer),
        (httpx.Response(200, content=b"<!doctype html><html><body>Please sign in</body></html>"), InputError),
    ],
)
async def test_with_several_no_trouble_of_one_ends_the_turn(
    site: Site, answer: httpx.Response, kind: type[KnownError]
) -> None:
    site.plans["/atom"] = lambda _: answer
    site.add("the others go on")
    feeds = session(site, f"{HOST}/atom", f"{HOST}/feed")
    with pytest.raises(kind):
        await read(feeds)
    if kind is not FeedWaits:  # the same server asked to be left alone
        assert len(messages(await read(feeds, place=1))) == 1


async def test_a_host_that_is_not_there_is_one_feeds_trouble() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    http = Http(transport=httpx.MockTransport(refuse))
    feeds = FeedsSession(account(f"{HOST}/feed", f"{OTHER}/feed"), http)
    with pytest.raises(FeedOut):
        await read(feeds)


async def test_one_line_that_is_none_does_not_cost_the_others(site: Site) -> None:
    site.add("x")
    feeds = session(site, "no address", f"{HOST}/feed", f"{HOST}/feed")
    assert len(feeds.streams) == 1
    assert any("no address" in one for one in (await feeds.describe()).missing)
    assert len(messages(await read(feeds))) == 1


async def test_a_permanent_move_is_kept_and_the_ids_stay(site: Site) -> None:
    site.add("x", at=NOW)
    feeds = session(site)
    before = await read(feeds)
    site.plans["/feed"] = lambda _: httpx.Response(301, headers={"location": "/atom"})
    site.add("y", at=NOW)
    moved = await read(feeds, before.cursor)
    assert [one.text for one in messages(moved)] == ["y"]
    asked = len(site.asked)
    await read(feeds, moved.cursor)
    assert [one.url.path for one in site.asked[asked:]] == ["/atom"]


async def test_a_temporary_one_is_not(site: Site) -> None:
    site.plans["/feed"] = lambda _: httpx.Response(302, headers={"location": "/atom"})
    feeds = session(site)
    cursor = (await read(feeds)).cursor
    await read(feeds, cursor)
    assert [one.url.path for one in site.asked] == ["/feed", "/atom"] * 2


async def test_a_move_that_was_undone_leads_back(site: Site) -> None:
    site.plans["/feed"] = lambda _: httpx.Response(308, headers={"location": "/atom"})
    site.add("x")
    feeds = session(site)
    cursor = (await read(feeds)).cursor
    del site.plans["/feed"]
    site.plans["/atom"] = lambda _: httpx.Response(404)
    site.add("y")
    assert [one.text for one in messages(await read(feeds, cursor))] == ["y"]


async def test_covered_is_what_the_document_proves(site: Site) -> None:
    site.add("old", at=NOW - timedelta(days=3))
    site.add("new", at=NOW - timedelta(days=1))
    feeds = session(site)
    first = await read(feeds)
    assert first.covered == Span(start=NOW - timedelta(days=3), end=NOW)
    site.add("without a date", dated=False)
    assert (await read(feeds, first.cursor)).covered is None


def test_streams_have_names_that_people_can_read() -> None:
    assert Feed("https://a.example/feed").name == "a.example/feed"
    names = {Feed(f"{way}://a.example/feed{more}").name for way in ("http", "https") for more in ("", "?a=1", "?a=2")}
    assert len(names) == 6
