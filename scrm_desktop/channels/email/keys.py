"""The login for each connection: a password as it is, or an access token that is renewed when its time is over."""

from __future__ import annotations

from urllib.parse import urlsplit

from scrm_desktop.channels import tokens
from scrm_desktop.channels.base import HttpFactory, KeepSecret
from scrm_desktop.channels.email.secret import Login, checked_password, is_tokens
from scrm_desktop.channels.renewing import Renewing
from scrm_desktop.channels.tokens import Granted


class Keys:
    """One account's login; ``token_url``: where its tokens are renewed."""

    def __init__(self, user: str, secret: str, token_url: str, http: HttpFactory, keep: KeepSecret | None) -> None:
        self._user, self._token_url, self._http = user, token_url, http
        self._password = "" if is_tokens(secret) else checked_password(secret)
        self._tokens = Renewing(tokens.load(secret), self._renew, keep) if is_tokens(secret) else None
        self._given = self._refused = ""

    async def login(self) -> Login:
        """What a connection is opened with now."""
        if self._tokens is None:
            return Login(user=self._user, password=self._password)
        self._given = await self._tokens.token(self._refused)
        self._refused = ""
        return Login(user=self._user, token=self._given)

    def refused(self) -> None:
        """The server did not take the token: the next one is a new one."""
        self._refused = self._given

    async def _renew(self, granted: Granted) -> Granted:
        parts = urlsplit(self._token_url)
        async with self._http.client(f"{parts.scheme}://{parts.netloc}") as client:
            return await tokens.renew(client, parts.path, granted)
