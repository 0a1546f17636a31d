"""What people do with saved views: save, rename, edit, move, delete; each step can be undone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from scrm_desktop.domain.query import parse, print_query
from scrm_desktop.domain.saved_views import ArrangeViews, SavedView, Views, moved, with_view, without_view
from ui import text
from ui.bridge import Bridge
from ui.dialogs.view_name import ViewNameDialog
from ui.models.saved_views import SavedViews
from ui.panes.conversation_list import ConversationList
from ui.panes.sidebar import Sidebar
from ui.query_words import language
from ui.triage import Triage


class SavedViewActions(QObject):
    """Between the sidebar's context menu, the list's search field and the desk."""

    def __init__(
        self,
        window: QWidget,
        *,
        bridge: Bridge,
        saved: SavedViews,
        sidebar: Sidebar,
        pane: ConversationList,
        triage: Triage,
    ) -> None:
        super().__init__(window)
        self._window, self._saved, self._sidebar, self._list = window, saved, sidebar, pane
        self._bridge, self._triage = bridge, triage
        self._one_at_a_time = asyncio.Lock()
        sidebar.menu_asked.connect(self._menu)
        pane.save_asked.connect(self.ask_name)

    def _do(self, change: Callable[[Views], ArrangeViews], words: str) -> None:
        self._bridge.spawn(self._change(change, words))

    async def _change(self, change: Callable[[Views], ArrangeViews], words: str) -> None:
        """One after the other, each upon what the last one left: two quick moves are two steps, not one lost."""
        desk, ask = self._bridge.desk, self._bridge.ask
        async with self._one_at_a_time:
            inverse = await ask(desk.triage(change(await ask(desk.saved_views()))))
        self._triage.remember(inverse, words)

    def _view(self, key: str) -> SavedView | None:
        return next((view for view in self._saved.views if f"saved:{view.id}" == key), None)

    def _menu(self, key: str, place: QPoint) -> None:
        view = self._view(key)
        if view is None:
            return
        menu = QMenu(self._sidebar)
        menu.addAction(self.tr("Rename…"), lambda: self.rename(view))
        menu.addAction(self.tr("Edit the query"), lambda: self.edit(view))
        menu.addSeparator()
        up = menu.addAction(self.tr("Move up"), lambda: self.move(view, -1))
        down = menu.addAction(self.tr("Move down"), lambda: self.move(view, 1))
        up.setEnabled(view != self._saved.views[0])
        down.setEnabled(view != self._saved.views[-1])
        menu.addSeparator()
        menu.addAction(self.tr("Delete"), lambda: self.delete(view))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def ask_name(self, view: SavedView) -> None:
        """Ask under which name a query shall be kept."""
        title = self.tr("Save the view") if view.id else self.tr("Save as view")
        dialog = self._dialog(view, title, both=bool(view.id))
        dialog.named.connect(partial(self._save, view))
        dialog.open()

    def _dialog(self, view: SavedView, title: str, *, both: bool = False) -> ViewNameDialog:
        shown = text.one_line(print_query(parse(view.query).node, language()), limit=400)
        return ViewNameDialog(self._window, name=view.name, query=shown, title=title, both=both)

    def _save(self, edited: SavedView, name: str, new: bool) -> None:
        view = replace(edited, name=name, id=0 if new else edited.id)
        words = self.tr("View “{name}” saved").format(name=text.one_line(view.name))
        self._do(lambda views: with_view(views, view), words)
        # Where it stands is not known before it is stored; then it is chosen.
        self._sidebar.wish = view.name if not view.id else f"saved:{view.id}"

    def rename(self, view: SavedView) -> None:
        """Ask for another name."""
        dialog = self._dialog(view, self.tr("Rename the view"))
        dialog.named.connect(partial(self._rename, view))
        dialog.open()

    def _rename(self, view: SavedView, name: str, _new: bool) -> None:
        words = self.tr("View renamed to “{name}”").format(name=text.one_line(name))
        self._do(lambda views: with_view(views, replace(view, name=name)), words)

    def edit(self, view: SavedView) -> None:
        """Put its query into the search field."""
        self._sidebar.choose(f"saved:{view.id}")
        self._list.edit(view)

    def move(self, view: SavedView, by: int) -> None:
        """One place up or down."""
        words = self.tr("View “{name}” moved").format(name=text.one_line(view.name))
        self._do(lambda views: moved(views, view.id, by), words)

    def delete(self, view: SavedView) -> None:
        """Take it away; Undo brings it back."""
        words = self.tr("View “{name}” deleted").format(name=text.one_line(view.name))
        self._do(lambda views: without_view(views, view.id), words)
