"""The middle column: title, search, chips, and the list itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from scrm_desktop.domain.query import Phrase, Piece, Text, leaves, parse, print_query, unknown_names
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.views import InboxQuery, Sort
from ui import text
from ui.actions import Actions
from ui.models.conversations import ConversationModel
from ui.models.house import House
from ui.panes.chips import Chips
from ui.panes.conversation.elided import ElidedLabel
from ui.panes.conversation_table import ConversationTable
from ui.panes.filter_menu import FilterMenu
from ui.panes.search_field import SearchField
from ui.panes.term_chips import TermChips, without
from ui.query_completion import Vocabulary
from ui.query_words import house_names, language
from ui.theme import Theme
from ui.views import View

if TYPE_CHECKING:
    from ui.panes.bulk_bar import BulkBar


class ConversationList(QWidget):
    """Joins view, chips, order and search to one query; the table is ``table``.

    ``save_asked`` carries a saved view without a name: what is typed now, or a view of the sidebar that was edited.
    """

    save_asked = Signal(object)
    bulk: BulkBar

    def __init__(
        self,
        theme: Theme,
        house: House,
        model: ConversationModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._model, self._house = theme, model, house
        self._view: View | None = None
        self._parsed = parse("")
        self._edited: SavedView | None = None
        self._sort = Sort.WAITING
        self.table = ConversationTable(theme, house, model, self)
        self.search = SearchField(self)
        self.chips = Chips(self)
        self.terms = TermChips(self)
        self._title = ElidedLabel(self)
        self._order = QToolButton(self)
        self._empty = QLabel(self.table)
        self._type_on = QTimer(self, singleShot=True, interval=200)
        self._build()
        self._type_on.timeout.connect(self._ask)
        self.search.textChanged.connect(self._typed)
        self.search.left.connect(self.table.setFocus)
        self.search.vocabulary = self.vocabulary
        self.chips.changed.connect(self._ask)
        self.chips.filter.setMenu(FilterMenu(self, self.vocabulary, self.search.add))
        self.terms.removed.connect(self._remove)
        self.terms.save_asked.connect(self.ask_to_save)
        house.changed.connect(self._show_terms)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.filled, model.outlived_changed):
            signal.connect(self._tell)
        house.changed.connect(self._tell)
        theme.changed.connect(self._paint)
        self._paint()

    def complete(self, actions: Actions) -> None:
        """Add the bar for several conversations, of which nobody can have selected any before."""
        from ui.panes.bulk_bar import BulkBar

        self.bulk = BulkBar(self._theme, actions, self.table, self._model, self)
        self._whole.insertWidget(1, self.bulk)

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
        column.addWidget(self.terms)
        column.addWidget(self.chips)
        head.setObjectName("listHead")
        self._head = head
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order.setMenu(self._order_menu())
        self._order.setAccessibleName(self.tr("Order of the list"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.table, 1)

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
        self._write("")
        self.chips.begin(view.query)
        self._ask()
        self.table.scrollToTop()

    def edit(self, saved: SavedView) -> None:
        """Put the query of a saved view into the field; to save it then changes that view."""
        self._sort = saved.sort
        self._write(print_query(parse(saved.query).node, language()))
        self._edited = saved
        self._ask()
        self.search.setFocus()

    def _write(self, words: str) -> None:
        self.search.setText(words)
        self.search.hide_popup()
        # What the program wrote is asked for at once, by whoever wrote it.
        self._type_on.stop()

    def vocabulary(self) -> Vocabulary:
        """The names that can be completed."""
        names = house_names(self._house)
        handles = [handle for handle, _ in names.accounts]
        people = dict.fromkeys(row.person for row in self._model.rows() if row.person)
        colleagues = sorted(self._house.people, key=str.casefold)
        return Vocabulary(names.labels, handles, names.channels, colleagues, tuple(people))

    @property
    def query(self) -> InboxQuery:
        """What is asked for now; while something typed is not understood, what was asked before it."""
        base = self._view.query if self._view else InboxQuery()
        if not self._parsed.text.strip():
            return replace(self.chips.narrow(base), sort=self._sort)
        # All history is searched, whatever view is open; only what narrows by itself stays.
        narrow = self.chips.narrow(InboxQuery())
        sort = Sort.NEWEST if self._finds_words else self._sort
        where = self._parsed.node
        return InboxQuery(where=where, kind=narrow.kind, unread=narrow.unread, spam=base.spam, sort=sort)

    @property
    def _finds_words(self) -> bool:
        """Whether free words are searched: then the newest come first."""
        return any(isinstance(one, Text | Phrase) for one in leaves(self._parsed.node))

    def _typed(self, words: str) -> None:
        if words:
            self._type_on.start()
        else:
            self._ask()

    def _ask(self) -> None:
        self._type_on.stop()
        found = parse(self.search.text())
        if not found.text.strip():
            self._edited = None
        if not found.problems:
            self._parsed = found
            self._model.set_query(self.query)
        self.chips.search(bool(found.text.strip()))
        self._show_terms()
        self._tell()

    def _show_terms(self) -> None:
        found = parse(self.search.text())
        saved = self._view.query.where if self._view and not found.text.strip() else None
        unknown = unknown_names(found.node if saved is None else saved, house_names(self._house))
        self.terms.show_query(found, unknown if self._house.ready else ())

    def _remove(self, piece: Piece) -> None:
        self.search.setText(without(self.search.text(), piece))
        self._ask()
        (self.terms.chips[0] if self.terms.chips else self.search).setFocus()

    def ask_to_save(self) -> None:
        """Keep what is typed as a saved view, if it is understood."""
        found = parse(self.search.text())
        if found.problems or not found.pieces:
            return
        view = SavedView(name="", query=print_query(found.node), sort=self.query.sort)
        if self._edited is not None:
            view = replace(view, id=self._edited.id, name=self._edited.name, colour=self._edited.colour)
        self.save_asked.emit(view)

    def _order_by(self, sort: Sort) -> None:
        self._sort = sort
        self._ask()

    def _tell(self) -> None:
        searching = bool(self.search.text().strip())
        by_words = searching and self._finds_words
        name = self._view_name
        self._title.setText(self.tr("Search results") if searching else name)
        count = self._model.found
        order = self._order_words(Sort.NEWEST if by_words else self._sort)
        self._order.setText(f"{text.number(count)} · {order} ▾" if self._model.loaded else "…")
        self._order.setEnabled(not by_words)
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

    @property
    def _view_name(self) -> str:
        if self._view is None:
            return ""
        # What people called a view or an account is no text of ours: it is never looked up in a translation.
        fixed = ":" not in self._view.key
        return QCoreApplication.translate("Views", self._view.text) if fixed else self._view.text

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
        self.chips.paint_with(colours, self._theme.css)
        self.terms.paint_with(colours, self._theme.css)
        # No word of a filter is cut, in any language and at any size.
        self.setMinimumWidth(max(self._theme.px(240), self.chips.sizeHint().width() + 28))
        self._title.setFont(self._theme.font(15, 600))
        self._empty.setStyleSheet(f"color: {colours['muted']};")
        order = f"QToolButton {{ color: {colours['muted']}; font-size: 12px; padding: 2px 4px; }}"
        self._order.setStyleSheet(self._theme.css(order))
        head = (
            f"#listHead {{ background: {colours['panel']}; border-bottom: 1px solid {colours['line']}; }}"
            f"QLineEdit {{ background: {colours['bg']}; }}"
            f"QLineEdit QLabel {{ color: {colours['faint']}; border: 1px solid {colours['line']}; "
            "border-radius: 4px; padding: 0 5px; font-size: 11px; }"
        )
        self._head.setStyleSheet(self._theme.css(head))
