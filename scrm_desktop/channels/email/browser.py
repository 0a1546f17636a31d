"""Signing in with the browser at a large provider, with an app that the person registered there (XOAUTH2)."""

from __future__ import annotations

import secrets
from urllib.parse import urlencode, urlsplit

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.email.keys import granted
from scrm_desktop.channels.email.providers import OAuth
from scrm_desktop.channels.email.secret import Secret
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.channels.loopback import WAIT, Expected, Loopback
from scrm_desktop.channels.oauth import Pkce
from scrm_desktop.domain.accounts import LoginHelp
from scrm_desktop.errors import BadAnswer, InputError


async def sign_in(
    oauth: OAuth,
    client_id: str,
    client_secret: str,
    address: str,
    help: LoginHelp,
    http: HttpFactory,
    *,
    wait: float = WAIT,
) -> Secret:
    """The tokens of a login; they are renewed with the same app."""
    state, pkce = secrets.token_urlsafe(32), Pkce()
    async with Loopback(Expected(state=state)) as door:
        query = {
            "response_type": "code",
            "client_id": client_id,
            "redirect_uri": door.redirect_uri,
            "scope": oauth.scopes,
            "state": state,
            "code_challenge": pkce.challenge,
            "code_challenge_method": "S256",
            "login_hint": address,
            **dict(oauth.extra),
        }
        if not await help.open_browser(f"{oauth.authorize}?{urlencode(query)}"):
            raise InputError("This login needs a browser, and none could be opened.")
        code = await door.code(wait)
        form: dict[str, str | list[str]] = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": client_id,
            "redirect_uri": door.redirect_uri,
            "code_verifier": pkce.verifier,
        }
    if client_secret:
        form["client_secret"] = client_secret
    before = Secret(client_id=client_id, client_secret=client_secret, token_url=oauth.token)
    parts = urlsplit(oauth.token)
    async with http.client(f"{parts.scheme}://{parts.netloc}") as client:
        said = (await ask(client, Call(method="POST", url=parts.path, form=form))).json()
    found = granted(said, before, parts.netloc)
    if not found.refresh:
        raise BadAnswer("It gave no token that can be renewed.", host=parts.netloc)
    return found
