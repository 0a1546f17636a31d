"""The roads that requests take: connections are kept for reading and never reused for writing."""

from __future__ import annotations

import ssl
import sys
from pathlib import Path

import certifi
import httpx

from scrm_desktop.channels.border import Journey

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_RESET = (httpx.ReadError, httpx.WriteError, httpx.CloseError, httpx.RemoteProtocolError)


def tls_context() -> ssl.SSLContext:
    """The system's trusted certificates, or certifi's where Python knows of none; TLS 1.2 and newer."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    paths = ssl.get_default_verify_paths()
    known = any(place and Path(place).exists() for place in (paths.cafile, paths.capath))
    if sys.platform != "win32" and not known:
        context.load_verify_locations(certifi.where())
    return context


class Roads(httpx.AsyncBaseTransport):
    """Two pools of connections to choose from.

    Reading keeps connections open, because a page of history is a request and a new TLS connection
    costs more than the page. A kept connection can have been closed by the server in the same moment
    (some close after each answer), so a read that fails on a *reused* one is made once more on a fresh one.

    Whatever changes something always gets a fresh connection: there is then no stale one to fail on,
    and a connection that breaks after the request left really does mean that nobody knows.
    """

    def __init__(self, context: ssl.SSLContext) -> None:
        kept = httpx.Limits(max_connections=24, max_keepalive_connections=4, keepalive_expiry=20)
        fresh = httpx.Limits(max_connections=24, max_keepalive_connections=0)
        self._kept = httpx.AsyncHTTPTransport(verify=context, trust_env=False, limits=kept)
        self._fresh = httpx.AsyncHTTPTransport(verify=context, trust_env=False, limits=fresh)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Choose the pool; on a stale kept connection, read once more."""
        if request.method not in SAFE_METHODS:
            return await self._fresh.handle_async_request(request)
        journey = request.extensions.get("trace")
        try:
            return await self._kept.handle_async_request(request)
        except _RESET:
            if not isinstance(journey, Journey) or journey.connecting:
                raise
            journey.start_again()
            return await self._fresh.handle_async_request(request)

    async def aclose(self) -> None:
        """Close both pools."""
        await self._kept.aclose()
        await self._fresh.aclose()
