"""The feeds channel on the contract's bench: a site in memory as its network."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.feeds import CHANNEL
from scrm_desktop.channels.feeds.addresses import Feed, digest
from scrm_desktop.channels.feeds.normalise import Source, identity, page
from scrm_desktop.channels.kit import HttpBench, RateAnswer, Traits, Written
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import DoDeed, ReportPerson
from scrm_desktop.domain.events import Page
from support.fake_feed import Site

HOST = "http://127.0.0.1:8000"
COOKIE = "a-cookie-of-the-site"
SEEN = datetime(2026, 6, 1, tzinfo=UTC)


def account(*urls: str, since: datetime | None = None) -> Account:
    """An account that listens to these addresses."""
    return Account(
        id=1,
        channel="feeds",
        server=HOST,
        remote_id=digest("\n".join(sorted(urls)))[:16],
        handle="127.0.0.1",
        display_name="Bakery news",
        connected_at=since or datetime.now(UTC) - timedelta(hours=1),
        options=(("feeds", "\n".join(urls)),),
    )


class FeedsBench(HttpBench):
    """One feed; what is published there is what customers write."""

    traits = Traits(history=False, reads_back=False, echoes=False, deletes=False)
    channel: Channel = CHANNEL
    secret = ""
    secrets = (COOKIE,)
    path = "/feed"

    def __init__(self) -> None:
        self.site = Site(headers={"set-cookie": f"session={COOKIE}"})
        self.account = account(f"{HOST}{self.path}")
        self.answers = {"feeds": f"{HOST}{self.path}"}
        super().__init__(httpx.MockTransport(self.site.answer))

    async def customer_writes(self, text: str, *, direct: bool = False, held: bool = False) -> str:
        """A new article."""
        return self._id(self.site.add(text).guid)

    def _id(self, guid: str) -> str:
        return identity({"id": guid}, Feed(f"{HOST}{self.path}"))

    async def customer_edits(self, remote_id: str, text: str) -> None:
        """The site changes its words."""
        (found,) = (one for one in self.site.items if self._id(one.guid) == remote_id)
        found.text = text

    async def customer_deletes(self, remote_id: str) -> None:
        """It leaves the feed, which proves nothing."""
        raise AssertionError("a feed tells of no deletions")

    async def ours(self) -> Sequence[Written]:
        """Nothing."""
        return []

    async def holds(self, command: DoDeed | ReportPerson) -> bool:
        """Nothing."""
        return False

    def samples(self) -> Sequence[Any]:
        """Entries as the documents are read into."""
        first = {
            "id": "tag:bakery.example,2026:1",
            "url": "https://bakery.example/1",
            "title": "New bread",
            "title_html": False,
            "text": "<p>Rye, <b>every</b> day.</p>",
            "text_html": True,
            "author": "Ada",
            "author_url": "https://bakery.example/ada",
            "published": "2026-05-04T09:00:00+00:00",
            "updated": "2026-05-05T09:00:00+00:00",
            "language": "en-GB",
            "files": [{"url": "https://bakery.example/1.mp3", "type": "audio/mpeg", "size": 3, "title": "Listen"}],
        }
        return [first, {"id": "2", "title": "A title alone"}, {"url": "https://bakery.example/3"}]

    def hopeless(self) -> Sequence[Any]:
        """What says nothing."""
        return [None, 42, "x", [], {}, {"id": "x"}, {"id": "1", "published": "2026-05-04T09:00:00Z"}]

    async def normalise(self, items: Sequence[Any]) -> Page:
        """As every document's entries are read."""
        return page(items, Source(feed=Feed(f"{HOST}{self.path}"), title="Bakery news"), SEEN)

    def at_the_limit(self, capabilities: Capabilities) -> Sequence[tuple[str, str]]:
        """Nothing is sent."""
        return []

    def rate_limits(self, until: datetime) -> Sequence[RateAnswer]:
        """Seconds, a date, and a site that is down for so long."""
        seconds = str(math.ceil((until - datetime.now(UTC)).total_seconds()))
        return [
            RateAnswer(headers={"retry-after": seconds}, body=b"<html>slow down</html>"),
            RateAnswer(headers={"retry-after": until.strftime("%a, %d %b %Y %H:%M:%S GMT")}),
            RateAnswer(status=503, headers={"retry-after": seconds}),
        ]


class AtomBench(FeedsBench):
    """The same in Atom."""

    path = "/atom"


class JsonBench(FeedsBench):
    """The same in JSON Feed."""

    path = "/json"
