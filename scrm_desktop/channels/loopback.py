"""The door that a browser comes back through after a login: open on loopback, for one caller, for a short time."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

from scrm_desktop.errors import InputError, Rejected, UnsafeAnswer

PATH = "/signed-in"
WAIT = 300.0
"""Seconds that a person gets to sign in."""
PORTS_IN_USE = "Another program uses the way back from the browser. Please close it and try again."
_LONGEST_REQUEST = 16 * 1024
_READ = 10.0

_PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>SCRM Desktop</title><style>
:root{{color-scheme:light dark}}body{{font:16px system-ui,sans-serif;display:grid;place-items:center;
height:90vh;margin:0}}main{{text-align:center}}p{{font-size:64px;margin:0;color:{colour}}}h1{{font-size:20px;
font-weight:500}}</style></head><body><main><p>{sign}</p><h1>SCRM Desktop</h1></main></body></html>"""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Expected:
    """What a true answer carries: our state, and the server's own name where it announced one.

    ``named``: the server said that it always names itself (RFC 9207), so an answer without a name is another's.
    """

    state: str
    issuer: str = ""
    named: bool = False


Judge = Callable[[dict[str, list[str]], "Expected"], str]
"""What an answer comes to: the code that it brings, or one of our errors."""


@dataclass(slots=True, repr=False)
class Loopback:
    """Listens on 127.0.0.1 and a free port while it is entered; only the first answer counts.

    ``ports``: for networks that want the port registered; the first that nobody uses is taken. ``reads``: for those
    that bring something else than a code.
    """

    expected: Expected
    ports: Sequence[int] = (0,)
    reads: Judge | None = None
    _server: asyncio.Server | None = None
    _code: asyncio.Future[str] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    async def __aenter__(self) -> Self:
        for port in self.ports:
            try:
                self._server = await asyncio.start_server(self._serve, "127.0.0.1", port, limit=_LONGEST_REQUEST)
            except OSError:
                continue  # somebody else's
            return self
        raise InputError(PORTS_IN_USE)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
        if self._code.done() and not self._code.cancelled():
            self._code.exception()  # looked at, so that a late answer leaves no warning behind

    @property
    def redirect_uri(self) -> str:
        """Where the server must send the browser, exactly."""
        if self._server is None:
            raise RuntimeError("the door is not open")
        port: int = self._server.sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}{PATH}"

    async def code(self, seconds: float = WAIT) -> str:
        """Wait for the browser; returns the code.

        Raises InputError when nobody came in time, Rejected when the person or the server said no, and
        UnsafeAnswer when the answer was not to our question.
        """
        try:
            async with asyncio.timeout(seconds):
                return await asyncio.shield(self._code)
        except TimeoutError:
            raise InputError("Nobody signed in within the time. Please try again.") from None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_READ):
                head = await reader.readuntil(b"\r\n\r\n")
            writer.write(self._answer(head))
            await writer.drain()
        except (TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError):
            pass
        finally:
            writer.close()

    def _answer(self, head: bytes) -> bytes:
        line = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ")
        if len(line) != 3 or line[0] != "GET":
            return _response("405 Method Not Allowed", ok=False)
        target = urlsplit(line[1])
        if target.path != PATH or target.netloc:
            return _response("404 Not Found", ok=False)
        if self._code.done():
            return _response("410 Gone", ok=False)
        try:
            self._code.set_result((self.reads or judge)(parse_qs(target.query), self.expected))
        except (UnsafeAnswer, Rejected) as error:
            self._code.set_exception(error)
            return _response("400 Bad Request", ok=False)
        return _response("200 OK", ok=True)


def judge(query: dict[str, list[str]], expected: Expected) -> str:
    """The code of an answer that is really to our question."""
    host = urlsplit(expected.issuer).netloc or "The browser"
    said = {name: values[0] for name, values in query.items() if len(values) == 1}
    if not hmac.compare_digest(said.get("state", "").encode(), expected.state.encode()):
        raise UnsafeAnswer("It was not for this sign-in. Please begin again.", host=host)
    otherwise = "" if expected.named else expected.issuer
    if expected.issuer and said.get("iss", otherwise).rstrip("/") != expected.issuer.rstrip("/"):
        raise UnsafeAnswer("It came from another server. Please begin again.", host=host)
    if "error" in said:
        reason = "The sign-in was not allowed." if said["error"] == "access_denied" else said["error"][:200]
        raise Rejected(reason, host=host, reason=reason)
    if not said.get("code"):
        raise UnsafeAnswer("It holds no code. Please begin again.", host=host)
    return said["code"]


def _response(status: str, *, ok: bool) -> bytes:
    body = _PAGE.format(sign="✓" if ok else "✕", colour="#2e7d4f" if ok else "#b3382c").encode()
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
        "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\nReferrer-Policy: no-referrer\r\n"
        "Cache-Control: no-store\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body
