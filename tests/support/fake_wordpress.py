"""A WordPress site in memory: its REST API as far as comments go, with the refusals of the real one.

What it answers was compared with WordPress 6.1 (tests/servers/test_wordpress.py runs against that one).
"""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

import httpx

SITE = "https://bakery.example"
LOGIN = "maud:abcdEFGH1234ijklMNOP6789"
UUID = "6d1d2c9f-0b1a-4a65-8d5a-000000000001"
US, LONGEST = 1, 65_525
TITLE = "Bread &#8211; and butter"
RIGHTS = {"moderate_comments": True, "edit_posts": True}


class No(Exception):
    """A refusal, as WordPress words it."""

    def __init__(self, status: int, code: str, message: str = "No.") -> None:
        super().__init__(code)
        self.status, self.code, self.message = status, code, message


class FakeWordPress:
    """One site with one post; ``page``: how many comments it gives at most at once."""

    def __init__(self, *, page: int = 100) -> None:
        self.page = page
        self.comments: dict[int, dict[str, Any]] = {}
        self.last = 0
        self.now: datetime | None = None
        self.rights: dict[str, bool] = dict(RIGHTS)
        self.open, self.passwords, self.flood = True, True, False
        self.front = f'<html><head><link rel="https://api.w.org/" href="{SITE}/wp-json/" /></head></html>'
        self.link = f'<{SITE}/wp-json/>; rel="https://api.w.org/"'
        self.requests: list[httpx.Request] = []

    # -- what people do there -----------------------------------------------------------------------
    def write(self, text: str, *, name: str = "Anna", **more: Any) -> dict[str, Any]:
        """Somebody comments; by default a visitor whose comment is approved."""
        self.last += 1
        at = self.now or datetime.now(UTC)
        made = {
            "id": self.last,
            "post": 1,
            "parent": 0,
            "author": 0,
            "author_name": name,
            "author_email": f"{name.lower()}@example.org",
            "author_url": "",
            "date_gmt": at.strftime("%Y-%m-%dT%H:%M:%S"),
            "content": {"rendered": f"<p>{text}</p>\n", "raw": text},
            "link": f"{SITE}/?p=1#comment-{self.last}",
            "status": "approved",
            "type": "comment",
            **more,
        }
        self.comments[self.last] = made
        return made

    # -- its server ---------------------------------------------------------------------------------
    def answer(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        self.requests.append(request)
        date = {"date": datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")}
        try:
            found = self._route(request)
        except No as no:
            said = {"code": no.code, "message": no.message, "data": {"status": no.status}}
            return httpx.Response(no.status, json=said, headers=date)
        if isinstance(found, httpx.Response):
            return found
        if isinstance(found, tuple):
            return httpx.Response(200, json=found[0], headers={**date, "x-wp-total": str(found[1])})
        return httpx.Response(201 if request.method == "POST" else 200, json=found, headers=date)

    def _route(self, request: httpx.Request) -> Any:
        asked = dict(parse_qsl(request.url.query.decode()))
        path = asked.pop("rest_route", "") or request.url.path.removeprefix("/wp-json")
        if request.url.path == "/" and "rest_route" not in request.url.params:
            return httpx.Response(200, text=self.front, headers={"link": self.link} if self.link else {})
        if path in ("", "/"):
            return {"name": "Acme Bakery", "namespaces": ["oembed/1.0", "wp/v2"]}
        self._check_login(request)
        method = asked.pop("_method", request.method)
        form = dict(parse_qsl(request.content.decode(), keep_blank_values=True))
        if path == "/wp/v2/users/me":
            return self._me(asked)
        if path.startswith("/wp/v2/users/me/application-passwords"):
            return self._passwords(path, method)
        if path == "/wp/v2/comments":
            return self._create(form) if method == "POST" else self._list(asked)
        found = re.fullmatch(r"/wp/v2/comments/(\d+)", path)
        if found is None:
            raise No(404, "rest_no_route")
        return self._one(int(found[1]), method, asked, form)

    def _check_login(self, request: httpx.Request) -> None:
        told = request.headers.get("authorization", "").removeprefix("Basic ")
        if base64.b64decode(told).decode() != LOGIN or not self.passwords:
            raise No(401, "incorrect_password", "The provided password is an invalid application password.")

    def _me(self, asked: dict[str, str]) -> Any:
        found: dict[str, Any] = {"id": US, "name": "Maud Baker", "slug": "maud"}
        return found | ({"capabilities": self.rights} if asked.get("context") == "edit" else {})

    def _passwords(self, path: str, method: str) -> Any:
        if path.endswith("/introspect"):
            return {"uuid": UUID, "name": "SCRM Desktop"}
        if not path.endswith(UUID) or method != "DELETE":
            raise No(404, "rest_application_password_not_found")
        self.passwords = False
        return {"deleted": True}

    def _may(self, right: str, code: str) -> None:
        if not self.rights.get(right):
            raise No(403, code)

    def _list(self, asked: dict[str, str]) -> tuple[list[Any], int]:
        if asked.get("context") == "edit":
            self._may("moderate_comments", "rest_forbidden_context")
        if {"status", "author", "type"} & asked.keys():
            self._may("edit_posts", "rest_forbidden_param")
        status = asked.get("status", "approve")
        found = [one for one in self.comments.values() if status == "any" or one["status"].startswith(status)]
        if asked.get("type", "comment") != "all":
            found = [one for one in found if one["type"] == "comment"]
        for name in ("author", "parent"):
            if name in asked:
                found = [one for one in found if str(one[name]) == asked[name]]
        if "include" in asked:
            found = [one for one in found if str(one["id"]) in asked["include"].split(",")]
        found = [one for one in found if _within(one, asked)]
        by_id = asked.get("orderby", "date_gmt") == "id"
        found.sort(key=lambda one: (0 if by_id else one["date_gmt"], one["id"]), reverse=asked.get("order") != "asc")
        begin = int(asked.get("offset", "0"))
        part = found[begin : begin + min(int(asked["per_page"]), self.page)]
        return [self._shown(one, asked) for one in part], len(found)

    def _shown(self, one: dict[str, Any], asked: dict[str, str]) -> dict[str, Any]:
        shown = {**one}
        if asked.get("context") != "edit":
            shown.pop("author_email")
            shown["content"] = {"rendered": one["content"]["rendered"]}
        if "up" in asked.get("_embed", ""):
            shown["_embedded"] = {"up": [{"id": 1, "title": {"rendered": TITLE}}]}
        return shown

    def _create(self, form: dict[str, str]) -> Any:
        if not self.open:
            raise No(403, "rest_comment_closed", "Sorry, comments are closed for this item.")
        if self.flood:
            raise No(400, "comment_flood", "You are posting comments too quickly. Slow down.")
        if len(form["content"].encode()) > LONGEST:
            raise No(400, "comment_content_column_length")
        text, parent = form["content"].strip(), int(form["parent"])
        for one in self.comments.values():
            same = (one["author"], one["parent"], one["content"]["raw"]) == (US, parent, text)
            if same and one["status"] != "trash":
                raise No(409, "comment_duplicate", "Duplicate comment detected.")
        status = "approved" if self.rights.get("moderate_comments") else "hold"
        made = self.write(text, name="Maud", author=US, parent=parent, status=status)
        return self._shown(made, {"context": "edit"})

    def _one(self, remote_id: int, method: str, asked: dict[str, str], form: dict[str, str]) -> Any:
        if remote_id not in self.comments:
            raise No(404, "rest_comment_invalid_id", "Invalid comment ID.")
        one = self.comments[remote_id]
        if asked.get("context") == "edit":
            self._may("moderate_comments", "rest_forbidden_context")
        if method == "GET":
            if one["status"] != "approved":
                self._may("moderate_comments", "rest_cannot_read")
            return self._shown(one, asked)
        self._may("moderate_comments", "rest_cannot_edit")
        if method == "DELETE":
            if asked.get("force") == "true":
                del self.comments[remote_id]
            return {"deleted": True}
        if "status" in form:
            if form["status"] == one["status"]:
                raise No(500, "rest_comment_failed_edit", "Updating comment status failed.")
            one["status"] = form["status"]
        if "content" in form:
            one["content"] = {"raw": form["content"], "rendered": f"<p>{form['content']}</p>"}
        return self._shown(one, asked)


def _within(one: dict[str, Any], asked: dict[str, str]) -> bool:
    at = datetime.fromisoformat(one["date_gmt"]).replace(tzinfo=UTC)
    after = datetime.fromisoformat(asked.get("after", "1970-01-01T00:00:00Z"))
    before = datetime.fromisoformat(asked.get("before", "2200-01-01T00:00:00Z"))
    return after < at < before
