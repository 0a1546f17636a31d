"""The Telegram channel on the contract's bench: the fake Bot API server as its network."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.kit import HttpBench, RateAnswer, Traits, Written
from scrm_desktop.channels.telegram import CHANNEL
from scrm_desktop.channels.telegram.normalise import Us, events
from scrm_desktop.channels.telegram.places import Place
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import DoDeed, ReportPerson
from scrm_desktop.domain.events import Page
from support.fake_telegram import ANNA, BOT, GROUP, TOKEN, FakeTelegram, private

NAMED = {"entities": [{"type": "mention", "offset": 0, "length": 9}]}
CONNECTION = "bc_1"


class TelegramBench(HttpBench):
    """A customer writes to the bot in private, or names it in a group."""

    traits = Traits(history=False, reads_back=False, echoes=False, deletes=False)
    channel: Channel = CHANNEL
    secret = TOKEN
    secrets = (TOKEN, TOKEN.partition(":")[2])

    async def open(self) -> None:
        """A server of its own."""
        self.fake = FakeTelegram()
        self.account = Account(
            id=1,
            channel="telegram",
            server=self.fake.url,
            remote_id=str(BOT["id"]),
            handle=str(BOT["username"]),
            display_name="Acme",
            connected_at=datetime.now(UTC) - timedelta(hours=1),
        )

    async def close(self) -> None:
        """End it."""
        await super().close()
        self.fake.close()

    # -- customers ----------------------------------------------------------------------------------
    async def customer_writes(self, text: str, *, direct: bool = False, held: bool = False) -> str:
        """In private, or in the group where the bot has to be named."""
        if direct:
            return self._id(self.fake.message(text))
        self._start_chat()
        return self._id(self.fake.message(f"@acme_bot {text}", chat=GROUP, **NAMED))

    def _start_chat(self) -> None:
        """Whoever is to be answered in private has written there before."""
        key = ("", ANNA["id"], 1)
        self.fake.messages.setdefault(key, {"message_id": 1, "date": 1, "chat": private(ANNA), "from": ANNA})

    async def customer_edits(self, remote_id: str, text: str) -> None:
        """As its author."""
        found = self._found(remote_id)
        changed = {**found, "text": text, "edit_date": found["date"] + 1}
        changed.pop("entities", None)
        self.fake.update("edited_business_message" if "business_connection_id" in found else "edited_message", changed)

    async def customer_deletes(self, remote_id: str) -> None:
        """Telegram tells of it in business chats."""
        found = self._found(remote_id)
        gone = {"business_connection_id": CONNECTION, "chat": found["chat"], "message_ids": [found["message_id"]]}
        self.fake.update("deleted_business_messages", gone)

    # -- what it holds ------------------------------------------------------------------------------
    async def ours(self) -> Sequence[Written]:
        """What the bot wrote."""
        return [self._written(one) for one in self.fake.sent()]

    def _written(self, one: dict[str, Any]) -> Written:
        answered = one.get("reply_to_message")
        return Written(
            remote_id=self._id(one),
            text=one.get("text") or one.get("caption", ""),
            answers=None if answered is None else self._id(answered),
            direct=one["chat"]["type"] == "private",
            media=("",) if "photo" in one or "document" in one else (),
        )

    async def holds(self, command: DoDeed | ReportPerson) -> bool:
        """The bot's one reaction."""
        assert isinstance(command, DoDeed)
        where = Place.read(command.target)
        assert where is not None
        chosen = self.fake.reactions.get((int(where.chat), int(where.message)), [])
        return any(one["emoji"] == command.value for one in chosen)

    def _found(self, remote_id: str) -> dict[str, Any]:
        where = Place.read(remote_id)
        assert where is not None
        return self.fake.messages[where.business, int(where.chat), int(where.message)]

    @staticmethod
    def _id(message: dict[str, Any]) -> str:
        business = message.get("business_connection_id", "")
        return str(Place(str(message["chat"]["id"]), str(message["message_id"]), business))

    # -- data ---------------------------------------------------------------------------------------
    def samples(self) -> Sequence[Any]:
        """Updates."""
        plain = {"message_id": 1, "date": 1_790_000_000, "chat": private(ANNA), "from": ANNA, "text": "Hello"}
        answer = {**plain, "message_id": 2, "reply_to_message": plain, "quote": {"text": "Hello", "position": 0}}
        named = {**plain, "message_id": 3, "chat": GROUP, "text": "@acme_bot ?", **NAMED}
        sizes = [{"file_id": "f", "file_unique_id": "u", "width": 90, "height": 60}]
        photo = {**plain, "message_id": 4, "photo": sizes, "caption": "Look", "business_connection_id": CONNECTION}
        photo.pop("text")
        kinds = ("message", "edited_message", "message", "business_message")
        said = (plain, {**answer, "edit_date": 1_790_000_001}, named, photo)
        return [{"update_id": number, kind: one} for number, (kind, one) in enumerate(zip(kinds, said, strict=True))]

    def hopeless(self) -> Sequence[Any]:
        """What no update is."""
        return [None, 42, "x", [], {}, {"message": {"text": "x"}}, {"update_id": 1, "message": {"text": "x"}}]

    async def normalise(self, items: Sequence[Any]) -> Page:
        """As every page of updates is read."""
        found, poison = events(items, Us(str(BOT["id"]), str(BOT["username"])))
        return Page(events=found, poison=poison)

    def at_the_limit(self, capabilities: Capabilities) -> Sequence[tuple[str, str]]:
        """Letters, emoji of two code units, and what only looks like one letter."""
        most = capabilities.max_characters
        return [
            ("a" * most, "a" * (most + 1)),
            ("👍" * most, "👍" * (most + 1)),
            ("e\u0301" * (most // 2), "e\u0301" * (most // 2) + "e"),
        ]

    def rate_limits(self, until: datetime) -> Sequence[RateAnswer]:
        """Telegram's own words, and what stands before a server."""
        seconds = math.ceil((until - datetime.now(UTC)).total_seconds())
        words = {"ok": False, "error_code": 429, "description": f"Too Many Requests: retry after {seconds}"}
        return [
            RateAnswer(body=json.dumps({**words, "parameters": {"retry_after": seconds}}).encode()),
            RateAnswer(headers={"retry-after": str(seconds)}, body=b"<html>slow down</html>"),
        ]


class BusinessBench(TelegramBench):
    """The bot answers in the name of a business account: private chats only, no reactions, and deletions are told."""

    traits = Traits(history=False, reads_back=False, echoes=False)

    async def customer_writes(self, text: str, *, direct: bool = False, held: bool = False) -> str:
        """To the business account."""
        return self._id(self.fake.message(text, business_connection_id=CONNECTION))
