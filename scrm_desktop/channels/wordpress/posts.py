"""The posts under which comments stand: their titles come once, and not with every comment again."""

from __future__ import annotations

from collections.abc import Sequence

from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.wordpress import fields
from scrm_desktop.channels.wordpress.api import PAGE, Api

MOST = 5000
"""Posts that are kept in mind."""


class Posts:
    """What is known of the site's posts.

    A comment that brings its post along takes twice the time and six times the bytes of one that does not.
    """

    def __init__(self, api: Api) -> None:
        self._api = api
        self._told: dict[int, Json] = {}

    async def tell(self, items: Sequence[Json], *, moderator: bool) -> list[Json]:
        """The comments, each with its post as WordPress embeds it."""
        wanted: dict[int, str] = {}
        for one in items:
            source = fields.obj(one)
            post, remote_id = fields.number(source, "post"), fields.identifier(source)
            if post and remote_id and post not in self._told:
                wanted.setdefault(post, remote_id)
        if len(self._told) + len(wanted) > MOST:
            self._told.clear()
        await self._ask(wanted, moderator=moderator)
        return [self._with_post(one) for one in items]

    async def _ask(self, wanted: dict[int, str], *, moderator: bool) -> None:
        """By one comment of each: that works for posts, pages and whatever else has comments."""
        ids = list(wanted.values())
        for begin in range(0, len(ids), PAGE):
            params = [("include", ",".join(ids[begin : begin + PAGE])), ("per_page", str(PAGE))]
            for one in (await self._api.comments(params, moderator=moderator, posts=True)).items:
                source = fields.obj(one)
                above = fields.items(fields.obj(source.get("_embedded")).get("up"), 1)
                if above and fields.number(source, "post") in wanted:
                    self._told[fields.number(source, "post")] = above[0]
        for post in wanted:  # one that the site does not show is not asked for again
            self._told.setdefault(post, None)

    def _with_post(self, item: Json) -> Json:
        source = fields.obj(item)
        above = self._told.get(fields.number(source, "post"))
        return {**source, "_embedded": {"up": [above]}} if source and above is not None else item
