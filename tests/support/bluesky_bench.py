"""The Bluesky channel on the contract's bench: the fake network as its network."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.bluesky import CHANNEL, normalise
from scrm_desktop.channels.bluesky.chatting import ChatId
from scrm_desktop.channels.bluesky.normalise import Us
from scrm_desktop.channels.kit import HttpBench, RateAnswer, Traits, Written
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Deed, DoDeed, ReportPerson
from scrm_desktop.domain.events import Page
from support.fake_bluesky import CANARY, PASSWORD, FakeBluesky
from support.fake_bluesky_chat import CONVO
from support.fake_bluesky_views import CAMILLE, HANDLES, LIKE, ME, REPOST, Json, parent_of, person

LOGINS = ("createSession", "refreshSession")


def account(url: str) -> Account:
    """Ours at the fake network."""
    return Account(
        id=1,
        channel="bluesky",
        server=url,
        remote_id=ME,
        handle=HANDLES[ME],
        display_name="Harbour Bakery",
        connected_at=datetime.now(UTC) - timedelta(hours=1),
    )


def secret(fake: FakeBluesky) -> str:
    """What the keyring holds of the session."""
    return json.dumps({"token": fake.access, "refresh": fake.refresh})


class BlueskyBench(HttpBench):
    """A customer answers under the bakery's announcement, or writes directly. Short pages, many to be broken off in."""

    traits = Traits(edits=False)
    channel: Channel = CHANNEL
    secrets = (PASSWORD, CANARY)

    async def open(self) -> None:
        """A network of its own, where we have announced something."""
        self.fake = FakeBluesky(page=5)
        self.announced = self.fake.post("Fresh bread every day.", by=ME)
        self.account, self.secret = account(self.fake.url), secret(self.fake)
        self.answers = {"handle": f"@{HANDLES[ME]}", "password": PASSWORD, "server": self.fake.url}

    async def close(self) -> None:
        """End it."""
        await super().close()
        self.fake.close()

    def writes(self, request: httpx.Request) -> bool:
        """Sessions are made by POST, and nothing is written by that."""
        return super().writes(request) and not request.url.path.endswith(LOGINS)

    # -- customers ----------------------------------------------------------------------------------
    async def customer_writes(self, text: str, *, direct: bool = False, held: bool = False) -> str:
        """Under our announcement, or to us alone."""
        if direct:
            return str(ChatId(CONVO, self.fake.chat.say(text)["id"]))
        uri: str = self.fake.post(text, to=self.announced)["uri"]
        return uri

    async def customer_edits(self, remote_id: str, text: str) -> None:
        """Nobody can."""

    async def customer_deletes(self, remote_id: str) -> None:
        """As its author."""
        del self.fake.records[remote_id]

    # -- what it holds ------------------------------------------------------------------------------
    async def ours(self) -> Sequence[Written]:
        """What the bakery wrote after its announcement."""
        posts = [self._written(one) for one in self.fake.posts(ME) if one is not self.announced]
        said = [one for one in self.fake.chat.messages.values() if one["sender"]["did"] == ME and "text" in one]
        return posts + [Written(remote_id=str(ChatId(CONVO, one["id"])), text=one["text"], direct=True) for one in said]

    def _written(self, one: Json) -> Written:
        images = one["value"].get("embed", {}).get("images", [])
        return Written(
            remote_id=one["uri"],
            text=one["value"]["text"],
            answers=parent_of(one) or None,
            media=tuple(image["alt"] for image in images),
        )

    async def holds(self, command: DoDeed | ReportPerson) -> bool:
        """As the network has it."""
        if isinstance(command, ReportPerson):
            return any(one["subject"].get("uri") in command.message_ids for one in self.fake.reports)
        match command.deed:
            case Deed.FAVOURITE | Deed.UNFAVOURITE:
                return len(self.fake.pointing(LIKE, command.target, ME)) == 1
            case Deed.BOOST | Deed.UNBOOST:
                return len(self.fake.pointing(REPOST, command.target, ME)) == 1
            case Deed.MUTE | Deed.UNMUTE:
                return command.target in self.fake.muted
            case Deed.BLOCK | Deed.UNBLOCK:
                return len(self.fake.blocks(command.target)) == 1
            case _:
                gates = [one["value"] for uri, one in self.fake.records.items() if "/app.bsky.feed.threadgate/" in uri]
                return any(one["hiddenReplies"].count(command.target) == 1 for one in gates)

    # -- data ---------------------------------------------------------------------------------------
    def samples(self) -> Sequence[Any]:
        """Views of posts."""
        return [_view("1", "Hello"), _view("2", "An answer", **ANSWER), _view("3", "Möhren: see ex…", **RICH)]

    def hopeless(self) -> Sequence[Any]:
        """What no post is."""
        good = _view("9", "x")
        return [None, 42, "x", [], {}, {**good, "uri": "at://x"}, {**good, "author": None}, {**good, "record": {}}]

    async def normalise(self, items: Sequence[Any]) -> Page:
        """As every page of posts is read, where nothing stands above them."""
        us = Us(ME, HANDLES[ME])
        found, poison = normalise.messages(items, us)
        keyed = [normalise.seen(one, f"post:{one.remote_id}", us) for one in normalise.in_order(found)]
        return Page(events=tuple(keyed), poison=poison)

    def at_the_limit(self, capabilities: Capabilities) -> Sequence[tuple[str, str]]:
        """Letters, what only looks like one letter, and texts that have too many bytes before they have characters."""
        most = capabilities.max_characters
        family = "👩‍👩‍👧‍👦"  # 25 bytes
        return [
            ("a" * most, "a" * (most + 1)),
            ("e\u0301" * most, "e\u0301" * (most + 1)),
            (family * 120, family * 120 + "a"),
        ]

    def rate_limits(self, until: datetime) -> Sequence[RateAnswer]:
        """The protocol's own headers."""
        words = b'{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}'
        stamp = str(int(until.timestamp()))
        limits = {"RateLimit-Limit": "3000", "RateLimit-Remaining": "0", "RateLimit-Policy": "3000;w=300"}
        after = str(round((until - datetime.now(UTC)).total_seconds()))
        return [
            RateAnswer(headers={**limits, "RateLimit-Reset": stamp}, body=words),
            RateAnswer(headers={"Retry-After": after}, body=b"<html>slow down</html>"),
        ]


