"""The smallest HTTP/1.1 server that can also misbehave: one request a connection, bytes as they are.

The fault proxy and the fake Mastodon stand on it.  A server runs in a thread with a loop of its own, so that a
test, a Qt window or a program in another process can talk to it; it listens on loopback only.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import struct
import threading
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

T = TypeVar("T")
LINGER_OFF = struct.pack("ii", 1, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request as it came over the wire; header names are lower case, ``path`` is still percent-encoded."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The path without its query, as it was sent."""
        return urlsplit(self.target).path

    @property
    def parts(self) -> tuple[str, ...]:
        """The path's segments, each decoded by itself (so that an id may hold a slash)."""
        return tuple(unquote(part) for part in self.path.strip("/").split("/"))

    def query(self, name: str) -> str | None:
        """The last value of a query parameter."""
        return dict(self.pairs()).get(name)

    def pairs(self) -> list[tuple[str, str]]:
        """All query parameters in order."""
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    def form(self) -> dict[str, object]:
        """The body as JSON object or as a form; lists keep their ``[]`` names."""
        if self.headers.get("content-type", "").startswith("application/json"):
            loaded: dict[str, object] = json.loads(self.body)
            return loaded
        fields: dict[str, object] = {}
        for name, value in parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True):
            if name.endswith("[]"):
                values = fields.setdefault(name, [])
                assert isinstance(values, list)
                values.append(value)
            else:
                fields[name] = value
        return fields


@dataclass(slots=True)
class Reply:
    """The way back to the client: whole answers, raw bytes, or a broken connection."""

    writer: asyncio.StreamWriter
    closed: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        """A complete answer with its length."""
        await self.raw(head(status, {"content-type": "application/json", **(headers or {})}, len(body)) + body)

    async def send_json(self, value: object, status: int = 200, headers: dict[str, str] | None = None) -> None:
        """A complete answer in JSON."""
        await self.send(status, json.dumps(value).encode(), headers)

    async def raw(self, data: bytes) -> None:
        """Bytes as they are; a client that left is no error."""
        if self.writer.is_closing():
            self.closed.set()
            return
        try:
            self.writer.write(data)
            await self.writer.drain()
        except OSError:
            self.closed.set()

    def reset(self) -> None:
        """Break the connection with a TCP reset."""
        sock: socket.socket | None = self.writer.get_extra_info("socket")
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_OFF)
        self.writer.close()
        self.closed.set()


Handler = Callable[[Request, Reply], Awaitable[None]]


def head(status: int, headers: dict[str, str], length: int | None) -> bytes:
    """The first lines of an answer; the connection always ends after it."""
    lines = [f"HTTP/1.1 {status} Status", "connection: close"]
    if length is not None:
        lines.append(f"content-length: {length}")
    lines += [
        f"{name}: {value}" for name, value in headers.items() if name.lower() not in ("content-length", "connection")
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def parse_head(raw: bytes) -> tuple[str, dict[str, str]]:
    """First line and headers (lower-case names) of a request or an answer."""
    first, *rest = raw.decode("latin-1").rstrip("\r\n").split("\r\n")
    pairs = (line.partition(":") for line in rest)
    return first, {name.strip().lower(): value.strip() for name, _, value in pairs}


async def read_body(reader: asyncio.StreamReader, headers: dict[str, str], *, until_end: bool = False) -> bytes:
    """A body by its length, in chunks, or (an answer) until the other side ends it."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        return await _read_chunks(reader)
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    return await reader.read() if until_end else b""


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int((await reader.readline()).split(b";")[0], 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body


class LoopThread:
    """A thread with an asyncio loop; what is started in it ends with it."""

    def __init__(self, name: str) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_forever()

    def call(self, work: Coroutine[None, None, T], seconds: float = 10) -> T:
        """Run it over there and wait for its result."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(seconds)

    def close(self) -> None:
        """Cancel what is left, and end the thread."""
        self.call(self._cancel_all())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        assert not self._thread.is_alive()
        self.loop.close()

    async def _cancel_all(self) -> None:
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class WireServer:
    """Listens on a free loopback port and hands every request to ``handle``; use it as a context manager."""

    def __init__(self, name: str, port: int = 0) -> None:
        self.thread = LoopThread(name)
        self.failures: list[BaseException] = []
        self._writers: set[asyncio.StreamWriter] = set()
        self._server = self.thread.call(self._listen(port))
        self.port: int = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"

    async def _listen(self, port: int) -> asyncio.Server:
        return await asyncio.start_server(self._connected, "127.0.0.1", port, limit=1 << 20)

    async def handle(self, request: Request, reply: Reply) -> None:
        """Answer one request."""
        raise NotImplementedError

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            first, headers = parse_head(await reader.readuntil(b"\r\n\r\n"))
            method, target, _ = first.split(" ", 2)
            body = await read_body(reader, headers)
            reply = Reply(writer)
            watch = asyncio.ensure_future(self._notice_end(reader, reply))
            try:
                await self.handle(Request(method=method, target=target, headers=headers, body=body), reply)
            finally:
                watch.cancel()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client left: what a fault is made of
        except asyncio.CancelledError:
            pass  # the server is being closed
        except BaseException as error:  # noqa: BLE001  the last border of a test server: close() raises it
            self.failures.append(error)
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _notice_end(self, reader: asyncio.StreamReader, reply: Reply) -> None:
        with contextlib.suppress(OSError):
            while await reader.read(4096):
                pass
        reply.closed.set()

    def close(self) -> None:
        """Stop listening, break what is open, and fail the test if a handler had a bug."""
        self.thread.call(self._shut())
        self.thread.close()
        if self.failures:
            raise self.failures[0]

    async def _shut(self) -> None:
        self._server.close()
        for writer in tuple(self._writers):
            writer.close()

    def __enter__(self: S) -> S:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


S = TypeVar("S", bound=WireServer)
