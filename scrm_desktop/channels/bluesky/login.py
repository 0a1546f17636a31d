"""Getting in: a name and an app password become a session, once; the password is not kept."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.bluesky import fields, identity
from scrm_desktop.channels.bluesky.secret import granted
from scrm_desktop.channels.bluesky.xrpc import answered, posted
from scrm_desktop.channels.tokens import dump
from scrm_desktop.domain.accounts import LoginResult
from scrm_desktop.errors import BadAnswer, InputError, SignInNeeded

NO_PASSWORD = "Please enter an app password. It looks like abcd-efgh-ijkl-mnop."
WRONG = "Bluesky does not accept this name and app password together."
NO_TOKEN = "Write the name and the app password, with a space between them."


async def sign_in(answers: Mapping[str, str], http: HttpFactory) -> LoginResult:
    """Make a session with the server that keeps the account."""
    name, password = identity.identifier(answers.get("handle", "")), answers.get("password", "").strip()
    if not 0 < len(password) <= 256 or not password.isprintable() or not password.isascii():
        raise InputError(NO_PASSWORD)
    entered = answers.get("server", "").strip()
    server = identity.server_url(entered) if entered else await identity.server_of(name, http)
    async with http.client(server) as client:
        body = {"identifier": name, "password": password}
        try:
            found = await answered(client, posted("com.atproto.server.createSession", body))
        except SignInNeeded:
            raise InputError(WRONG) from None
        host = client.base_url.netloc.decode("ascii", "replace")
    did, handle = fields.did(found), fields.handle(found)
    if not did or not handle:
        raise BadAnswer("It does not say whose account it is.", host=host)
    return LoginResult(
        server=_kept_at(found, server),
        remote_id=did,
        handle=handle,
        display_name=handle,
        secret=dump(granted(found, host)),
    )


async def with_token(server: str, token: str, http: HttpFactory) -> LoginResult:
    """The same with both in one text, as the command line hands it over."""
    parts = token.split()
    if len(parts) != 2:
        raise InputError(NO_TOKEN)
    return await sign_in({"handle": parts[0], "password": parts[1], "server": server}, http)


def _kept_at(found: fields.Object, asked: str) -> str:
    """The server that the account's document names; only one on this computer may lead to another there."""
    named = identity.keeper(fields.obj(found.get("didDoc")))
    if not named or (named.startswith("http://") and not asked.startswith("http://")):
        return asked
    same = urlsplit(named).port == urlsplit(asked).port and named.startswith("http://")
    return asked if same else named
