"""Login as Mastodon 4.3 does it: app registration, one page with one button, PKCE, state, iss, revocation."""

from __future__ import annotations

import base64
import hashlib
import html
import secrets
import time
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from scrm_desktop.practice.api.request import ApiError, Params
from scrm_desktop.practice.api.server import ALL_SCOPES, App, Grant, Server, Token, bearer, covers

OOB = "urn:ietf:wg:oauth:2.0:oob"
CODE_SECONDS = 600


async def metadata(server: Server, request: Request, params: Params) -> Response:
    """GET /.well-known/oauth-authorization-server."""
    base = server.base
    return JSONResponse(
        {
            "issuer": f"{base}/",
            "service_documentation": "https://docs.joinmastodon.org/",
            "authorization_endpoint": f"{base}/oauth/authorize",
            "token_endpoint": f"{base}/oauth/token",
            "app_registration_endpoint": f"{base}/api/v1/apps",
            "revocation_endpoint": f"{base}/oauth/revoke",
            "scopes_supported": sorted(ALL_SCOPES),
            "response_types_supported": ["code"],
            "response_modes_supported": ["query", "fragment", "form_post"],
            "grant_types_supported": ["authorization_code", "client_credentials"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": True,
        }
    )


async def register(server: Server, request: Request, params: Params) -> Response:
    """POST /api/v1/apps."""
    uris = [uri for text in params.many("redirect_uris") for uri in text.split()]
    name = params.text("client_name").strip()
    if not name or not uris:
        raise ApiError(422, "Validation failed: Application name can't be blank, Redirect URI must be an absolute URI.")
    scopes = _scopes(params.text("scopes", "read"))
    app = App(name=name, website=params.text("website"), redirect_uris=uris, scopes=scopes)
    server.apps[app.client_id] = app
    return JSONResponse(
        {
            "id": str(len(server.apps)),
            "name": app.name,
            "website": app.website or None,
            "scopes": sorted(scopes),
            "redirect_uri": "\n".join(uris),
            "redirect_uris": uris,
            "client_id": app.client_id,
            "client_secret": app.client_secret,
            "client_secret_expires_at": 0,
        }
    )


async def authorize(server: Server, request: Request, params: Params) -> Response:
    """GET /oauth/authorize shows the page; POST is its button."""
    app, redirect_uri, scopes = _check_request(server, params)
    if request.method == "GET":
        return HTMLResponse(_page(app, scopes, params))
    if params.text("decision") == "deny":
        return _back(server, redirect_uri, params, {"error": "access_denied", "error_description": "denied"})
    code = secrets.token_urlsafe(32)
    server.grants[code] = Grant(
        app=app,
        redirect_uri=redirect_uri,
        scopes=scopes,
        challenge=params.text("code_challenge"),
        expires_at=time.monotonic() + CODE_SECONDS,
    )
    if redirect_uri == OOB:
        return HTMLResponse(_frame("Your code", f'<p>Copy this code:</p><p><code id="code">{code}</code></p>'))
    return _back(server, redirect_uri, params, {"code": code})


async def token(server: Server, request: Request, params: Params) -> Response:
    """POST /oauth/token."""
    kind = params.text("grant_type")
    app = _client(server, request, params)
    if kind == "client_credentials":
        return _give(server, app, _scopes(params.text("scope", "read")) & app.scopes)
    if kind != "authorization_code":
        raise ApiError(400, "unsupported_grant_type", error_description="The grant type is not supported.")
    grant = server.grants.pop(params.text("code"), None)
    if grant is None or grant.app is not app or grant.expires_at < time.monotonic():
        raise _bad_grant()
    if params.text("redirect_uri") != grant.redirect_uri:
        raise _bad_grant()
    if grant.challenge and not _proves(params.text("code_verifier"), grant.challenge):
        raise _bad_grant()
    return _give(server, app, grant.scopes)


async def revoke(server: Server, request: Request, params: Params) -> Response:
    """POST /oauth/revoke."""
    app = _client(server, request, params)
    secret = params.text("token")
    known = server.tokens.get(secret)
    if known is not None and known.client_id != app.client_id:
        raise ApiError(403, "unauthorized_client", error_description="You are not authorized to revoke this token")
    server.tokens.pop(secret, None)
    server.hub.close(secret)
    return JSONResponse({})


async def verify_app(server: Server, request: Request, params: Params) -> Response:
    """GET /api/v1/apps/verify_credentials."""
    known = server.tokens.get(bearer(request))
    if known is None:
        raise ApiError(401, "The access token is invalid")
    return JSONResponse({"name": known.application, "website": None, "scopes": sorted(known.scopes)})


def _check_request(server: Server, params: Params) -> tuple[App, str, frozenset[str]]:
    app = server.apps.get(params.text("client_id"))
    if app is None:
        raise ApiError(401, "invalid_client", error_description="Client authentication failed: unknown client.")
    redirect_uri = params.text("redirect_uri")
    if redirect_uri not in app.redirect_uris:
        raise ApiError(400, "invalid_redirect_uri", error_description="The requested redirect uri is malformed.")
    if params.text("response_type") != "code":
        raise ApiError(400, "unsupported_response_type", error_description="The response type is not supported.")
    if params.text("code_challenge") and params.text("code_challenge_method") != "S256":
        raise ApiError(400, "invalid_code_challenge_method", error_description="The method must be S256.")
    scopes = _scopes(params.text("scope", "read"))
    if not all(covers(app.scopes, scope) for scope in scopes):
        raise ApiError(400, "invalid_scope", error_description="The requested scope is invalid or unknown.")
    return app, redirect_uri, scopes


def _client(server: Server, request: Request, params: Params) -> App:
    client_id, client_secret = params.text("client_id"), params.text("client_secret")
    header = request.headers.get("authorization", "")
    if header.lower().startswith("basic "):
        client_id, client_secret = _basic(header[6:])
    app = server.apps.get(client_id)
    if app is None or not secrets.compare_digest(app.client_secret.encode(), client_secret.encode()):
        raise ApiError(401, "invalid_client", error_description="Client authentication failed.")
    return app


def _basic(text: str) -> tuple[str, str]:
    try:
        name, _, secret = base64.b64decode(text, validate=True).decode().partition(":")
    except ValueError as error:
        raise ApiError(401, "invalid_client", error_description="Client authentication failed.") from error
    return name, secret


def _proves(verifier: str, challenge: str) -> bool:
    made = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=")
    return secrets.compare_digest(made, challenge.encode())


def _give(server: Server, app: App, scopes: frozenset[str]) -> Response:
    secret = secrets.token_urlsafe(32)
    made_at = int(time.time())
    server.tokens[secret] = Token(scopes=scopes, application=app.name, client_id=app.client_id, made_at=made_at)
    return JSONResponse(
        {"access_token": secret, "token_type": "Bearer", "scope": " ".join(sorted(scopes)), "created_at": made_at}
    )


def _back(server: Server, redirect_uri: str, params: Params, more: dict[str, str]) -> Response:
    if "state" in params:
        more = {**more, "state": params.text("state")}
    joint = "&" if "?" in redirect_uri else "?"
    return RedirectResponse(f"{redirect_uri}{joint}{urlencode({**more, 'iss': server.base + '/'})}", 302)


def _scopes(text: str) -> frozenset[str]:
    scopes = frozenset(text.split())
    if not all(scope.split(":", maxsplit=1)[0] in ALL_SCOPES for scope in scopes):
        raise ApiError(400, "invalid_scope", error_description="The requested scope is invalid or unknown.")
    return scopes


def _bad_grant() -> ApiError:
    return ApiError(
        400,
        "invalid_grant",
        error_description="The grant is invalid, expired, revoked, or was made for another client.",
    )


def _page(app: App, scopes: frozenset[str], params: Params) -> str:
    hidden = "".join(
        f'<input type="hidden" name="{html.escape(name)}" value="{html.escape(values[-1])}">'
        for name, values in params.values.items()
    )
    asked = html.escape(", ".join(sorted(scopes)))
    return _frame(
        "Practice network",
        f"<p><strong>{html.escape(app.name)}</strong> asks for access to <strong>@maisonverte</strong>.</p>"
        f'<p>It may use: {asked}.</p><form method="post" action="/oauth/authorize">{hidden}'
        '<button type="submit" name="decision" value="allow" autofocus>Authorize</button></form>',
    )


def _frame(title: str, body: str) -> str:
    style = "body{font:16px/1.5 sans-serif;max-width:32em;margin:4em auto;padding:0 1em}button{font:inherit}"
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style><h1>{title}</h1>{body}</html>"
    )
