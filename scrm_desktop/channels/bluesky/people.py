"""People, as profiles and views of posts show them."""

from __future__ import annotations

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.messages import RemoteProfile

INVALID = "handle.invalid"
SITE = "https://bsky.app/profile/"


def profile(value: Json) -> RemoteProfile | None:
    """A person; ``None`` without a DID. A handle that could not be proved is not shown."""
    source = fields.obj(value)
    did, handle = fields.did(source), fields.handle(source)
    if not did:
        return None
    handle = handle if handle and handle != INVALID else did
    counts = "followersCount" in source
    return RemoteProfile(
        remote_id=did,
        handle=handle,
        display_name=fields.line(source, "displayName", 640),
        url=f"{SITE}{handle}",
        avatar_url=fields.web(source, "avatar"),
        bio=fields.text(source, "description", 5000).strip(),
        followers=fields.number(source, "followersCount") if counts else None,
        following=fields.number(source, "followsCount") if counts else None,
        posts=fields.number(source, "postsCount") if counts else None,
        created_at=fields.time(source, "createdAt"),
    )
