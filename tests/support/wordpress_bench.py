"""The WordPress channel on the contract's bench: a site in memory as its network."""

from __future__ import annotations

import base64
import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.kit import HttpBench, RateAnswer, Written
from scrm_desktop.channels.wordpress import CHANNEL
from scrm_desktop.channels.wordpress.normalise import Us, page
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Deed, DoDeed, ReportPerson
from scrm_desktop.domain.events import Page
from support.fake_wordpress import LOGIN, SITE, US, FakeWordPress

STATES = {
    Deed.APPROVE: "approved",
    Deed.UNAPPROVE: "hold",
    Deed.SPAM: "spam",
    Deed.UNSPAM: "hold",
    Deed.TRASH: "trash",
    Deed.UNTRASH: "hold",
}


def account(**changes: Any) -> Account:
    """Ours."""
    values: dict[str, Any] = {
        "id": 1,
        "channel": "wordpress",
        "server": SITE,
        "remote_id": f"user:{US}",
        "handle": "maud@bakery.example",
        "display_name": "Maud Baker",
        "connected_at": datetime.now(UTC) - timedelta(hours=1),
    }
    return Account(**values | changes)


class WordPressBench(HttpBench):
    """Visitors comment under a post; we moderate."""

    channel: Channel = CHANNEL
    secret = LOGIN
    secrets = (LOGIN, LOGIN.partition(":")[2], base64.b64encode(LOGIN.encode()).decode())
    account = account()

    def __init__(self) -> None:
        self.site = FakeWordPress(page=5)
        super().__init__(httpx.MockTransport(self.site.answer))

    async def customer_writes(self, text: str, *, direct: bool = False, held: bool = False) -> str:
        """A comment, which may wait for approval."""
        return str(self.site.write(text, status="hold" if held else "approved")["id"])

    async def customer_edits(self, remote_id: str, text: str) -> None:
        """The site's people can do that for them."""
        self.site.comments[int(remote_id)]["content"] = {"raw": text, "rendered": f"<p>{text}</p>"}

    async def customer_deletes(self, remote_id: str) -> None:
        """For good."""
        del self.site.comments[int(remote_id)]

    async def ours(self) -> Sequence[Written]:
        """What our user wrote."""
        return [
            Written(remote_id=str(one["id"]), text=one["content"]["raw"], answers=str(one["parent"]))
            for one in self.site.comments.values()
            if one["author"] == US
        ]

    async def holds(self, command: DoDeed | ReportPerson) -> bool:
        """The state of the comment."""
        assert isinstance(command, DoDeed)
        return self.site.comments[int(command.target)]["status"] == STATES[command.deed]

    def samples(self) -> Sequence[Any]:
        """Comments as the list gives them to a moderator."""
        site = FakeWordPress()
        first = site.write("Is it <b>open</b> on Sunday?\n\nAnna", author_url="https://anna.example")
        answer = site.write("Yes.", author=US, parent=1)
        held = site.write("me too", name="Ben", parent=2, status="hold")
        shown = {"_embedded": {"up": [{"title": {"rendered": "Bread &amp; butter"}}]}}
        return [{**first, **shown}, answer, held]

    def hopeless(self) -> Sequence[Any]:
        """What no comment is."""
        good = self.samples()[0]
        broken = ({"id": None}, {"id": "x"}, {"date_gmt": "yesterday"}, {"content": "words"})
        return [None, 42, "x", [], {}, *({**good, **one} for one in broken)]

    async def normalise(self, items: Sequence[Any]) -> Page:
        """As every page is made."""
        return page(items, Us(str(US)))

    def at_the_limit(self, capabilities: Capabilities) -> Sequence[tuple[str, str]]:
        """Letters, letters of three bytes, and signs that mean something in HTML."""
        most = capabilities.max_characters
        return [
            ("a" * most, "a" * (most + 1)),
            ("€" * (most // 3) + "aa", "€" * (most // 3 + 1)),
            ("&" * (most // 5), "&" * (most // 5) + "a"),
        ]

    def rate_limits(self, until: datetime) -> Sequence[RateAnswer]:
        """What hosts and security plugins say."""
        seconds = math.ceil((until - datetime.now(UTC)).total_seconds())
        return [RateAnswer(headers={"retry-after": str(seconds)}, body=b"<html>Too Many Requests</html>")]
