"""The views, the channels and the labels; choosing one fills the list."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QPushButton, QVBoxLayout, QWidget

from scrm_desktop.domain.views import InboxQuery
from ui.actions import Actions
from ui.delegates.sidebar import SidebarDelegate
from ui.keys import is_typed
from ui.models.house import House
from ui.models.saved_views import SavedViews
from ui.models.sidebar import ENTRY, Entry, SidebarModel
from ui.theme import Theme
from ui.views import View


class ViewList(QListView):
    """Letters go on to the window: they are commands there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_typed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Sidebar(QWidget):
    """``chosen`` carries the View; ``account_asked`` the id of an account that was double-clicked.

    ``menu_asked`` carries the key of a saved view and where its menu shall open.
    """

    chosen = Signal(object)
    account_asked = Signal(int)
    menu_asked = Signal(str, QPoint)

    def __init__(
        self,
        theme: Theme,
        house: House,
        saved: SavedViews,
        actions: Actions,
        me: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = "needs_reply"
        self._asked: InboxQuery | None = None
        self.wish = ""
        """Key of a view that is about to change, or name of one that is about to be there: then it is chosen."""
        self._model = SidebarModel(house, saved, me)
        self._delegate = SidebarDelegate(theme)
        self.list = ViewList(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Views"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setStyleSheet("QListView { background: transparent; }")
        add = QPushButton(self.tr("+ Connect an account"), self)
        add.setProperty("flat_link", True)
        add.clicked.connect(actions["add_account"].trigger)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 10)
        column.addWidget(self.list, 1)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.doubleClicked.connect(self._details)
        self.list.customContextMenuRequested.connect(self._details_at)
        self._model.modelReset.connect(self._restore)
        saved.changed.connect(self._saved_changed)
        theme.changed.connect(self._resized)
        self._theme = theme
        self._resized()
        self._restore()

    def _resized(self) -> None:
        self.setMinimumWidth(self._theme.px(172))
        self.list.doItemsLayout()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What stands there, headings included."""
        return tuple(self._model.entries)

    @property
    def model(self) -> SidebarModel:
        """Its lines; columns offer the same views."""
        return self._model

    @property
    def view(self) -> View:
        """The chosen view."""
        place = max(0, self._model.place(self._key))
        found = self._model.entries[place].view
        assert found is not None
        return found

    def choose(self, key: str) -> None:
        """Choose a view by its key; one that is no more leaves the first."""
        self._key = key if self._model.place(key) >= 0 else "needs_reply"
        self._restore()
        self._asked = self.view.query
        self.chosen.emit(self.view)

    def _restore(self) -> None:
        """After a reset: the same view stays chosen, and nothing is asked again unless it is gone."""
        place = self._model.place(self._key)
        lost = place < 0
        if lost:
            self._key, place = "needs_reply", 0
        picked = self.list.selectionModel()
        picked.blockSignals(True)
        picked.setCurrentIndex(self._model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        picked.blockSignals(False)
        self.list.viewport().update()
        if lost:
            self.chosen.emit(self.view)

    def _saved_changed(self) -> None:
        """A view was saved, or the chosen one was changed: show what it asks for now."""
        for entry in self._model.entries:
            if entry.view is None or not entry.key.startswith("saved:"):
                continue
            if self.wish in (entry.key, entry.text):
                self.wish = ""
                self._asked = entry.view.query
                self.choose(entry.key)
                return
            if entry.key == self._key and entry.view.query != self._asked:
                self._asked = entry.view.query
                self.chosen.emit(entry.view)
                return

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        entry = now.data(ENTRY)
        if isinstance(entry, Entry) and entry.view is not None and entry.key != self._key:
            self._key = entry.key
            self._asked = entry.view.query
            self.chosen.emit(entry.view)

    def _details_at(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        entry = index.data(ENTRY)
        if isinstance(entry, Entry) and entry.key.startswith("saved:"):
            self.menu_asked.emit(entry.key, self.list.viewport().mapToGlobal(point))
        else:
            self._details(index)

    def _details(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry) and entry.key.startswith("account:"):
            self.account_asked.emit(int(entry.key.partition(":")[2]))
