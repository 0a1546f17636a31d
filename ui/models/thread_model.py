"""The rows of a thread for a list view: changed in place, so that nothing jumps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from scrm_desktop.domain.views import ThreadItem
from ui.models.thread_rows import ThreadRow, rows_of
from ui.models.thread_words import ThreadWords

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()
_AnyIndex = QModelIndex | QPersistentModelIndex


class ThreadModel(QAbstractListModel):
    """Day lines and items, oldest first; a row that did not change stays the same object."""

    def __init__(self, words: ThreadWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[ThreadRow] = []
        self._places: dict[str, int] = {}

    @property
    def items(self) -> list[ThreadItem]:
        """The items that are loaded, oldest first."""
        return [row.item for row in self._rows if row.item is not None]

    def row_at(self, place: int) -> ThreadRow:
        """The row at a place of the list."""
        return self._rows[place]

    def place_of(self, key: str) -> int | None:
        """Where a row stands; ``None``: it is not loaded."""
        return self._places.get(key)

    def rowCount(self, parent: _AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == ROW_ROLE:
            return self._rows[index.row()]
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return self._words.spoken(self._rows[index.row()])
        return None

    def replace_all(self, items: Sequence[ThreadItem]) -> None:
        """Show another thread."""
        self.beginResetModel()
        self._rows = self._made(items)
        self._number()
        self.endResetModel()

    def update_to(self, items: Sequence[ThreadItem]) -> None:
        """Bring the rows to these items by the fewest insertions, removals and changes."""
        from difflib import SequenceMatcher

        new = self._made(items)
        old_keys = [row.key for row in self._rows]
        new_keys = [row.key for row in new]
        head = _common(old_keys, new_keys)
        tail = _common(old_keys[head:][::-1], new_keys[head:][::-1])
        matcher = SequenceMatcher(
            None, old_keys[head : len(old_keys) - tail], new_keys[head : len(new_keys) - tail], autojunk=False
        )
        # From the end, so that the places before stay true.
        for tag, old_from, old_to, new_from, new_to in reversed(matcher.get_opcodes()):
            if tag != "equal":
                self._replace(head + old_from, head + old_to, new[head + new_from : head + new_to])
        self._number()
        self._refresh(new)

    def retranslate(self) -> None:
        """Everything reads differently now."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _made(self, items: Sequence[ThreadItem]) -> list[ThreadRow]:
        return rows_of(items)

    def _replace(self, start: int, end: int, rows: list[ThreadRow]) -> None:
        if end > start:
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._rows[start:end]
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows[start:start] = rows
            self.endInsertRows()

    def _refresh(self, new: list[ThreadRow]) -> None:
        for place, (old, row) in enumerate(zip(self._rows, new, strict=True)):
            if old is not row and old != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def _number(self) -> None:
        self._places = {row.key: place for place, row in enumerate(self._rows)}


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
