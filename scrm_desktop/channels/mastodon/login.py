"""Getting in: the server's name, an app made for this login, the browser, and what is kept of it all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from scrm_desktop.channels import oauth
from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.hosts import is_loopback
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.channels.loopback import WAIT
from scrm_desktop.channels.mastodon import fields
from scrm_desktop.channels.mastodon.api import Api
from scrm_desktop.channels.mastodon.instance import discover
from scrm_desktop.channels.mastodon.people import profile
from scrm_desktop.channels.oauth import Metadata, Register
from scrm_desktop.channels.safe_json import BadJson, parse
from scrm_desktop.channels.tokens import AppKeys, usable
from scrm_desktop.domain.accounts import LoginHelp, LoginResult
from scrm_desktop.errors import BadAnswer, Forbidden, Gone, InputError, Rejected, Unsupported

APP_NAME = "SCRM Desktop"
SCOPES = (
    "read:accounts",
    "read:notifications",
    "read:statuses",
    "write:blocks",
    "write:favourites",
    "write:media",
    "write:mutes",
    "write:reports",
    "write:statuses",
)
"""Exactly what the channel uses: nothing of follows, lists, filters, searches or the profile."""


def server_url(entered: str) -> str:
    """The base address that somebody means by ``mastodon.social``, ``@me@mastodon.social`` or a whole URL.

    Raises InputError; plain http is for loopback only.
    """
    text = entered.strip()
    if "://" not in text:
        text = "https://" + text.rsplit("@", 1)[-1]
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host.encode("idna").decode() if not host.isascii() else host
    except (ValueError, UnicodeError):
        raise InputError(f"“{entered.strip()}” is no server's name.") from None
    if parts.scheme not in ("https", "http") or not host or parts.username or any(c.isspace() for c in host):
        raise InputError(f"“{entered.strip()}” is no server's name.")
    if parts.scheme == "http" and not is_loopback(host):
        raise InputError("Only https is safe. Please enter the server's name without http://.")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Secret:
    """What the keyring keeps of a login; the app's keys are needed to give it back."""

    token: str
    client_id: str = ""
    client_secret: str = ""

    def dump(self) -> str:
        """As one text."""
        if not self.client_id:
            return self.token
        return json.dumps({"token": self.token, "client_id": self.client_id, "client_secret": self.client_secret})

    @classmethod
    def load(cls, text: str) -> Secret:
        """From that text, or from a bare token."""
        text = text.strip()
        try:
            found = fields.obj(parse(text) if text.startswith("{") else {"token": text})
        except BadJson:
            found = fields.obj(None)
        token = fields.text(found, "token", 10_000)
        if not usable(token):
            raise InputError("This is no access token.")
        client_id, client_secret = fields.text(found, "client_id", 500), fields.text(found, "client_secret", 500)
        return cls(token=token, client_id=client_id, client_secret=client_secret)


async def sign_in(entered: str, help: LoginHelp, http: HttpFactory, *, wait: float = WAIT) -> LoginResult:
    """The whole login in the browser."""
    server = server_url(entered)
    async with http.client(server) as client:
        metadata = await oauth.discover(client)
        scopes = " ".join(allowed(metadata))
        granted = await oauth.sign_in(client, metadata, scopes, _register(client, scopes), help, wait=wait)
    keys = granted.keys
    secret = Secret(token=granted.access_token, client_id=keys.client_id, client_secret=keys.client_secret)
    return await identify(server, secret, http)


def allowed(metadata: Metadata) -> tuple[str, ...]:
    """Our scopes; where a server does not know a fine one, the coarse one that holds it."""
    if not metadata.scopes:
        return SCOPES
    wanted = [one if one in metadata.scopes else one.partition(":")[0] for one in SCOPES]
    return tuple(dict.fromkeys(wanted))


def _register(client: httpx.AsyncClient, scopes: str) -> Register:
    async def register(redirect_uri: str) -> AppKeys:
        form: dict[str, str | list[str]] = {
            "client_name": APP_NAME,
            "redirect_uris": redirect_uri,
            "scopes": scopes,
        }
        try:
            answer = await ask(client, Call(method="POST", url="/api/v1/apps", form=form))
        except Gone:
            raise Unsupported(f"{client.base_url.host} does not speak Mastodon's language.") from None
        found = fields.obj(answer.json())
        keys = AppKeys(
            client_id=fields.text(found, "client_id", 500), client_secret=fields.text(found, "client_secret", 500)
        )
        if not keys.client_id:
            raise BadAnswer("It did not register this program.", host=answer.host)
        return keys

    return register


async def with_token(entered: str, token: str, http: HttpFactory) -> LoginResult:
    """A login of a token that the person made on the server's own pages."""
    return await identify(server_url(entered), Secret.load(token), http)


async def identify(server: str, secret: Secret, http: HttpFactory) -> LoginResult:
    """Whose token this is; its handle carries the server's own name for itself."""
    client = http.client(server, {"Authorization": f"Bearer {secret.token}"})
    async with client:
        api = Api(client)
        account = await api.check_token()
        domain = urlsplit(server).netloc
        try:
            told = (await discover(api, server)).domain
            domain = told if told and not any(c.isspace() or c in "/@" for c in told) else domain
        except (BadAnswer, Forbidden, Rejected):
            pass  # the address serves as the name
    found = profile(account, domain)
    if found is None:
        raise BadAnswer("It does not say whose login this is.", host=domain)
    return LoginResult(
        server=server,
        remote_id=found.remote_id,
        handle=found.handle,
        display_name=found.display_name,
        secret=secret.dump(),
    )


async def revoke(secret: Secret, server: str, http: HttpFactory) -> None:
    """Give the token back; one that the person made on the server's pages stays theirs."""
    if not secret.client_id:
        return
    form: dict[str, str | list[str]] = {
        "client_id": secret.client_id,
        "client_secret": secret.client_secret,
        "token": secret.token,
    }
    async with http.client(server) as client:
        try:
            await ask(client, Call(method="POST", url="/oauth/revoke", form=form, document=False))
        except (Gone, Forbidden, Rejected):
            raise Unsupported(
                f"{client.base_url.host} can't take a login back. Please end it on the server's own pages."
            ) from None
