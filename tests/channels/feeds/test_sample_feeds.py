"""Each of the 2,242 feeds that feedparser is tested with loads, or is told to be none; nothing else comes out."""

from __future__ import annotations

import importlib.util
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrm_desktop.channels.feeds import document, normalise
from scrm_desktop.channels.feeds.addresses import Feed
from scrm_desktop.channels.feeds.document import NotAFeed
from scrm_desktop.channels.feeds.normalise import Source
from scrm_desktop.channels.kit.mutation import mangle
from scrm_desktop.channels.kit.shelf import check_page
from scrm_desktop.domain.events import Page

_FETCHER = Path(__file__).parents[3] / "packaging" / "sample_feeds.py"
FEED = Feed("https://example.com/feed")
SEEN = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def feeds() -> list[Path]:
    """All of them; fetched as a package on first use."""
    spec = importlib.util.spec_from_file_location("packaging_sample_feeds", _FETCHER)
    assert spec is not None and spec.loader is not None
    fetcher = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fetcher)
    return sorted(fetcher.fetch().rglob("*.xml"))


def understood(body: bytes) -> Page:
    """As the program reads it, without the network."""
    found = document.read(body, "", FEED.url)
    return normalise.page(found.entries, Source(feed=FEED, title=found.title, author=found.author), SEEN)


def test_all_of_them_load_or_are_told_to_be_none(feeds: list[Path]) -> None:
    assert len(feeds) == 2242
    told: Counter[str] = Counter()
    for path in feeds:
        try:
            page = understood(path.read_bytes())
        except NotAFeed as error:
            told[str(error)] += 1
            continue
        check_page(page, in_order=False)
        told["loaded"] += 1
        told["articles"] += len(page.events)
        told["set aside"] += len(page.poison)
    # The eight are a redirect without a body, an empty document, and what CDF was before RSS.
    assert told["loaded"] == 2234
    assert told[document.NO_FEED] == 8
    assert told["articles"] > 500
    assert sum(told.values()) == 2242 + told["articles"] + told["set aside"]


def test_reading_is_pure(feeds: list[Path]) -> None:
    for path in feeds[::40]:
        body = path.read_bytes()
        found = [repr(_outcome(body)) for _ in range(2)]
        assert found[0] == found[1], path.name


def test_spoilt_ones_too(feeds: list[Path]) -> None:
    some = [path.read_bytes() for path in feeds[::25]]

    @settings(deadline=None, max_examples=150)
    @given(number=st.integers(0, len(some) - 1), random=st.randoms(use_true_random=False))
    def spoilt(number: int, random: object) -> None:
        found = _outcome(mangle(some[number], random))  # type: ignore[arg-type]
        if isinstance(found, Page):
            check_page(found, in_order=False)

    spoilt()


def _outcome(body: bytes) -> Page | str:
    try:
        return understood(body)
    except NotAFeed as error:
        return str(error)
