"""The Matrix channel on the contract's bench: the fake homeserver as its network."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.kit import HttpBench, RateAnswer, Written
from scrm_desktop.channels.matrix import CHANNEL
from scrm_desktop.channels.matrix.normalise import Room, Us, events
from scrm_desktop.channels.matrix.places import Place
from scrm_desktop.channels.matrix.session import MatrixSession
from scrm_desktop.channels.tokens import AppKeys, Granted, dump
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Deed, DoDeed, ReportPerson
from scrm_desktop.domain.events import Page
from support.fake_matrix import ANNA, CHAT, GROUP, PASSWORD, US, FakeMatrix, Tokens

NAMED = {"m.mentions": {"user_ids": [US]}}
LOGIN = Granted(access_token=Tokens.access, refresh_token=Tokens.refresh, keys=AppKeys(client_id="", client_secret=""))


class MatrixBench(HttpBench):
    """A customer writes in a private chat, or names us in a room."""

    channel: Channel = CHANNEL
    secret = dump(LOGIN)
    secrets = (Tokens.access, Tokens.refresh, PASSWORD)

    def writes(self, request: httpx.Request) -> bool:
        """A login and its renewal change nothing that is told to anybody."""
        return super().writes(request) and not request.url.path.endswith(("/login", "/refresh"))

    async def open(self) -> None:
        """A server of its own."""
        self.fake = FakeMatrix()
        self.answers = {"user": US, "password": PASSWORD, "server": self.fake.url}
        self.account = Account(
            id=1,
            channel="matrix",
            server=self.fake.url,
            remote_id=US,
            handle=US[1:],
            display_name="Acme",
            connected_at=datetime.now(UTC) - timedelta(hours=1),
        )

    async def close(self) -> None:
        """End it."""
        await super().close()
        self.fake.close()

    # -- customers ----------------------------------------------------------------------------------
    async def customer_writes(self, text: str, *, direct: bool = False, held: bool = False) -> str:
        """In private, or in the room where we have to be named."""
        room = CHAT if direct else GROUP
        return f"{room}/{self.fake.say(text, room=room, **NAMED)}"

    async def customer_edits(self, remote_id: str, text: str) -> None:
        """As its author."""
        room, _, event = remote_id.partition("/")
        told = {"rel_type": "m.replace", "event_id": event}
        new = {"msgtype": "m.text", "body": text, **NAMED}
        self.fake.say(f"* {text}", room=room, **{"m.new_content": new, "m.relates_to": told})

    async def customer_deletes(self, remote_id: str) -> None:
        """As its author."""
        room, _, event = remote_id.partition("/")
        self.fake.redact(event, room=room)

    # -- what it holds ------------------------------------------------------------------------------
    async def ours(self) -> Sequence[Written]:
        """What we wrote, as it reads now."""
        found: list[Written] = []
        for room, event in list(self.fake.events):
            told = event["content"].get("m.relates_to", {})
            shown = event["type"] == "m.room.message" and event["content"] and told.get("rel_type") != "m.replace"
            if event["sender"] == US and shown:
                found.append(self._written(room, event))
        return found

    def _written(self, room: str, event: dict[str, Any]) -> Written:
        content, edits = event["content"], self.fake.related(event["event_id"], "m.replace")
        newest = edits[-1]["content"]["m.new_content"] if edits else content
        answers = content.get("m.relates_to", {}).get("m.in_reply_to", {}).get("event_id")
        return Written(
            remote_id=f"{room}/{event['event_id']}",
            text=newest["body"],
            answers=f"{room}/{answers}" if answers else None,
            direct=self.fake.rooms[room].private,
            media=("",) if "url" in content else (),
        )

    async def holds(self, command: DoDeed | ReportPerson) -> bool:
        """Reactions, receipts and reports."""
        if isinstance(command, ReportPerson):
            events = {one.partition("/")[2] for one in command.message_ids}
            return events <= {event for event, _ in self.fake.reports}
        where = Place.read(command.target)
        assert where is not None
        if command.deed is Deed.READ:
            return (where.room, where.event) in self.fake.receipts
        put = self.fake.related(where.event, "m.annotation")
        return any(one["sender"] == US and one["content"]["m.relates_to"]["key"] == command.value for one in put)

    # -- data ---------------------------------------------------------------------------------------
    def samples(self) -> Sequence[Any]:
        """Events of a timeline."""
        said = {"msgtype": "m.text", "body": "Hello", **NAMED}
        plain = event(1, said)
        thread = {"rel_type": "m.thread", "event_id": "$1", "m.in_reply_to": {"event_id": "$1"}}
        answer = event(2, {**said, "body": "> <@anna:localhost> Hello\n\nAnd?", "m.relates_to": thread})
        info = {"mimetype": "image/png", "w": 3, "h": 4, "size": 5}
        image = {"msgtype": "m.image", "body": "Look", "filename": "a.png", "url": "mxc://localhost/abc", "info": info}
        new = {"content": {"m.new_content": {**said, "body": "Hello!"}}, "sender": ANNA, "origin_server_ts": 10**12}
        edited = event(4, said) | {"unsigned": {"m.relations": {"m.replace": new}}}
        encrypted = event(5, {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x"}) | {"type": "m.room.encrypted"}
        return [plain, answer, event(3, image), edited, encrypted]

    def hopeless(self) -> Sequence[Any]:
        """What no event is."""
        return [None, 42, "x", [], {}, {"event_id": "$1"}, {"event_id": "$1", "type": "m.room.message"}]

    async def normalise(self, items: Sequence[Any]) -> Page:
        """As every timeline is read."""
        read = events(items, Room(GROUP), Us(US, "Acme"))
        return Page(events=tuple(read.events), poison=tuple(read.poison))

    def at_the_limit(self, capabilities: Capabilities) -> Sequence[tuple[str, str]]:
        """Letters, emoji of four bytes, and what JSON writes as two."""
        most = capabilities.max_characters
        return [
            ("a" * most, "a" * (most + 1)),
            ("👍" * (most // 4), "👍" * (most // 4) + "a"),
            ('"' * (most // 2), '"' * (most // 2) + "a"),
        ]

    def rate_limits(self, until: datetime) -> Sequence[RateAnswer]:
        """In the body, as it was, and in the header, as it is now."""
        left = (until - datetime.now(UTC)).total_seconds()
        words = {"errcode": "M_LIMIT_EXCEEDED", "error": "Too many requests"}
        return [
            RateAnswer(body=json.dumps({**words, "retry_after_ms": int(left * 1000)}).encode()),
            RateAnswer(headers={"retry-after": str(math.ceil(left))}, body=json.dumps(words).encode()),
        ]


def event(number: int, content: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A message of a customer as it stands in a timeline."""
    told = {"event_id": f"${number}", "type": "m.room.message", "sender": ANNA, "origin_server_ts": 10**12 + number}
    return {**told, "content": content, **more}


class NoHelp:
    """Nobody sits there, and no browser is asked for."""

    async def open_browser(self, url: str) -> bool:
        """There is none."""
        return False

    async def ask_code(self, url: str) -> str:
        """Nobody answers."""
        return ""


@dataclass
class Connected:
    """A session, its server, and the secrets that were renewed."""

    fake: FakeMatrix
    session: MatrixSession
    kept: list[str] = field(default_factory=list[str])
