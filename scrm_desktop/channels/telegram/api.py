"""Requests to the Bot API. The token stands in every address: none is logged, shown or stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import IO

import httpx

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.http import Answer, Call, ask
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.telegram import fields
from scrm_desktop.channels.telegram.refusals import refused, refused_file
from scrm_desktop.errors import BadAnswer

WAIT = 25
"""Seconds of a long poll."""
UPLOAD_DEADLINE = 600.0
_MARGIN = 10.0

Form = dict[str, str | list[str]]


class Api:
    """One bot's methods: reading by GET, which may be repeated, and changing by POST, which never is."""

    def __init__(self, http: HttpFactory, server: str, token: str) -> None:
        self._client = http.client(f"{server}/bot{token}/")
        self._files = http.client(f"{server}/file/bot{token}/")
        self._waiting = http.client(f"{server}/bot{token}/")
        self._waiting.timeout = httpx.Timeout(connect=10, read=WAIT + _MARGIN, write=20, pool=10)

    @property
    def host(self) -> str:
        """The server's name as people know it."""
        return self._client.base_url.netloc.decode("ascii", "replace")

    async def get(self, method: str, params: Sequence[tuple[str, str]] = ()) -> Json:
        """What a method that changes nothing answers."""
        return self._result(await ask(self._client, Call(method="GET", url=method, params=params, refuse=refused)))

    async def wait(self, method: str, params: Sequence[tuple[str, str]]) -> Json:
        """The same for a request that the server may hold for ``WAIT`` seconds."""
        deadline = WAIT + 2 * _MARGIN
        call = Call(method="GET", url=method, params=params, refuse=refused, deadline=deadline)
        return self._result(await ask(self._waiting, call))

    async def post(self, method: str, form: Mapping[str, str | list[str]]) -> Json:
        """What a method that changes something answers."""
        return self._result(await ask(self._client, Call(method="POST", url=method, form=form, refuse=refused)))

    async def send_file(self, method: str, form: Form, file: tuple[str, IO[bytes], str]) -> Json:
        """The same with a file, which the form names as ``attach://file``."""
        call = Call(method="POST", url=method, form=form, file=file, refuse=refused, deadline=UPLOAD_DEADLINE)
        return self._result(await ask(self._client, call))

    async def file(self, path: str, limit: int) -> bytes:
        """The bytes of a file whose place ``getFile`` told."""
        call = Call(method="GET", url=path, limit=limit, document=False, refuse=refused_file, deadline=UPLOAD_DEADLINE)
        return (await ask(self._files, call)).body

    async def aclose(self) -> None:
        """Close all connections."""
        for client in (self._client, self._files, self._waiting):
            await client.aclose()

    def _result(self, answer: Answer) -> Json:
        said = fields.obj(answer.json())
        if said.get("ok") is not True or "result" not in said:
            raise BadAnswer("It does not speak Telegram's language.", host=self.host)
        return said["result"]
