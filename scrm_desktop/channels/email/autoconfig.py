"""The servers of an address: known, published by its domain (the format of Mozilla's programs), or guessed."""

from __future__ import annotations

import logging
from urllib.parse import quote
from xml.etree import ElementTree

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.email.places import Place, Safety
from scrm_desktop.channels.email.providers import KNOWN, Servers
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.errors import KnownError

_log = logging.getLogger(__name__)
_LIMIT = 64 * 1024
_DEADLINE = 8.0
_SAFETY = {"SSL": Safety.TLS, "STARTTLS": Safety.STARTTLS}


async def found_for(address: str, http: HttpFactory) -> Servers | None:
    """What is known or published for an address; ``None``: it has to be guessed."""
    domain = address.partition("@")[2]
    if domain in KNOWN:
        return KNOWN[domain]
    for base, path in (
        (f"https://autoconfig.{domain}", f"/mail/config-v1.1.xml?emailaddress={quote(address)}"),
        (f"https://{domain}", "/.well-known/autoconfig/mail/config-v1.1.xml"),
    ):
        said = await _fetched(base, path, http)
        found = read(said, address) if said else None
        if found is not None:
            return found
    return None


async def _fetched(base: str, path: str, http: HttpFactory) -> bytes:
    """The document over https, or nothing: unencrypted it could name anybody's server."""
    try:
        async with http.client(base) as client:
            call = Call(method="GET", url=path, limit=_LIMIT, deadline=_DEADLINE, document=False)
            return (await ask(client, call)).body
    except KnownError as error:
        _log.info("no mail configuration at %s: %s", base, error.code)
        return b""


def read(document: bytes, address: str) -> Servers | None:
    """The encrypted servers in such a document; ``None`` where it names none, or is no such document."""
    if b"<!DOCTYPE" in document or b"<!ENTITY" in document:
        return None
    try:
        root = ElementTree.fromstring(document)  # noqa: S314  # small, and without any entity of its own
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    imap = next((one for one in map(_incoming, root.iter("incomingServer")) if one), None)
    smtp = next((one for one in map(_outgoing, root.iter("outgoingServer")) if one), None)
    if imap is None or smtp is None:
        return None
    place, user = imap
    return Servers(imap=_filled(place, address), smtp=_filled(smtp, address), user=_words(user, address))


def _incoming(server: ElementTree.Element) -> tuple[Place, str] | None:
    place = _place(server, "imap") if server.get("type") == "imap" else None
    return (place, (server.findtext("username") or "").strip()) if place else None


def _outgoing(server: ElementTree.Element) -> Place | None:
    return _place(server, "smtp") if server.get("type") == "smtp" else None


def _place(server: ElementTree.Element, kind: str) -> Place | None:
    host = (server.findtext("hostname") or "").strip().lower()
    port = (server.findtext("port") or "").strip()
    safety = _SAFETY.get((server.findtext("socketType") or "").strip().upper())
    if not host or len(host) > 253 or not port.isascii() or not port.isdigit() or safety is None:
        return None
    return Place(kind=kind, host=host, port=int(port), safety=safety) if 0 < int(port) < 65536 else None


def _filled(place: Place, address: str) -> Place:
    return Place(kind=place.kind, host=_words(place.host, address), port=place.port, safety=place.safety)


def _words(text: str, address: str) -> str:
    """The format's own gaps."""
    user, _, domain = address.partition("@")
    for gap, value in (("%EMAILADDRESS%", address), ("%EMAILLOCALPART%", user), ("%EMAILDOMAIN%", domain)):
        text = text.replace(gap, value).replace(gap.lower(), value)
    return text


def guesses(domain: str, kind: str) -> list[Place]:
    """Where such servers usually are, likeliest first; always encrypted."""
    ports = (
        ((993, Safety.TLS), (143, Safety.STARTTLS)) if kind == "imap" else ((465, Safety.TLS), (587, Safety.STARTTLS))
    )
    return [
        Place(kind=kind, host=f"{name}.{domain}", port=port, safety=safety)
        for port, safety in ports
        for name in (kind, "mail")
    ]
