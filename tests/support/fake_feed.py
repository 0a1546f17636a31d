"""A site with feeds, in memory: RSS, Atom and JSON Feed, with ETags, redirects and pages that name their feed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

import httpx


@dataclass(slots=True)
class Item:
    """One article."""

    guid: str
    text: str
    at: datetime | None
    title: str = ""
    author: str = "Ada Lovelace"
    updated: datetime | None = None


@dataclass(slots=True)
class Site:
    """What the site holds; ``answer`` is its server. ``plans``: what a path answers instead of its feed."""

    title: str = "Bakery news"
    items: list[Item] = field(default_factory=list[Item])
    headers: dict[str, str] = field(default_factory=dict[str, str])
    plans: dict[str, Callable[[httpx.Request], httpx.Response]] = field(
        default_factory=dict[str, Callable[[httpx.Request], httpx.Response]]
    )
    asked: list[httpx.Request] = field(default_factory=list[httpx.Request])
    etags: bool = True
    most: int = 20

    def add(self, text: str, *, dated: bool = True, at: datetime | None = None, **more: str) -> Item:
        """A new article, as it is published."""
        number = len(self.items) + 1
        when = at or (datetime.now(UTC) if dated else None)
        made = Item(guid=f"https://bakery.example/{number}", text=text, at=when, **more)
        self.items.append(made)
        return made

    def answer(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        self.asked.append(request)
        plan = self.plans.get(request.url.path)
        if plan is not None:
            return plan(request)
        makers = {"/": self.rss, "/feed": self.rss, "/atom": self.atom, "/json": self.json}
        maker = makers.get(request.url.path)
        if maker is None:
            return httpx.Response(404, text="nothing here")
        kind, body = maker()
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.etags and request.headers.get("if-none-match") == etag:
            return httpx.Response(304, headers={"etag": etag})
        tags = {"etag": etag} if self.etags else {}
        return httpx.Response(200, headers={"content-type": kind, **tags, **self.headers}, content=body)

    def newest(self) -> list[Item]:
        """Newest first, as feeds do."""
        return self.items[::-1][: self.most]

    def rss(self) -> tuple[str, bytes]:
        """RSS 2.0."""
        items = "".join(
            f"<item><guid>{escape(one.guid)}</guid><link>{escape(one.guid)}</link><title>{escape(one.title)}</title>"
            f"<description>{escape(one.text)}</description><dc:creator>{escape(one.author)}</dc:creator>"
            + (f"<pubDate>{format_datetime(one.at)}</pubDate>" if one.at else "")
            + "</item>"
            for one in self.newest()
        )
        head = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        return "application/rss+xml", f"{head}<title>{escape(self.title)}</title>{items}</channel></rss>".encode()

    def atom(self) -> tuple[str, bytes]:
        """Atom 1.0."""
        items = "".join(
            f'<entry><id>{escape(one.guid)}</id><link href="{escape(one.guid)}"/><title>{escape(one.title)}</title>'
            f'<content type="html">{escape(one.text)}</content><author><name>{escape(one.author)}</name></author>'
            + (f"<published>{one.at.isoformat()}</published>" if one.at else "")
            + (f"<updated>{one.updated.isoformat()}</updated>" if one.updated else "")
            + "</entry>"
            for one in self.newest()
        )
        head = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(self.title)}</title>'
        return "application/atom+xml", f"{head}{items}</feed>".encode()

    def json(self) -> tuple[str, bytes]:
        """JSON Feed 1.1."""
        items = [
            {
                "id": one.guid,
                "url": one.guid,
                "title": one.title,
                "content_html": one.text,
                "authors": [{"name": one.author}],
                **({"date_published": one.at.isoformat()} if one.at else {}),
            }
            for one in self.newest()
        ]
        whole = {"version": "https://jsonfeed.org/version/1.1", "title": self.title, "items": items}
        return "application/feed+json", json.dumps(whole).encode()
