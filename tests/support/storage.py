"""Events by hand, and a store with one account: for what is true of the store whatever the network."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrm_desktop.domain.accounts import Account, LoginResult
from scrm_desktop.domain.events import Event, MessageSeen, Page, Why
from scrm_desktop.domain.messages import RemoteMessage, RemoteProfile
from scrm_desktop.domain.views import InboxQuery, ThreadItem
from scrm_desktop.store import Store

START = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def seen(
    remote_id: str,
    text: str,
    *,
    who: str = "camille",
    at: float = 0.0,
    parent: str | None = None,
    thread: str = "",
    edited: float | None = None,
) -> MessageSeen:
    """A mention of us; ``at`` and ``edited`` are seconds after the start."""
    message = RemoteMessage(
        remote_id=remote_id,
        author=RemoteProfile(remote_id=f"p-{who}", handle=f"{who}@example.org", display_name=who.title()),
        text=text,
        created_at=START + timedelta(seconds=at),
        own=False,
        in_reply_to=parent,
        edited_at=None if edited is None else START + timedelta(seconds=edited),
    )
    return MessageSeen(message=message, why=Why.MENTION, thread_key=f"post:{thread or remote_id}")


class OneAccount:
    """A store with one account; a context manager."""

    def __init__(self, profile: Path) -> None:
        self.store = Store.open(profile)
        self.account: Account

    async def __aenter__(self) -> OneAccount:
        login = LoginResult(server="http://127.0.0.1:9", remote_id="1", handle="us@x", display_name="Us", secret="s")
        self.account, _ = await self.store.accounts.add("mastodon", login, connected_at=START)
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.store.close()

    async def save(self, events: Iterable[Event]) -> None:
        """One page of events."""
        await self.store.pages.save(self.account, Page(events=tuple(events)))

    async def threads(self) -> list[tuple[ThreadItem, ...]]:
        """Every conversation with its messages."""
        ids = await self.store.reads.conversation_ids(InboxQuery(), me="Test")
        return [await self.store.reads.messages(one) for one in ids]
