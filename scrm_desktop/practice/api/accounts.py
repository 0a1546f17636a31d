"""People: our own account, others', their posts, and what we do to them."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import JSONResponse, Response

from scrm_desktop.practice import facts
from scrm_desktop.practice.api import paging
from scrm_desktop.practice.api.request import ApiError, not_found
from scrm_desktop.practice.api.server import Call, commit
from scrm_desktop.practice.model import Person, World
from scrm_desktop.practice.network import OWN_ID


def _person(call: Call) -> Person:
    person = call.server.network.people.get(call.path("id"))
    if person is None:
        raise not_found()
    return person


async def verify_credentials(call: Call) -> Response:
    """GET /api/v1/accounts/verify_credentials."""
    return JSONResponse(call.server.entities.own_account())


async def show(call: Call) -> Response:
    """GET /api/v1/accounts/:id."""
    return JSONResponse(call.server.entities.account(_person(call)))


async def lookup(call: Call) -> Response:
    """GET /api/v1/accounts/lookup."""
    username, _, domain = call.params.text("acct").lstrip("@").partition("@")
    person = call.server.network.find(username, domain.lower())
    if person is None:
        raise not_found()
    return JSONResponse(call.server.entities.account(person))


async def search(call: Call) -> Response:
    """GET /api/v1/accounts/search."""
    limit = call.params.number("limit", 40, most=80)
    found = matching_people(call, call.params.text("q"))[:limit]
    return JSONResponse([call.server.entities.account(person) for person in found])


def matching_people(call: Call, query: str) -> list[Person]:
    """Whose name or handle holds the query."""
    wanted = query.strip().lstrip("@").lower()
    if not wanted:
        return []
    return [
        person
        for person in call.server.network.world.people
        if wanted in person.acct.lower() or wanted in person.name.lower()
    ]


async def statuses(call: Call) -> Response:
    """GET /api/v1/accounts/:id/statuses."""
    network, person, params = call.server.network, _person(call), call.params
    if params.flag("pinned"):
        return JSONResponse([])
    wanted = [
        status
        for status in network.world.statuses
        if status.author == person.id
        and network.is_visible(status)
        and not (params.flag("exclude_replies") and status.in_reply_to)
        and not (params.flag("only_media") and not status.media)
    ]
    page = paging.cut(wanted, params, default=20, most=40)
    return paging.answer(call, page, [call.server.entities.status(status) for status in page])


async def relationships(call: Call) -> Response:
    """GET /api/v1/accounts/relationships."""
    known = [item for item in call.params.many("id") if item in call.server.network.people]
    return JSONResponse([call.server.entities.relationship(item) for item in known])


async def mute(call: Call) -> Response:
    """POST /api/v1/accounts/:id/mute."""
    return await _change(call, lambda world: world.muted, add=True, fact=facts.MUTED)


async def unmute(call: Call) -> Response:
    """POST /api/v1/accounts/:id/unmute."""
    return await _change(call, lambda world: world.muted, add=False)


async def block(call: Call) -> Response:
    """POST /api/v1/accounts/:id/block."""
    return await _change(call, lambda world: world.blocked, add=True, fact=facts.BLOCKED)


async def unblock(call: Call) -> Response:
    """POST /api/v1/accounts/:id/unblock."""
    return await _change(call, lambda world: world.blocked, add=False)


async def follow(call: Call) -> Response:
    """POST /api/v1/accounts/:id/follow."""
    return await _change(call, lambda world: world.following, add=True)


async def unfollow(call: Call) -> Response:
    """POST /api/v1/accounts/:id/unfollow."""
    return await _change(call, lambda world: world.following, add=False)


async def muted(call: Call) -> Response:
    """GET /api/v1/mutes."""
    return _people(call, call.server.network.world.muted)


async def blocked(call: Call) -> Response:
    """GET /api/v1/blocks."""
    return _people(call, call.server.network.world.blocked)


async def followers(call: Call) -> Response:
    """GET /api/v1/accounts/:id/followers: ours are known, others' are not."""
    person = _person(call)
    return _people(call, call.server.network.world.followers if person.id == OWN_ID else [])


async def following(call: Call) -> Response:
    """GET /api/v1/accounts/:id/following."""
    person = _person(call)
    return _people(call, call.server.network.world.following if person.id == OWN_ID else [])


def _people(call: Call, ids: list[str]) -> Response:
    limit = call.params.number("limit", 40, most=80)
    return JSONResponse([call.server.entities.account(call.server.network.people[item]) for item in ids[:limit]])


async def _change(call: Call, of: Callable[[World], list[str]], *, add: bool, fact: str = "") -> Response:
    person = _person(call)
    if person.id == OWN_ID:
        raise ApiError(403, "This action is not allowed")
    ids = of(call.server.network.world)
    if add and person.id not in ids:
        ids.append(person.id)
        if fact:
            call.server.director.acted(fact, person.id)
    elif not add and person.id in ids:
        ids.remove(person.id)
    call.server.network.changed = True
    await commit(call.server)
    return JSONResponse(call.server.entities.relationship(person.id))
