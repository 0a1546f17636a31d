"""The conversation list as a model: ids only, with rows fetched in pages when they come into view."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.query import depends_on_time
from scrm_desktop.domain.views import ConversationRow, InboxQuery
from ui.bridge import Bridge
from ui.models.ids import position, steps
from ui.row_words import spoken

if TYPE_CHECKING:
    import asyncio

ROW = Qt.ItemDataRole.UserRole
"""The role that holds the ConversationRow, or None while it is being fetched."""

KEPT = ROW + 1
"""The role that says whether a row stays only because it is being read: its view no longer finds it."""

_PAGE = 50
_MINUTE = 60_000
_KEEP = 3000
_Index = QModelIndex | QPersistentModelIndex


class ConversationModel(QAbstractTableModel):
    """One column of conversations.

    ``filled`` comes when a new query's first answer is in; ``rows_changed`` with the ids whose rows are new.
    ``sticky`` is an id that stays in the list although the query no longer finds it: the conversation being read.
    """

    filled = Signal()
    rows_changed = Signal(object)
    outlived_changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._query = InboxQuery()
        self._ids: array[int] = array("q")
        self._rows: OrderedDict[int, ConversationRow] = OrderedDict()
        self._wanted: set[int] = set()
        self._stale: set[int] = set()
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._loaded = False
        self._held = self._held_back = False
        self.sticky: int | None = None
        self.outlived = False
        """Whether the sticky conversation stands in the list although the query no longer finds it."""
        self._fetch_soon = QTimer(self, singleShot=True, interval=0)
        self._fetch_soon.timeout.connect(self._fetch)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self._minute_passed)
        bridge.changed.connect(self._desk_changed)

    # -- what a view asks -------------------------------------------------------------------------
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role == KEPT:
            return self.outlived and self._ids[index.row()] == self.sticky
        if not index.isValid() or role not in (ROW, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.row(index.row())
        if role == ROW or row is None:
            return row
        return spoken(row)

    def row(self, number: int) -> ConversationRow | None:
        """The row at a place in the list; ``None``: it is on its way."""
        one = self._ids[number]
        found = self._rows.get(one)
        if found is None:
            self._wanted.add(number // _PAGE)
            if not self._fetch_soon.isActive():
                self._fetch_soon.start()
        return found

    def known(self, conversation_id: int) -> ConversationRow | None:
        """The row of a conversation, if it has been fetched."""
        return self._rows.get(conversation_id)

    def rows(self) -> tuple[ConversationRow, ...]:
        """Every row that has been fetched."""
        return tuple(self._rows.values())

    def id_at(self, number: int) -> int | None:
        """The conversation at a place in the list."""
        return self._ids[number] if 0 <= number < len(self._ids) else None

    def place(self, conversation_id: int) -> int:
        """Where a conversation stands, or -1."""
        return position(self._ids, conversation_id)

    def ids_between(self, top: int, bottom: int) -> array[int]:
        """The ids of a range of rows, both ends included."""
        return self._ids[top : bottom + 1]

    @property
    def found(self) -> int:
        """How many conversations the query finds; one that is only kept while it is read does not count."""
        return len(self._ids) - self.outlived

    @property
    def loaded(self) -> bool:
        """Whether the current query was answered."""
        return self._loaded

    # -- a new question ---------------------------------------------------------------------------
    def set_query(self, query: InboxQuery) -> None:
        """Show another list; the old one stays until the answer is there."""
        if query == self._query and self._loaded:
            return
        self._query = query
        self._loaded = False
        self.sticky = None
        # "Waits for more than 2 h" comes true without any news.
        if query.where is not None and depends_on_time(query.where):
            self._minute.start()
        else:
            self._minute.stop()
        self.reload()

    def prime(self, query: InboxQuery, ids: array[int], rows: dict[int, ConversationRow]) -> None:
        """Begin with an answer that was asked for before there was a window."""
        self._query = query
        self._rows.update(rows)
        self._show(ids)

    def hold(self, on: bool) -> None:
        """Leave the list as it is while very many conversations change in portions; then ask once."""
        self._held, asked = on, self._held_back and not on
        if asked:
            self._held_back = False
            self.reload()

    def _minute_passed(self) -> None:
        if self._bridge.open:
            self.reload()

    def reload(self) -> None:
        """Ask again; while an answer is on its way, once more after it."""
        if self._held and self._loaded:
            self._held_back = True
            return
        if self._task is not None:
            self._again = True
            return
        self._task = self._bridge.spawn(self._reload())

    async def _reload(self) -> None:
        try:
            self._again = True
            while self._again:
                self._again = False
                query = self._query
                ids = await self._bridge.ask(self._bridge.desk.conversation_ids(query))
                if query == self._query:
                    self._show(ids)
        finally:
            self._task = None

    def _show(self, ids: array[int]) -> None:
        outlived = self.outlived
        self._keep_sticky(ids)
        changes = steps(self._ids, ids) if self._loaded else None
        if changes is None:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
            if ids:
                # A new list is read from its top: no need to wait for the first painting to ask for that.
                self.row(0)
        else:
            for step in changes:
                self._apply(step.what, step.row, step.id, step.to)
        if not self._loaded:
            self._loaded = True
            self.filled.emit()
        if outlived != self.outlived:
            self._repaint()
            self.outlived_changed.emit()

    def _keep_sticky(self, ids: array[int]) -> None:
        self.outlived = False
        if self.sticky is None or position(ids, self.sticky) >= 0:
            return
        place = position(self._ids, self.sticky)
        if place >= 0:
            self.outlived = True
            ids.insert(min(place, len(ids)), self.sticky)

    def _apply(self, what: str, row: int, one: int, to: int) -> None:
        nowhere = QModelIndex()
        if what == "remove":
            self.beginRemoveRows(nowhere, row, row)
            del self._ids[row]
            self.endRemoveRows()
        elif what == "insert":
            self.beginInsertRows(nowhere, row, row)
            self._ids.insert(row, one)
            self.endInsertRows()
        else:
            self.beginMoveRows(nowhere, row, row, nowhere, to)
            self._ids.insert(to, self._ids.pop(row))
            self.endMoveRows()

    # -- rows, page by page -----------------------------------------------------------------------
    def _fetch(self) -> None:
        pages, self._wanted = self._wanted, set()
        stale, self._stale = self._stale, set()
        ids = [one for page in sorted(pages) for one in self._ids[page * _PAGE : (page + 1) * _PAGE]]
        missing = tuple(dict.fromkeys([one for one in ids if one not in self._rows] + sorted(stale)))
        if missing:
            self._bridge.spawn(self._fetch_rows(missing))

    async def _fetch_rows(self, ids: tuple[int, ...]) -> None:
        rows = await self._bridge.ask(self._bridge.desk.conversation_rows(ids))
        for one, row in rows.items():
            self._rows[one] = row
            self._rows.move_to_end(one)
        while len(self._rows) > max(_KEEP, len(rows)):
            self._rows.popitem(last=False)
        self._repaint()
        self.rows_changed.emit(frozenset(rows))

    def _repaint(self) -> None:
        if self._ids:
            # One signal for all: a view repaints only what it shows.
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def _desk_changed(self, changes: Changes) -> None:
        if changes.labels or changes.accounts:
            self._stale |= set(self._rows)
        self._stale |= changes.conversations & self._rows.keys()
        if self._stale:
            self._fetch_soon.start()
        if changes.conversations:
            self.reload()
