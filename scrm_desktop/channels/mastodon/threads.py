"""Which conversation a message belongs to, and what it answers to: asked for once, then known."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence

from scrm_desktop.channels.mastodon import fields, normalise
from scrm_desktop.channels.mastodon.api import Api
from scrm_desktop.channels.mastodon.normalise import Unreadable, Us
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import MessageSeen
from scrm_desktop.domain.messages import RemoteMessage
from scrm_desktop.errors import BadAnswer, RemoteRefusal, ServerTrouble, SignInNeeded

_log = logging.getLogger(__name__)
REMEMBERED = 20_000
AT_ONCE = 4
SHOWN = 40
"""How many messages above an addressed one are handed over with it."""


class Threads:
    """Remembers the key of each message that was handed over, and asks for what stands above the others.

    A key is empty while a thread consists of nothing but posts of ours: the first answer to them names it.
    """

    def __init__(self, api: Api) -> None:
        self._api = api
        self._keys: OrderedDict[str, str] = OrderedDict()
        self._gate = asyncio.Semaphore(AT_ONCE)

    def knows(self, remote_id: str) -> bool:
        """Whether this message was handed over in this session."""
        return remote_id in self._keys

    async def events(
        self, messages: Sequence[RemoteMessage], us: Us, addressed: frozenset[str] = frozenset()
    ) -> tuple[MessageSeen, ...]:
        """Events for these messages, oldest first, each after what it answers to.

        ``addressed`` are the ids of those that the server itself called a message to us.
        """
        messages = sorted(messages, key=lambda one: one.created_at)
        chains = await self._chains(messages, us)
        found: dict[str, MessageSeen] = {}
        kept: set[str] = set()
        for index, one in enumerate(messages):
            chain = chains.get(index, ())
            for message in (*chain, one):
                key = self._key(message, us) or f"post:{message.remote_id}"
                if message is one or message.remote_id not in found:
                    addressed_to_us = message.remote_id in addressed
                    found[message.remote_id] = normalise.seen(message, key, us, addressed=addressed_to_us)
            kept.add(one.remote_id)
            kept.update(message.remote_id for message in chain[-SHOWN:])
        return tuple(event for remote_id, event in found.items() if remote_id in kept)

    async def _chains(self, messages: Sequence[RemoteMessage], us: Us) -> dict[int, Sequence[RemoteMessage]]:
        """What stands above the messages whose parent is new to us, from the root down, by their place in the page."""
        in_page = {one.remote_id for one in messages}
        asked = [index for index, one in enumerate(messages) if self._is_new(one.in_reply_to, in_page)]
        above = await asyncio.gather(*(self._above(messages[index], us) for index in asked))
        return {index: self._chain(messages[index], ancestors) for index, ancestors in zip(asked, above, strict=True)}

    def _is_new(self, parent: str | None, in_page: set[str]) -> bool:
        return parent is not None and parent not in self._keys and parent not in in_page

    async def _above(self, message: RemoteMessage, us: Us) -> list[RemoteMessage]:
        """What stands above a message, unless its parent was handed over while this one waited for its turn."""
        async with self._gate:
            if message.in_reply_to in self._keys:
                return []
            found = await self._ask(message.remote_id)
        return [one for one in (self._read(entry, us) for entry in found) if one is not None]

    async def _ask(self, remote_id: str) -> list[Json]:
        """The ancestors; none where the server can't tell, because a message without them is still a message."""
        try:
            return await self._api.ancestors(remote_id)
        except SignInNeeded:
            raise
        except (RemoteRefusal, ServerTrouble, BadAnswer) as error:
            _log.info("No context for a message: %s", error.code)
            return []

    def _read(self, entry: Json, us: Us) -> RemoteMessage | None:
        try:
            return normalise.message(entry, us)
        except Unreadable:
            return None

    @staticmethod
    def _chain(message: RemoteMessage, ancestors: list[RemoteMessage]) -> list[RemoteMessage]:
        """The line from the root down to the parent, by links; a circle is cut at its first repeat."""
        by_id = {one.remote_id: one for one in ancestors}
        chain: list[RemoteMessage] = []
        passed, at = {message.remote_id}, message.in_reply_to
        while at is not None and at in by_id and at not in passed:
            passed.add(at)
            chain.append(by_id[at])
            at = by_id[at].in_reply_to
        return chain[::-1]

    def _key(self, message: RemoteMessage, us: Us) -> str:
        """The key of a message whose parents were remembered before it; empty: a leading post of ours."""
        above = self._keys.get(message.in_reply_to or "")
        if above is not None:
            key = above or ("" if message.own else f"post:{message.remote_id}")
        else:
            key = self._keys.get(message.remote_id, normalise.root_key(message, us))
        self._keys[message.remote_id] = key
        self._keys.move_to_end(message.remote_id)
        while len(self._keys) > REMEMBERED:
            self._keys.popitem(last=False)
        return key


def last_status(conversation: Json) -> Json:
    """The newest message of a private conversation."""
    return fields.obj(conversation).get("last_status")
