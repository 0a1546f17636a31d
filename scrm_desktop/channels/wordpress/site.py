"""Where a site is, and where it has its REST API."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, urlsplit

import httpx

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.hosts import is_loopback
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.errors import InputError, RemoteRefusal

NO_ADDRESS = "This is no address of a site. It looks like https://www.example.org."
NO_HTTPS = "The site needs https: application passwords must not travel in the open."
NOT_WORDPRESS = "{host} does not say that it is a WordPress site. Please check the address."
ELSEWHERE = "The site says that its home is {host}. Please enter that address."
_API = "https://api.w.org/"
_LINK = re.compile(r"<([^<>\s]{1,2000})>\s*;([^,<]{0,300})")
_TAG = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"'<>\s]{1,2000})["']""", re.IGNORECASE)


def site_url(entered: str) -> str:
    """The base address of the site that somebody means; http is for this computer only.

    Raises InputError. An address of the site's own administration leads to the site.
    """
    text = entered.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host.encode("idna").decode() if not host.isascii() else host
    except (ValueError, UnicodeError):
        raise InputError(NO_ADDRESS) from None
    if parts.scheme not in ("https", "http") or not host or parts.username or not text.isprintable() or " " in text:
        raise InputError(NO_ADDRESS)
    if parts.scheme == "http" and not is_loopback(host):
        raise InputError(NO_HTTPS)
    path = re.sub(r"/(wp-admin|wp-login\.php|wp-json|index\.php)(/.*)?$", "", parts.path).rstrip("/")
    if not path.isascii():
        raise InputError(NO_ADDRESS)
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "") + path


async def find_api(site: str, http: HttpFactory) -> str:
    """The address of the API: as the site's own pages name it, or where it usually is.

    Raises InputError where the site is none of WordPress'.
    """
    base = _origin(site)
    async with http.client(base) as client:
        told = await _told(client, site)
        for one in (told, f"{site}/wp-json/", f"{site}/?rest_route=/"):
            if one and await _answers(client, checked(one, site)):
                return one
    raise InputError(NOT_WORDPRESS.format(host=urlsplit(site).netloc))


def checked(api: str, site: str) -> str:
    """The address, which must be on the site's own server: our password goes there."""
    if _origin(api) != _origin(site):
        raise InputError(ELSEWHERE.format(host=_origin(api) or api[:100]))
    return api


async def _told(client: httpx.AsyncClient, site: str) -> str:
    """What the site's front page says, in its headers or in itself."""
    try:
        answer = await ask(client, Call(method="GET", url=_path(site) or "/", document=False))
    except RemoteRefusal:
        return ""  # a front page may be closed, and the API open
    for address, about in _LINK.findall(answer.headers.get("link", "")[:20_000]):
        if _API in about:
            return str(httpx.URL(site).join(address))
    for tag in _TAG.findall(answer.body[:500_000].decode("utf-8", "replace")):
        found = _HREF.search(tag) if _API in tag else None
        if found:
            return html.unescape(found[1])
    return ""


async def _answers(client: httpx.AsyncClient, api: str) -> bool:
    """Whether WordPress answers there."""
    parts = urlsplit(api)
    route = f"?rest_route={parse_qs(parts.query).get('rest_route', ['/'])[0]}" if parts.query else ""
    try:
        answer = await ask(client, Call(method="GET", url=f"{parts.path or '/'}{route}", document=False))
    except RemoteRefusal as error:
        return bool(error.detail) and "rest_" in error.detail  # closed for strangers, and there all the same
    return b'"wp\\/v2"' in answer.body or b'"wp/v2"' in answer.body


def _origin(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and not parts.username else ""


def _path(site: str) -> str:
    return urlsplit(site).path + "/"
