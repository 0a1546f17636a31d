"""A double of the network: a guestbook in memory that answers as the real one does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import httpx

PASSWORD = "open-sesame-1234"
LONGEST = 280


class Book:
    """What the site holds; :meth:`answer` is its server."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self.last = 0

    def add(self, name: str, text: str, **more: Any) -> dict[str, Any]:
        """A new entry, as guests write them."""
        self.last += 1
        entry = {"id": self.last, "name": name, "text": text, "at": datetime.now(UTC).isoformat(), **more}
        self.entries.append(entry)
        return entry

    def answer(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        if request.method == "GET" and request.url.path == "/guestbook.json":
            return httpx.Response(200, json={"entries": self.entries})
        if request.headers.get("authorization") != f"Bearer {PASSWORD}":
            return httpx.Response(401, json={"error": "wrong password"})
        if request.method == "GET" and request.url.path == "/owner":
            return httpx.Response(200, json={"name": "Hotel Bellevue"})
        if request.method == "POST" and request.url.path == "/answers":
            return self._answered({name: values[0] for name, values in parse_qs(request.content.decode()).items()})
        return httpx.Response(404, json={"error": "not found"})

    def _answered(self, form: dict[str, str]) -> httpx.Response:
        known = [one for one in self.entries if one.get("key") == form["key"]]
        if known:
            return httpx.Response(200, json=known[0])
        if len(form["text"]) > LONGEST:
            return httpx.Response(422, json={"error": "too long"})
        if not any(str(one["id"]) == form["to"] for one in self.entries):
            return httpx.Response(404, json={"error": "not found"})
        made = self.add("Hotel Bellevue", form["text"], owner=True, to=int(form["to"]), key=form["key"])
        return httpx.Response(201, json=made)
