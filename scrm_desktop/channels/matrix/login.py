"""Getting in: the homeserver of a user id, and a login of this program's own, which can be ended by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import aclosing
from urllib.parse import quote, urlsplit

import httpx

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.channels.matrix import fields
from scrm_desktop.channels.matrix.api import Api, granted_by, read_object
from scrm_desktop.channels.matrix.fields import Object
from scrm_desktop.channels.matrix.refusals import NOT_HERE, REASONS, refused
from scrm_desktop.channels.tokens import Granted, dump, load
from scrm_desktop.domain.accounts import LoginResult
from scrm_desktop.errors import (
    BadAnswer,
    CaptivePortal,
    Forbidden,
    Gone,
    InputError,
    KnownError,
    NetworkError,
    Rejected,
    SignInNeeded,
)

NO_USER = "This is no Matrix user id. It looks like @name:server.example."
NO_SERVER = "This is no address of a Matrix server. It looks like https://matrix.server.example."
NO_PASSWORD = "The password is missing."
WRONG = "The server does not know this user id with this password."
WRONG_TOKEN = "The server does not accept this access token."
NO_PASSWORDS = (
    "This server lets nobody in with a password, only through its web page. Copy an access token from another Matrix "
    "program (in Element: Settings, Help & About) and enter it as the password."
)
NOT_MATRIX = "{host} is no Matrix server. If the server has another address, enter it as “Server”."
DEVICE = "SCRM Desktop"
_USER = re.compile(r"@?([!-9;-~]{1,200}):([A-Za-z0-9.\-]{1,230}|\[[0-9A-Fa-f:]{2,45}\])(:\d{1,5})?")
_TOKENS = ("syt_", "mct_", "mat_")
"""How access tokens of the usual servers begin: one may be entered in the password's place."""
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_JSON = {"content-type": "application/json"}


async def sign_in(answers: Mapping[str, str], http: HttpFactory) -> LoginResult:
    """Log in with a user id and a password (or a token in its place)."""
    user, name = checked_user(answers.get("user", ""))
    password = answers.get("password", "")
    if not password.strip():
        raise InputError(NO_PASSWORD)
    entered = answers.get("server", "").strip()
    server = await _real_server(server_url(entered) if entered else await _discovered(name, http), http)
    async with aclosing(http.client(f"{server}/")) as client:
        if password.startswith(_TOKENS) or not await _takes_passwords(client):
            return await _by_token(server, password.strip(), http, NO_PASSWORDS)
        found = await _log_in(client, user, password)
    granted = granted_by(found, _host(server))
    return await _whole(server, fields.user(found, "user_id"), granted, http)


async def with_token(server: str, token: str, http: HttpFactory) -> LoginResult:
    """Make a login of an access token that the person already has."""
    return await _by_token(await _real_server(server_url(server), http), token, http, WRONG_TOKEN)


def checked_user(entered: str) -> tuple[str, str]:
    """The user id and the name of its server."""
    found = _USER.fullmatch(entered.strip())
    if not found:
        raise InputError(NO_USER)
    name = found[2] + (found[3] or "")
    return f"@{found[1]}:{name}", name


def server_url(entered: str) -> str:
    """The base address of a server that somebody entered; a bare name means https."""
    text = entered.strip().rstrip("/")
    if "://" not in text:
        text = _base(text)
    try:
        parts = urlsplit(text)
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
        bare = bool(parts.hostname) and not (parts.username or parts.query or parts.fragment) and parts.port != 0
    except ValueError:
        raise InputError(NO_SERVER) from None
    if not safe or not bare or not text.isascii() or not text.isprintable() or " " in text:
        raise InputError(NO_SERVER)
    return text


def _base(name: str) -> str:
    """The address of a server's name; only this computer itself may be spoken to without TLS."""
    host = name.rsplit(":", 1)[0] if not name.endswith("]") else name
    return f"{'http' if host.strip('[]') in _LOOPBACK else 'https'}://{name}"


async def _discovered(name: str, http: HttpFactory) -> str:
    """Where the server says that it can be spoken to; its own name where it says nothing."""
    base = server_url(name)
    async with aclosing(http.client(f"{base}/")) as client:
        try:
            answer = await ask(client, Call(method="GET", url=".well-known/matrix/client", refuse=refused))
            said = fields.obj(fields.obj(answer.json()).get("m.homeserver"))
        except (Gone, Forbidden, Rejected, SignInNeeded, CaptivePortal, BadAnswer):
            return base
    told = fields.text(said, "base_url", 500)
    return server_url(told) if told else base


async def _real_server(server: str, http: HttpFactory) -> str:
    """The same address, if a Matrix server answers there."""
    async with aclosing(http.client(f"{server}/")) as client:
        try:
            call = Call(method="GET", url="_matrix/client/versions", refuse=refused)
            said = fields.obj((await ask(client, call)).json())
        except NetworkError:
            raise
        except KnownError:
            said = {}
    if not fields.items(said.get("versions")):
        raise InputError(NOT_MATRIX.format(host=_host(server)))
    return server


async def _takes_passwords(client: httpx.AsyncClient) -> bool:
    answer = await ask(client, Call(method="GET", url="_matrix/client/v3/login", refuse=refused))
    flows = fields.items(fields.obj(answer.json()).get("flows"), 50)
    return any(fields.word(fields.obj(one), "type") == "m.login.password" for one in flows)


async def _log_in(client: httpx.AsyncClient, user: str, password: str) -> Object:
    content = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": user},
        "password": password,
        "refresh_token": True,
        "initial_device_display_name": DEVICE,
    }
    body = json.dumps(content).encode()
    call = Call(method="POST", url="_matrix/client/v3/login", content=body, headers=_JSON, refuse=refused)
    try:
        answer = await ask(client, call)
    except (Forbidden, SignInNeeded, Rejected) as error:
        reason = str(error.params.get("reason", ""))
        raise InputError(reason if reason in REASONS.values() and reason != NOT_HERE else WRONG) from None
    return read_object(answer.body, answer.host)


async def _by_token(server: str, token: str, http: HttpFactory, refusal: str) -> LoginResult:
    try:
        granted = load(token)
    except InputError:
        raise InputError(refusal) from None
    async with aclosing(Api(http, server, dump(granted))) as api:
        try:
            user = fields.user(await api.get("_matrix/client/v3/account/whoami"), "user_id")
        except (SignInNeeded, Forbidden):
            raise InputError(refusal) from None
    return await _whole(server, user, granted, http)


async def _whole(server: str, user: str, granted: Granted, http: HttpFactory) -> LoginResult:
    if not user:
        raise BadAnswer("It does not say who we are.", host=_host(server))
    return LoginResult(
        server=server,
        remote_id=user,
        handle=user[1:],
        display_name=await _display_name(server, user, granted, http) or user[1:].partition(":")[0],
        secret=dump(granted),
    )


async def _display_name(server: str, user: str, granted: Granted, http: HttpFactory) -> str:
    """What the account calls itself; without it, it is connected all the same."""
    async with aclosing(Api(http, server, dump(granted))) as api:
        try:
            return fields.line(await api.get(f"_matrix/client/v3/profile/{quote(user, safe='')}"), "displayname")
        except KnownError:
            return ""


def _host(server: str) -> str:
    return urlsplit(server).netloc
