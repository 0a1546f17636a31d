"""From bytes to entries: dialects, dates, hostile documents, and documents that are far too long."""

from __future__ import annotations

import itertools
import json

import pytest

from scrm_desktop.channels.feeds import document
from scrm_desktop.channels.feeds.document import MOST_ENTRIES, NotAFeed

URL = "https://bakery.example/feed"
ITEM = "<item><guid>{n}</guid><title>Item {n}</title><pubDate>{day} Jun 2026 10:00:00 GMT</pubDate></item>"


def rss(inside: str, head: str = "") -> bytes:
    return f'{head}<rss version="2.0"><channel><title>Bakery</title>{inside}</channel></rss>'.encode()


def test_of_a_long_feed_the_newest_are_taken() -> None:
    body = rss("".join(ITEM.format(n=n, day=f"{n % 28 + 1:02}") for n in range(4_000)))
    found = document.read(body, "application/rss+xml", URL)
    assert len(found.entries) == MOST_ENTRIES
    assert {str(one["published"])[:10] for one in found.entries} <= {f"2026-06-{day}" for day in (25, 26, 27, 28)}


def test_an_old_list_that_ends_with_its_newest_gives_the_newest() -> None:
    days = [f"{n // 100 + 1:02}" for n in range(700)]
    found = document.read(rss("".join(ITEM.format(n=n, day=day) for n, day in enumerate(days))), "", URL)
    assert found.entries[-1]["id"] == "699"
    assert found.entries[0]["id"] == "200"


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY % b SYSTEM "http://127.0.0.1:9/b"> %b;]>',
    ],
)
def test_nothing_is_fetched_for_a_document(head: str) -> None:
    found = document.read(rss("<item><title>&a; end</title></item>", head), "", URL)
    assert "root:" not in repr(found)
    assert len(found.entries) == 1


def test_a_billion_laughs_stay_small() -> None:
    names = "abcdefghij"
    laughs = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise(names))
    head = f'<!DOCTYPE x [<!ENTITY a "haha">{laughs}]>'
    assert len(repr(document.read(rss("<item><title>&j;</title></item>", head), "", URL))) < 10_000


def test_a_broken_one_that_is_large_is_refused_before_it_is_guessed_at() -> None:
    with pytest.raises(NotAFeed, match="too large"):
        document.read(b"<rss><channel>" + b"<item>" * 100_000, "", URL)


def test_a_broken_one_that_is_small_is_read_as_far_as_it_goes() -> None:
    found = document.read(b"<rss version='2.0'><channel><title>T</title><item><title>A & B</title>", "", URL)
    assert [one["title"] for one in found.entries] == ["A & B"]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{}", b"{", b"hello", b"\xff\xfe\x00", b"[" * 3000, b"<a", b'{"items": 1}']
)
def test_what_is_no_feed_is_told(body: bytes) -> None:
    with pytest.raises(NotAFeed):
        document.read(body, "", URL)


def test_a_json_feed_with_everything_wrong_in_its_entries() -> None:
    items = [1, None, {}, {"id": 5, "content_text": "Five"}, {"id": [], "url": "https://[", "attachments": [1, {}]}]
    whole = {"version": "https://jsonfeed.org/version/1", "items": items, "author": {"name": "Old"}}
    found = document.read(json.dumps(whole).encode(), "", URL)
    assert [one.get("id") for one in found.entries] == [None, None, "", "5", ""]
    assert found.author == "Old"


def test_relative_links_lead_to_the_site() -> None:
    found = document.read(rss("<item><guid>7</guid><link>/1</link></item>"), "", URL)
    assert [one["url"] for one in found.entries] == ["https://bakery.example/1"]


def test_a_name_is_no_address_and_stays_as_it_is() -> None:
    found = document.read(rss("<item><guid>7</guid><title>x</title></item>"), "", URL)
    assert (found.entries[0]["id"], found.entries[0]["url"]) == ("7", "")
