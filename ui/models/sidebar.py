"""The lines of the sidebar: views, then channels with their health, then labels."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.query import parse, print_query
from scrm_desktop.late_dataclass import dataclass
from ui import text
from ui.handles import called
from ui.health_words import health_word
from ui.models.house import House
from ui.models.saved_views import SavedViews
from ui.query_words import language
from ui.views import View, account_view, fixed_views, label_view, saved_view

_MOST_SHOWN = 999
ENTRY = Qt.ItemDataRole.UserRole
"""The role that holds the Entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line; a heading has no view and can't be chosen. ``tone`` colours a label's dot."""

    text: str
    view: View | None = None
    count: int = 0
    urgent: bool = False
    badge: str = ""
    badge_colour: str = ""
    health: Health | None = None
    tone: str = ""
    tip: str = ""
    more: bool = False
    """Whether there are more than ``count``."""

    @property
    def key(self) -> str:
        """What stays the same while texts and numbers change."""
        return self.view.key if self.view else f"heading:{self.text}"


def number_of(entry: Entry) -> str:
    """The number beside a line."""
    return f"{text.number(entry.count)}+" if entry.more else text.number(entry.count)


class SidebarModel(QAbstractListModel):
    """Made anew from the house at each change; lines that stay keep their place and only repaint."""

    def __init__(self, house: House, saved: SavedViews, me: str) -> None:
        super().__init__()
        self._house, self._saved = house, saved
        self._fixed = fixed_views(me)
        self.entries: list[Entry] = self._make()
        house.changed.connect(self._refresh)
        saved.changed.connect(self._refresh)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        choosable = index.isValid() and self.entries[index.row()].view is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if choosable else Qt.ItemFlag.NoItemFlags

    def place(self, key: str) -> int:
        """The line with this key, or -1."""
        return next((number for number, entry in enumerate(self.entries) if entry.key == key), -1)

    def _spoken(self, entry: Entry) -> str:
        words = [entry.text, number_of(entry) if entry.count else "", entry.tip]
        return ", ".join(word for word in words if word)

    def _refresh(self) -> None:
        made = self._make()
        if [entry.key for entry in made] == [entry.key for entry in self.entries]:
            self.entries = made
            self.dataChanged.emit(self.index(0), self.index(len(made) - 1))
            return
        self.beginResetModel()
        self.entries = made
        self.endResetModel()

    def _make(self) -> list[Entry]:
        counts = self._house.counts
        made = [self._line(view, QCoreApplication.translate("Views", view.text)) for view in self._fixed]
        if self._house.accounts:
            made.append(Entry(text=QCoreApplication.translate("Sidebar", "Channels")))
        names = [one.account.handle.partition("@")[0] for one in self._house.accounts]
        for one, name in zip(self._house.accounts, names, strict=True):
            # Two accounts of one name on two servers are told apart by the server.
            shown = name if names.count(name) == 1 else one.account.handle
            info = self._house.channel(one.account.channel)
            view = account_view(one.account.id, called(info, shown, limit=80))
            badge, colour = self._house.badge(one.account.channel)
            tip = f"{called(info, one.account.handle)} · {health_word(one.health)}"
            made.append(
                Entry(
                    text=view.text,
                    view=view,
                    count=view.count(counts) if view.count else 0,
                    badge=badge,
                    badge_colour=colour,
                    health=one.health.health,
                    tip=tip,
                )
            )
        made += self._saved_lines()
        if self._house.labels:
            made.append(Entry(text=QCoreApplication.translate("Sidebar", "Labels")))
        for label in self._house.labels:
            view = label_view(label.id, text.one_line(label.name, limit=60))
            made.append(
                Entry(text=view.text, view=view, count=view.count(counts) if view.count else 0, tone=label.colour)
            )
        return made

    def _saved_lines(self) -> list[Entry]:
        if not self._saved.views:
            return []
        made = [Entry(text=QCoreApplication.translate("Sidebar", "Saved views"))]
        for saved in self._saved.views:
            view = saved_view(saved, text.one_line(saved.name, limit=60))
            count = self._saved.counts.get(saved.id, 0)
            tip = text.one_line(print_query(parse(saved.query).node, language()), limit=300)
            if count is None:
                tip += QCoreApplication.translate("Sidebar", " · not counted: that would take too long")
            shown = min(count or 0, _MOST_SHOWN)
            made.append(
                Entry(text=view.text, view=view, count=shown, more=(count or 0) > shown, tone=saved.colour, tip=tip)
            )
        return made

    def _line(self, view: View, words: str) -> Entry:
        counts = self._house.counts
        urgent = bool(view.urgent and view.urgent(counts))
        return Entry(text=words, view=view, count=view.count(counts) if view.count else 0, urgent=urgent)
