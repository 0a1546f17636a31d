"""The smaller parts: reports, search, timelines, and what clients ask for and may find empty."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from scrm_desktop.practice import facts
from scrm_desktop.practice.api import paging
from scrm_desktop.practice.api.accounts import matching_people
from scrm_desktop.practice.api.entities import iso
from scrm_desktop.practice.api.request import not_found
from scrm_desktop.practice.api.server import Call, commit
from scrm_desktop.practice.model import Status
from scrm_desktop.practice.network import OWN_ID

CATEGORIES = ("spam", "legal", "violation", "other")


async def report(call: Call) -> Response:
    """POST /api/v1/reports."""
    network, params = call.server.network, call.params
    person = network.people.get(params.text("account_id"))
    if person is None:
        raise not_found()
    category = params.text("category", "other")
    category = category if category in CATEGORIES else "other"
    statuses = [item for item in params.many("status_ids") if item in network.statuses]
    report_id = network.next_id()
    kept = {"id": report_id, "person": person.id, "category": category, "comment": params.text("comment")[:1000]}
    network.world.reports.append(kept)
    network.changed = True
    call.server.director.acted(facts.REPORTED, person.id)
    await commit(call.server)
    return JSONResponse(
        {
            "id": report_id,
            "action_taken": False,
            "action_taken_at": None,
            "category": category,
            "comment": kept["comment"],
            "forwarded": params.flag("forward"),
            "created_at": iso(network.now()),
            "status_ids": statuses or None,
            "rule_ids": None,
            "target_account": call.server.entities.account(person),
        }
    )


async def search(call: Call) -> Response:
    """GET /api/v2/search."""
    query, kind = call.params.text("q").strip(), call.params.text("type")
    limit = call.params.number("limit", 20, most=40)
    people = matching_people(call, query)[:limit] if kind in ("", "accounts") else []
    found = _matching_statuses(call, query)[:limit] if kind in ("", "statuses") else []
    entities = call.server.entities
    return JSONResponse(
        {
            "accounts": [entities.account(person) for person in people],
            "statuses": [entities.status(status) for status in found],
            "hashtags": [],
        }
    )


def _matching_statuses(call: Call, query: str) -> list[Status]:
    network = call.server.network
    if not query:
        return []
    if query.startswith(("http://", "https://")):
        status = network.visible(query.rstrip("/").rsplit("/", 1)[-1])
        return [status] if status else []
    wanted = query.lower()
    every = reversed(network.world.statuses)
    return [status for status in every if wanted in status.text.lower() and network.is_visible(status)]


async def home(call: Call) -> Response:
    """GET /api/v1/timelines/home: ours and those whom we follow."""
    network = call.server.network
    authors = {OWN_ID, *network.world.following}
    wanted = [status for status in network.world.statuses if status.author in authors and network.is_visible(status)]
    page = paging.cut(wanted, call.params, default=20, most=40)
    return paging.answer(call, page, [call.server.entities.status(status) for status in page])


async def public(call: Call) -> Response:
    """GET /api/v1/timelines/public."""
    wanted = [status for status in call.server.network.world.statuses if status.visibility == "public"]
    page = paging.cut(wanted, call.params, default=20, most=40)
    return paging.answer(call, page, [call.server.entities.status(status) for status in page])


async def preferences(call: Call) -> Response:
    """GET /api/v1/preferences."""
    own = call.server.network.own
    return JSONResponse(
        {
            "posting:default:visibility": "public",
            "posting:default:sensitive": False,
            "posting:default:language": own.language,
            "reading:expand:media": "default",
            "reading:expand:spoilers": False,
        }
    )


async def nothing(call: Call) -> Response:
    """Lists that are always empty here: filters, follow requests, lists, announcements."""
    return JSONResponse([])
