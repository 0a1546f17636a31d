"""Mastodon's endpoints, one short method each: requests in, raw JSON out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO
from urllib.parse import parse_qs, quote, urlsplit

import httpx

from scrm_desktop.channels.http import DEADLINE, Answer, Call, ask, origin
from scrm_desktop.channels.mastodon import fields
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.errors import BadAnswer, Gone, Rejected, SignInNeeded

PAGE = 40
UPLOAD_DEADLINE = 600.0
Params = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list: its items as they came, and where the server says that it goes on.

    ``older`` and ``newer`` are the ``max_id`` and ``min_id`` of the Link header, ``None`` where there is none.
    """

    items: list[Json]
    older: str | None
    newer: str | None
    headers: httpx.Headers


class Api:
    """One server's client API, with the account's token in each request's header."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    @property
    def host(self) -> str:
        """Whom we talk to, for people."""
        return self._client.base_url.netloc.decode("ascii", "replace")

    async def get(self, path: str, *params: tuple[str, str]) -> Json:
        """Read a document."""
        return (await ask(self._client, Call(method="GET", url=path, params=params))).json()

    async def get_object(self, path: str, *params: tuple[str, str]) -> fields.Object:
        """Read a document that must be an object."""
        return self._object(await self.get(path, *params))

    def _object(self, found: Json) -> fields.Object:
        if not isinstance(found, dict):
            raise BadAnswer("An object was expected.", host=self.host)
        return found

    async def listing(self, path: str, *params: tuple[str, str], limit: int = PAGE) -> Listing:
        """Read one page of a list.

        Some servers answer a refused token with 422: the account is asked for then, to know which it was.
        """
        call = Call(method="GET", url=path, params=(("limit", str(limit)), *params))
        try:
            answer = await ask(self._client, call)
        except Rejected:
            await self.check_token()
            raise
        found = answer.json()
        if not isinstance(found, list):
            raise BadAnswer("A list was expected.", host=self.host)
        links = self._links(answer, path)
        return Listing(found, links.get("next"), links.get("prev"), answer.headers)

    async def check_token(self) -> fields.Object:
        """Our own account; SignInNeeded if the token is not accepted, in whatever words."""
        try:
            return await self.get_object("/api/v1/accounts/verify_credentials")
        except Rejected:
            raise SignInNeeded(host=self.host) from None

    def _links(self, answer: Answer, path: str) -> dict[str, str]:
        """The cursors of the Link header; a link to another host or another list is not followed."""
        found: dict[str, str] = {}
        for target, name in parse_links(answer.headers.get("link", "")):
            query = self._query_of(target, path)
            key = "max_id" if name == "next" else "min_id"
            values = query.get(key) or (query.get("since_id") if name == "prev" else None)
            if values and 0 < len(values[0]) <= fields.LONGEST_ID:
                found[name] = values[0]
        return found

    def _query_of(self, target: str, path: str) -> dict[str, list[str]]:
        """The parameters of a link to this very list; none of any other."""
        base = self._client.base_url
        plain = f"{str(base).rstrip('/')}{path}?"
        try:
            if target.startswith(plain):  # nearly always, and a tenth of the work
                return parse_qs(target[len(plain) :].partition("#")[0])
            url = base.join(target)
            here = origin(url) == origin(base) and url.path.rstrip("/") == path.rstrip("/")
            return parse_qs(urlsplit(str(url)).query) if here else {}
        except (httpx.InvalidURL, ValueError):
            return {}

    async def send(
        self,
        method: str,
        path: str,
        form: Mapping[str, str | list[str]] | None = None,
        *,
        key: str = "",
        deadline: float = DEADLINE,
        file: tuple[str, IO[bytes], str] | None = None,
    ) -> Answer:
        """Make a request that changes something; ``key`` goes out as the idempotency key."""
        headers = {"Idempotency-Key": key} if key else None
        call = Call(method=method, url=path, form=form, file=file, headers=headers, deadline=deadline)
        return await ask(self._client, call)

    async def send_object(
        self, method: str, path: str, form: Mapping[str, str | list[str]] | None = None, *, key: str = ""
    ) -> fields.Object:
        """The same, where the answer must be an object."""
        return self._object((await self.send(method, path, form, key=key)).json())

    # -- what is asked for most ---------------------------------------------------------------------
    async def status(self, remote_id: str) -> fields.Object:
        """One status; Gone where it is not there any more."""
        return await self.get_object(f"/api/v1/statuses/{segment(remote_id)}")

    async def statuses(self, remote_ids: Sequence[str]) -> list[Json]:
        """Several statuses at once, those that are there (newer servers only)."""
        found = await self.get("/api/v1/statuses", *(("id[]", one) for one in remote_ids))
        if not isinstance(found, list):
            raise BadAnswer("A list was expected.", host=self.host)
        return found

    async def source(self, remote_id: str) -> str | None:
        """What was typed for a status of ours; ``None`` where the server does not keep it."""
        try:
            found = await self.get_object(f"/api/v1/statuses/{segment(remote_id)}/source")
        except (Gone, Rejected):
            return None
        return fields.text(found, "text", 100_000) if isinstance(found.get("text"), str) else None

    async def ancestors(self, remote_id: str) -> list[Json]:
        """What a status answers to, oldest first."""
        found = await self.get_object(f"/api/v1/statuses/{segment(remote_id)}/context")
        return fields.items(found.get("ancestors"), 5000)

    async def own_statuses(self, account_id: str, *params: tuple[str, str], limit: int = PAGE) -> Listing:
        """What our account wrote, without what it only boosted."""
        path = f"/api/v1/accounts/{segment(account_id)}/statuses"
        return await self.listing(path, ("exclude_reblogs", "true"), *params, limit=limit)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def segment(remote_id: str) -> str:
    """An id as one segment of a path, whatever is in it."""
    return quote(remote_id, safe="")


def parse_links(header: str) -> list[tuple[str, str]]:
    """Target and relation of each ``next`` and ``prev`` of a Link header."""
    found: list[tuple[str, str]] = []
    for part in header[:8000].split("<")[1:]:
        target, closed, rest = part.partition(">")
        relations = rest.lower().replace("'", '"').replace(" ", "")
        names = [name for name in ("next", "prev") if f'rel="{name}"' in relations or f"rel={name}" in relations]
        found.extend((target.strip(), name) for name in names if closed)
    return found
