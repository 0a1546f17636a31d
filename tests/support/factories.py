"""Short ways to make what a network says: profiles, messages, pages, logins, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from scrm_desktop.domain.accounts import Account, LoginResult
from scrm_desktop.domain.events import (
    EngagementKind,
    EngagementSeen,
    Event,
    MessageGone,
    MessageSeen,
    Page,
    Poison,
    Span,
    Why,
)
from scrm_desktop.domain.messages import RemoteMessage, RemoteProfile, Visibility

#: When the test accounts were connected: what is written before is history, what comes after is live.
CONNECTED = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
#: What the test clock shows at first.
NOW = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
OWN_ID = "1"


@dataclass
class Clock:
    """A clock that moves only when it is told; call it for the time."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **parts: float) -> datetime:
        """Move by a timedelta's parts, and return the new time."""
        self.now += timedelta(**parts)
        return self.now


def at(minutes: float = 0, **parts: float) -> datetime:
    """A moment after the accounts were connected (negative: history)."""
    return CONNECTED + timedelta(minutes=minutes, **parts)


def make_profile(remote_id: str = "100", handle: str = "", display_name: str = "", **rest: Any) -> RemoteProfile:
    """A customer; the handle is made of the id where none is given."""
    handle = handle or f"customer{remote_id}@shop.example"
    return RemoteProfile(
        remote_id=remote_id, handle=handle, display_name=display_name or f"Customer {remote_id}", **rest
    )


def own_profile(handle: str = "support@brand.example") -> RemoteProfile:
    """Ourselves, as the network describes us."""
    return RemoteProfile(remote_id=OWN_ID, handle=handle, display_name="Brand Support")


def make_message(
    remote_id: str = "1000",
    text: str = "Where is my parcel?",
    *,
    author: RemoteProfile | None = None,
    minutes: float = 10,
    created_at: datetime | None = None,
    own: bool = False,
    parent: str | None = None,
    parent_author: str | None = None,
    **rest: Any,
) -> RemoteMessage:
    """A message, a customer's unless ``own``; ``minutes`` count from the time the account was connected."""
    return RemoteMessage(
        remote_id=remote_id,
        author=author or (own_profile() if own else make_profile()),
        text=text,
        created_at=created_at or at(minutes),
        own=own,
        in_reply_to=parent,
        in_reply_to_author=parent_author,
        **rest,
    )


def mention(remote_id: str = "1000", text: str = "Where is my parcel?", *, key: str = "", **rest: Any) -> MessageSeen:
    """A public message addressed to us; its thread key is its own id unless given."""
    return MessageSeen(
        message=make_message(remote_id, text, **rest), why=Why.MENTION, thread_key=key or f"post:{remote_id}"
    )


def direct(remote_id: str = "2000", text: str = "In private, please.", *, key: str = "", **rest: Any) -> MessageSeen:
    """A private message addressed to us."""
    message = make_message(remote_id, text, visibility=Visibility.DIRECT, **rest)
    return MessageSeen(message=message, why=Why.DIRECT, thread_key=key or f"direct:{message.author.remote_id}")


def own(remote_id: str = "3000", text: str = "We are looking into it.", *, key: str = "", **rest: Any) -> MessageSeen:
    """A message of ours; give ``parent`` (and ``parent_author``) for a reply."""
    if rest.get("parent") is not None:
        rest.setdefault("parent_author", "100")
    message = make_message(remote_id, text, own=True, **rest)
    return MessageSeen(message=message, why=Why.OWN, thread_key=key or f"post:{rest.get('parent') or remote_id}")


def context(remote_id: str = "4000", text: str = "Context.", *, key: str = "", **rest: Any) -> MessageSeen:
    """A message that only explains another one."""
    return MessageSeen(
        message=make_message(remote_id, text, **rest), why=Why.CONTEXT, thread_key=key or f"post:{remote_id}"
    )


def gone(remote_id: str) -> MessageGone:
    """The network says that a message was deleted."""
    return MessageGone(remote_id=remote_id)


def engagement(
    remote_id: str = "e1", kind: EngagementKind = EngagementKind.FAVOURITE, message_id: str | None = None, **rest: Any
) -> EngagementSeen:
    """Somebody reacted without writing."""
    actor = rest.pop("actor", None) or make_profile()
    return EngagementSeen(
        remote_id=remote_id, kind=kind, actor=actor, at=rest.pop("when", None) or at(20), message_id=message_id
    )


def make_page(
    *events: Event,
    cursor: str | None = None,
    more: bool = False,
    covered: Span | None = None,
    poison: Iterable[Poison] = (),
) -> Page:
    """A page of these events."""
    return Page(events=events, cursor=cursor, more=more, covered=covered, poison=tuple(poison))


def make_login(handle: str = "support@brand.example", remote_id: str = OWN_ID, **rest: Any) -> LoginResult:
    """A finished login at a server that does not exist."""
    rest.setdefault("server", "https://brand.example")
    return LoginResult(
        remote_id=remote_id,
        handle=handle,
        display_name=rest.pop("display_name", "Brand Support"),
        secret=rest.pop("secret", "not-a-real-secret"),
        **rest,
    )


def make_account(id: int = 1, **rest: Any) -> Account:
    """An account that no store knows, for what needs no store."""
    values: dict[str, Any] = {
        "channel": "mastodon",
        "server": "https://brand.example",
        "remote_id": OWN_ID,
        "handle": "support@brand.example",
        "display_name": "Brand Support",
        "connected_at": CONNECTED,
    }
    return Account(id=id, **{**values, **rest})
