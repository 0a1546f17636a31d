"""The list of conversations: a table of one column, since it alone takes a million rows of one height at no cost."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.delegates.conversation import HEIGHT, ConversationDelegate
from ui.keys import is_typed
from ui.models.conversations import ConversationModel
from ui.models.house import House
from ui.theme import Theme

_Flag = QItemSelectionModel.SelectionFlag


class ConversationTable(QTableView):
    """Keeps the chosen conversation chosen by its id, however the list changes around it.

    ``current`` carries the id of the conversation to show (None: none); ``picked`` comes when the selection changes,
    ``painted`` after each painting.
    """

    current = Signal(object)
    picked = Signal()
    painted = Signal()

    def __init__(self, theme: Theme, house: House, model: ConversationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._current: int | None = None
        self.wish: int | None = None
        """A conversation to choose as soon as the next list is there."""
        self._resting, self._rests = 0, False
        self.by_itself = False
        """Whether the current conversation was opened by the program, not by the person."""
        self.touched = False
        """Whether a person has taken part yet; until then the first row of the list is shown, whichever it is."""
        self._delegate = ConversationDelegate(theme, house)
        # Before Qt's own selection hears of it and takes a neighbour, as if a person had chosen it.
        model.rowsAboutToBeRemoved.connect(self._restore_soon)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._look()
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self._restore_soon)
        model.filled.connect(self._begin)
        self._restoring = QTimer(self, singleShot=True, interval=0)
        self._restoring.timeout.connect(self._restore)
        self._minute = QTimer(self, interval=30_000)
        self._minute.timeout.connect(self.viewport().update)
        self._minute.start()
        theme.changed.connect(self._drawn_anew)
        house.changed.connect(self.viewport().update)

    def _look(self) -> None:
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(40)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._theme.px(HEIGHT))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Conversations"))

    def _drawn_anew(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(HEIGHT))
        self.viewport().update()

    @property
    def loaded(self) -> bool:
        """Whether what stands here answers the current query."""
        return self._model.loaded

    @property
    def current_id(self) -> int | None:
        """The conversation that is shown."""
        return self._current

    def selected_ids(self) -> tuple[int, ...]:
        """The chosen conversations in the order of the list; without a selection the current one."""
        return self.first_selected(self._model.rowCount())

    def first_selected(self, most: int) -> tuple[int, ...]:
        """The same, but not more than so many of them."""
        ids = array("q")
        for top, bottom in self._ranges():
            ids += self._model.ids_between(top, min(bottom, top + most - len(ids) - 1))
            if len(ids) >= most:
                break
        return tuple(ids) or (() if self._current is None else (self._current,))

    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(bottom - top + 1 for top, bottom in self._ranges())

    def selected_span(self) -> tuple[int, int]:
        """The first and the last row of the selection; of the current conversation where there is none."""
        ranges = self._ranges()
        if ranges:
            return ranges[0][0], max(bottom for _, bottom in ranges)
        place = -1 if self._current is None else self._model.place(self._current)
        return place, place

    def _ranges(self) -> list[tuple[int, int]]:
        # An index for each of very many rows would be felt.
        return sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())

    def select_everything(self) -> None:
        """Select all that the list finds, also what was never looked at; the shown conversation stays."""
        self._settle()
        last = self._model.rowCount() - 1
        if last >= 0:
            whole = QItemSelection(self._model.index(0, 0), self._model.index(last, 0))
            self.selectionModel().select(whole, _Flag.ClearAndSelect | _Flag.Rows)

    def select_current_only(self) -> None:
        """Back to the one that is shown."""
        index = self.currentIndex()
        if index.isValid():
            self.selectionModel().select(index, _Flag.ClearAndSelect | _Flag.Rows)
        else:
            self.selectionModel().clearSelection()
        self.setFocus()

    def rest_at(self, row: int) -> None:
        """Show nothing; the next step in the list goes on from this place."""
        self.forget()
        self._resting, self._rests = row, True

    def go(self, step: int) -> None:
        """Go to the next or the previous conversation."""
        self._settle()
        row = self.currentIndex().row()
        if row < 0:
            row = self._resting - 1 if step > 0 else self._resting
        self.go_to_row(row + step)

    def go_to_row(self, row: int) -> None:
        """Choose a row by its place, kept inside the list."""
        self._settle()
        count = self._model.rowCount()
        if count:
            index = self._model.index(min(max(row, 0), count - 1), 0)
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
            # Qt may have moved there by itself, while rows left: then it says nothing more, and the thread of
            # one conversation would stand beside the marked row of another.
            self._current_changed(index, index)
            self.scrollTo(index)

    def go_to(self, conversation_id: int) -> bool:
        """Choose a conversation by its id; false where it is not in the list."""
        row = self._model.place(conversation_id)
        if row >= 0:
            self.go_to_row(row)
        return row >= 0

    def touch(self) -> None:
        """A person uses the window: what they have before them stays there from now on."""
        if self._current is not None:
            self._settle()
            self.touched = True
            self._model.sticky = self._current

    def forget(self) -> None:
        """Show nothing, until the person chooses again."""
        # A list that changed a moment ago must not bring it back: it would be kept there as being read.
        self._restoring.stop()
        self._current = None
        self._model.sticky = None
        self.selectionModel().clear()
        self.current.emit(None)

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        one = self._model.id_at(now.row()) if now.isValid() else None
        if one is None or one == self._current or self._restoring.isActive():
            return
        self._current = one
        self._resting, self._rests = 0, False
        self.touched = self.touched or not self.by_itself
        self._model.sticky = one if self.touched else None
        if self._model.outlived:
            # The one that was read has left this view meanwhile: now it may go. To ask each time would read a
            # million ids for every conversation that is opened.
            self._model.reload()
        self.current.emit(one)

    def _begin(self) -> None:
        """A new list is there: stay with the conversation if it is in it, else begin with the first."""
        self._restoring.stop()
        self._rests = False
        wish, self.wish = self.wish, None
        if wish is not None and self.go_to(wish):
            return
        if self._current is not None and self._model.place(self._current) >= 0:
            # It is still being read: an answer must not take it out of the new list under the person's eyes.
            self._model.sticky = self._current if self.touched else None
            self._restore()
        elif not self._open_first():
            self.forget()

    def _open_first(self) -> bool:
        if not self._model.loaded or not self._model.rowCount():
            return False
        self.by_itself = True
        self.go_to_row(0)
        self.by_itself = False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._settle()
        if event.key() == Qt.Key.Key_Escape and self.selected_count() > 1:
            self.select_current_only()
        elif is_typed(event):
            # For the window's actions: the list's own search by first letters would read a million rows for each.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._settle()
        super().mousePressEvent(event)

    def _settle(self) -> None:
        """The list has just changed under the person's hand: put the selection right before they move it."""
        if self._restoring.isActive():
            self._restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def _selection_changed(self, _on: QItemSelection, _off: QItemSelection) -> None:
        self.picked.emit()

    def _restore_soon(self) -> None:
        # Several steps of one change arrive one after the other: put the selection right once, after the last.
        if not self._restoring.isActive():
            self._restoring.start()

    def _restore(self) -> None:
        self._restoring.stop()
        if self._rests and self._current is None:
            return
        if self._current is None or not self.touched:
            # Nobody has chosen anything: show the first, instead of what happened to come first or an empty page.
            if not self._open_first() and self._current is not None and self._model.loaded:
                self.forget()
            return
        row = self._model.place(self._current)
        if row < 0:
            if self._model.loaded:
                self.forget()
            return
        if self.currentIndex().row() != row or not self.selectionModel().hasSelection():
            index = self._model.index(row, 0)
            picked = self.selectionModel()
            picked.setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
