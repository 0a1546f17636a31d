"""The middle column: title, search, chips, and the list itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from scrm_desktop.domain.views import InboxQuery, Sort
from ui import text
from ui.actions import Actions
from ui.models.conversations import ConversationModel
from ui.models.house import House
from ui.panes.bulk_bar import BulkBar
from ui.panes.chips import Chips
from ui.panes.conversation_table import ConversationTable
from ui.theme import Theme
from ui.views import View


class SearchField(QLineEdit):
    """Escape empties it, Down and Return go on to the list."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = QLabel(QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText), self)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._typed)

    def _typed(self, words: str) -> None:
        self.hint.setVisible(not words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.adjustSize()
        self.hint.move(self.width() - self.hint.width() - 8, (self.height() - self.hint.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ConversationList(QWidget):
    """Joins view, chips, order and search to one query; the table is ``table``."""

    def __init__(
        self,
        theme: Theme,
        house: House,
        model: ConversationModel,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._model, self._house = theme, model, house
        self._view: View | None = None
        self._sort = Sort.WAITING
        self.table = ConversationTable(theme, house, model, self)
        self.bulk = BulkBar(theme, actions, self.table, model, self)
        self.search = SearchField(self)
        self.chips = Chips(self)
        self._title = QLabel(self)
        self._order = QToolButton(self)
        self._empty = QLabel(self.table)
        self._type_on = QTimer(self, singleShot=True, interval=200)
        self._build()
        self._type_on.timeout.connect(self._ask)
        self.search.textChanged.connect(self._type_on.start)
        self.search.left.connect(self.table.setFocus)
        self.chips.changed.connect(self._ask)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.filled, model.outlived_changed):
            signal.connect(self._tell)
        house.changed.connect(self._tell)
        theme.changed.connect(self._paint)
        self._paint()

    def _build(self) -> None:
        head = QWidget(self)
        column = QVBoxLayout(head)
        column.setContentsMargins(14, 11, 14, 10)
        column.setSpacing(9)
        first = QHBoxLayout()
        first.addWidget(self._title, 1)
        first.addWidget(self._order)
        column.addLayout(first)
        self.search.setPlaceholderText(self.tr("Search all history…"))
        self.search.setAccessibleName(self.tr("Search all history"))
        self.search.setClearButtonEnabled(True)
        column.addWidget(self.search)
        column.addWidget(self.chips)
        head.setObjectName("listHead")
        self._head = head
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order.setMenu(self._order_menu())
        self._order.setAccessibleName(self.tr("Order of the list"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.bulk)
        whole.addWidget(self.table, 1)
        self.setMinimumWidth(240)

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        orders = (
            (Sort.WAITING, self.tr("Longest waiting first")),
            (Sort.NEWEST, self.tr("Newest first")),
            (Sort.PRIORITY, self.tr("Most urgent first")),
        )
        for sort, words in orders:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(sort)
            group.addAction(action)
            action.triggered.connect(lambda _=False, sort=sort: self._order_by(sort))
        return menu

    def show_view(self, view: View) -> None:
        """Another line of the sidebar was chosen: begin with what it asks for."""
        self._view = view
        self._sort = view.query.sort
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.chips.begin(view.query)
        self._ask()
        self.table.scrollToTop()

    @property
    def query(self) -> InboxQuery:
        """What is asked for now."""
        base = self._view.query if self._view else InboxQuery()
        words = self.search.text().strip()
        if words:
            # All history is searched, whatever view is open; only what narrows by itself stays.
            kind = self.chips.narrow(InboxQuery()).kind
            unread = self.chips.narrow(InboxQuery()).unread
            return InboxQuery(text=words, kind=kind, unread=unread, spam=base.spam, sort=Sort.NEWEST)
        return replace(self.chips.narrow(base), sort=self._sort)

    def _ask(self) -> None:
        self._type_on.stop()
        self._model.set_query(self.query)
        self._tell()

    def _order_by(self, sort: Sort) -> None:
        self._sort = sort
        self._ask()

    def _tell(self) -> None:
        searching = bool(self.search.text().strip())
        name = QCoreApplication.translate("Views", self._view.text) if self._view else ""
        self._title.setText(self.tr("Search results") if searching else name)
        count = self._model.found
        order = self._order_words(Sort.NEWEST if searching else self._sort)
        self._order.setText(f"{text.number(count)} · {order} ▾" if self._model.loaded else "…")
        self._order.setEnabled(not searching)
        for action in self._order.menu().actions():
            action.setChecked(action.data() == self._sort)
        self._empty.setVisible(self._model.loaded and not self._model.rowCount())
        self._empty.setText(self._nothing(searching))
        self._place_empty()

    def _nothing(self, searching: bool) -> str:
        """Why the list is empty, and what to do next."""
        if searching:
            return self.tr("Nothing found. Try fewer words, or the beginning of one.")
        if self._house.ready and not self._house.accounts:
            return self.tr("No account is connected yet. Begin with “Connect an account” at the left.")
        return QCoreApplication.translate("Views", self._view.empty) if self._view else ""

    def _order_words(self, sort: Sort) -> str:
        """The order in a word or two."""
        return {
            Sort.NEWEST: self.tr("newest"),
            Sort.WAITING: self.tr("longest wait"),
            Sort.PRIORITY: self.tr("most urgent"),
        }[sort]

    def _place_empty(self) -> None:
        self._empty.setGeometry(20, 60, max(0, self.table.width() - 40), 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_empty()

    def _paint(self) -> None:
        tokens = self._theme.tokens
        colours = tokens.names()
        self.chips.paint_with(colours)
        self._title.setFont(self._theme.font(15, 600))
        self._empty.setStyleSheet(f"color: {colours['muted']};")
        self._order.setStyleSheet(f"QToolButton {{ color: {colours['muted']}; font-size: 12px; padding: 2px 4px; }}")
        self._head.setStyleSheet(
            f"#listHead {{ background: {colours['panel']}; border-bottom: 1px solid {colours['line']}; }}"
            f"QLineEdit {{ background: {colours['bg']}; }}"
            f"QLineEdit QLabel {{ color: {colours['faint']}; border: 1px solid {colours['line']}; "
            "border-radius: 4px; padding: 0 5px; font-size: 11px; }"
        )
