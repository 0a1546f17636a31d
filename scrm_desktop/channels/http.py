"""HTTP for channels: one TLS context, no surprises, a limit on everything, errors of our own.

Redirects are not followed (except by a read, to the same origin), proxies of the environment are not
used, bodies are unpacked here with a cap on their real size, and a request ends after its deadline
even if a byte arrives every second.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import zlib
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import IO
from urllib.parse import urlencode

import httpx

from scrm_desktop import __version__
from scrm_desktop.channels.border import Journey, border, looks_like_html, plain, refusal
from scrm_desktop.channels.safe_json import BadJson, Json, parse
from scrm_desktop.channels.transport import SAFE_METHODS, Roads, tls_context
from scrm_desktop.errors import BadAnswer, CaptivePortal, InputError, KnownError, UnsafeAnswer

MAX_BODY = 10 * 1024 * 1024
"""Bytes of a body after unpacking."""
DEADLINE = 30.0
"""Seconds for a whole request; the sender's settle time is longer than this."""
REDIRECTS = 3
_TIMEOUT = httpx.Timeout(connect=10, read=20, write=20, pool=10)
_STEP = 64 * 1024
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_ENCODINGS = _PACKED | {"", "identity"}


@cache
def _shared_context() -> ssl.SSLContext:
    """One for the whole process: making it takes 30 ms, a client with it 1 ms."""
    return tls_context()


def quiet_loggers() -> None:
    """httpx tells every full URL at INFO, and httpcore every header at DEBUG: neither goes into a log."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)


class Http:
    """Makes clients for channels; a test hands in its own transport."""

    def __init__(
        self, *, transport: httpx.AsyncBaseTransport | None = None, user_agent: str = f"SCRM-Desktop/{__version__}"
    ) -> None:
        quiet_loggers()
        self._transport, self._user_agent = transport, user_agent

    def client(self, base_url: str, headers: Mapping[str, str] | None = None) -> httpx.AsyncClient:
        """A client bound to one server, which sends ``headers`` with each request to it.

        Raises InputError where the address, which somebody may have typed, is none.
        """
        try:
            base = httpx.URL(base_url)
        except httpx.InvalidURL:
            raise InputError(f"“{plain(base_url)}” is no server's name.") from None
        own = {"User-Agent": self._user_agent, "Accept-Encoding": "gzip", **(headers or {})}
        return httpx.AsyncClient(
            base_url=base,
            headers=own,
            transport=self._transport or Roads(_shared_context()),
            timeout=_TIMEOUT,
            trust_env=False,
            follow_redirects=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer that was read to its end; ``host`` is who gave it."""

    host: str
    status: int
    headers: httpx.Headers
    body: bytes

    def json(self) -> Json:
        """The document in it; BadAnswer where there is none."""
        try:
            return parse(self.body)
        except BadJson as error:
            raise BadAnswer(str(error), host=self.host) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request: what is asked for and how much of it is accepted."""

    method: str
    url: str
    params: Sequence[tuple[str, str]] = ()
    form: Mapping[str, str | list[str]] | None = None
    file: tuple[str, IO[bytes], str] | None = None
    """Name, open file and media type of an upload."""
    content: bytes | None = None
    """A body as it is (JSON, the bytes of a file); ``headers`` says what it is."""
    headers: Mapping[str, str] | None = None
    deadline: float = DEADLINE
    limit: int = MAX_BODY
    document: bool = True
    """Whether JSON is expected, so that a page of HTML is somebody else's answer."""
    refuse: Callable[[str, int, Mapping[str, str], bytes], KnownError] = refusal
    """What a status of 400 or more stands for, where a network says more than the status does."""


async def ask(client: httpx.AsyncClient, call: Call) -> Answer:
    """Make one request and read its answer whole; every failure is a KnownError."""
    journey = Journey()
    host = client.base_url.netloc.decode("ascii", "replace")
    with border(host, journey):
        async with asyncio.timeout(call.deadline):
            answer = await _follow(client, call, journey, host)
    if answer.status >= 400:
        raise call.refuse(host, answer.status, answer.headers, answer.body)
    if call.document and answer.body and looks_like_html(answer.headers.get("content-type", ""), answer.body):
        raise CaptivePortal(host=host)
    return answer


async def _follow(client: httpx.AsyncClient, call: Call, journey: Journey, host: str) -> Answer:
    request = build(client, call, journey)
    for _ in range(REDIRECTS + 1):
        answer = await _exchange(client, request, call.limit, host)
        if not 300 <= answer.status < 400:
            return answer
        request = _next(client, request, answer, journey)
    raise UnsafeAnswer("It redirects in a circle.", host=host)


def build(client: httpx.AsyncClient, call: Call, journey: Journey) -> httpx.Request:
    """The request of a call, with its journey watched."""
    # Written into the address here: httpx would take it apart and put it together again for each parameter.
    url = f"{call.url}?{urlencode(call.params)}" if call.params else call.url
    return client.build_request(
        call.method,
        url,
        data=call.form,
        files={"file": call.file} if call.file else None,
        content=call.content,
        headers=call.headers,
        extensions={"trace": journey, "timeout": client.timeout.as_dict()},
    )


def _next(client: httpx.AsyncClient, request: httpx.Request, answer: Answer, journey: Journey) -> httpx.Request:
    """The request after a redirect: a read on the same origin, and nothing else."""
    target = request.url.join(answer.headers.get("location", ""))
    if request.method not in SAFE_METHODS or origin(target) != origin(request.url):
        where = target.host if target.host != request.url.host else f"{target.scheme}://{target.host}"
        raise UnsafeAnswer(f"It redirects to {where or 'nowhere'}.", host=answer.host)
    journey.start_again()
    return client.build_request(request.method, target, extensions=request.extensions)


def origin(url: httpx.URL) -> tuple[str, str, int]:
    """Scheme, host and port of an address."""
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme, 0)


async def _exchange(client: httpx.AsyncClient, request: httpx.Request, limit: int, host: str) -> Answer:
    response = await client.send(request, stream=True)
    try:
        body = bytearray()
        async for chunk in unpacked(response):
            body += chunk
            if len(body) > limit:
                raise UnsafeAnswer(f"It is larger than {limit // 1024} KB.", host=host)
        return Answer(host=host, status=response.status_code, headers=response.headers, body=bytes(body))
    finally:
        await response.aclose()


async def unpacked(response: httpx.Response) -> AsyncIterator[bytes]:
    """The body in pieces of at most 64 KiB after unpacking, so that a small bomb can't grow before it is counted."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if response.is_stream_consumed:  # a test's transport hands over bodies that are already unpacked
        yield response.content
        return
    if encoding not in _ENCODINGS:
        raise httpx.DecodingError(f"unknown encoding {encoding[:20]}")
    inflater = Inflater() if encoding in _PACKED else None
    async for chunk in response.aiter_raw(_STEP):
        for piece in inflater.feed(chunk) if inflater else (chunk,):
            yield piece
    if inflater is not None and not inflater.complete:
        raise httpx.DecodingError("the packed body broke off")


class Inflater:
    """Unpacks gzip and zlib streams in steps of at most 64 KiB."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(wbits=47)
        self._begun = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """What the next packed bytes unpack to."""
        while chunk:
            self._begun = True
            piece = self._stream.decompress(chunk, _STEP)
            if piece:
                yield piece
            chunk = self._stream.unconsumed_tail
            if self._stream.eof:
                chunk = self._stream.unused_data
                self._stream = zlib.decompressobj(wbits=47)
                self._begun = False

    @property
    def complete(self) -> bool:
        """Whether the stream ended where it said it would."""
        return not self._begun
