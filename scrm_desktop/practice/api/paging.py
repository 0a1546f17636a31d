"""Mastodon's way through long lists: max_id, since_id, min_id, and the Link header."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar
from urllib.parse import urlencode

from starlette.responses import JSONResponse

from scrm_desktop.practice.api.request import Json, Params
from scrm_desktop.practice.api.server import Call


class HasId(Protocol):
    """Anything with an id that rises with time."""

    id: str


Item = TypeVar("Item", bound=HasId)


def cut(items: Sequence[Item], params: Params, *, default: int, most: int) -> list[Item]:
    """One page, newest first, of items that stand oldest first.

    ``min_id`` gives the page right behind an id, ``since_id`` the newest page that reaches no further back.
    """
    limit = params.number("limit", default, most=most)
    below, above = _id(params, "max_id"), max(_id(params, "since_id") or 0, _id(params, "min_id") or 0)
    fitting = [item for item in items if int(item.id) > above and (below is None or int(item.id) < below)]
    page = fitting[:limit] if "min_id" in params else fitting[-limit:]
    return page[::-1]


def answer(call: Call, page: Sequence[HasId], body: list[Json]) -> JSONResponse:
    """A page with its Link header: ``next`` goes back in time, ``prev`` forward."""
    headers: dict[str, str] = {}
    if page:
        older, newer = _url(call, "max_id", page[-1].id), _url(call, "min_id", page[0].id)
        headers["Link"] = f'<{older}>; rel="next", <{newer}>; rel="prev"'
    return JSONResponse(body, headers=headers)


def _id(params: Params, name: str) -> int | None:
    text = params.text(name)
    return int(text) if text.isdigit() else None


def _url(call: Call, name: str, value: str) -> str:
    kept = [
        (key, item)
        for key, item in call.request.query_params.multi_items()
        if key not in ("max_id", "since_id", "min_id", "access_token")
    ]
    return f"{call.server.base}{call.request.url.path}?{urlencode([*kept, (name, value)])}"
