"""Uploads: accepted at once, ready a moment later, served to anybody who knows the address."""

from __future__ import annotations

import struct
import time

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from scrm_desktop.practice.api import instance
from scrm_desktop.practice.api.request import ApiError, Params, invalid, not_found
from scrm_desktop.practice.api.server import Call, Server, commit
from scrm_desktop.practice.model import Media

WORK_SECONDS = 0.25


async def upload(call: Call) -> Response:
    """POST /api/v2/media: 202, and the file is ready a moment later."""
    file = call.params.files.get("file")
    if file is None:
        raise invalid("File can't be blank")
    data = await file.read()
    mime = sniff(data)
    if mime is None:
        raise invalid("File content type is invalid")
    if len(data) > (instance.IMAGE_LIMIT if mime.startswith("image/") else instance.VIDEO_LIMIT):
        raise ApiError(413, "Payload Too Large")
    description = _description(call)
    width, height = dimensions(data, mime)
    media = call.server.network.add_media(mime=mime, description=description, width=width, height=height)
    await call.server.room.put(media.id, data)
    call.server.ready_at[media.id] = time.monotonic() + WORK_SECONDS
    await commit(call.server)
    return JSONResponse(call.server.entities.attachment(media, ready=False), 202)


async def show(call: Call) -> Response:
    """GET /api/v1/media/:id: 206 while it is worked on."""
    media = _media(call)
    ready = call.server.ready_at.get(media.id, 0.0) <= time.monotonic()
    return JSONResponse(call.server.entities.attachment(media, ready=ready), 200 if ready else 206)


async def describe(call: Call) -> Response:
    """PUT /api/v1/media/:id."""
    media = _media(call)
    if "description" in call.params:
        media.description = _description(call)
    call.server.network.changed = True
    await commit(call.server)
    return JSONResponse(call.server.entities.attachment(media))


async def serve(server: Server, request: Request, params: Params) -> Response:
    """GET /media/:id: the file itself."""
    media = server.network.media.get(request.path_params["id"])
    data = await server.room.get(media) if media else None
    if media is None or data is None:
        raise not_found()
    return Response(data, media_type=media.mime, headers={"X-Content-Type-Options": "nosniff"})


def _media(call: Call) -> Media:
    media = call.server.network.media.get(call.path("id"))
    if media is None or media.photo:
        raise not_found()
    return media


def _description(call: Call) -> str:
    text = call.params.text("description")
    if len(text) > instance.DESCRIPTION_LIMIT:
        raise invalid(f"Description is too long (maximum is {instance.DESCRIPTION_LIMIT} characters)")
    return text


def sniff(data: bytes) -> str | None:
    """What a file is, by its first bytes; never by its name."""
    starts = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
    starts |= {b"OggS": "audio/ogg", b"ID3": "audio/mpeg", b"\xff\xfb": "audio/mpeg", b"\x1a\x45\xdf\xa3": "video/webm"}
    for start, mime in starts.items():
        if data.startswith(start):
            return mime
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "video/mp4" if data[4:8] == b"ftyp" else None


def dimensions(data: bytes, mime: str) -> tuple[int, int]:
    """Width and height of a PNG or GIF; (0, 0) for what would need a decoder."""
    if mime == "image/png" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if mime == "image/gif" and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    return 0, 0
