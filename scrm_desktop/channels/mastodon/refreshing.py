"""Reading messages again, to learn of edits and deletions that no stream told of."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from scrm_desktop.channels.mastodon import fields
from scrm_desktop.channels.mastodon.api import Api
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import MessageGone
from scrm_desktop.errors import Forbidden, Gone, Rejected

BATCH = 20
AT_ONCE = 4


class Refresher:
    """Asks for many at once where the server can, and for each one where only that is proof."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._gate = asyncio.Semaphore(AT_ONCE)

    async def read(self, remote_ids: Sequence[str], *, batch: bool) -> tuple[list[Json], list[MessageGone]]:
        """The messages that are there, and those for which the server said that they are not."""
        found = await self._many(remote_ids) if batch else []
        here = {fields.remote_id(fields.obj(one)) for one in found}
        missing = [one for one in dict.fromkeys(remote_ids) if one not in here]
        # Absence from a list never means deletion: whatever is missing is asked for by itself.
        singles = await asyncio.gather(*(self._one(one) for one in missing))
        found += [one for one in singles if isinstance(one, dict)]
        return found, [one for one in singles if isinstance(one, MessageGone)]

    async def _many(self, remote_ids: Sequence[str]) -> list[Json]:
        found: list[Json] = []
        try:
            for start in range(0, len(remote_ids), BATCH):
                found += await self._api.statuses(remote_ids[start : start + BATCH])
        except (Gone, Rejected):
            return []
        return found

    async def _one(self, remote_id: str) -> fields.Object | MessageGone | None:
        async with self._gate:
            try:
                return await self._api.status(remote_id)
            except Gone:
                return MessageGone(remote_id=remote_id)
            except (Forbidden, Rejected):
                return None
