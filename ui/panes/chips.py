"""The round filter buttons over the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import InboxQuery
from ui.flow import FlowRow

_STYLE = """
QPushButton { border: 1px solid %(line)s; border-radius: 10px; padding: 2px 9px;
  min-height: 15px; max-height: 15px; font-size: 12px; font-weight: 400;
  color: %(muted)s; background: transparent; }
QPushButton:hover { background: %(bg)s; }
QPushButton:checked { background: %(accent_soft)s; border-color: %(accent_soft)s; color: %(accent)s; font-weight: 600; }
QPushButton:focus { border-color: %(accent)s; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton:disabled { color: %(faint)s; border-style: dashed; }
QPushButton:checked:disabled { color: %(muted)s; }
"""


class Chips(FlowRow):
    """Open, Unread, Public, Direct: each narrows the list; ``changed`` when a person clicks one.

    ``filter`` opens the menu of all other filters.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._base = InboxQuery()
        self._buttons = {
            "open": QPushButton(self.tr("Open"), self),
            "unread": QPushButton(self.tr("Unread"), self),
            "public": QPushButton(self.tr("Public"), self),
            "direct": QPushButton(self.tr("Direct"), self),
        }
        self.filter = QPushButton(self.tr("+ Filter"), self)
        self.filter.setToolTip(self.tr("Add a filter: field, operator, value"))
        for name, button in self._buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self._clicked(name))
        self.put([*self._buttons.values(), self.filter])

    def paint_with(self, colours: dict[str, str], sized: Callable[[str], str] = str) -> None:
        """Take the theme's colours and size."""
        self.setStyleSheet(sized(_STYLE % colours))
        self.arrange()

    def begin(self, query: InboxQuery) -> None:
        """Show what a view asks for by itself."""
        self._base = query
        self._buttons["open"].setChecked(query.status is Status.OPEN)
        free = query.status in (None, Status.OPEN) and not query.needs_reply and not query.spam
        self._buttons["open"].setEnabled(free)
        self._buttons["unread"].setChecked(query.unread)
        self._buttons["unread"].setEnabled(not query.unread)
        self._buttons["public"].setChecked(query.kind == "public")
        self._buttons["direct"].setChecked(query.kind == "direct")

    def search(self, on: bool) -> None:
        """While all history is searched, the view's state does not restrict, and shows none of itself."""
        self._buttons["open"].setVisible(not on)
        self.arrange()

    def narrow(self, query: InboxQuery) -> InboxQuery:
        """The query with what is pressed."""
        status = query.status
        if self._buttons["open"].isEnabled():
            status = Status.OPEN if self._buttons["open"].isChecked() else None
        kind = next((name for name in ("public", "direct") if self._buttons[name].isChecked()), None)
        return replace(query, status=status, unread=self._buttons["unread"].isChecked(), kind=kind)

    def _clicked(self, name: str) -> None:
        other = {"public": "direct", "direct": "public"}.get(name)
        if other:
            self._buttons[other].setChecked(False)
        self.changed.emit()
