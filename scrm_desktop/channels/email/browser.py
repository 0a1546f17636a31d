"""Signing in with the browser at a large provider, with an app that the person registered there (XOAUTH2)."""

from __future__ import annotations

from urllib.parse import urlsplit

from scrm_desktop.channels import oauth, tokens
from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.email.providers import OAuth
from scrm_desktop.channels.loopback import WAIT
from scrm_desktop.channels.oauth import Metadata
from scrm_desktop.domain.accounts import LoginHelp
from scrm_desktop.errors import BadAnswer


async def sign_in(
    provider: OAuth,
    client_id: str,
    client_secret: str,
    address: str,
    help: LoginHelp,
    http: HttpFactory,
    *,
    wait: float = WAIT,
) -> str:
    """The tokens of a login, as the keyring keeps them; they are renewed with the same app."""
    metadata = Metadata(
        issuer=provider.issuer,
        authorize=provider.authorize,
        token=provider.token,
        pkce=True,
        names_itself=False,
        scopes=frozenset(),
    )
    parts = urlsplit(provider.token)
    async with http.client(f"{parts.scheme}://{parts.netloc}") as client:
        granted = await oauth.sign_in(
            client,
            metadata,
            provider.scopes,
            oauth.registered(client_id, client_secret),
            help,
            wait=wait,
            extra={"login_hint": address, **dict(provider.extra)},
            out_of_band=False,
        )
    if not granted.refresh_token:
        raise BadAnswer("It gave no token that can be renewed.", host=parts.netloc)
    return tokens.dump(granted)
