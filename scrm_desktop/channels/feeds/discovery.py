"""The feed that a web page names in its head."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin

from scrm_desktop.channels.feeds.addresses import host_of
from scrm_desktop.channels.plain_text import Tag, tokens

_KINDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json")
_ATTRIBUTE = re.compile(r"""(?<![\w-])(rel|type|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_LONGEST = 300_000


def feed_of(page: bytes, url: str) -> str:
    """The address of the first feed that the page offers; empty where there is none."""
    base = url
    for token in tokens(page[:_LONGEST].decode("utf-8", "replace")):
        if not isinstance(token, Tag) or token.closing:
            continue
        if token.name == "body":
            return ""
        found = _attributes(token.inside) if token.name in ("link", "base") else {}
        if token.name == "base" and base == url:
            base = _joined(url, found.get("href", "")) or url
        kind = found.get("type", "").partition(";")[0].strip().lower()
        if "alternate" in found.get("rel", "").lower().split() and kind in _KINDS:
            target = _joined(base, found.get("href", ""))
            if target:
                return target
    return ""


def _joined(base: str, href: str) -> str:
    try:
        target = urljoin(base, href.strip())
    except ValueError:
        return ""
    return target if href and target.startswith(("http://", "https://")) and host_of(target) else ""


def _attributes(inside: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), html.unescape(value))
    return found
