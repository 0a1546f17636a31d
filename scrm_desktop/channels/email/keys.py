"""The login for each connection: a password as it is, or an access token that is renewed when its time is over."""

from __future__ import annotations

import asyncio
import time
from urllib.parse import urlsplit

from scrm_desktop.channels.base import HttpFactory, KeepSecret
from scrm_desktop.channels.email.secret import Login, Secret
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.errors import BadAnswer, Forbidden, Rejected, SignInNeeded

MARGIN = 120.0
"""Seconds before its end in which a token is not used any more."""


class Keys:
    """One account's login."""

    def __init__(self, user: str, secret: Secret, http: HttpFactory, keep: KeepSecret | None) -> None:
        self._user, self._secret, self._http, self._keep = user, secret, http, keep
        self._renewing = asyncio.Lock()

    async def login(self) -> Login:
        """What a connection is opened with now."""
        if not self._secret.by_token:
            return Login(user=self._user, password=self._secret.password)
        async with self._renewing:
            if self._secret.refresh and self._secret.expires - MARGIN < time.time():
                self._secret = await renewed(self._secret, self._http)
                if self._keep is not None:
                    await self._keep(self._secret.dump())
        return Login(user=self._user, token=self._secret.access)

    def refused(self) -> None:
        """The server did not take the token: the next one is a new one."""
        if self._secret.refresh:
            self._secret = with_expiry(self._secret, 0.0)


async def renewed(secret: Secret, http: HttpFactory) -> Secret:
    """A new access token; SignInNeeded where the login was taken back."""
    form: dict[str, str | list[str]] = {
        "grant_type": "refresh_token",
        "refresh_token": secret.refresh,
        "client_id": secret.client_id,
    }
    if secret.client_secret:
        form["client_secret"] = secret.client_secret
    parts = urlsplit(secret.token_url)
    async with http.client(f"{parts.scheme}://{parts.netloc}") as client:
        try:
            answer = await ask(client, Call(method="POST", url=parts.path, form=form))
        except (Rejected, Forbidden) as error:
            raise SignInNeeded(error.message, host=parts.netloc, reason=error.message) from None
    return granted(answer.json(), secret, parts.netloc)


def granted(said: Json, before: Secret, host: str) -> Secret:
    """The secret with what a token endpoint gave; a refresh token that is not renewed stays."""
    found = said if isinstance(said, dict) else {}
    access, refresh, lasts = found.get("access_token"), found.get("refresh_token"), found.get("expires_in")
    if not isinstance(access, str) or not access.isascii() or not access.isprintable():
        raise BadAnswer("It gave no access token.", host=host)
    seconds = float(lasts) if isinstance(lasts, int | float) and 0 < lasts < 1e7 else 3600.0
    return Secret(
        access=access,
        refresh=refresh if isinstance(refresh, str) and refresh else before.refresh,
        expires=time.time() + seconds,
        client_id=before.client_id,
        client_secret=before.client_secret,
        token_url=before.token_url,
    )


def with_expiry(secret: Secret, expires: float) -> Secret:
    """The same secret, with another end of its token."""
    return Secret(
        access=secret.access,
        refresh=secret.refresh,
        expires=expires,
        client_id=secret.client_id,
        client_secret=secret.client_secret,
        token_url=secret.token_url,
    )
