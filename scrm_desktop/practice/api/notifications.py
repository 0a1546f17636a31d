"""Notifications and private conversations."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import JSONResponse, Response

from scrm_desktop.practice.api import paging
from scrm_desktop.practice.api.request import not_found
from scrm_desktop.practice.api.server import Call, commit
from scrm_desktop.practice.model import Notice, Status


def _wanted(call: Call) -> list[Notice]:
    types, exclude = call.params.many("types"), call.params.many("exclude_types")
    account = call.params.text("account_id")
    network = call.server.network
    return [
        notice
        for notice in network.world.notices
        if (not types or notice.kind in types)
        and notice.kind not in exclude
        and (not account or notice.person == account)
        and notice.person not in network.world.blocked
        and notice.person not in network.world.muted
    ]


async def index(call: Call) -> Response:
    """GET /api/v1/notifications."""
    page = paging.cut(_wanted(call), call.params, default=40, most=80)
    return paging.answer(call, page, [call.server.entities.notice(notice) for notice in page])


async def show(call: Call) -> Response:
    """GET /api/v1/notifications/:id."""
    notice = call.server.network.notices.get(call.path("id"))
    if notice is None:
        raise not_found()
    return JSONResponse(call.server.entities.notice(notice))


async def unread_count(call: Call) -> Response:
    """GET /api/v1/notifications/unread_count."""
    seen = int(call.server.network.world.markers.get("notifications", "0"))
    return JSONResponse({"count": len([notice for notice in _wanted(call) if int(notice.id) > seen][:100])})


@dataclass(slots=True)
class _Private:
    """A conversation in a list that is paged by its last message's id."""

    id: str
    last: Status


async def conversations(call: Call) -> Response:
    """GET /api/v1/conversations."""
    network = call.server.network
    newest: dict[str, Status] = {}
    for status in network.world.statuses:
        if status.visibility == "direct" and network.is_visible(status):
            newest[status.root] = status
    items = sorted((_Private(status.id, status) for status in newest.values()), key=lambda item: int(item.id))
    page = paging.cut(items, call.params, default=20, most=40)
    return paging.answer(call, page, [call.server.entities.conversation(item.last) for item in page])


async def read_conversation(call: Call) -> Response:
    """POST /api/v1/conversations/:id/read."""
    network = call.server.network
    root = call.path("id")
    thread = [status for status in network.world.statuses if status.root == root and status.visibility == "direct"]
    if not thread:
        raise not_found()
    network.world.read[root] = thread[-1].id
    network.changed = True
    await commit(call.server)
    return JSONResponse(call.server.entities.conversation(thread[-1]))


async def markers(call: Call) -> Response:
    """GET and POST /api/v1/markers."""
    network = call.server.network
    if call.request.method == "POST":
        for timeline in ("home", "notifications"):
            last = call.params.text(f"{timeline}[last_read_id]")
            if last.isdigit():
                network.world.markers[timeline] = last
        network.changed = True
        await commit(call.server)
    wanted = call.params.many("timeline") or list(network.world.markers)
    return JSONResponse(
        {
            name: {"last_read_id": value, "version": 1, "updated_at": "2024-01-01T00:00:00.000Z"}
            for name, value in network.world.markers.items()
            if name in wanted
        }
    )
