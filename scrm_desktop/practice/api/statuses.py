"""Posts: reading, writing with idempotency keys, editing, deleting, favourites and boosts."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta

from starlette.responses import JSONResponse, Response

from scrm_desktop.practice import facts, markup
from scrm_desktop.practice.api import instance
from scrm_desktop.practice.api.request import ApiError, Params, invalid, not_found
from scrm_desktop.practice.api.server import Call, commit
from scrm_desktop.practice.model import Person, Poll, Status
from scrm_desktop.practice.network import OWN_ID

IDEMPOTENCY_SECONDS = 3600.0
VISIBILITIES = ("public", "unlisted", "private", "direct")


def _status(call: Call) -> Status:
    status = call.server.network.visible(call.path("id"))
    if status is None:
        raise not_found()
    return status


def _own(call: Call) -> Status:
    status = _status(call)
    if status.author != OWN_ID:
        raise not_found()
    return status


async def show(call: Call) -> Response:
    """GET /api/v1/statuses/:id."""
    return JSONResponse(call.server.entities.status(_status(call)))


async def index(call: Call) -> Response:
    """GET /api/v1/statuses?id[]=."""
    found = [call.server.network.visible(item) for item in call.params.many("id")[:20]]
    return JSONResponse([call.server.entities.status(status) for status in found if status is not None])


async def context(call: Call) -> Response:
    """GET /api/v1/statuses/:id/context."""
    network, entities = call.server.network, call.server.entities
    status = _status(call)
    ancestors: list[Status] = []
    parent = network.visible(status.in_reply_to)
    while parent is not None:
        ancestors.insert(0, parent)
        parent = network.visible(parent.in_reply_to)
    descendants: list[Status] = []
    waiting = network.replies(status.id)
    while waiting:
        reply = waiting.pop(0)
        descendants.append(reply)
        waiting = [*network.replies(reply.id), *waiting]
    return JSONResponse(
        {
            "ancestors": [entities.status(item) for item in ancestors],
            "descendants": [entities.status(item) for item in descendants],
        }
    )


async def source(call: Call) -> Response:
    """GET /api/v1/statuses/:id/source."""
    status = _own(call)
    return JSONResponse({"id": status.id, "text": status.text, "spoiler_text": status.warning})


async def history(call: Call) -> Response:
    """GET /api/v1/statuses/:id/history."""
    return JSONResponse(call.server.entities.history(_status(call)))


async def favourited_by(call: Call) -> Response:
    """GET /api/v1/statuses/:id/favourited_by."""
    return _people(call, _status(call).favourited_by)


async def reblogged_by(call: Call) -> Response:
    """GET /api/v1/statuses/:id/reblogged_by."""
    return _people(call, _status(call).reblogged_by)


def _people(call: Call, ids: list[str]) -> Response:
    people: list[Person] = [call.server.network.people[item] for item in reversed(ids)]
    limit = call.params.number("limit", 40, most=80)
    return JSONResponse([call.server.entities.account(person) for person in people[:limit]])


async def favourite(call: Call) -> Response:
    """POST /api/v1/statuses/:id/favourite."""
    status = _status(call)
    call.server.network.favourite(call.server.network.own, status)
    if status.author != OWN_ID:
        call.server.director.acted(facts.FAVOURITED, status.author, status.id)
    return await _changed(call, status)


async def unfavourite(call: Call) -> Response:
    """POST /api/v1/statuses/:id/unfavourite."""
    return await _take_back(call, "favourited_by")


async def reblog(call: Call) -> Response:
    """POST /api/v1/statuses/:id/reblog: the status itself, marked, as the boost's inner status."""
    status = _status(call)
    if status.visibility not in ("public", "unlisted") and status.author != OWN_ID:
        raise not_found()
    call.server.network.boost(call.server.network.own, status)
    await commit(call.server)
    inner = call.server.entities.status(status)
    account = call.server.entities.account(call.server.network.own)
    return JSONResponse({**inner, "id": f"{status.id}9", "account": account, "content": "", "reblog": inner})


async def unreblog(call: Call) -> Response:
    """POST /api/v1/statuses/:id/unreblog."""
    return await _take_back(call, "reblogged_by")


async def _take_back(call: Call, name: str) -> Response:
    status = _status(call)
    people = status.favourited_by if name == "favourited_by" else status.reblogged_by
    if OWN_ID in people:
        people.remove(OWN_ID)
    return await _changed(call, status)


async def _changed(call: Call, status: Status) -> Response:
    call.server.network.changed = True
    await commit(call.server)
    return JSONResponse(call.server.entities.status(status))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """What a client wants to be posted, checked."""

    text: str
    warning: str
    media: list[str]
    language: str
    sensitive: bool


