"""The fault proxy: stands in front of a server and breaks chosen requests in a chosen way.

    with FaultProxy(server_url) as px:
        px.fault("drop_after", method="POST", path=r"/api/v1/statuses$")
        ...
        px.wait_for(lambda seen: seen.upstream_status == 200)

Kinds of fault:

    drop_before   reset the connection, nothing reaches the server
    drop_after    forward, then reset without an answer
    hang          forward, then never answer
    silence       forward, pass the head on, then nothing (a stream that is dead while TCP lives)
    late          reset at once, forward ``seconds`` later: a commit that comes late
    truncate      half the body under the full length
    garble        a body of the right length that is no JSON
    slow          ``rate`` bytes a second
    dup           forward twice, pass the second answer on
    status        answer ``status`` without forwarding
    status_after  forward, then answer ``status``
    html          a captive portal's page, nothing reaches the server
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from support.wire import Reply, Request, WireServer, head, parse_head, read_body

BEFORE = ("drop_before", "html", "status", "silence", "late", "dup")
AFTER = ("drop_after", "hang", "truncate", "garble", "slow", "status_after")
KINDS = frozenset([*BEFORE, *AFTER])
PORTAL = b"<!doctype html><html><head><title>Airport WLAN</title></head><body><form>Please sign in</form></body></html>"


@dataclass(slots=True, kw_only=True)
class Fault:
    """What to do to the requests that match; ``skip`` of them are let through first, then ``times`` are hit."""

    kind: str
    method: str = ""
    path: str = ""
    times: int | None = 1
    skip: int = 0
    seconds: float = 0.0
    rate: int = 20
    status: int = 503
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b"{}"
    hits: int = 0

    def takes(self, request: Request) -> bool:
        """Whether this request is to be broken (and counts it)."""
        if (self.method and self.method != request.method) or not re.search(self.path, request.target):
            return False
        if self.skip:
            self.skip -= 1
            return False
        if self.times is not None and self.hits >= self.times:
            return False
        self.hits += 1
        return True


@dataclass(slots=True, kw_only=True)
class Seen:
    """One line of the log; ``upstream_status`` stays ``None`` for what never reached the server."""

    number: int
    method: str
    target: str
    body: bytes
    headers: dict[str, str]
    fault: str = ""
    upstream_status: int | None = None
    upstream_body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server behind the proxy said."""

    status: int
    headers: dict[str, str]
    body: bytes


