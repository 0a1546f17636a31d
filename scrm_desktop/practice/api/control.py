"""What only the practice network has: its clock, its crisis, its debrief."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from scrm_desktop.practice.api.request import ApiError, Json, invalid, not_found
from scrm_desktop.practice.api.server import Call, commit


def _clock(call: Call) -> Json:
    return {**call.server.director.report(), "speed": call.server.heart.speed}


async def clock(call: Call) -> Response:
    """GET and POST /api/practice/clock."""
    if call.request.method == "POST":
        try:
            call.server.heart.set_speed(float(call.params.text("speed")))
        except ValueError as error:
            raise invalid("speed must be a number between 0 and 10000") from error
        await commit(call.server)
    return JSONResponse(_clock(call))


async def crisis(call: Call) -> Response:
    """POST /api/practice/crisis: now, unless one runs already."""
    if not call.server.director.start_crisis():
        raise ApiError(409, "A crisis runs already")
    await commit(call.server)
    return JSONResponse(_clock(call))


async def say(call: Call) -> Response:
    """POST /api/practice/say: put words into a customer's mouth."""
    network, params = call.server.network, call.params
    username, _, domain = params.text("customer").lstrip("@").partition("@")
    person = network.find(username, domain.lower()) or network.people.get(params.text("customer"))
    text, parent = params.text("text"), params.text("in_reply_to")
    if person is None or person is network.own or (parent and parent not in network.statuses):
        raise not_found()
    if not text.strip():
        raise invalid("Text can't be blank")
    status = network.post(
        person,
        text,
        visibility=params.text("visibility", "public"),
        in_reply_to=parent,
        warning=params.text("spoiler_text"),
        language=params.text("language"),
    )
    await commit(call.server)
    return JSONResponse(call.server.entities.status(status))


async def debrief(call: Call) -> Response:
    """GET /api/practice/debrief."""
    return JSONResponse(call.server.director.debrief())


async def new_round(call: Call) -> Response:
    """POST /api/practice/round: the next seed, the same people."""
    call.server.director.new_round()
    await commit(call.server)
    return JSONResponse(_clock(call))
