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
        known = {one.remote_id for one in messages}
        above = await asyncio.gather(*(self._above(one, us, known) for one in messages))
        found: OrderedDict[str, MessageSeen] = OrderedDict()
        for one, ancestors in zip(messages, above, strict=True):
            for message in (*self._chain(one, ancestors), one):
                remote_id = message.remote_id
                key = self._key(message, us) or f"post:{remote_id}"
                if remote_id not in found or message is one:
                    found[remote_id] = normalise.seen(message, key, us, addressed=remote_id in addressed)
        kept = self._only_shown(found, messages, above)
        return tuple(event for remote_id, event in found.items() if remote_id in kept)

    def _only_shown(
        self, found: OrderedDict[str, MessageSeen], messages: Sequence[RemoteMessage], above: list[list[RemoteMessage]]
    ) -> set[str]:
        """The messages asked for, and the nearest of those above each."""
        kept = {one.remote_id for one in messages}
        for one, ancestors in zip(messages, above, strict=True):
            kept.update(message.remote_id for message in self._chain(one, ancestors)[-SHOWN:])
        return kept & found.keys()

    async def _above(self, message: RemoteMessage, us: Us, in_page: set[str]) -> list[RemoteMessage]:
        """What stands above a message, where its parent is new to us."""
        parent = message.in_reply_to
        if parent is None or parent in self._keys or parent in in_page:
            return []
        async with self._gate:
            if parent in self._keys:
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
