"""The table of addresses."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from scrm_desktop.practice.api import (
    accounts,
    control,
    files,
    instance,
    media,
    misc,
    notifications,
    oauth,
    statuses,
    streaming,
)
from scrm_desktop.practice.api.server import Handler, Server, endpoint, open_endpoint

V1 = "/api/v1"


def make_app(server: Server) -> Starlette:
    """The whole API over one server."""
    app = Starlette(
        routes=[*_open_routes(), *_account_routes(), *_status_routes(), *_reading_routes(), *_control_routes()],
        exception_handlers={404: _missing, 405: _missing},
    )
    app.state.server = server
    return app


async def _missing(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": "Not Found"}, 404)


def _route(method: str, path: str, handler: Handler, scope: str, limit: str = "") -> Route:
    return Route(path, endpoint(handler, scope=scope, limit=limit), methods=method.split())


def _open_routes() -> list[BaseRoute]:
    return [
        Route("/.well-known/oauth-authorization-server", open_endpoint(oauth.metadata)),
        Route("/.well-known/nodeinfo", open_endpoint(instance.nodeinfo_links)),
        Route("/nodeinfo/2.0", open_endpoint(instance.nodeinfo)),
        Route("/oauth/authorize", open_endpoint(oauth.authorize), methods=["GET", "POST"]),
        Route("/oauth/token", open_endpoint(oauth.token), methods=["POST"]),
        Route("/oauth/revoke", open_endpoint(oauth.revoke), methods=["POST"]),
        Route(f"{V1}/apps", open_endpoint(oauth.register), methods=["POST"]),
        Route(f"{V1}/apps/verify_credentials", open_endpoint(oauth.verify_app)),
        Route("/api/v2/instance", open_endpoint(instance.version_2)),
        Route(f"{V1}/instance", open_endpoint(instance.version_1)),
        Route(f"{V1}/custom_emojis", open_endpoint(instance.custom_emojis)),
        Route("/media/{id}", open_endpoint(media.serve)),
        Route("/avatars/{id}.png", open_endpoint(files.avatar)),
        Route("/emoji/{code}.png", open_endpoint(files.emoji)),
        Route("/headers/missing.png", open_endpoint(files.header)),
        Route("/@{acct}", open_endpoint(files.profile_page)),
        Route("/@{acct}/{id}", open_endpoint(files.status_page)),
        Route(f"{V1}/streaming/health", streaming.health),
        Route(f"{V1}/streaming/user", streaming.stream("user")),
        Route(f"{V1}/streaming/user/notification", streaming.stream("user:notification")),
        Route(f"{V1}/streaming/direct", streaming.stream("direct")),
        Route(f"{V1}/streaming", streaming.stream("")),
    ]


def _account_routes() -> list[BaseRoute]:
    base = f"{V1}/accounts"
    return [
        _route("GET", f"{base}/verify_credentials", accounts.verify_credentials, "profile"),
        _route("GET", f"{base}/lookup", accounts.lookup, "read:accounts"),
        _route("GET", f"{base}/search", accounts.search, "read:accounts"),
        _route("GET", f"{base}/relationships", accounts.relationships, "read:follows"),
        _route("GET", f"{base}/{{id}}", accounts.show, "read:accounts"),
        _route("GET", f"{base}/{{id}}/statuses", accounts.statuses, "read:statuses"),
        _route("GET", f"{base}/{{id}}/followers", accounts.followers, "read:accounts"),
        _route("GET", f"{base}/{{id}}/following", accounts.following, "read:accounts"),
        _route("POST", f"{base}/{{id}}/mute", accounts.mute, "write:mutes"),
        _route("POST", f"{base}/{{id}}/unmute", accounts.unmute, "write:mutes"),
        _route("POST", f"{base}/{{id}}/block", accounts.block, "write:blocks"),
        _route("POST", f"{base}/{{id}}/unblock", accounts.unblock, "write:blocks"),
        _route("POST", f"{base}/{{id}}/follow", accounts.follow, "write:follows"),
        _route("POST", f"{base}/{{id}}/unfollow", accounts.unfollow, "write:follows"),
        _route("GET", f"{V1}/mutes", accounts.muted, "read:mutes"),
        _route("GET", f"{V1}/blocks", accounts.blocked, "read:blocks"),
    ]


def _status_routes() -> list[BaseRoute]:
    base = f"{V1}/statuses"
    one = f"{base}/{{id}}"
    return [
        _route("GET", base, statuses.index, "read:statuses"),
        _route("POST", base, statuses.create, "write:statuses"),
        _route("GET", one, statuses.show, "read:statuses"),
        _route("PUT", one, statuses.edit, "write:statuses"),
        _route("DELETE", one, statuses.delete, "write:statuses", "deletes"),
        _route("GET", f"{one}/context", statuses.context, "read:statuses"),
        _route("GET", f"{one}/source", statuses.source, "read:statuses"),
        _route("GET", f"{one}/history", statuses.history, "read:statuses"),
        _route("GET", f"{one}/favourited_by", statuses.favourited_by, "read:accounts"),
        _route("GET", f"{one}/reblogged_by", statuses.reblogged_by, "read:accounts"),
        _route("POST", f"{one}/favourite", statuses.favourite, "write:favourites"),
        _route("POST", f"{one}/unfavourite", statuses.unfavourite, "write:favourites"),
        _route("POST", f"{one}/reblog", statuses.reblog, "write:statuses"),
        _route("POST", f"{one}/unreblog", statuses.unreblog, "write:statuses"),
        _route("POST", "/api/v2/media", media.upload, "write:media", "media"),
        _route("GET", f"{V1}/media/{{id}}", media.show, "write:media"),
        _route("PUT", f"{V1}/media/{{id}}", media.describe, "write:media"),
        _route("POST", f"{V1}/reports", misc.report, "write:reports"),
    ]


def _reading_routes() -> list[BaseRoute]:
    return [
        _route("GET", f"{V1}/notifications", notifications.index, "read:notifications"),
        _route("GET", f"{V1}/notifications/unread_count", notifications.unread_count, "read:notifications"),
        _route("GET", f"{V1}/notifications/{{id}}", notifications.show, "read:notifications"),
        _route("GET", f"{V1}/conversations", notifications.conversations, "read:statuses"),
        _route("POST", f"{V1}/conversations/{{id}}/read", notifications.read_conversation, "write:conversations"),
        _route("GET POST", f"{V1}/markers", notifications.markers, "read:statuses"),
        _route("GET", "/api/v2/search", misc.search, "read:search"),
        _route("GET", f"{V1}/timelines/home", misc.home, "read:statuses"),
        _route("GET", f"{V1}/timelines/public", misc.public, ""),
        _route("GET", f"{V1}/preferences", misc.preferences, "read:accounts"),
        *(
            _route("GET", f"{path}", misc.nothing, "read")
            for path in (f"{V1}/follow_requests", f"{V1}/lists", "/api/v2/filters", f"{V1}/announcements")
        ),
    ]


def _control_routes() -> list[BaseRoute]:
    base = "/api/practice"
    return [
        _route("GET POST", f"{base}/clock", control.clock, "write"),
        _route("POST", f"{base}/crisis", control.crisis, "write"),
        _route("POST", f"{base}/say", control.say, "write"),
        _route("GET", f"{base}/debrief", control.debrief, "read"),
        _route("POST", f"{base}/round", control.new_round, "write"),
    ]
