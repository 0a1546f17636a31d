"""Saved views and queries of the desk in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.query import Asking, Facts, Node, Said, finds, parse, print_query
from scrm_desktop.domain.saved_views import ArrangeViews, SavedView
from scrm_desktop.domain.triage import TriageAction
from scrm_desktop.domain.views import ConversationRow, ItemKind
from support.fake_desk_data import ACCOUNTS
from support.fake_desk_state import ME, FakeState


class FakeViews(FakeState):
    """What a query finds among the told rows, and the views that were saved."""

    def __init__(self, *, many: int, empty: bool) -> None:
        super().__init__(many=many, empty=empty)
        self.saved: tuple[SavedView, ...] = ()
        self.slow_views: set[int] = set()

    def emit(self, changes: Changes) -> None:
        """Tell all listeners."""
        raise NotImplementedError

    async def _asked(self, name: str, what: object = None) -> None:
        raise NotImplementedError

    async def saved_views(self) -> tuple[SavedView, ...]:
        await self._asked("saved_views")
        return self.saved

    async def saved_counts(self) -> Mapping[int, int | None]:
        await self._asked("saved_counts")
        return {view.id: None if view.id in self.slow_views else self._count(view.query) for view in self.saved}

    async def in_saved_views(self, ids: tuple[int, ...], views: frozenset[int]) -> Mapping[int, frozenset[int]]:
        await self._asked("in_saved_views", (ids, views))
        wanted = [(view.id, parse(view.query).node) for view in self.saved if view.id in views]
        rows = [self.rows[one] for one in ids if one in self.rows]
        return {number: frozenset(row.id for row in rows if self.found_by(row, node)) for number, node in wanted}

    def _count(self, query: str) -> int:
        return sum(self.found_by(row, parse(query).node) for row in self.rows.values())

    def arrange(self, action: ArrangeViews) -> TriageAction:
        """Let the views be these."""
        before = ArrangeViews(views=self.saved, what=action.what)
        self.saved = tuple(
            replace(view, id=view.id or self._id(), query=print_query(parse(view.query).node)) for view in action.views
        )
        self.emit(Changes(views=True))
        return before

    def found_by(self, row: ConversationRow, node: Node) -> bool:
        """Whether a query finds a told row."""
        return finds(node, self._facts(row), Asking(datetime.now(UTC), ME))

    def _facts(self, row: ConversationRow) -> Facts:
        items = [item for item in self.threads[row.id] if item.kind is ItemKind.MESSAGE]
        account = next(one for one in ACCOUNTS if one.id == row.account_id)
        said = [Said(item.text, f"{item.author.display_name} {item.author.handle}") for item in items if item.author]
        return Facts(
            status=row.status,
            kind=row.kind,
            unread=row.unread,
            waiting_since=row.waiting_since,
            last_own=row.last_own,
            last_at=row.last_at,
            first_at=items[0].at,
            assignee=row.assignee,
            labels=tuple(label.name for label in row.labels),
            channel=row.channel,
            account=(account.handle, account.display_name),
            person=f"{row.person} {row.handle}",
            followers=1840,
            messages=len(items),
            languages=frozenset(item.language for item in items),
            priority=row.priority,
            muted=row.muted,
            spam=row.spam,
            outcome=row.outcome,
            pending=int(row.pending_outbox),
            failed=int(row.failed_outbox),
            said=tuple(said),
            notes=tuple(item.text for item in self.threads[row.id] if item.kind is ItemKind.NOTE),
        )
