"""From a name to the server that keeps the account: handle, lasting id (DID), its document, its server."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.bluesky.refusals import refused
from scrm_desktop.channels.bluesky.xrpc import answered, path
from scrm_desktop.channels.hosts import is_loopback
from scrm_desktop.channels.http import Call
from scrm_desktop.errors import BadAnswer, Gone, InputError, Rejected

RESOLVER = "https://public.api.bsky.app"
DIRECTORY = "https://plc.directory"
ENTRYWAY = "https://bsky.social"
NO_HANDLE = "This is no Bluesky name. It looks like shop.bsky.social, or like your own domain."
UNKNOWN = "Bluesky knows nobody called {name}."
NO_SERVER = "This is no server's address. Leave it empty if you do not know it."
_HANDLE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
_MAIL = re.compile(r"[^@\s]{1,100}@[^@\s]{1,200}")
_PLC = re.compile(r"did:plc:[a-z2-7]{24}")
_WEB = re.compile(r"did:web:(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}")


def identifier(entered: str) -> str:
    """What somebody means by ``@Shop.bsky.social``, a profile's address or a mail address; InputError if nothing."""
    name = entered.strip()
    name = name.partition("/profile/")[2].partition("/")[0] if "/profile/" in name else name
    name = name.lstrip("@").lower()
    name = name if "." in name or not name.isalnum() or not name.isascii() else f"{name}.bsky.social"
    if len(name) <= 253 and name.isascii() and any(one.fullmatch(name) for one in (_HANDLE, _MAIL, _PLC, _WEB)):
        return name
    raise InputError(NO_HANDLE)


def server_url(entered: str) -> str:
    """A server's base address; plain http only on this computer."""
    text = entered.strip().rstrip("/")
    text = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(text)
        safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
        bare = bool(parts.hostname) and not (parts.username or parts.query or parts.path) and parts.port != 0
    except ValueError:
        raise InputError(NO_SERVER) from None
    if not safe or not bare or not text.isascii() or not text.isprintable() or " " in text:
        raise InputError(NO_SERVER)
    return text


async def server_of(name: str, http: HttpFactory) -> str:
    """The server that keeps an account; a mail address says nothing of it, so that Bluesky's own is asked."""
    if "@" in name:
        return ENTRYWAY
    did = name if name.startswith("did:") else await _did_of(name, http)
    if _PLC.fullmatch(did):
        base, where = DIRECTORY, f"/{quote(did, safe=':')}"
    elif _WEB.fullmatch(did):
        base, where = f"https://{did.removeprefix('did:web:')}", "/.well-known/did.json"
    else:
        raise InputError(UNKNOWN.format(name=name))
    async with http.client(base) as client:
        try:
            document = await answered(client, Call(method="GET", url=where, refuse=refused))
        except Gone:
            raise InputError(UNKNOWN.format(name=name)) from None
    found = keeper(document)
    if not found:
        raise BadAnswer("It does not say where the account is kept.", host=client.base_url.host)
    return found


async def _did_of(name: str, http: HttpFactory) -> str:
    async with http.client(RESOLVER) as client:
        url = path("com.atproto.identity.resolveHandle")
        try:
            found = await answered(client, Call(method="GET", url=url, params=(("handle", name),), refuse=refused))
        except (Rejected, Gone):
            raise InputError(UNKNOWN.format(name=name)) from None
    return fields.did(found)


def keeper(document: fields.Object) -> str:
    """The server in a DID's document; empty where it names none that is safe."""
    for entry in fields.items(document.get("service"), 20):
        one = fields.obj(entry)
        if fields.word(one, "id").endswith("#atproto_pds"):
            try:
                return server_url(fields.word(one, "serviceEndpoint"))
            except InputError:
                return ""
    return ""
