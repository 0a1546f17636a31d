"""Server-sent events, as Mastodon's streaming server sends them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse

from scrm_desktop.practice.api.hub import Hub, Listening
from scrm_desktop.practice.api.request import ApiError
from scrm_desktop.practice.api.server import permit, server_of

HEARTBEAT_SECONDS = 15.0
SCOPES = {"user": "read:statuses", "user:notification": "read:notifications", "direct": "read:statuses"}


async def health(request: Request) -> Response:
    """GET /api/v1/streaming/health."""
    return PlainTextResponse("OK")


def stream(name: str) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint of one stream; an empty name takes it from the query."""

    async def open_stream(request: Request) -> Response:
        wanted = name or request.query_params.get("stream", "")
        server = server_of(request)
        try:
            if wanted not in SCOPES:
                raise ApiError(400, "Unknown channel requested")
            secret, _ = permit(server, request, SCOPES[wanted])
        except ApiError as error:
            return JSONResponse(error.body, error.status)
        listening = server.hub.join(wanted, secret)
        headers = {"Cache-Control": "private, no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(_events(server.hub, listening), media_type="text/event-stream", headers=headers)

    return open_stream


async def _events(hub: Hub, listening: Listening) -> AsyncIterator[str]:
    try:
        yield ":)\n\n"
        while True:
            try:
                item = await asyncio.wait_for(listening.queue.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                yield ":thump\n\n"
                continue
            if item is None:
                return
            kind, payload = item
            yield f"event: {kind}\ndata: {payload}\n\n"
    finally:
        hub.leave(listening)
