"""Messages as they happen: server-sent events of the ``user`` and ``direct`` streams, as pages without cursors."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field

import httpx

from scrm_desktop.channels.border import Journey, border, refusal
from scrm_desktop.channels.http import Call, ask, build
from scrm_desktop.channels.mastodon import fields, normalise
from scrm_desktop.channels.mastodon.normalise import Us
from scrm_desktop.channels.mastodon.reading import DIRECT, NOTIFICATIONS, OWN, Reader
from scrm_desktop.channels.mastodon.threads import Threads
from scrm_desktop.channels.safe_json import BadJson, Json, parse
from scrm_desktop.domain.events import MessageGone, Page, Poison
from scrm_desktop.errors import BadAnswer, Gone, KnownError, Unsupported

SILENCE = 90.0
"""Seconds without a byte after which a stream counts as dead; servers send a sign of life every 15."""
LONGEST_EVENT = 2 * 1024 * 1024
STREAMS = ("user", "direct")
IGNORED = frozenset(
    {"filters_changed", "announcement", "announcement.reaction", "announcement.delete", "encrypted_message"}
    | {"notifications_merged", "annual_report", ""}
)


@dataclass(slots=True)
class EventParser:
    """Puts lines of a stream together to events; bounded, and told of comments as empty events."""

    name: str = ""
    data: list[str] = field(default_factory=list[str])
    size: int = 0

    def line(self, line: str) -> tuple[str, str] | None:
        """An event (name, data) when a line completes one; ``("", "")`` for a sign of life."""
        if not line:
            done = (self.name, "\n".join(self.data))
            self.name, self.data, self.size = "", [], 0
            return done if done[0] or done[1] else None
        if line.startswith(":"):
            return "", ""
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        self.size += len(value)
        if self.size > LONGEST_EVENT:
            raise BadAnswer("An event of its stream is too long.")
        if name == "event":
            self.name = value
        elif name == "data":
            self.data.append(value)
        return None


async def lines(response: httpx.Response) -> AsyncGenerator[str, None]:
    """The lines of a stream; one that never ends is refused."""
    rest = bytearray()
    async for chunk in response.aiter_bytes():
        rest += chunk
        *complete, tail = rest.replace(b"\r\n", b"\n").split(b"\n")
        rest = bytearray(tail)
        for line in complete:
            yield line.decode("utf-8", "replace")
        if len(rest) > LONGEST_EVENT:
            raise BadAnswer("An event of its stream is too long.")


class Listener:
    """Holds the streams of one account open and turns what they say into pages."""

    def __init__(
        self, client: httpx.AsyncClient, reader: Reader, threads: Threads, *, silence: float = SILENCE
    ) -> None:
        self._client, self._reader, self._threads = client, reader, threads
        self._silence = silence

    async def pages(self, us: Us) -> AsyncGenerator[Page, None]:
        """Pages until a stream ends or falls silent; an empty page is a sign of life."""
        await self._check()
        queue: asyncio.Queue[Page | KnownError | None] = asyncio.Queue(maxsize=200)
        tasks = [asyncio.create_task(self._read(name, us, queue.put)) for name in STREAMS]
        try:
            while (page := await queue.get()) is not None:
                if isinstance(page, KnownError):
                    raise page
                yield page
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _check(self) -> None:
        """Ask whether the streaming server is well; a server without that address may stream all the same."""
        try:
            await ask(self._client, Call(method="GET", url="/api/v1/streaming/health", document=False, limit=65536))
        except Gone:
            return

    async def _read(self, name: str, us: Us, put: Callable[[Page | KnownError | None], Awaitable[None]]) -> None:
        """One stream from its opening to its end."""
        try:
            async with aclosing(self._events(name, us)) as pages:
                async for page in pages:
                    await put(page)
        except Gone:
            await put(Unsupported("This server has no live stream."))
        except KnownError as error:
            await put(error)
        else:
            await put(None)

    async def _events(self, name: str, us: Us) -> AsyncGenerator[Page, None]:
        journey = Journey()
        host = self._client.base_url.netloc.decode("ascii", "replace")
        call = Call(method="GET", url=f"/api/v1/streaming/{name}", headers={"Accept": "text/event-stream"})
        request = build(self._client, call, journey)
        request.extensions["timeout"] = {**request.extensions["timeout"], "read": self._silence}
        with border(host, journey):
            response = await self._client.send(request, stream=True)
            try:
                await self._welcome(response, host)
                yield Page()
                parser = EventParser()
                try:
                    async with aclosing(lines(response)) as received:
                        async for line in received:
                            event = parser.line(line)
                            if event is not None:
                                yield await self._page(*event, us)
                except (httpx.ReadTimeout, httpx.RemoteProtocolError, httpx.ReadError):
                    return
            finally:
                await response.aclose()

    async def _welcome(self, response: httpx.Response, host: str) -> None:
        if response.status_code >= 400:
            body = (await response.aread())[:4096]
            raise refusal(host, response.status_code, response.headers, body)
        if response.status_code >= 300 or "event-stream" not in response.headers.get("content-type", ""):
            raise Unsupported("This server has no live stream.")

    async def _page(self, event: str, data: str, us: Us) -> Page:
        """What one event says; an unreadable one is set aside, an unknown one ignored."""
        if event == "delete":
            gone = fields.remote_id({"id": data.strip().strip('"')})
            return Page(events=(MessageGone(remote_id=gone),)) if gone else Page()
        if event not in ("update", "status.update", "notification", "conversation"):
            if event not in IGNORED:
                normalise.tell_once("event", event)
            return Page()
        try:
            item = parse(data)
        except BadJson as error:
            return Page(poison=(Poison(remote_id="", raw=data[: normalise.LONGEST_RAW], reason=str(error)),))
        if event == "notification":
            return await self._reader.events(NOTIFICATIONS, [item], us)
        if event == "conversation":
            return await self._reader.events(DIRECT, [item], us)
        return await self._reader.events(OWN, [item], us) if self._concerns_us(event, item, us) else Page()

    def _concerns_us(self, event: str, status: Json, us: Us) -> bool:
        """The user stream carries the whole home timeline: ours is what we wrote, and what we know already."""
        source = fields.obj(status)
        if source.get("reblog"):
            return False
        if fields.remote_id(fields.obj(source.get("account"))) == us.remote_id:
            return True
        named = [fields.remote_id(fields.obj(one)) for one in fields.items(source.get("mentions"), 200)]
        return event == "status.update" and (us.remote_id in named or self._threads.knows(fields.remote_id(source)))
