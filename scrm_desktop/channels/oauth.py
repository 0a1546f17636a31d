"""A login in the system's browser: authorization code, PKCE where the server knows it, loopback or a pasted code."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx

from scrm_desktop.channels.border import plain
from scrm_desktop.channels.http import Call, ask, origin
from scrm_desktop.channels.loopback import WAIT, Expected, Loopback, judge
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.tokens import AppKeys, Granted, grant
from scrm_desktop.domain.accounts import LoginHelp
from scrm_desktop.errors import (
    BadAnswer,
    CaptivePortal,
    Forbidden,
    Gone,
    InputError,
    Rejected,
    UnsafeAnswer,
)

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
WELL_KNOWN = "/.well-known/oauth-authorization-server"
OPENID = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Where a server does its logins; ``issuer`` is empty where it does not announce itself."""

    issuer: str
    authorize: str
    token: str
    pkce: bool
    names_itself: bool
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True, repr=False)
class Pkce:
    """A secret of one login and its S256 digest."""

    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))

    @property
    def challenge(self) -> str:
        """What the browser may see of it."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


Register = Callable[[str], Awaitable[AppKeys]]
"""Registers this program with one exact redirect URI."""


async def discover(client: httpx.AsyncClient, path: str = WELL_KNOWN) -> Metadata:
    """Ask the server for its endpoints; one that does not know the question is an older one without PKCE.

    Every address must be on the server itself, so that no other one can slip into the login.
    """
    base = client.base_url
    try:
        found = (await ask(client, Call(method="GET", url=path))).json()
    except (Gone, Forbidden, Rejected, CaptivePortal):
        return _older(base)
    if not isinstance(found, dict) or not isinstance(found.get("issuer"), str):
        raise BadAnswer("Its login description can't be read.", host=base.host)
    addresses = [_text(found, name) for name in ("issuer", "authorization_endpoint", "token_endpoint")]
    if any(origin(_url(address, base)) != origin(base) for address in addresses):
        raise UnsafeAnswer("Its login leads to another server.", host=base.host)
    scopes = found.get("scopes_supported")
    return Metadata(
        issuer=addresses[0],
        authorize=addresses[1],
        token=addresses[2],
        pkce="S256" in _texts(found.get("code_challenge_methods_supported")),
        names_itself=found.get("authorization_response_iss_parameter_supported") is True,
        scopes=frozenset(_texts(scopes)),
    )


def _older(base: httpx.URL) -> Metadata:
    address = str(base).rstrip("/")
    return Metadata(
        issuer="",
        authorize=f"{address}/oauth/authorize",
        token=f"{address}/oauth/token",
        pkce=False,
        names_itself=False,
        scopes=frozenset(),
    )


async def sign_in(
    client: httpx.AsyncClient,
    metadata: Metadata,
    scopes: str,
    register: Register,
    help: LoginHelp,
    *,
    wait: float = WAIT,
    extra: Mapping[str, str] | None = None,
    ports: Sequence[int] = (0,),
    out_of_band: bool = True,
) -> Granted:
    """Let the person sign in with the system's browser, or have the code pasted where there is none.

    ``extra`` goes into the browser's address (a login hint, a kind of access). ``out_of_band``: whether the server
    shows a code by itself; where it does not, the address at which a browser elsewhere ended can be pasted.
    """
    flow = _Flow(metadata, scopes, Pkce() if metadata.pkce else None, dict(extra or {}))
    issuer = metadata.issuer or str(client.base_url)
    expected = Expected(state=flow.state, issuer=issuer, named=metadata.names_itself)
    async with Loopback(expected, ports) as door:
        keys = await register(door.redirect_uri)
        address = flow.address(keys, door.redirect_uri)
        if await help.open_browser(address):
            code = await door.code(wait)
            return await flow.exchange(client, keys, code, door.redirect_uri)
        if not out_of_band:
            code = await _either(door, help, address, expected, wait)
            return await flow.exchange(client, keys, code, door.redirect_uri)
    keys = await register(OUT_OF_BAND)
    code = (await help.ask_code(flow.address(keys, OUT_OF_BAND))).strip()
    if not code:
        raise InputError("No code was entered.")
    return await flow.exchange(client, keys, code, OUT_OF_BAND)


def registered(client_id: str, client_secret: str = "") -> Register:
    """For networks where this program, or the person, registered it beforehand."""

    async def register(redirect_uri: str) -> AppKeys:
        return AppKeys(client_id=client_id, client_secret=client_secret)

    return register


async def _either(door: Loopback, help: LoginHelp, address: str, expected: Expected, wait: float) -> str:
    """The code by whichever way it comes first: through the door, or pasted."""
    coming = asyncio.ensure_future(door.code(wait))
    pasted = asyncio.ensure_future(help.ask_code(address))
    try:
        await asyncio.wait({coming, pasted}, return_when=asyncio.FIRST_COMPLETED)
        return coming.result() if coming.done() else pasted_code(pasted.result(), expected)
    finally:
        for one in (coming, pasted):
            one.cancel()
        await asyncio.gather(coming, pasted, return_exceptions=True)


def pasted_code(text: str, expected: Expected) -> str:
    """A code, or the code in the address at which the browser ended, which is judged as if it had come by itself."""
    text = text.strip()
    if not text:
        raise InputError("No code was entered.")
    return judge(parse_qs(urlsplit(text).query), expected) if "://" in text else text


@dataclass(frozen=True, slots=True, repr=False)
class _Flow:
    """One login's own secrets, used once."""

    metadata: Metadata
    scopes: str
    pkce: Pkce | None
    extra: Mapping[str, str]
    state: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def address(self, keys: AppKeys, redirect_uri: str) -> str:
        """What the browser opens."""
        query = {
            "response_type": "code",
            "client_id": keys.client_id,
            "redirect_uri": redirect_uri,
            "scope": self.scopes,
            "state": self.state,
        }
        if self.pkce:
            query |= {"code_challenge": self.pkce.challenge, "code_challenge_method": "S256"}
        return f"{self.metadata.authorize}?{urlencode({**self.extra, **query})}"

    async def exchange(self, client: httpx.AsyncClient, keys: AppKeys, code: str, redirect_uri: str) -> Granted:
        """The code for a token; a code works once."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "scope": self.scopes,
            "code_verifier": self.pkce.verifier if self.pkce else "",
        }
        return await grant(client, self.metadata.token, keys, form)


def _url(address: str, base: httpx.URL) -> httpx.URL:
    try:
        return httpx.URL(address)
    except httpx.InvalidURL:
        raise BadAnswer(f"Its login description is wrong: {plain(address)}", host=base.host) from None


def _text(found: Mapping[str, Json], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""


def _texts(value: Json | None) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
