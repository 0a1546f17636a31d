"""A bench for networks that speak HTTP: every fault is ready, the author adds the network and its data."""

from __future__ import annotations

import ssl
from functools import cache

import httpx

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.kit.bench import Traits
from scrm_desktop.channels.kit.faults import Fault, FaultyTransport, changes_something
from scrm_desktop.channels.transport import Roads, tls_context


class HttpBench:
    """The half of a bench that is the same for all HTTP networks.

    Faults are put between the channel and the network, so that the network needs none of its own. A network in the
    same process can hand in a transport of its own (``httpx.MockTransport``, ``httpx.ASGITransport``).
    """

    traits = Traits()

    def __init__(self, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.transport = FaultyTransport(transport or Roads(_context()), self.writes)
        self._http = Http(transport=self.transport)

    @property
    def http(self) -> HttpFactory:
        """Clients whose answers the faults break."""
        return self._http

    def writes(self, request: httpx.Request) -> bool:
        """Whether a request changes something; a network whose reads (or logins) are POST says so here."""
        return changes_something(request)

    async def open(self) -> None:
        """Nothing to start: the author's network is."""

    async def close(self) -> None:
        """Close the connections."""
        await self.transport.shut()

    async def fault(self, fault: Fault) -> None:
        """Break the next requests that match."""
        self.transport.faults.append(fault)

    async def heal(self) -> None:
        """No more faults."""
        self.transport.faults.clear()


@cache
def _context() -> ssl.SSLContext:
    """One for all benches: it takes 30 ms to make."""
    return tls_context()
