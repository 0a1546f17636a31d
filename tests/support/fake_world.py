"""The fake Mastodon's world: accounts, statuses and notifications in lists whose order is the truth."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from support.wire import Reply

Json = dict[str, Any]
START = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def stamp(at: datetime) -> str:
    """A time as Mastodon writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


class World:
    """What the fake server holds, and the ways to put something in; ids may be any text."""

    url: str

    def __init__(self) -> None:
        self.accounts: dict[str, Json] = {}
        self.statuses: dict[str, Json] = {}
        self.sources: dict[str, str] = {}
        self.notifications: list[Json] = []
        self.keys: dict[str, tuple[bytes, str]] = {}
        self.media: dict[str, Json] = {}
        self.listeners: list[Reply] = []
        self.reports: list[Json] = []
        self.shut_out: dict[str, set[str]] = {"mute": set(), "block": set()}
        self.now = datetime.now(UTC)
        self.news = threading.Condition()
        self._next = 110_000_000_000_000_000
        self.me: Json = {}

    # -- making a world -----------------------------------------------------------------------------
    def new_id(self) -> str:
        """The next id, growing as Mastodon's do."""
        self._next += 65_536
        return str(self._next)

    def person(self, username: str, display_name: str = "", *, remote_id: str | None = None) -> Json:
        """An account on this server."""
        account: Json = {
            "id": remote_id or self.new_id(),
            "username": username,
            "acct": username,
            "display_name": display_name or username.title(),
            "locked": False,
            "bot": False,
            "created_at": stamp(START - timedelta(days=700)),
            "note": "<p>Hello</p>",
            "url": f"{self.url}/@{username}",
            "avatar": f"{self.url}/avatars/{username}.png",
            "avatar_static": f"{self.url}/avatars/{username}.png",
            "header": "",
            "followers_count": 7,
            "following_count": 3,
            "statuses_count": 12,
            "emojis": [],
            "fields": [],
        }
        self.accounts[account["id"]] = account
        return account

    def found(self, username: str) -> Json | None:
        """The account with this name, if there is one."""
        return next((one for one in self.accounts.values() if one["username"] == username), None)

    def status(
        self,
        text: str,
        *,
        who: Json,
        reply_to: Json | None = None,
        visibility: str = "public",
        remote_id: str | None = None,
        at: datetime | None = None,
        mentions: tuple[Json, ...] = (),
    ) -> Json:
        """A status in the world; without ``at`` each is a second younger than the one before it."""
        self.now = max(self.now + timedelta(milliseconds=10), datetime.now(UTC))
        new: Json = {
            "id": remote_id or self.new_id(),
            "created_at": stamp(at or self.now),
            "edited_at": None,
            "in_reply_to_id": reply_to["id"] if reply_to else None,
            "in_reply_to_account_id": reply_to["account"]["id"] if reply_to else None,
            "sensitive": False,
            "spoiler_text": "",
            "visibility": visibility,
            "language": "en",
            "uri": "",
            "url": f"{self.url}/@{who['username']}/{len(self.statuses)}",
            "replies_count": 0,
            "reblogs_count": 0,
            "favourites_count": 0,
            "favourited": False,
            "reblogged": False,
            "content": f"<p>{escape(text)}</p>",
            "account": who,
            "media_attachments": [],
            "mentions": [{key: one[key] for key in ("id", "username", "acct", "url")} for one in mentions],
            "tags": [],
            "emojis": [],
            "reblog": None,
            "card": None,
            "poll": None,
        }
        self.statuses[new["id"]] = new
        self.sources[new["id"]] = text
        return new

    def mention(self, text: str, *, who: Json, reply_to: Json | None = None, **more: Any) -> Json:
        """A status that is addressed to us, with its notification (and its event, where somebody listens)."""
        new = self.status(f"@bakery {text}", who=who, reply_to=reply_to, mentions=(self.me,), **more)
        self.notify("mention", who=who, status=new)
        return new

    def notify(self, kind: str, *, who: Json, status: Json | None = None, remote_id: str | None = None) -> Json:
        """A notification of any kind."""
        note: Json = {"id": remote_id or self.new_id(), "type": kind, "created_at": stamp(self.now), "account": who}
        if status is not None:
            note["created_at"] = status["created_at"]
            note["status"] = status
        with self.news:
            self.notifications.append(note)
        self.emit("notification", json.dumps(note))
        return note

    def edit(self, status: Json, text: str) -> None:
        """Change a status, as its author."""
        self.now = max(self.now + timedelta(milliseconds=10), datetime.now(UTC))
        status["content"], status["edited_at"] = f"<p>{escape(text)}</p>", stamp(self.now)
        self.sources[status["id"]] = text
        self.emit("status.update", json.dumps(status))

    def delete(self, status: Json) -> None:
        """Delete a status, as its author: its notifications go with it."""
        del self.statuses[status["id"]]
        self.notifications[:] = [note for note in self.notifications if note.get("status") is not status]
        self.emit("delete", status["id"])

    def posts(self) -> list[Json]:
        """What our account has written, oldest first."""
        return self.written_by(self.me["id"])

    def written_by(self, account_id: str) -> list[Json]:
        """What an account has written, oldest first (a status may have been broken on purpose)."""
        found = [(status.get("account") or {}, status) for status in self.statuses.values()]
        return [status for account, status in found if account.get("id") == account_id]

    def emit(self, event: str, data: str) -> None:
        """An event on every open stream."""
        raise NotImplementedError
