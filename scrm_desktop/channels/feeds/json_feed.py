"""JSON Feed 1.1, by hand: a document of texts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TypedDict
from urllib.parse import urljoin

from scrm_desktop.channels.safe_json import BadJson, Json, parse, scrub

MOST = 10_000
_LONGEST = 200_000


class Head(TypedDict):
    """What is told of the feed itself."""

    title: str
    link: str
    about: str
    language: str
    author: str


def read(body: bytes, url: str) -> tuple[Head, list[dict[str, Json]]] | None:
    """The feed and its entries; ``None`` where it is none."""
    try:
        source = parse(body)
    except BadJson:
        return None
    if not isinstance(source, dict) or "jsonfeed" not in _text(source, "version"):
        return None
    items = source.get("items")
    listed = items[:MOST] if isinstance(items, list) else []
    entries = [_entry(one, url) if isinstance(one, dict) else {} for one in listed]
    head = Head(
        title=_text(source, "title"),
        link=_address(source, "home_page_url", url),
        about=_text(source, "description"),
        language=_text(source, "language"),
        author=_text(_author(source), "name"),
    )
    return head, entries


def _entry(source: dict[str, Json], base: str) -> dict[str, Json]:
    html, author = _text(source, "content_html"), _author(source)
    published, updated = _time(source, "date_published"), _time(source, "date_modified")
    number = source.get("id")
    return {
        "id": _text(source, "id") or (str(number) if isinstance(number, int | float) else ""),
        "url": _address(source, "url", base) or _address(source, "external_url", base),
        "title": _text(source, "title"),
        "title_html": False,
        "text": html or _text(source, "content_text") or _text(source, "summary"),
        "text_html": bool(html),
        "author": _text(author, "name"),
        "author_url": _address(author, "url", base),
        "published": published or updated,
        "updated": updated,
        "language": _text(source, "language"),
        "files": _files(source.get("attachments"), base),
    }


def _author(source: dict[str, Json]) -> dict[str, Json]:
    """The first author: version 1.1 has a list of them, version 1 had one."""
    authors = source.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else source.get("author")
    return first if isinstance(first, dict) else {}


def _files(value: Json, base: str) -> Json:
    found = [one for one in value[:10] if isinstance(one, dict)] if isinstance(value, list) else []
    return [
        {
            "url": _address(one, "url", base),
            "type": _text(one, "mime_type"),
            "size": one.get("size_in_bytes"),
            "title": _text(one, "title"),
        }
        for one in found
    ]


def _address(source: dict[str, Json], name: str, base: str) -> str:
    found = _text(source, name)
    try:
        return urljoin(base, found) if found else ""
    except ValueError:
        return ""


def _text(source: dict[str, Json], name: str) -> str:
    value = source.get(name)
    return scrub(value[:_LONGEST]) if isinstance(value, str) else ""


def _time(source: dict[str, Json], name: str) -> str:
    try:
        at = datetime.fromisoformat(_text(source, name))
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return ""
