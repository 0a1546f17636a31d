"""What the fake network's AppView shows of its records, in the lexicons' shapes."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
ME, CAMILLE = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", "did:plc:cccccccccccccccccccccccc"
HANDLES = {ME: "bakery.test", CAMILLE: "camille.test"}
NAMES = {ME: "Harbour Bakery", CAMILLE: "Camille"}
POST, LIKE, REPOST, BLOCK = (
    "app.bsky.feed.post",
    "app.bsky.feed.like",
    "app.bsky.feed.repost",
    "app.bsky.graph.block",
)


def repo_of(uri: str) -> str:
    return uri.split("/")[2]


def kind_of(uri: str) -> str:
    return uri.split("/")[3]


def person(did: str) -> Json:
    """A basic profile."""
    return {"did": did, "handle": HANDLES[did], "displayName": NAMES[did], "avatar": f"https://cdn.test/{did}"}


class Views:
    """Records by address: ``{"uri", "cid", "value", "at"}``, in the order in which they were made."""

    records: dict[str, Json]

    def pointing(self, kind: str, uri: str, by: str = "") -> list[Json]:
        """Likes or reposts of a post."""
        return [
            one
            for one in self.records.values()
            if kind_of(one["uri"]) == kind
            and one["value"]["subject"]["uri"] == uri
            and (not by or repo_of(one["uri"]) == by)
        ]

    def post_view(self, one: Json) -> Json:
        """app.bsky.feed.defs#postView."""
        uri, viewer = one["uri"], {}
        for name, kind in (("like", LIKE), ("repost", REPOST)):
            if mine := self.pointing(kind, uri, ME):
                viewer[name] = mine[-1]["uri"]
        view = {
            "$type": "app.bsky.feed.defs#postView",
            "uri": uri,
            "cid": one["cid"],
            "author": person(repo_of(uri)),
            "record": one["value"],
            "likeCount": len(self.pointing(LIKE, uri)),
            "repostCount": len(self.pointing(REPOST, uri)),
            "replyCount": len([post for post in self.posts() if parent_of(post) == uri]),
            "indexedAt": one["at"],
            "viewer": viewer,
            "labels": [],
        }
        images = one["value"].get("embed", {}).get("images", [])
        if images:
            shown = [
                {"thumb": f"https://cdn.test/t{n}", "fullsize": f"https://cdn.test/f{n}"} for n in range(len(images))
            ]
            pictures = [{**urls, "alt": image["alt"]} for urls, image in zip(shown, images, strict=True)]
            view["embed"] = {"$type": "app.bsky.embed.images#view", "images": pictures}
        return view

    def posts(self, by: str = "") -> list[Json]:
        """All posts, or those of one."""
        found = [one for one in self.records.values() if kind_of(one["uri"]) == POST]
        return [one for one in found if not by or repo_of(one["uri"]) == by]

    def notifications(self) -> list[Json]:
        """Newest first."""
        found = [(self._reason(one), one) for one in self.records.values() if repo_of(one["uri"]) != ME]
        return [self._notification(reason, one) for reason, one in reversed(found) if reason]

    def _reason(self, one: Json) -> str:
        kind, value = kind_of(one["uri"]), one["value"]
        if kind in (LIKE, REPOST):
            ours = repo_of(value["subject"]["uri"]) == ME
            return kind.rpartition(".")[2] if ours else ""
        if kind != POST:
            return ""
        if repo_of(parent_of(one) or "at://nobody") == ME or repo_of(root_of(one) or "at://nobody") == ME:
            return "reply"
        named = [part["did"] for facet in value.get("facets", []) for part in facet["features"] if "did" in part]
        return "mention" if ME in named else ""

    def _notification(self, reason: str, one: Json) -> Json:
        about = {"reasonSubject": one["value"]["subject"]["uri"]} if "subject" in one["value"] else {}
        return {
            "uri": one["uri"],
            "cid": one["cid"],
            "author": person(repo_of(one["uri"])),
            "reason": reason,
            "record": one["value"],
            "isRead": False,
            "indexedAt": one["at"],
            **about,
        }

    def thread_view(self, uri: str, height: int) -> Json:
        """A post with what stands above it."""
        if uri not in self.records:
            return {"$type": "app.bsky.feed.defs#notFoundPost", "uri": uri, "notFound": True}
        one = self.records[uri]
        found = {"$type": "app.bsky.feed.defs#threadViewPost", "post": self.post_view(one)}
        above = parent_of(one)
        return found | ({"parent": self.thread_view(above, height - 1)} if above and height else {})


def parent_of(one: Json) -> str:
    uri: str = one["value"].get("reply", {}).get("parent", {}).get("uri", "")
    return uri


def root_of(one: Json) -> str:
    uri: str = one["value"].get("reply", {}).get("root", {}).get("uri", "")
    return uri
