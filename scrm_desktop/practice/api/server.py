"""What the endpoints share: the network, the story, the tokens, the limits, the streams."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import cast

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from scrm_desktop.practice.api.entities import Entities
from scrm_desktop.practice.api.hub import Hub
from scrm_desktop.practice.api.limits import Limiter
from scrm_desktop.practice.api.request import ApiError, Params, read_params
from scrm_desktop.practice.director import Director
from scrm_desktop.practice.heart import Heart
from scrm_desktop.practice.keep import Keeper, MediaRoom
from scrm_desktop.practice.network import Network

ALL_SCOPES = frozenset({"read", "write", "follow", "push", "profile"})
FOLLOW_SCOPES = frozenset({"write:mutes", "write:blocks", "write:follows", "read:mutes", "read:blocks", "read:follows"})


@dataclass(slots=True, kw_only=True)
class App:
    """A client that registered itself."""

    name: str
    website: str
    redirect_uris: list[str]
    scopes: frozenset[str]
    client_id: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    client_secret: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)


@dataclass(slots=True, kw_only=True)
class Grant:
    """A code that was given out and not yet turned into a token."""

    app: App
    redirect_uri: str
    scopes: frozenset[str]
    challenge: str
    expires_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """Who may do what; the secret itself is only the key it is found by."""

    scopes: frozenset[str]
    application: str
    client_id: str = ""
    made_at: int = 0


@dataclass(slots=True, kw_only=True)
class Server:
    """Everything one running practice network consists of."""

    base: str
    network: Network
    entities: Entities
    director: Director
    heart: Heart
    hub: Hub
    limiter: Limiter
    keeper: Keeper
    room: MediaRoom
    apps: dict[str, App] = field(default_factory=dict[str, App])
    grants: dict[str, Grant] = field(default_factory=dict[str, Grant], repr=False)
    tokens: dict[str, Token] = field(default_factory=dict[str, Token], repr=False)
    ready_at: dict[str, float] = field(default_factory=dict[str, float])
    idempotent: dict[tuple[str, str], tuple[float, str]] = field(
        default_factory=dict[tuple[str, str], tuple[float, str]], repr=False
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request, read and allowed."""

    server: Server
    request: Request
    params: Params
    token: Token
    secret: str = field(repr=False)

    def path(self, name: str) -> str:
        """A part of the path."""
        return cast("str", self.request.path_params[name])


Handler = Callable[[Call], Awaitable[Response]]


def server_of(request: Request) -> Server:
    """The server that a request came to."""
    return cast("Server", request.app.state.server)


def bearer(request: Request) -> str:
    """The access token of a request, wherever it stands."""
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and secret.strip():
        return secret.strip()
    return request.query_params.get("access_token", "")


def permit(server: Server, request: Request, scope: str) -> tuple[str, Token]:
    """The token of a request; 401 without a valid one, 403 where it does not reach so far."""
    secret = bearer(request)
    token = server.tokens.get(secret)
    if not secret:
        raise ApiError(401, "This method requires an authenticated user")
    if token is None:
        raise ApiError(401, "The access token is invalid")
    if not covers(token.scopes, scope):
        raise ApiError(403, "This action is outside the authorized scopes")
    return secret, token


def covers(scopes: frozenset[str], scope: str) -> bool:
    """Whether granted scopes include one that is asked for; the broad ones include their parts."""
    return (
        not scope
        or (scope == "profile" and not scopes.isdisjoint({"read", "read:accounts"}))
        or scope in scopes
        or scope.split(":", maxsplit=1)[0] in scopes
        or ("follow" in scopes and scope in FOLLOW_SCOPES)
    )


def endpoint(handler: Handler, *, scope: str, limit: str = "") -> Callable[[Request], Awaitable[Response]]:
    """Wrap a handler with the token, the limits, the story's time and Mastodon's way of saying no."""

    async def answer(request: Request) -> Response:
        server = server_of(request)
        headers: dict[str, str] = {}
        try:
            secret, token = permit(server, request, scope)
            headers = server.limiter.take(secret)
            if limit and request.method in ("POST", "DELETE"):
                headers = server.limiter.take(secret, limit)
            server.director.catch_up()
            call = Call(server=server, request=request, params=await read_params(request), token=token, secret=secret)
            response = await handler(call)
        except ApiError as error:
            return JSONResponse(error.body, error.status, headers={**headers, **error.headers})
        response.headers.update(headers)
        return response

    return answer


def open_endpoint(
    handler: Callable[[Server, Request, Params], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
    """Wrap a handler that needs no token."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(server_of(request), request, await read_params(request))
        except ApiError as error:
            return JSONResponse(error.body, error.status, headers=error.headers)

    return answer


async def commit(server: Server) -> None:
    """Keep what was changed before the answer leaves, and let the story go on from there."""
    server.heart.wake()
    await server.keeper.flush()