class FaultProxy(WireServer):
    """See the module's text."""

    def __init__(self, upstream: str, port: int = 0) -> None:
        parts = urlsplit(upstream)
        assert parts.hostname and parts.port, upstream
        self._host, self._upstream_port = parts.hostname, parts.port
        self.log: list[Seen] = []
        self._faults: list[Fault] = []
        self._news = threading.Condition()
        super().__init__("fault-proxy", port)

    # -- what a test says and asks ------------------------------------------------------------------
    def fault(self, kind: str, **how: object) -> Fault:
        """Break the next matching request (``times=None``: all of them)."""
        assert kind in KINDS, kind
        fault = Fault(kind=kind, **how)  # type: ignore[arg-type]  # keywords are checked by the dataclass
        with self._news:
            self._faults.append(fault)
        return fault

    def heal(self) -> None:
        """No more faults from now on."""
        with self._news:
            self._faults.clear()

    def seen(self, method: str = "", path: str = "") -> list[Seen]:
        """The log's lines for these requests, oldest first."""
        with self._news:
            return [line for line in self.log if self._fits(line, method, path)]

    def arrived(self, method: str = "", path: str = "") -> list[Seen]:
        """Those of them that the server behind has answered."""
        return [line for line in self.seen(method, path) if line.upstream_status is not None]

    @staticmethod
    def _fits(line: Seen, method: str, path: str) -> bool:
        return line.method == (method or line.method) and re.search(path, line.target) is not None

    def wait_for(self, wanted: Callable[[Seen], bool], seconds: float = 20) -> Seen:
        """Wait until a line of the log is as wanted."""
        with self._news:
            ok = self._news.wait_for(lambda: any(wanted(line) for line in self.log), seconds)
            assert ok, f"not seen within {seconds} s; the log: {[self._brief(line) for line in self.log]}"
            return next(line for line in self.log if wanted(line))

    @staticmethod
    def _brief(line: Seen) -> str:
        return f"{line.method} {line.target} {line.fault or '-'} {line.upstream_status}"

    # -- what it does -------------------------------------------------------------------------------
    async def handle(self, request: Request, reply: Reply) -> None:
        with self._news:
            line = Seen(
                number=len(self.log),
                method=request.method,
                target=request.target,
                body=request.body,
                headers=request.headers,
            )
            fault = next((fault for fault in self._faults if fault.takes(request)), None)
            line.fault = fault.kind if fault else ""
            self.log.append(line)
            self._news.notify_all()
        await self._break(fault, request, reply, line) if fault else await self._pass(request, reply, line)

    async def _break(self, fault: Fault, request: Request, reply: Reply, line: Seen) -> None:
        if fault.kind == "drop_before":
            reply.reset()
        elif fault.kind == "html":
            await reply.send(200, PORTAL, {"content-type": "text/html; charset=utf-8"})
        elif fault.kind == "status":
            await reply.send(fault.status, fault.body, fault.headers)
        elif fault.kind == "silence":
            await self._pass(request, reply, line, silent=True)
        elif fault.kind == "late":
            reply.reset()
            await asyncio.sleep(fault.seconds)
            await self._ask(request, line)
        elif fault.kind == "dup":
            await self._ask(request, line)
            await self._give(reply, await self._ask(request, line))
        else:
            await self._break_answer(fault, reply, await self._ask(request, line))

    async def _break_answer(self, fault: Fault, reply: Reply, answer: Answer) -> None:
        whole = head(answer.status, answer.headers, len(answer.body))
        if fault.kind == "drop_after":
            reply.reset()
        elif fault.kind == "hang":
            await reply.closed.wait()
        elif fault.kind == "truncate":
            await reply.raw(whole + answer.body[: len(answer.body) // 2])
        elif fault.kind == "garble":
            await reply.raw(whole + b"\x00\xff{[" * (len(answer.body) // 4) + b"!" * (len(answer.body) % 4))
        elif fault.kind == "slow":
            await self._drip(reply, whole + answer.body, fault.rate)
        elif fault.kind == "status_after":
            await reply.send(fault.status, fault.body, fault.headers)

    async def _drip(self, reply: Reply, data: bytes, rate: int) -> None:
        for start in range(0, len(data), max(1, rate // 10)):
            if reply.closed.is_set():
                return
            await reply.raw(data[start : start + max(1, rate // 10)])
            await asyncio.sleep(0.1)

    async def _ask(self, request: Request, line: Seen) -> Answer:
        async with self._open(request) as (reader, status, headers):
            body = await read_body(reader, headers, until_end=True)
        self._note(line, status, body)
        return Answer(status, self._ours(headers), self._home(body))

    async def _give(self, reply: Reply, answer: Answer) -> None:
        await reply.raw(head(answer.status, answer.headers, len(answer.body)) + answer.body)

    async def _pass(self, request: Request, reply: Reply, line: Seen, *, silent: bool = False) -> None:
        async with self._open(request) as (reader, status, headers):
            if "text/event-stream" in headers.get("content-type", ""):
                self._note(line, status, b"")
                await self._relay(reader, reply, headers, silent=silent)
                return
            body = await read_body(reader, headers, until_end=True)
        self._note(line, status, body)
        await self._give(reply, Answer(status, self._ours(headers), self._home(body)))

    async def _relay(
        self, reader: asyncio.StreamReader, reply: Reply, headers: dict[str, str], *, silent: bool
    ) -> None:
        chunked = {name: value for name, value in headers.items() if name == "transfer-encoding"}
        await reply.raw(head(200, {**self._ours(headers), **chunked}, None))
        if silent:
            await reply.closed.wait()
        gone = asyncio.ensure_future(reply.closed.wait())
        while not gone.done():
            chunk = asyncio.ensure_future(reader.read(65536))
            await asyncio.wait({gone, chunk}, return_when=asyncio.FIRST_COMPLETED)
            if not chunk.done():
                chunk.cancel()
            elif data := chunk.result():
                await reply.raw(data)
            else:
                break
        gone.cancel()

    @contextlib.asynccontextmanager
    async def _open(self, request: Request) -> AsyncIterator[tuple[asyncio.StreamReader, int, dict[str, str]]]:
        reader, writer = await asyncio.open_connection(self._host, self._upstream_port, limit=1 << 24)
        try:
            skipped = ("connection", "accept-encoding", "transfer-encoding", "content-length")
            lines = [f"{request.method} {request.target} HTTP/1.1"]
            lines += [f"{name}: {value}" for name, value in request.headers.items() if name not in skipped]
            lines += ["connection: close", f"content-length: {len(request.body)}"]
            writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + request.body)
            first, headers = parse_head(await reader.readuntil(b"\r\n\r\n"))
            yield reader, int(first.split(" ")[1]), headers
        finally:
            writer.close()

    def _note(self, line: Seen, status: int, body: bytes) -> None:
        with self._news:
            line.upstream_status, line.upstream_body = status, body
            self._news.notify_all()

    def _home(self, body: bytes) -> bytes:
        """The server's own address in its answers becomes ours, as behind any reverse proxy."""
        return body.replace(f"{self._host}:{self._upstream_port}".encode(), f"127.0.0.1:{self.port}".encode())

    def _ours(self, headers: dict[str, str]) -> dict[str, str]:
        dropped = ("transfer-encoding", "connection", "content-length")
        return {
            name: self._home(value.encode("latin-1")).decode("latin-1")
            for name, value in headers.items()
            if name not in dropped
        }
