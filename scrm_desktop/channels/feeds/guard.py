"""Which machines may be asked: the internet, and of the own network only what the person named."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable

from scrm_desktop.channels.feeds.addresses import named_inside
from scrm_desktop.errors import Offline, UnsafeAnswer

INSIDE = "It leads into your own network."
Resolve = Callable[[str, int], Awaitable[list[str]]]
"""The IP addresses of a host and a port; OSError where there are none."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_MOST = 4
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


async def resolve(host: str, port: int) -> list[str]:
    """As the system does it."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the internet, however it is written down (mapped, NAT64, 6to4)."""
    try:
        found = _inner(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return False
    return found.is_global and not found.is_multicast


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for, where it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


async def places(host: str, port: int, *, typed: bool, ask: Resolve) -> list[str]:
    """Where to connect for a host; ``typed``: the person named it. UnsafeAnswer, Offline.

    A name is looked up here, once, and the connection is made to what was found: a name that answers
    differently the second time leads nowhere else.
    """
    if typed and named_inside(host):
        return [host]
    try:
        found = await ask(host, port)
    except (OSError, UnicodeError):
        raise Offline(host=host) from None
    if not found:
        raise Offline(host=host)
    if not all(is_public(one) for one in found):
        raise UnsafeAnswer(INSIDE, host=host)
    return found[:_MOST]