async def create(call: Call) -> Response:
    """POST /api/v1/statuses."""
    key = (call.secret, call.request.headers.get("idempotency-key", ""))
    known = _posted_before(call, key)
    if known is not None:
        return JSONResponse(call.server.entities.status(known))
    status = _post(call)
    if key[1]:
        call.server.idempotent[key] = (time.monotonic() + IDEMPOTENCY_SECONDS, status.id)
    call.server.director.answered(status)
    await commit(call.server)
    return JSONResponse(call.server.entities.status(status))


def _posted_before(call: Call, key: tuple[str, str]) -> Status | None:
    expires, status_id = call.server.idempotent.get(key, (0.0, ""))
    return call.server.network.statuses.get(status_id) if expires > time.monotonic() else None


def _post(call: Call) -> Status:
    network, params = call.server.network, call.params
    parent_id = params.text("in_reply_to_id")
    if parent_id and network.visible(parent_id) is None:
        raise ApiError(404, "The post you are trying to reply to does not appear to exist.")
    if params.text("scheduled_at"):
        raise invalid("Scheduled posts are not part of the practice network")
    visibility = params.text("visibility", "public")
    if visibility not in VISIBILITIES:
        raise invalid("Visibility is not included in the list")
    draft = _draft(call, used_by="")
    return network.post(
        network.own,
        draft.text,
        visibility=visibility,
        in_reply_to=parent_id,
        warning=draft.warning,
        language=draft.language,
        sensitive=draft.sensitive,
        media=draft.media,
        poll=_poll(call, draft),
        application=call.token.application,
    )


def _draft(call: Call, *, used_by: str) -> _Draft:
    params = call.params
    text, warning = params.text("status").strip(), params.text("spoiler_text").strip()
    media = params.many("media_ids")
    if not text and not media and not warning:
        raise invalid("Text can't be blank")
    if markup.count(text, warning) > instance.MAX_CHARACTERS:
        raise invalid(f"Text character limit of {instance.MAX_CHARACTERS} exceeded")
    _check_media(call, media, used_by)
    language = params.text("language").split("-", maxsplit=1)[0]
    return _Draft(text=text, warning=warning, media=media, language=language, sensitive=params.flag("sensitive"))


def _check_media(call: Call, media: list[str], used_by: str) -> None:
    if len(media) > instance.MAX_MEDIA:
        raise invalid(f"Cannot attach more than {instance.MAX_MEDIA} files")
    known = [call.server.network.media.get(item) for item in media]
    if any(item is None or item.used_by not in ("", used_by) for item in known):
        raise invalid("Media attachments not found")
    if len(media) > 1 and any(item and not item.mime.startswith("image/") for item in known):
        raise invalid("Cannot attach a video to a post that already contains images")
    if any(call.server.ready_at.get(item, 0.0) > time.monotonic() for item in media):
        raise invalid("Cannot attach files that have not finished processing. Try again in a moment!")


def _poll(call: Call, draft: _Draft) -> Poll | None:
    params: Params = call.params
    options = params.many("poll[options]")
    if not options:
        return None
    if draft.media:
        raise invalid("Cannot attach a poll to a post with media")
    if not 2 <= len(options) <= instance.MAX_OPTIONS:
        raise invalid(f"Options can't be fewer than 2 or more than {instance.MAX_OPTIONS}")
    if any(len(option) > instance.MAX_OPTION_CHARACTERS for option in options):
        raise invalid(f"Options can't be longer than {instance.MAX_OPTION_CHARACTERS} characters each")
    seconds = params.number("poll[expires_in]", 86_400, most=2_629_746)
    ends = call.server.network.now() + timedelta(seconds=seconds)
    return Poll(options=options, votes=[0] * len(options), expires_at=ends, multiple=params.flag("poll[multiple]"))


async def edit(call: Call) -> Response:
    """PUT /api/v1/statuses/:id."""
    status = _own(call)
    draft = _draft(call, used_by=status.id)
    _describe_media(call, status)
    media = draft.media if call.params.many("media_ids") else None
    call.server.network.edit(status, draft.text, warning=draft.warning, language=draft.language, media=media)
    call.server.director.edited(status)
    await commit(call.server)
    return JSONResponse(call.server.entities.status(status))


def _describe_media(call: Call, status: Status) -> None:
    names = call.params.many("media_attributes[][id]")
    texts = call.params.many("media_attributes[][description]")
    for media_id, text in zip(names, texts, strict=False):
        if media_id in status.media:
            call.server.network.media[media_id].description = text


async def delete(call: Call) -> Response:
    """DELETE /api/v1/statuses/:id: what was there, with its source."""
    status = _own(call)
    body = {**call.server.entities.status(status), "text": status.text}
    call.server.director.deleted(status)
    call.server.network.delete(status)
    await commit(call.server)
    return JSONResponse(body)
