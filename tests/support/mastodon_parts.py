"""Small Mastodon documents and sessions for the channel's tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.mastodon.session import MastodonSession
from scrm_desktop.domain.accounts import Account
from support.recordings import SERVER, Replay

ME = "1"
START = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
INSTANCE = {
    "domain": "localhost:3000",
    "version": "4.7.3",
    "source_url": "https://github.com/mastodon/mastodon",
    "configuration": {
        "urls": {"streaming": "ws://localhost:4000"},
        "statuses": {"max_characters": 500, "max_media_attachments": 4, "characters_reserved_per_url": 23},
    },
}


def stamp(minute: float) -> str:
    return (START + timedelta(minutes=minute)).isoformat().replace("+00:00", "Z")


def person(remote_id: str, name: str = "") -> dict[str, Any]:
    name = name or f"person{remote_id}"
    return {"id": remote_id, "username": name, "acct": name, "display_name": name.title(), "url": f"{SERVER}/@{name}"}


def mention_of(remote_id: str) -> dict[str, Any]:
    return {key: value for key, value in person(remote_id).items() if key != "display_name"}


def status(
    remote_id: str, minute: float, *, by: str = "2", to: str | None = None, names: tuple[str, ...] = (), **more: Any
) -> dict[str, Any]:
    """A status by person ``by``, in reply to ``to``, naming others."""
    return {
        "id": remote_id,
        "created_at": stamp(minute),
        "account": person(by),
        "content": f"<p>text of {remote_id}</p>",
        "visibility": "public",
        "in_reply_to_id": to,
        "mentions": [mention_of(one) for one in names],
        **more,
    }


def notification(remote_id: str, minute: float, kind: str = "mention", **more: Any) -> dict[str, Any]:
    return {"id": remote_id, "type": kind, "created_at": stamp(minute), "account": person("2"), **more}


def session(replay: Replay, *, account_id: str = ME, server: str = SERVER) -> MastodonSession:
    """Our account on a replayed server; its instance is described unless a test says otherwise."""
    if ("GET", "/api/v2/instance") not in replay.routes and ("GET", "/api/v1/instance") not in replay.routes:
        replay.add("GET", "/api/v2/instance", INSTANCE)
    account = Account(
        id=7,
        channel="mastodon",
        server=server,
        remote_id=account_id,
        handle="me@localhost:3000",
        display_name="Me",
        connected_at=START,
    )
    return MastodonSession(account, "token", Http(transport=replay.transport))


async def no_upload(index: int, remote_id: str) -> None:
    """No file is expected."""
    raise AssertionError("nothing was to be uploaded")
