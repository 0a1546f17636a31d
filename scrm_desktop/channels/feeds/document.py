"""From the bytes of a feed to plain entries, whichever of the dialects it is in.

An entry is a small dictionary of texts (:data:`Entry`), the same for RSS, Atom and JSON Feed. feedparser gets bytes
only, so that it can fetch nothing. Its own cleaning of HTML stays on where its time is bounded (for some input it grows
with the square of the length); ours, which leaves nothing but plain text, comes after it in any case.
"""

from __future__ import annotations

import importlib
import time
import warnings
import xml.parsers.expat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, TypeGuard
from urllib.parse import urljoin

from scrm_desktop.channels.feeds import json_feed
from scrm_desktop.channels.safe_json import Json, scrub

NO_FEED = "It is no feed."
OTHER_JSON = "It is JSON, and no feed."
TOO_LARGE = "It is broken, and too large to be guessed at."
TOO_DEEP = "It is nested too deeply."
MOST_ENTRIES = 500
"""Of a longer feed the newest are taken."""
LOOSE_LIMIT = 512 * 1024
"""Bytes of a document that is no XML: reading it loosely takes time that grows faster than its length."""
CLEAN_LIMIT = 256 * 1024
CLEAN_COMMENTS = 500
"""Bytes, and beginnings of comments, up to which feedparser cleans HTML and resolves relative links in it."""
MOST_FILES = 10
_LONGEST = 200_000

Entry = dict[str, Json]


class NotAFeed(ValueError):
    """The bytes are no feed; the text says why, in English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A feed as it was read; entries stand as in it. ``ttl``: minutes for which it wishes to be left alone."""

    title: str = ""
    link: str = ""
    about: str = ""
    language: str = ""
    author: str = ""
    ttl: int = 0
    entries: tuple[Entry, ...] = ()


def read(body: bytes, content_type: str, url: str) -> Document:
    """What is in a feed; NotAFeed. It is pure, and slow enough to be called in a thread."""
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        found = json_feed.read(body, url)
        if found is None:
            raise NotAFeed(OTHER_JSON)
        head, entries = found
        return Document(entries=_newest(entries), **head)
    if len(body) > LOOSE_LIMIT and not _is_xml(body):
        raise NotAFeed(TOO_LARGE)
    return _parsed(body, content_type, url)


def looks_like_page(body: bytes) -> bool:
    """Whether these bytes are a web page, where a feed could be named."""
    start = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html")) or (b"<html" in start and b"<rss" not in start)


def _is_xml(body: bytes) -> bool:
    try:
        xml.parsers.expat.ParserCreate().Parse(body, True)
    except (xml.parsers.expat.ExpatError, ValueError, LookupError):
        return False
    return True


def _parsed(body: bytes, content_type: str, url: str) -> Document:
    """Through feedparser; whatever it stumbles over is told as one thing: no feed."""
    # A tenth of a second that only those pay who have feeds; by its name, because it has no types.
    feedparser: Any = importlib.import_module("feedparser")
    clean = len(body) <= CLEAN_LIMIT and body.count(b"!--") <= CLEAN_COMMENTS
    # Without an address: it would make addresses of the names that a feed gives its entries.
    headers = {"content-type": content_type or "application/xml"}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = feedparser.parse(
                BytesIO(body), response_headers=headers, sanitize_html=clean, resolve_relative_uris=clean
            )
            feed, entries = _dict(found["feed"]), [_entry(one, url) for one in _dicts(found["entries"])]
            known = bool(found["version"]) or bool(entries)
    except RecursionError:
        raise NotAFeed(TOO_DEEP) from None
    except Exception:  # noqa: BLE001  a parser of other people's making, fed by strangers
        raise NotAFeed(NO_FEED) from None
    if not known and not feed.get("title"):
        raise NotAFeed(NO_FEED)
    return Document(
        title=_text(feed, "title"),
        link=_joined(url, _text(feed, "link")),
        about=_text(feed, "subtitle"),
        language=_text(feed, "language"),
        author=_text(feed, "author"),
        ttl=_number(feed.get("ttl")),
        entries=_newest(entries),
    )


def _newest(entries: list[Entry]) -> tuple[Entry, ...]:
    """At most so many: by their dates where they have some, else those that stand first."""
    if len(entries) <= MOST_ENTRIES:
        return tuple(entries)
    order = sorted(range(len(entries)), key=lambda n: (str(entries[n].get("published") or ""), -n), reverse=True)
    return tuple(entries[n] for n in sorted(order[:MOST_ENTRIES]))


def _is_dict(found: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(found, dict)


def _is_list(found: Any) -> TypeGuard[list[Any]]:
    return isinstance(found, list)


def _dict(found: Any) -> dict[str, Any]:
    """feedparser's own dictionaries answer with other keys' values; a plain copy does not."""
    return dict(found) if _is_dict(found) else {}


def _dicts(found: Any) -> list[dict[str, Any]]:
    """Those members of a list that are dictionaries."""
    return [dict(one) for one in found if _is_dict(one)] if _is_list(found) else []


def _entry(source: Mapping[str, Any], base: str) -> Entry:
    author = _dict(source.get("author_detail"))
    published = _time(source.get("published_parsed")) or _time(source.get("created_parsed"))
    updated = _time(source.get("updated_parsed"))
    content, kind = _content(source)
    name, link = _text(source, "id"), _text(source, "link")
    return {
        "id": name,
        "url": "" if link == name and "/" not in link else _joined(base, link),
        "title": _text(source, "title"),
        "title_html": _is_html(_dict(source.get("title_detail"))),
        "text": content,
        "text_html": kind,
        "author": _text(author, "name") or _text(source, "author"),
        "author_url": _joined(base, _text(author, "href")),
        "published": published or updated,
        "updated": updated,
        "language": _text(_dict(source.get("title_detail")), "language"),
        "files": _files(source, base),
    }


def _content(source: Mapping[str, Any]) -> tuple[str, bool]:
    """The longest of what stands for the text; the summary is often the beginning of the content."""
    found = _dicts(source.get("content"))
    found.append(_dict(source.get("summary_detail")) or {"value": source.get("summary"), "type": "text/html"})
    best = max(found, key=lambda one: len(_text(one, "value")))
    return _text(best, "value"), _is_html(best)


def _is_html(detail: Mapping[str, Any]) -> bool:
    return "html" in str(detail.get("type") or "")


def _files(source: Mapping[str, Any], base: str) -> Json:
    found = _dicts(source.get("enclosures"))
    return [
        {
            "url": _joined(base, _text(one, "href")),
            "type": _text(one, "type"),
            "size": _number(one.get("length")),
            "title": "",
        }
        for one in found[:MOST_FILES]
    ]


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link) if link else ""
    except ValueError:
        return ""


def _text(source: Mapping[str, Any], name: str) -> str:
    value = source.get(name)
    return scrub(value[:_LONGEST]) if isinstance(value, str) else ""


def _number(value: object) -> int:
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 13 else 0


def _time(value: object) -> str:
    """feedparser's UTC time as ISO text; nothing where it is none."""
    if not isinstance(value, time.struct_time):
        return ""
    try:
        return datetime(*value[:6], tzinfo=UTC).isoformat()
    except ValueError:
        return ""
