"""The guestbook keeps the contract, and the program finds it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import httpx
from double import PASSWORD, Book

from scrm_desktop.channels.kit import Bench, HttpBench, RateAnswer, Traits, Written
from scrm_desktop.channels.kit.contract import ChannelContract
from scrm_desktop.channels.registry import channels
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import DoDeed, ReportPerson
from scrm_desktop.domain.events import Page
from scrm_guestbook import CHANNEL
from scrm_guestbook.normalise import page


class GuestbookBench(HttpBench):
    """The channel, and a double of its network in this same process."""

    channel = CHANNEL
    secret = PASSWORD
    secrets = (PASSWORD,)
    traits = Traits(edits=False)  # guests can't change what they wrote
    account = Account(
        id=1,
        channel="guestbook",
        server="https://hotel.example",
        remote_id="owner",
        handle="owner@hotel.example",
        display_name="Hotel Bellevue",
        connected_at=datetime(2026, 1, 1, tzinfo=UTC),
    )

    def __init__(self) -> None:
        self.book = Book()
        super().__init__(httpx.MockTransport(self.book.answer))

    async def customer_writes(self, text: str, *, direct: bool = False, held: bool = False) -> str:
        return str(self.book.add("Ada", text)["id"])

    async def customer_edits(self, remote_id: str, text: str) -> None:
        raise AssertionError("nobody can")

    async def customer_deletes(self, remote_id: str) -> None:
        self.book.entries = [one for one in self.book.entries if str(one["id"]) != remote_id]

    async def ours(self) -> Sequence[Written]:
        return [
            Written(remote_id=str(one["id"]), text=one["text"], answers=str(one["to"]))
            for one in self.book.entries
            if one.get("owner")
        ]

    async def holds(self, command: DoDeed | ReportPerson) -> bool:
        return False

    def samples(self) -> Sequence[Any]:
        first = {"id": 1, "name": "Ada", "text": "Lovely!", "at": "2026-05-04T09:00:00Z"}
        return [first, {**first, "id": 2, "owner": True, "to": 1, "key": "k"}]

    def hopeless(self) -> Sequence[Any]:
        return [None, [], {}, {"id": "x"}, {"id": 1, "at": "yesterday"}, {"id": True, "at": "2026-05-04T09:00:00Z"}]

    async def normalise(self, items: Sequence[Any]) -> Page:
        return page(items)

    def at_the_limit(self, capabilities: Capabilities) -> Sequence[tuple[str, str]]:
        return [("a" * 280, "a" * 281), ("é" * 280, "é" * 281)]

    def rate_limits(self, until: datetime) -> Sequence[RateAnswer]:
        return [RateAnswer(headers={"retry-after": until.strftime("%a, %d %b %Y %H:%M:%S GMT")})]


class TestGuestbook(ChannelContract):
    def bench(self) -> Bench:
        return GuestbookBench()


def test_the_program_finds_it() -> None:
    assert channels()["guestbook"] is CHANNEL
