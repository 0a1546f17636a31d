"""Reading: on connections of its own, which can't write and never wait for the writer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from scrm_desktop.domain.finding import Found
from scrm_desktop.domain.query import Asking
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.timeline import TimelinePage
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
from scrm_desktop.store.readers import Readers
from scrm_desktop.store.reading.counts import sidebar_counts
from scrm_desktop.store.reading.find import find
from scrm_desktop.store.reading.lists import conversation_ids, conversation_rows
from scrm_desktop.store.reading.log import log_entries
from scrm_desktop.store.reading.people import contact_card, reply_source
from scrm_desktop.store.reading.saved_views import count_view, found_among, read_views
from scrm_desktop.store.reading.thread import thread_page
from scrm_desktop.store.reading.timeline import timeline_page


class Reads:
    """What screens and the command line ask of the store."""

    def __init__(self, readers: Readers, clock: Callable[[], datetime]) -> None:
        self._readers = readers
        self._clock = clock

    async def conversation_ids(self, query: InboxQuery, *, me: str) -> Ids:
        """All ids of a list, in order."""
        asking = Asking(self._clock(), me)
        return await self._readers.run(lambda db: conversation_ids(db, query, asking))

    async def conversation_rows(self, ids: Sequence[int]) -> dict[int, ConversationRow]:
        """The rows of these conversations; those that are no more are left out."""
        return await self._readers.run(lambda db: conversation_rows(db, ids))

    async def saved_views(self) -> tuple[SavedView, ...]:
        """The saved views in their order."""
        return await self._readers.run(read_views)

    async def saved_counts(self, *, me: str) -> dict[int, int | None]:
        """How many conversations each saved view finds; see :func:`count_view` for the bounds."""
        asking = Asking(self._clock(), me)
        # One after the other, each by itself: a list that a person waits for gets its turn in between.
        views = await self.saved_views()
        return {view.id: await self._readers.run(partial(count_view, view=view, asking=asking)) for view in views}

    async def in_saved_views(self, ids: Sequence[int], views: frozenset[int], *, me: str) -> dict[int, frozenset[int]]:
        """Which of these conversations each of these saved views finds; a view that is no more is left out."""
        asking = Asking(self._clock(), me)
        wanted = [view for view in await self.saved_views() if view.id in views]
        finding = [(view.id, partial(found_among, view=view, ids=ids, asking=asking)) for view in wanted]
        return {number: await self._readers.run(find) for number, find in finding}

    async def find(self, typed: str, limit: int) -> Found:
        """People and conversations for a few typed letters."""
        return await self._readers.run(lambda db: find(db, typed, limit))

    async def counts(self, *, me: str) -> SidebarCounts:
        """The numbers beside the views."""
        return await self._readers.run(lambda db: sidebar_counts(db, me))

    async def thread(self, conversation_id: int, *, before: str | None = None, limit: int = 200) -> ThreadPage:
        """The newest window of a thread, or the one that ends before the item with key ``before``."""
        return await self._readers.run(lambda db: thread_page(db, conversation_id, before, limit))

    async def timeline(self, conversation_id: int, *, before: str = "", limit: int = 200) -> TimelinePage:
        """The newest window of all that was said with a conversation's customer, or the one above ``before``."""
        return await self._readers.run(lambda db: timeline_page(db, conversation_id, before, limit))

    async def contact_card(self, conversation_id: int) -> ContactCard:
        """The customer of a conversation."""
        return await self._readers.run(lambda db: contact_card(db, conversation_id))

    async def reply_source(self, conversation_id: int, message_remote_id: str | None) -> ReplySource:
        """What an answer would be worked out from."""
        return await self._readers.run(lambda db: reply_source(db, conversation_id, message_remote_id))

    async def messages(self, conversation_id: int) -> tuple[ThreadItem, ...]:
        """A whole conversation, oldest first."""
        page = await self._readers.run(lambda db: thread_page(db, conversation_id, None, None))
        return page.items

    async def events(self, conversation_id: int | None = None, limit: int = 1000) -> tuple[LogEntry, ...]:
        """The log, newest first."""
        return await self._readers.run(lambda db: log_entries(db, conversation_id, limit))
