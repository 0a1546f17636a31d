"""The guestbook's entries to domain events: pure and total. What can't be understood is set aside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import MessageSeen, Page, Poison, Why
from scrm_desktop.domain.messages import RemoteMessage, RemoteProfile

OWNER = "owner"


def page(entries: Sequence[Json]) -> Page:
    """Events of the entries, oldest first, each understood or set aside by itself."""
    events: list[MessageSeen] = []
    poison: list[Poison] = []
    for entry in entries:
        found = _event(entry)
        if found is None:
            raw = json.dumps(entry)[:20_000]
            poison.append(Poison(remote_id=str(number(entry) or ""), raw=raw, reason="The entry can't be read."))
        else:
            events.append(found)
    return Page(events=tuple(events), poison=tuple(poison))


def number(entry: Json) -> int | None:
    """An entry's id; they grow."""
    found = entry.get("id") if isinstance(entry, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and 0 < found < 2**53 else None


def _event(entry: Json) -> MessageSeen | None:
    at, remote_id = _time(entry), number(entry)
    if not isinstance(entry, dict) or at is None or remote_id is None:
        return None
    name, text, to = _text(entry, "name"), _text(entry, "text"), number({"id": entry.get("to")})
    own = entry.get("owner") is True
    author = RemoteProfile(remote_id=OWNER if own else f"guest-{remote_id}", handle=OWNER if own else name or "guest")
    message = RemoteMessage(
        remote_id=str(remote_id),
        author=author,
        text=text,
        created_at=at,
        own=own,
        in_reply_to=str(to) if to else None,
    )
    return MessageSeen(message=message, why=Why.OWN if own else Why.MENTION, thread_key=f"post:{to or remote_id}")


def _text(entry: dict[str, Json], name: str) -> str:
    found = entry.get(name)
    return found.strip().lstrip("@").strip() if isinstance(found, str) else ""


def _time(entry: Json) -> datetime | None:
    found = entry.get("at") if isinstance(entry, dict) else None
    try:
        at = datetime.fromisoformat(found) if isinstance(found, str) else None
        return at.astimezone(UTC) if at and at.tzinfo else None
    except (ValueError, OverflowError):
        return None
