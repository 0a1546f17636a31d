"""Asking for a feed: conditional, bounded, over redirects that lead nowhere dangerous."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

import httpx

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.border import Journey, border
from scrm_desktop.channels.feeds.addresses import host_of
from scrm_desktop.channels.feeds.guard import Resolve, places
from scrm_desktop.channels.feeds.trouble import refused
from scrm_desktop.channels.http import DEADLINE, origin, unpacked
from scrm_desktop.errors import Offline, UnsafeAnswer

LIMIT = 5 * 1024 * 1024
"""Bytes of a feed after unpacking."""
REDIRECTS = 5
ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.6, */*;q=0.5"
)
CIRCLE = "It redirects in a circle."
ELSEWHERE = "It redirects to an address that is not of the web."
DOWNGRADE = "It redirects from a protected address to an open one."
_MOVED = frozenset({301, 308})
_REDIRECTED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer; ``url`` is where it came from, ``moved`` where only permanent redirects led (or nothing)."""

    url: str
    moved: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class Fetcher:
    """Makes requests for one account; ``typed`` are the hosts that the person named."""

    def __init__(self, http: HttpFactory, typed: frozenset[str], resolve: Resolve) -> None:
        self._http, self._typed, self._resolve = http, typed, resolve

    async def get(self, url: str, headers: Mapping[str, str] | None = None, *, limit: int = LIMIT) -> Fetched:
        """One document, whole; every failure is a KnownError."""
        with border(host_of(url), Journey()):
            async with asyncio.timeout(DEADLINE):
                return await self._follow(httpx.URL(url), {"Accept": ACCEPT, **(headers or {})}, limit)

    async def _follow(self, target: httpx.URL, headers: Mapping[str, str], limit: int) -> Fetched:
        permanent, moved = True, ""
        for _ in range(REDIRECTS + 1):
            answer = await self._hop(target, headers, limit)
            if answer.status not in _REDIRECTED:
                return replace(answer, moved=moved)
            permanent = permanent and answer.status in _MOVED
            target = _next(target, answer.headers.get("location", ""))
            moved = str(target) if permanent else moved
        raise UnsafeAnswer(CIRCLE, host=target.host)

    async def _hop(self, url: httpx.URL, headers: Mapping[str, str], limit: int) -> Fetched:
        """One request, to the first of the host's addresses that can be reached."""
        _, host, port = origin(url)
        found = await places(host, port, typed=host in self._typed, ask=self._resolve)
        for place in found[:-1]:
            try:
                return await self._ask(url, place, headers, limit)
            except Offline:
                continue
        return await self._ask(url, found[-1], headers, limit)

    async def _ask(self, url: httpx.URL, place: str, headers: Mapping[str, str], limit: int) -> Fetched:
        """One request over a client of its own: cookies and connections end with it."""
        journey, host = Journey(), url.host
        with border(host, journey):
            async with self._http.client(f"{url.scheme}://{url.netloc.decode('ascii')}") as client:
                extensions = {"trace": journey, "timeout": client.timeout.as_dict(), "sni_hostname": host}
                own = {**headers, "Host": url.netloc.decode("ascii")}
                request = client.build_request("GET", url.copy_with(host=place), headers=own, extensions=extensions)
                response = await client.send(request, stream=True)
                try:
                    body = await _body(response, limit, host)
                finally:
                    await response.aclose()
        if response.status_code >= 400:
            raise refused(host, response.status_code, response.headers, body)
        return Fetched(url=str(url), moved="", status=response.status_code, headers=response.headers, body=body)


async def _body(response: httpx.Response, limit: int, host: str) -> bytes:
    body = bytearray()
    async for chunk in unpacked(response):
        body += chunk
        if len(body) > limit:
            raise UnsafeAnswer(f"It is larger than {limit // 1024} KB.", host=host)
    return bytes(body)


def _next(url: httpx.URL, location: str) -> httpx.URL:
    """Where a redirect leads, if it may be followed."""
    try:
        target = url.join(location)
    except (httpx.InvalidURL, ValueError):
        raise UnsafeAnswer(ELSEWHERE, host=url.host) from None
    if not location or target.scheme not in ("http", "https") or not host_of(str(target)) or target.userinfo:
        raise UnsafeAnswer(ELSEWHERE, host=url.host)
    if url.scheme == "https" and target.scheme == "http":
        raise UnsafeAnswer(DOWNGRADE, host=url.host)
    return target