def _view(key: str, text: str, **more: Any) -> Json:
    uri, at = f"at://{CAMILLE}/app.bsky.feed.post/3k{key}", f"2026-05-04T09:0{key}:00.000Z"
    record = {"$type": "app.bsky.feed.post", "text": text, "createdAt": at, "langs": ["en"], **more.pop("record", {})}
    return {"uri": uri, "cid": "bafy", "author": person(CAMILLE), "record": record, "indexedAt": at, **more}


_PARENT = {"uri": f"at://{CAMILLE}/app.bsky.feed.post/3k1", "cid": "bafy"}
ANSWER = {"record": {"reply": {"root": _PARENT, "parent": _PARENT}}, "viewer": {"like": "at://x"}, "likeCount": 2}
_LINK = {"$type": "app.bsky.richtext.facet#link", "uri": "https://example.org/carrots"}
_QUOTED = {
    "$type": "app.bsky.embed.record#viewRecord",
    "uri": _PARENT["uri"],
    "author": person(ME),
    "value": {"text": "Fresh bread"},
}
_IMAGES = [{"thumb": "https://cdn.test/t", "fullsize": "https://cdn.test/f", "alt": "a loaf"}]
RICH = {
    "record": {"facets": [{"index": {"byteStart": 13, "byteEnd": 18}, "features": [_LINK]}]},
    "embed": {
        "$type": "app.bsky.embed.recordWithMedia#view",
        "record": {"record": _QUOTED},
        "media": {"$type": "app.bsky.embed.images#view", "images": _IMAGES},
    },
    "labels": [{"val": "nudity"}],
}
