"""Columns instead of one list: on, off, and what is opened in them; remembered over a restart."""

from __future__ import annotations

import json
from typing import cast

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.panes.arrangement import Arrangement
from ui.panes.conversation_list import ConversationList
from ui.panes.rail import Rail
from ui.panes.sidebar import Sidebar
from ui.panes.streams import MOST, StreamsPane

_FIRST = ("needs_reply", "unread", "mine")


class Streams(QObject):
    """The list beneath stays the one that all actions work on: what is opened in a column is opened there too.

    ``menu_asked`` carries a place on the screen, once the conversation that it is for is the list's own.
    """

    menu_asked = Signal(QPoint)

    def __init__(
        self,
        window: QWidget,
        *,
        arrangement: Arrangement,
        stack: QStackedWidget,
        pane: StreamsPane,
        one: ConversationList,
        sidebar: Sidebar,
        rail: Rail,
        card: QWidget,
    ) -> None:
        super().__init__(window)
        self._arrangement, self._stack, self._pane, self._list = arrangement, stack, pane, one
        self._sidebar, self._rail, self._card = sidebar, rail, card
        self._before: dict[str, str] = {}
        self._keys: list[str] = list(_FIRST)
        pane.opened.connect(self._open)
        self._menu: tuple[int, QPoint] | None = None
        pane.menu_asked.connect(self._ask_menu)
        one.table.current.connect(self._offer_menu)
        pane.changed.connect(self._remember)
        pane.filled.connect(lambda: self._follow(one.table.current_id))
        one.table.current.connect(self._follow)
        rail.inbox.clicked.connect(lambda: self.show(False))
        rail.columns.clicked.connect(lambda: self.show(True))
        self._mark()

    @property
    def on(self) -> bool:
        """Whether columns stand in place of the list."""
        return self._stack.currentWidget() is self._pane

    @property
    def plain_state(self) -> dict[str, str]:
        """How the panes stand without columns."""
        return self._before if self.on else self._arrangement.state()

    def toggle(self) -> None:
        """Columns or the list."""
        self.show(not self.on)

    def show(self, on: bool) -> None:
        """Columns, or the list."""
        if on != self.on:
            if on:
                self._enter()
            else:
                self._leave()
        self._mark()

    def _enter(self) -> None:
        self._before = self._arrangement.state()
        self._pane.show_views(self._keys)
        self._stack.setCurrentWidget(self._pane)
        self._sidebar.hide()
        self._card.hide()
        self._arrangement.spread_list(300 * len(self._keys))
        self._pane.streams[0].table.setFocus()
        self._follow(self._list.table.current_id)

    def _leave(self) -> None:
        self._stack.setCurrentWidget(self._list)
        self._sidebar.show()
        self._card.show()
        self._arrangement.restore(self._before, self._arrangement.wanted)
        # Four lists that nobody sees must not ask for their rows at each change.
        self._pane.show_views([])
        self._list.table.setFocus()

    def _mark(self) -> None:
        self._rail.inbox.setChecked(not self.on)
        self._rail.columns.setChecked(self.on)
        self._rail.paint_icons()

    def _remember(self) -> None:
        if self._pane.streams:
            self._keys = self._pane.keys

    def _open(self, key: str, conversation_id: int) -> None:
        table = self._list.table
        self._menu = None
        same = self._sidebar.view.key == key and not self._list.search.text()
        if same and table.loaded and table.go_to(conversation_id):
            return
        table.wish = conversation_id
        if same and not table.loaded:
            # Its list is on its way: the old one that still stands there may hold the conversation by chance.
            return
        # The list of the same view would answer nothing new, and a wish that waits for an answer would wait for ever.
        self._sidebar.choose("everything" if same else key)

    def _ask_menu(self, conversation_id: int, place: QPoint) -> None:
        self._menu = conversation_id, place
        self._offer_menu(self._list.table.current_id)

    def _offer_menu(self, current: int | None) -> None:
        """Not before the list has it: what is chosen in the menu is done to what the list has in hand."""
        if self._menu is None:
            return
        wanted, place = self._menu
        if current == wanted and self._list.table.wish is None:
            self._menu = None
            # This one alone, whatever else was selected there.
            self._list.table.go_to(wanted)
            self.menu_asked.emit(place)

    def _follow(self, conversation_id: int | None) -> None:
        if self.on and self._list.table.wish is None:
            self._pane.follow(self._sidebar.view.key, conversation_id)

    # -- over a restart ---------------------------------------------------------------------------
    def kept(self) -> str:
        """What the next start shall know."""
        return json.dumps({"on": self.on, "views": self._keys})

    def restore(self, kept: str) -> None:
        """Stand as the last run did; what can't be read is as if there was none."""
        try:
            found: object = json.loads(kept)
        except ValueError:
            return
        if not isinstance(found, dict):
            return
        known = cast("dict[str, object]", found)
        views = known.get("views")
        if isinstance(views, list):
            keys = [key for key in cast("list[object]", views) if isinstance(key, str)][:MOST]
            self._keys = keys or list(_FIRST)
        self.show(known.get("on") is True)
