"""Reading: on connections of its own, which can't write and never wait for the writer."""

from __future__ import annotations

from collections.abc import Sequence

from scrm_desktop.domain.views import (
    ContactCard,
    ConversationRow,
    Ids,
    InboxQuery,
    LogEntry,
    ReplySource,
    SidebarCounts,
    ThreadItem,
    ThreadPage,
)


class Reads:
    """What screens and the command line ask of the store."""

    async def conversation_ids(self, query: InboxQuery, *, me: str) -> Ids:
        """All ids of a list, in order."""
        raise NotImplementedError

    async def conversation_rows(self, ids: Sequence[int]) -> dict[int, ConversationRow]:
        """The rows of these conversations; those that are no more are left out."""
        raise NotImplementedError

    async def counts(self, *, me: str) -> SidebarCounts:
        """The numbers beside the views."""
        raise NotImplementedError

    async def thread(self, conversation_id: int, *, before: str | None = None, limit: int = 200) -> ThreadPage:
        """The newest window of a thread, or the one that ends before the item with key ``before``."""
        raise NotImplementedError

    async def contact_card(self, conversation_id: int) -> ContactCard:
        """The customer of a conversation."""
        raise NotImplementedError

    async def reply_source(self, conversation_id: int, message_remote_id: str | None) -> ReplySource:
        """What an answer would be worked out from."""
        raise NotImplementedError

    async def messages(self, conversation_id: int) -> tuple[ThreadItem, ...]:
        """A whole conversation, oldest first."""
        raise NotImplementedError

    async def events(self, conversation_id: int | None = None, limit: int = 1000) -> tuple[LogEntry, ...]:
        """The log, newest first."""
        raise NotImplementedError
