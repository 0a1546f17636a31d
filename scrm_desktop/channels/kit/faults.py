"""What can go wrong between a channel and its network, and a transport that lets it go wrong for HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import httpx

from scrm_desktop.channels.transport import SAFE_METHODS

PORTAL = b"<!doctype html><html><head><title>Airport</title></head><body><form>Please sign in</form></body></html>"


class FaultKind(StrEnum):
    """How a request is broken."""

    REFUSED = "refused"
    """No connection: nothing reaches the network."""
    LOST = "lost"
    """The network did it, and the connection breaks before its answer."""
    SILENT = "silent"
    """The network did it, and never answers (told at once: nobody waits for a real timeout)."""
    CUT = "cut"
    """The network did it, and vanishes in the middle of its answer."""
    STATUS = "status"
    """An answer in the network's place; nothing reaches it."""
    STATUS_AFTER = "status_after"
    """The network did it, and this answer comes instead of its own."""
    HTML = "html"
    """A page for people, as the sign-in of an airport's network; nothing reaches the network."""
    GARBAGE = "garbage"
    """The network did it; ``body`` comes in its answer's place, under a good status."""
    MANGLED = "mangled"
    """The network did it; its answer goes through ``mangle``."""


class On(StrEnum):
    """Which requests are meant."""

    ANY = "any"
    READ = "read"
    WRITE = "write"


@dataclass(slots=True, kw_only=True)
class Fault:
    """One fault: ``skip`` matching requests are let through first, then ``times`` are hit.

    ``at``: the byte of the answer's body at which it is cut, counted round if the body is shorter.
    """

    kind: FaultKind
    on: On = On.ANY
    skip: int = 0
    times: int = 1
    at: int = 0
    status: int = 500
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: bytes = b"{}"
    mangle: Callable[[bytes], bytes] = bytes
    hits: int = 0

    def takes(self, *, writes: bool) -> bool:
        """Whether this request is hit (and counts it)."""
        if self.on is not On.ANY and writes is not (self.on is On.WRITE):
            return False
        if self.skip:
            self.skip -= 1
            return False
        if self.hits >= self.times:
            return False
        self.hits += 1
        return True


class FaultyTransport(httpx.AsyncBaseTransport):
    """Passes requests on to a real transport and breaks those that a fault takes.

    Clients that share it may close it: it is closed for good by :meth:`shut`.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport, writes: Callable[[httpx.Request], bool] | None = None) -> None:
        self._inner, self._writes = inner, writes or changes_something
        self.faults: list[Fault] = []
        self.requests: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass it on, or break it."""
        request.headers["accept-encoding"] = "identity"  # so that a byte of the body is a byte on the wire
        self.requests.append(request)
        writes = self._writes(request)
        fault = next((one for one in self.faults if one.takes(writes=writes)), None)
        if fault is None:
            return await self._inner.handle_async_request(request)
        return await self._broken(fault, request)

    async def _broken(self, fault: Fault, request: httpx.Request) -> httpx.Response:
        if fault.kind is FaultKind.REFUSED:
            raise httpx.ConnectError("refused", request=request)
        if fault.kind is FaultKind.STATUS:
            return _answer(fault.status, fault.headers, fault.body)
        if fault.kind is FaultKind.HTML:
            return _answer(200, {"content-type": "text/html"}, PORTAL)
        answer = await self._inner.handle_async_request(request)
        if "event-stream" in answer.headers.get("content-type", ""):  # it would never end
            await answer.aclose()
            raise httpx.ReadError("the stream broke", request=request)
        body = await _whole(answer)
        return _after(fault, request, answer, body)

    async def aclose(self) -> None:
        """A client is done with it; others may not be."""

    async def shut(self) -> None:
        """Close what is open."""
        await self._inner.aclose()


def changes_something(request: httpx.Request) -> bool:
    """By its method, as HTTP means it."""
    return request.method not in SAFE_METHODS


def _after(fault: Fault, request: httpx.Request, answer: httpx.Response, body: bytes) -> httpx.Response:
    """What is left of an answer that the network gave."""
    headers = {name: value for name, value in answer.headers.items() if name != "content-length"}
    match fault.kind:
        case FaultKind.SILENT:
            raise httpx.ReadTimeout("silence", request=request)
        case FaultKind.CUT if body:
            at = fault.at % len(body)
            return _answer(answer.status_code, headers, body[:at], broken=httpx.ReadError("cut", request=request))
        case FaultKind.STATUS_AFTER:
            return _answer(fault.status, fault.headers, fault.body)
        case FaultKind.GARBAGE:
            return _answer(answer.status_code, headers, fault.body)
        case FaultKind.MANGLED:
            return _answer(answer.status_code, headers, fault.mangle(body))
        case _:
            raise httpx.ReadError("the connection broke", request=request)


def _answer(
    status: int, headers: Mapping[str, str], body: bytes, *, broken: httpx.HTTPError | None = None
) -> httpx.Response:
    return httpx.Response(status, headers=dict(headers), stream=_Body(body, broken))


async def _whole(answer: httpx.Response) -> bytes:
    if not isinstance(answer.stream, httpx.AsyncByteStream):
        return answer.content
    try:
        return b"".join([chunk async for chunk in answer.stream])
    finally:
        await answer.aclose()


class _Body(httpx.AsyncByteStream):
    """Bytes, and then perhaps the end of the world."""

    def __init__(self, body: bytes, broken: httpx.HTTPError | None) -> None:
        self._body, self._broken = body, broken

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if self._body:
            yield self._body
        if self._broken is not None:
            raise self._broken
