"""Requests to an account's own server, which passes on those that are meant for others."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import httpx

from scrm_desktop.channels.base import HttpFactory, KeepSecret
from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.bluesky.refusals import Expired, refused
from scrm_desktop.channels.bluesky.secret import granted
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.channels.renewing import Renewing
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.tokens import Granted
from scrm_desktop.errors import BadAnswer, RemoteRefusal, SignInNeeded

CHAT = "did:web:api.bsky.chat#bsky_chat"
"""Who keeps direct messages."""
UPLOAD_DEADLINE = 300.0
Params = Sequence[tuple[str, str]]


class Xrpc:
    """One account's requests, with its session, which is renewed where it has to be."""

    def __init__(
        self, http: HttpFactory, server: str, session: Granted, keep: KeepSecret | None = None, chat: str = CHAT
    ) -> None:
        self._client, self._session, self._chat = http.client(server), session, chat
        self._renewing = Renewing(session, self._renew, keep)

    @property
    def host(self) -> str:
        """Whom we talk to, for people."""
        return self._client.base_url.netloc.decode("ascii", "replace")

    async def get(self, name: str, params: Params = (), *, chat: bool = False) -> fields.Object:
        """What a query answers."""
        return await self._call(Call(method="GET", url=path(name), params=params, refuse=refused), chat=chat)

    async def post(self, name: str, body: Mapping[str, Json], *, chat: bool = False) -> fields.Object:
        """What a procedure answers, which may be nothing."""
        return await self._call(posted(name, body), chat=chat)

    async def upload(self, data: bytes, mime: str) -> fields.Object:
        """Keep a file at the server until a record names it."""
        headers = {"Content-Type": mime}
        url = path("com.atproto.repo.uploadBlob")
        call = Call(method="POST", url=url, content=data, headers=headers, deadline=UPLOAD_DEADLINE, refuse=refused)
        return await self._call(call, chat=False)

    async def end(self) -> None:
        """Give the session back; one that is no more is given back already."""
        try:
            await self._with_refresh("com.atproto.server.deleteSession", self._session)
        except RemoteRefusal:
            return

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _call(self, call: Call, *, chat: bool) -> fields.Object:
        """A refused token is renewed, and the same is asked once more: what was refused was not done."""
        token = await self._renewing.token()
        try:
            return await self._once(call, token, chat=chat)
        except Expired:
            token = await self._renewing.token(refused=token)
        try:
            return await self._once(call, token, chat=chat)
        except Expired:
            raise SignInNeeded(host=self.host) from None

    async def _once(self, call: Call, token: str, *, chat: bool) -> fields.Object:
        headers = {**(call.headers or {}), "Authorization": f"Bearer {token}"}
        if chat:
            headers["atproto-proxy"] = self._chat
        return await answered(self._client, call, headers)

    async def _renew(self, session: Granted) -> Granted:
        """A new session for the old one's refresh token, which may be used until the new one is kept."""
        try:
            found = await self._with_refresh("com.atproto.server.refreshSession", session)
        except Expired:
            raise SignInNeeded(host=self.host) from None
        self._session = granted(found, self.host)
        return self._session

    async def _with_refresh(self, name: str, session: Granted) -> fields.Object:
        if not session.refresh_token:
            raise SignInNeeded(host=self.host)
        call = Call(method="POST", url=path(name), refuse=refused)
        return await answered(self._client, call, {"Authorization": f"Bearer {session.refresh_token}"})


async def answered(client: httpx.AsyncClient, call: Call, headers: Mapping[str, str] | None = None) -> fields.Object:
    """One request and its object; an empty answer is an empty object where something was to be done."""
    whole = Call(
        method=call.method,
        url=call.url,
        params=call.params,
        content=call.content,
        headers=headers or call.headers,
        deadline=call.deadline,
        refuse=call.refuse,
    )
    answer = await ask(client, whole)
    if not answer.body and call.method == "POST":
        return {}
    found = answer.json()
    if not isinstance(found, dict):
        raise BadAnswer("An object was expected.", host=answer.host)
    return found


def posted(name: str, body: Mapping[str, Json]) -> Call:
    """The request of a procedure."""
    headers = {"Content-Type": "application/json"}
    return Call(method="POST", url=path(name), content=json.dumps(dict(body)).encode(), headers=headers, refuse=refused)


def path(name: str) -> str:
    """Where a method is."""
    return f"/xrpc/{name}"


def now() -> str:
    """The time as records hold it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
