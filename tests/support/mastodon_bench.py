"""The Mastodon channel on the contract's bench: the fake Mastodon as its network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import httpx

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.kit import HttpBench, RateAnswer, Written
from scrm_desktop.channels.mastodon import CHANNEL
from scrm_desktop.channels.mastodon.api import Api
from scrm_desktop.channels.mastodon.normalise import Us
from scrm_desktop.channels.mastodon.reading import NOTIFICATIONS, Reader
from scrm_desktop.channels.mastodon.threads import Threads
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Deed, DoDeed, ReportPerson
from scrm_desktop.domain.events import Page
from support.fake_mastodon import TOKEN, FakeMastodon
from support.fake_world import Json
from support.mastodon_parts import ME, START, notification, status
from support.recordings import SERVER

STANDING = {
    Deed.FAVOURITE: "favourited",
    Deed.UNFAVOURITE: "favourited",
    Deed.BOOST: "reblogged",
    Deed.UNBOOST: "reblogged",
}


class MastodonBench(HttpBench):
    """Short pages, so that there are many to be broken off in; ``software``: what the server says it is."""

    channel: Channel = CHANNEL
    secret = TOKEN
    secrets = (TOKEN,)

    def __init__(self, software: str = "4.4.0", *, honours_keys: bool = True, streams: bool = True) -> None:
        super().__init__()
        self._software, self._keys, self._streams = software, honours_keys, streams

    async def open(self) -> None:
        """The fake, with a customer."""
        self.fake = FakeMastodon(honours_keys=self._keys, streams=self._streams, max_page=5)
        self.fake.software(self._software)
        self.customer = self.fake.person("camille")
        self.account = Account(
            id=1,
            channel="mastodon",
            server=self.fake.url,
            remote_id=self.fake.me["id"],
            handle="bakery@fake.example",
            display_name="Harbour Bakery",
            connected_at=START,
        )

    async def close(self) -> None:
        """End it."""
        await super().close()
        self.fake.close()

    # -- customers ----------------------------------------------------------------------------------
    async def customer_writes(self, text: str, *, direct: bool = False, held: bool = False) -> str:
        """A mention, as everybody or only we can see it."""
        visibility = "direct" if direct else "public"
        remote_id: str = self.fake.mention(text, who=self.customer, visibility=visibility)["id"]
        return remote_id

    async def customer_edits(self, remote_id: str, text: str) -> None:
        """As its author."""
        self.fake.edit(self.fake.statuses[remote_id], text)

    async def customer_deletes(self, remote_id: str) -> None:
        """As its author."""
        self.fake.delete(self.fake.statuses[remote_id])

    # -- what it holds ------------------------------------------------------------------------------
    async def ours(self) -> Sequence[Written]:
        """What the bakery wrote."""
        return [self._written(one) for one in self.fake.posts()]

    def _written(self, one: Json) -> Written:
        return Written(
            remote_id=one["id"],
            text=self.fake.sources[one["id"]],
            answers=one["in_reply_to_id"],
            direct=one["visibility"] == "direct",
            media=tuple(file["description"] for file in one["media_attachments"]),
            content_warning=one["spoiler_text"],
        )

    async def holds(self, command: DoDeed | ReportPerson) -> bool:
        """As the server has it."""
        if isinstance(command, ReportPerson):
            return any(one["account_id"] == command.profile_id for one in self.fake.reports)
        if command.deed in STANDING:
            return bool(self.fake.statuses[command.target][STANDING[command.deed]])
        return command.target in self.fake.shut_out[command.deed.value.removeprefix("un")]

    # -- data ---------------------------------------------------------------------------------------
    def samples(self) -> Sequence[Any]:
        """Notifications."""
        poll = {"id": "1", "options": [{"title": "a", "votes_count": 1}], "expires_at": "2026-05-04T09:00:00Z"}
        files = [{"id": "5", "type": "image", "url": "https://m.example/x", "description": "a loaf"}]
        rich = status("13", 3, names=(ME,), poll=poll, media_attachments=files, edited_at="2026-05-04T09:09:00Z")
        answer = status("12", 2, to="11", names=(ME,), spoiler_text="food", emojis=[{"shortcode": "x", "url": "u"}])
        plain = status("11", 1, names=(ME,))
        return [notification(str(n), n, status=one) for n, one in enumerate((plain, answer, rich), start=1)]

    def hopeless(self) -> Sequence[Any]:
        """What no notification is."""
        return [None, 42, "x", [], {}, {"type": "mention"}, {"type": "mention", "status": {"id": None}}]

    async def normalise(self, items: Sequence[Any]) -> Page:
        """As the notifications' stream does it, where the server tells nothing more."""
        nothing = httpx.MockTransport(lambda _: httpx.Response(404, json={"error": "Record not found"}))
        async with Http(transport=nothing).client(SERVER) as client:
            api = Api(client)
            return await Reader(api, ME, Threads(api)).events(NOTIFICATIONS, items, Us(ME, "house.example"))

    def at_the_limit(self, capabilities: Capabilities) -> Sequence[tuple[str, str]]:
        """Letters, what looks like one letter, addresses, and people elsewhere."""
        most = capabilities.max_characters
        link = "https://example.org/" + "x" * 90
        fill = most - 23 - 1
        named = most - len("@ada ")
        return [
            ("a" * most, "a" * (most + 1)),
            ("👩‍👩‍👧" * most, "👩‍👩‍👧" * (most + 1)),
            ("e\u0301" * most, "e\u0301" * (most + 1)),
            (f"{link} {'b' * fill}", f"{link} {'b' * (fill + 1)}"),
            (f"@ada@far.example {'c' * named}", f"@ada@far.example {'c' * (named + 1)}"),
        ]

    def rate_limits(self, until: datetime) -> Sequence[RateAnswer]:
        """Mastodon's own, and what stands before many servers."""
        stamp = until.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000000Z")
        date = until.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
        words = b'{"error":"Too many requests"}'
        return [
            RateAnswer(headers={"x-ratelimit-limit": "300", "x-ratelimit-reset": stamp}, body=words),
            RateAnswer(headers={"retry-after": date}, body=b"<html>slow down</html>"),
        ]
