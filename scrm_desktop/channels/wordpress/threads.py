"""Where comments belong: WordPress tells only the parent of each, a thread is known by the comment that begins it."""

from __future__ import annotations

from collections.abc import Sequence

from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.wordpress import fields
from scrm_desktop.channels.wordpress.api import PAGE, Api
from scrm_desktop.channels.wordpress.normalise import DEEPEST


class Threads:
    """The parents that are known, and the way to those that are not."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self.parents: dict[str, str] = {}

    async def explain(self, items: Sequence[Json], *, moderator: bool) -> list[Json]:
        """Comments above these that were not seen yet; afterwards each of these leads to its root."""
        self._learn(items)
        found: list[Json] = []
        for _ in range(DEEPEST):
            wanted = self._unknown(items + found if isinstance(items, list) else [*items, *found])
            if not wanted:
                break
            asked = sorted(wanted, key=int)[:PAGE]
            params = [("include", ",".join(asked)), ("per_page", str(PAGE))]
            above = (await self._api.comments(params, moderator=moderator)).items
            new = [one for one in above if fields.identifier(fields.obj(one)) in wanted]
            self._learn(new)
            found += new
            for one in asked:  # what the site does not show (any more) begins the thread by its number
                self.parents.setdefault(one, "")
        return found

    def _learn(self, items: Sequence[Json]) -> None:
        for one in items:
            source = fields.obj(one)
            remote_id = fields.identifier(source)
            if remote_id:
                self.parents[remote_id] = fields.identifier(source, "parent")

    def _unknown(self, items: Sequence[Json]) -> set[str]:
        above = {fields.identifier(fields.obj(one), "parent") for one in items}
        return {one for one in above if one and one not in self.parents}
