"""Requests to a site's REST API, wherever the site has it."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

import httpx

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.border import looks_like_html
from scrm_desktop.channels.http import Answer, Call, ask
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.wordpress import fields
from scrm_desktop.channels.wordpress.refusals import refused
from scrm_desktop.errors import BadAnswer

PAGE = 100
"""Comments asked for at once; WordPress gives no more."""
FIELDS = "id,post,parent,author,author_name,author_email,author_url,date_gmt,content,link,status,type"
WEB_PAGE = (
    "It is a web page, and no data: a plugin of the site (maintenance, security) or this network's own sign-in page "
    "answers in its place."
)
Params = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A part of a list, as it came; ``total``: how long the whole list is."""

    items: list[Json]
    total: int
    headers: httpx.Headers


class Api:
    """One site, asked as one user of it."""

    def __init__(self, http: HttpFactory, api: str, login: str) -> None:
        parts = urlsplit(api)
        self._path, self._query = parts.path or "/", tuple(parse_qsl(parts.query))
        token = base64.b64encode(login.encode()).decode("ascii")
        self._client = http.client(f"{parts.scheme}://{parts.netloc}", {"Authorization": f"Basic {token}"})

    @property
    def host(self) -> str:
        """The site's name as people know it."""
        return self._client.base_url.netloc.decode("ascii", "replace")

    async def get(self, route: str, params: Params = ()) -> Answer:
        """Read something."""
        return await self._ask("GET", route, params)

    async def post(self, route: str, form: Mapping[str, str | list[str]], params: Params = ()) -> Json:
        """Change something; WordPress takes POST for every change, and hosts that block other methods let it pass."""
        return (await self._ask("POST", route, params, form)).json()

    async def delete(self, route: str, params: Params = ()) -> Json:
        """Delete something."""
        return await self.post(route, {}, (*params, ("_method", "DELETE")))

    async def comments(self, params: Params, *, moderator: bool, posts: bool = False) -> Listing:
        """A list of comments: in every state for a moderator, of those that everybody sees for others.

        ``posts``: each with the post under which it stands.
        """
        asked = [*params]
        if moderator:
            asked += [("type", "all")]
            asked += [] if any(name == "status" for name, _ in params) else [("status", "any")]
        asked += [("_fields", f"{FIELDS},_links,_embedded"), ("_embed", "up")] if posts else [("_fields", FIELDS)]
        answer = await self.get("wp/v2/comments", [*asked, *_context(moderator)])
        found = answer.json()
        if not isinstance(found, list):
            raise BadAnswer("It is no list of comments.", host=self.host)
        total = answer.headers.get("x-wp-total", "")
        counted = int(total) if total.isascii() and total.isdecimal() and len(total) < 12 else None
        return Listing(found[:1000], len(found) if counted is None else counted, answer.headers)

    async def comment(self, remote_id: str, *, moderator: bool) -> fields.Object:
        """One comment; Gone where there is none (any more)."""
        params = [("_fields", FIELDS), *_context(moderator)]
        found = fields.obj((await self.get(f"wp/v2/comments/{remote_id}", params)).json())
        if fields.identifier(found) != remote_id:
            raise BadAnswer("It is another comment.", host=self.host)
        return found

    async def _ask(
        self, method: str, route: str, params: Params, form: Mapping[str, str | list[str]] | None = None
    ) -> Answer:
        query = [(name, value + route if name == "rest_route" else value) for name, value in self._query]
        path = self._path if query else self._path.rstrip("/") + "/" + route
        call = Call(method=method, url=path, params=[*query, *params], form=form, document=False, refuse=refused)
        answer = await ask(self._client, call)
        if answer.body and looks_like_html(answer.headers.get("content-type", ""), answer.body):
            raise BadAnswer(WEB_PAGE, host=answer.host)
        return answer

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()


def _context(moderator: bool) -> Params:
    return [("context", "edit")] if moderator else []
