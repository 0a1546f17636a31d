"""Which conversation a post belongs to, and what it answers to: asked for once, then known."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from scrm_desktop.channels.bluesky import fields, normalise
from scrm_desktop.channels.bluesky.normalise import Us
from scrm_desktop.channels.bluesky.posts import Posts
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import MessageSeen
from scrm_desktop.domain.messages import RemoteMessage
from scrm_desktop.errors import BadAnswer, RemoteRefusal, ServerTrouble, SignInNeeded

_log = logging.getLogger(__name__)
REMEMBERED = 20_000


class Threads:
    """Remembers the key of each post that was handed over, and asks for what stands above the others.

    A key is empty while a thread consists of nothing but posts of ours: the first answer to them names it.
    """

    def __init__(self, posts: Posts) -> None:
        self._posts = posts
        self._keys: OrderedDict[str, str] = OrderedDict()
        self._roots: OrderedDict[str, str] = OrderedDict()

    def note(self, views: Iterable[Json], us: Us) -> None:
        """Remember where these posts' threads began, which each of them says; what we began is named by its answers."""
        for view in views:
            began = normalise.root(fields.obj(fields.obj(view).get("record")))
            if began is not None and began.repo != us.did:
                _remember(self._roots, normalise.post_id(view), f"post:{began}")

    async def events(
        self, found: Sequence[RemoteMessage], us: Us, addressed: frozenset[str] = frozenset()
    ) -> tuple[MessageSeen, ...]:
        """Events for these posts, each after what it answers to; ``addressed``: the network told us of them."""
        known = {one.remote_id for one in found}
        lost = [one for one in found if one.in_reply_to and one.in_reply_to not in self._keys | dict.fromkeys(known)]
        above = await asyncio.gather(*(self._above(one, us) for one in lost))
        whole = {one.remote_id: one for chain in above for one in chain} | {one.remote_id: one for one in found}
        events: list[MessageSeen] = []
        for one in normalise.in_order(whole.values()):
            key = self._key(one) or f"post:{one.remote_id}"
            events.append(normalise.seen(one, key, us, addressed=one.remote_id in addressed))
        return tuple(events)

    async def _above(self, one: RemoteMessage, us: Us) -> list[RemoteMessage]:
        """Its line up to the root; none where the server can't tell: a post without it is still a post."""
        try:
            found = await self._posts.ancestors(one.remote_id)
        except SignInNeeded:
            raise
        except (RemoteRefusal, ServerTrouble, BadAnswer) as error:
            _log.info("No context for a message: %s", error.code)
            return []
        self.note(found, us)
        return normalise.messages(found, us)[0]

    def _key(self, one: RemoteMessage) -> str:
        """Its root's or its parent's key, else its own, which is empty for a leading post of ours."""
        above = self._keys.get(one.in_reply_to or "")
        own = "" if one.own else f"post:{one.remote_id}"
        key = (above or own) if above is not None else self._keys.get(one.remote_id, own)
        key = self._roots.get(one.remote_id, key)
        _remember(self._keys, one.remote_id, key)
        return key


def _remember(memory: OrderedDict[str, str], name: str, value: str) -> None:
    memory[name] = value
    memory.move_to_end(name)
    while len(memory) > REMEMBERED:
        memory.popitem(last=False)
