"""Posts as the network shows them to us: several at once, one with its thread, one of ours as it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.bluesky.normalise import post_id
from scrm_desktop.channels.bluesky.records import Address
from scrm_desktop.channels.bluesky.xrpc import Xrpc
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import MessageGone
from scrm_desktop.errors import Forbidden, Gone, Rejected

BATCH = 25
ABOVE = 100
"""How far up a thread is read."""
_THREAD = "app.bsky.feed.getPostThread"


class Posts:
    """Reads posts."""

    def __init__(self, xrpc: Xrpc) -> None:
        self._xrpc = xrpc
        self._gate = asyncio.Semaphore(4)

    async def views(self, uris: Sequence[str]) -> dict[str, fields.Object]:
        """The posts that are there, by their address."""
        wanted = list(dict.fromkeys(uris))
        found: dict[str, fields.Object] = {}
        for start in range(0, len(wanted), BATCH):
            params = [("uris", one) for one in wanted[start : start + BATCH]]
            answer = await self._xrpc.get("app.bsky.feed.getPosts", params)
            for view in fields.items(answer.get("posts"), BATCH):
                if one := post_id(view):
                    found[one] = fields.obj(view)
        return found

    async def ancestors(self, uri: str) -> list[Json]:
        """What a post answers to, from the root down as far as it is there; nothing of what is not shown to us."""
        params = [("uri", uri), ("depth", "0"), ("parentHeight", str(ABOVE))]
        async with self._gate:
            found = await self._xrpc.get(_THREAD, params)
        above: list[Json] = []
        at = fields.obj(fields.obj(found.get("thread")).get("parent"))
        for _ in range(ABOVE):
            if "post" not in at:
                break
            above.append(at["post"])
            at = fields.obj(at.get("parent"))
        return above[::-1]

    async def look(self, uri: str) -> fields.Object | MessageGone | None:
        """One post, asked for by itself; ``None`` where the network does not say whether it is there."""
        params = [("uri", uri), ("depth", "0"), ("parentHeight", "0")]
        async with self._gate:
            try:
                found = fields.obj((await self._xrpc.get(_THREAD, params)).get("thread"))
            except Gone:
                return MessageGone(remote_id=uri)
            except (Forbidden, Rejected):
                return None
        if fields.kind(found).endswith("#notFoundPost"):
            return MessageGone(remote_id=uri)
        return fields.obj(found["post"]) if "post" in found else None

    async def record(self, where: Address) -> fields.Object | None:
        """A record as its server keeps it (``uri``, ``cid``, ``value``); ``None`` where there is none."""
        params = [("repo", where.repo), ("collection", where.collection), ("rkey", where.key)]
        try:
            return await self._xrpc.get("com.atproto.repo.getRecord", params)
        except Gone:
            return None
