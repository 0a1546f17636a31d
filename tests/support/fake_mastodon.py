"""FAKE: a small scripted Mastodon for what no real server does on request.

It pages its lists as Mastodon does, honours idempotency keys (or ignores them, when asked), and any request can be
answered by a script:

    with FakeMastodon() as fake:
        fake.mention("Hello?", who=fake.person("camille"))
        fake.script("GET", r"/api/v1/notifications", lambda request: (404, {}, b"{}"))
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Any

from support.fake_routes import Routes
from support.fake_world import Json
from support.wire import Reply, Request, WireServer

Script = Callable[[Request], "tuple[int, dict[str, str], bytes] | Json | list[Any] | None"]
TOKEN = "fake-token-canary-5f2b"


class FakeMastodon(Routes, WireServer):
    """See the module's text; ``max_page`` is the longest page it gives."""

    def __init__(self, *, honours_keys: bool = True, streams: bool = False, max_page: int = 40, port: int = 0) -> None:
        Routes.__init__(self, honours_keys=honours_keys, streams=streams, max_page=max_page)
        self.requests: list[Request] = []
        self._scripts: list[tuple[str, str, Script, list[int]]] = []
        WireServer.__init__(self, "fake-mastodon", port)
        self.me = self.person("bakery", "Harbour Bakery")

    def script(self, method: str, path: str, answer: Script, *, times: int = -1) -> None:
        """Answer matching requests by ``answer`` (``None`` from it: as if there were no script); -1: always."""
        self._scripts.insert(0, (method, path, answer, [times]))

    def emit(self, event: str, data: str) -> None:
        """An event on every open stream."""
        frame = f"event: {event}\ndata: {data}\n\n".encode("utf-8", "surrogatepass")
        for reply in tuple(self.listeners):
            asyncio.run_coroutine_threadsafe(reply.raw(frame), self.thread.loop)

    def drop_streams(self) -> None:
        """Break every open stream."""
        for reply in tuple(self.listeners):
            self.thread.loop.call_soon_threadsafe(reply.reset)

    def asked(self, method: str, path: str) -> list[Request]:
        """The requests that matched."""
        with self.news:
            return [one for one in self.requests if one.method == method and re.search(path, one.target)]

    def wait_for(self, wanted: Callable[[], bool], seconds: float = 20) -> None:
        """Wait until a request has made this true."""
        with self.news:
            assert self.news.wait_for(wanted, seconds), f"not within {seconds} s"

    # -- answering ----------------------------------------------------------------------------------
    async def handle(self, request: Request, reply: Reply) -> None:
        with self.news:
            self.requests.append(request)
            self.news.notify_all()
        for method, path, answer, left in self._scripts:
            if method == request.method and re.search(path, request.target) and left[0]:
                said = answer(request)
                if said is not None:
                    left[0] -= 1
                    await self._say(reply, said)
                    return
        await self.route(request, reply)
        with self.news:
            self.news.notify_all()

    async def _say(self, reply: Reply, said: Any) -> None:
        if isinstance(said, tuple):
            status, headers, body = said
            await reply.send(status, body, headers)
        else:
            await reply.send_json(said)
