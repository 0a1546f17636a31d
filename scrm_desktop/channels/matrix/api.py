"""Requests to a homeserver with the account's token, which is renewed where it ends."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import httpx

from scrm_desktop.channels.base import HttpFactory, KeepSecret
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.channels.matrix import fields
from scrm_desktop.channels.matrix.fields import Object
from scrm_desktop.channels.matrix.refusals import is_unknown_way, refused
from scrm_desktop.channels.renewing import Renewing
from scrm_desktop.channels.safe_json import BadJson, Json, parse
from scrm_desktop.channels.tokens import AppKeys, Granted, load, usable
from scrm_desktop.errors import BadAnswer, Forbidden, Gone, Rejected, SignInNeeded

WAIT = 25
"""Seconds of a long poll."""
PATIENT = 120.0
"""Seconds that a server gets for the first /sync of an account with many rooms."""
FILE_DEADLINE = 600.0
MOST_SYNC = 50 * 1024 * 1024
"""Bytes of the first answer of /sync, in which all rooms stand."""
_MARGIN = 10.0
REFRESH = "_matrix/client/v3/refresh"
_JSON = {"content-type": "application/json"}


class Api:
    """One account's requests. A token that is not accepted is renewed once, and the request made again."""

    def __init__(self, http: HttpFactory, server: str, secret: str, keep: KeepSecret | None = None) -> None:
        self._client = http.client(f"{server}/")
        self._waiting = http.client(f"{server}/")
        self._waiting.timeout = httpx.Timeout(connect=10, read=WAIT + _MARGIN, write=20, pool=10)
        self._patient = http.client(f"{server}/")
        self._patient.timeout = httpx.Timeout(connect=10, read=PATIENT, write=20, pool=10)
        self._tokens = Renewing(load(secret), self._renew, keep)

    @property
    def host(self) -> str:
        """The server's name as people know it."""
        return self._client.base_url.netloc.decode("ascii", "replace")

    async def get(self, url: str, params: Sequence[tuple[str, str]] = (), limit: int = 10 * 1024 * 1024) -> Object:
        """What a request that changes nothing answers."""
        return self._object(await self._ask(self._client, "GET", url, params=params, limit=limit))

    async def first(self, url: str, params: Sequence[tuple[str, str]]) -> Object:
        """The same where the server has much to put together."""
        return self._object(
            await self._ask(self._patient, "GET", url, params=params, deadline=PATIENT + _MARGIN, limit=MOST_SYNC)
        )

    async def wait(self, url: str, params: Sequence[tuple[str, str]]) -> Object:
        """The same where the server may hold the answer for ``WAIT`` seconds."""
        deadline = WAIT + 2 * _MARGIN
        return self._object(
            await self._ask(self._waiting, "GET", url, params=params, deadline=deadline, limit=MOST_SYNC)
        )

    async def put(self, url: str, content: Mapping[str, Json]) -> Object:
        """What a request answers that may be repeated, because its address holds its key."""
        return self._object(await self._ask(self._client, "PUT", url, content=_dump(content), headers=_JSON))

    async def post(self, url: str, content: Mapping[str, Json] | None = None) -> Object:
        """What a request answers that changes something."""
        return self._object(await self._ask(self._client, "POST", url, content=_dump(content or {}), headers=_JSON))

    async def upload(self, name: str, mime: str, data: bytes) -> str:
        """Give the server a file; returns its ``mxc`` address."""
        url = f"_matrix/media/v3/upload?filename={quote(name, safe='')}"
        headers = {"content-type": mime}
        call = self._ask(self._client, "POST", url, content=data, headers=headers, deadline=FILE_DEADLINE)
        found = fields.word(self._object(await call), "content_uri")
        if not found.startswith("mxc://"):
            raise BadAnswer("It gave no address of the file.", host=self.host)
        return found

    async def file(self, server: str, media: str, limit: int) -> bytes:
        """A file's bytes: by the address that asks for the token, or by the older one."""
        name = f"{quote(server, safe='')}/{quote(media, safe='')}"
        try:
            return await self._file(f"_matrix/client/v1/media/download/{name}", limit)
        except (Gone, Rejected) as error:
            if not is_unknown_way(error):
                raise
            return await self._file(f"_matrix/media/v3/download/{name}", limit)

    async def _file(self, url: str, limit: int) -> bytes:
        return await self._ask(self._client, "GET", url, limit=limit, document=False, deadline=FILE_DEADLINE)

    async def aclose(self) -> None:
        """Close all connections."""
        for client in (self._client, self._waiting, self._patient):
            await client.aclose()

    async def _ask(
        self,
        client: httpx.AsyncClient,
        method: str,
        url: str,
        *,
        params: Sequence[tuple[str, str]] = (),
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        deadline: float = 30.0,
        limit: int = 10 * 1024 * 1024,
        document: bool = True,
    ) -> bytes:
        def call(token: str) -> Call:
            return Call(
                method=method,
                url=url,
                params=params,
                content=content,
                headers={**(headers or {}), "authorization": f"Bearer {token}"},
                deadline=deadline,
                limit=limit,
                document=document,
                refuse=refused,
            )

        token = await self._tokens.token()
        try:
            return (await ask(client, call(token))).body
        except SignInNeeded:
            # Refused before anything was done, so that even a message may be sent again with a new token.
            renewed = await self._tokens.token(refused=token)
            return (await ask(client, call(renewed))).body

    async def _renew(self, granted: Granted) -> Granted:
        """New tokens; the old ones stay good until the new ones are used, so that a lost answer costs nothing."""
        if not granted.refresh_token:
            raise SignInNeeded(host=self.host)
        body = _dump({"refresh_token": granted.refresh_token})
        call = Call(method="POST", url=REFRESH, content=body, headers=_JSON, refuse=refused)
        try:
            found = self._object((await ask(self._client, call)).body)
        except (Rejected, Forbidden, Gone):
            raise SignInNeeded(host=self.host) from None
        return granted_by(found, self.host, granted.refresh_token)

    def _object(self, body: bytes) -> Object:
        return read_object(body, self.host)


def read_object(body: bytes, host: str) -> Object:
    """The JSON object in an answer; BadAnswer where there is none."""
    try:
        found = parse(body)
    except BadJson as error:
        raise BadAnswer(str(error), host=host) from None
    if not isinstance(found, dict):
        raise BadAnswer("It does not speak Matrix's language.", host=host)
    return found


def granted_by(found: Object, host: str, refresh: str = "") -> Granted:
    """The tokens in an answer to a login or a renewal."""
    token, renewed = fields.text(found, "access_token", 8192), fields.text(found, "refresh_token", 8192)
    if not usable(token):
        raise BadAnswer("It gave no access token.", host=host)
    wait = fields.count(found, "expires_in_ms")
    end = datetime.now(UTC) + timedelta(milliseconds=wait) if wait and wait < 1e12 else None
    return Granted(
        access_token=token,
        keys=AppKeys(client_id="", client_secret=""),
        refresh_token=renewed if usable(renewed) else refresh,
        expires_at=end,
    )


def _dump(content: Mapping[str, Json]) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")
