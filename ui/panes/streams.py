"""Up to four lists side by side, for those who watch several views at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import text
from ui.bridge import Bridge
from ui.models.conversations import ConversationModel
from ui.models.house import House
from ui.models.sidebar import Entry, SidebarModel
from ui.panes.conversation_table import ConversationTable
from ui.theme import Theme
from ui.views import View

MOST = 4


class StreamTable(ConversationTable):
    """A list that opens nothing by itself; Left and Right go to the list beside it (``sideways``: -1 or 1)."""

    sideways = Signal(int)

    def __init__(self, theme: Theme, house: House, model: ConversationModel) -> None:
        super().__init__(theme, house, model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._entering = False

    def _open_first(self) -> bool:
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row the current one; to look across must not open (and so read) anything.
        self._entering = True
        super().focusInEvent(event)
        self._entering = False

    def _current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        if not self._entering:
            super()._current_changed(now, before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.sideways.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.current_id is None:
            self.go_to_row(0)
        else:
            super().keyPressEvent(event)


class Stream(QWidget):
    """One column: ``opened`` carries the view's key and a conversation, ``picked`` comes when its view changes.

    ``menu_asked`` carries a conversation, which was opened, and a place on the screen.
    """

    opened = Signal(str, int)
    picked = Signal()
    closed = Signal()
    menu_asked = Signal(int, QPoint)

    def __init__(self, bridge: Bridge, theme: Theme, house: House, views: SidebarModel, key: str) -> None:
        super().__init__()
        self._theme, self._views = theme, views
        self.key = key
        self._view: View | None = None
        self.model = ConversationModel(bridge)
        self.table = StreamTable(theme, house, self.model)
        self.title = QToolButton()
        self.title.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.title.setMenu(QMenu(self.title))
        self.title.menu().aboutToShow.connect(self._fill)
        self._count = QLabel()
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setToolTip(self.tr("Close this column"))
        self.close_button.setAccessibleName(self.tr("Close this column"))
        self.close_button.clicked.connect(self.closed)
        head = QWidget()
        head.setObjectName("streamHead")
        line = QHBoxLayout(head)
        line.setContentsMargins(8, 7, 6, 6)
        line.addWidget(self.title, 1)
        line.addWidget(self._count)
        line.addWidget(self.close_button)
        self._head = head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        self._empty = QLabel(self.table)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumWidth(150)
        self.table.current.connect(self._current)
        self.table.customContextMenuRequested.connect(self._ask_menu)
        for signal in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved, self.model.filled):
            signal.connect(self._tell)
        for signal in (views.modelReset, views.dataChanged):
            signal.connect(self.refresh)
        theme.changed.connect(self._paint)
        self._paint()
        self.refresh()

    def _fill(self) -> None:
        menu = self.title.menu()
        menu.clear()
        for entry in self._views.entries:
            if entry.view is None:
                menu.addSection(entry.text.replace("&", "&&"))
                continue
            action = menu.addAction(entry.text.replace("&", "&&"), partial(self.choose, entry.key))
            action.setCheckable(True)
            action.setChecked(entry.key == self.key)

    def choose(self, key: str) -> None:
        """Show another view."""
        self.key = key
        self.table.forget()
        self.refresh()
        self.picked.emit()

    def refresh(self) -> None:
        """The views have changed: ask what this one asks for now."""
        found: Entry | None = next((one for one in self._views.entries if one.key == self.key), None)
        view = found.view if found is not None else None
        self.title.setText(f"{found.text if found is not None else self.tr('This view is gone')} ▾")
        self.title.setAccessibleName(self.tr("View of this column: {name}").format(name=found.text if found else ""))
        self.table.setAccessibleName(found.text if found is not None else "")
        if view is not None and (self._view is None or view.query != self._view.query):
            self.model.set_query(view.query)
        self._view = view
        self._tell()

    def _tell(self) -> None:
        known = self.model.loaded and self._view is not None
        self._count.setText(text.number(self.model.found) if known else "")
        self._empty.setText(QCoreApplication.translate("Views", self._view.empty) if self._view else "")
        self._empty.setVisible(known and not self.model.rowCount())
        self._empty.setGeometry(16, 50, max(0, self.width() - 32), 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _current(self, conversation_id: int | None) -> None:
        if conversation_id is not None and self._view is not None:
            self.opened.emit(self.key, conversation_id)

    def _ask_menu(self, place: QPoint) -> None:
        row = self.table.indexAt(place).row()
        one = self.model.id_at(row) if row >= 0 else None
        if one is not None:
            self.menu_asked.emit(one, self.table.viewport().mapToGlobal(place))

    def follow(self, conversation_id: int | None) -> None:
        """The thread beside the columns shows this one now: mark it here, or nothing."""
        if conversation_id == self.table.current_id:
            return
        self.table.blockSignals(True)
        if conversation_id is None or not self.table.go_to(conversation_id):
            self.table.forget()
        self.table.blockSignals(False)

    def _paint(self) -> None:
        colours = self._theme.tokens.names()
        self.title.setFont(self._theme.font(14, 600))
        self._empty.setStyleSheet(f"color: {colours['muted']};")
        self._head.setStyleSheet(
            f"#streamHead {{ background: {colours['panel']}; border-bottom: 1px solid {colours['line']}; }}"
            f"QLabel {{ color: {colours['muted']}; font-size: 12px; }}"
            f"QToolButton {{ color: {colours['fg']}; text-align: left; padding: 2px 4px; }}"
        )


class StreamsPane(QWidget):
    """The columns and the way to one more.

    ``opened`` and ``menu_asked`` as of a column, ``changed`` when what stands here changes, ``filled`` when a column
    has its list.
    """

    opened = Signal(str, int)
    menu_asked = Signal(int, QPoint)
    changed = Signal()
    filled = Signal()

    def __init__(
        self, bridge: Bridge, theme: Theme, house: House, views: SidebarModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = bridge, theme, house, views
        self.streams: list[Stream] = []
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self.more = QPushButton(self.tr("+ Column"), self)
        self.more.setProperty("flat_link", True)
        self.more.clicked.connect(lambda: self.add("everything"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        # More than the one list needs, and yet the window may be narrow while nobody looks at the columns.
        self.setMinimumWidth(240)

    @property
    def keys(self) -> list[str]:
        """The views from left to right."""
        return [stream.key for stream in self.streams]

    def show_views(self, keys: list[str]) -> None:
        """Let the columns be these."""
        for stream in list(self.streams):
            self._drop(stream)
        for key in keys[:MOST]:
            self._add(key)

    def add(self, key: str) -> None:
        """One more at the right."""
        if len(self.streams) < MOST:
            self._add(key).title.setFocus()
            self.changed.emit()

    def _add(self, key: str) -> Stream:
        stream = Stream(*self._parts, key)
        self.streams.append(stream)
        self._splitter.addWidget(stream)
        stream.opened.connect(self.opened)
        stream.menu_asked.connect(self.menu_asked)
        stream.picked.connect(self.changed)
        stream.model.filled.connect(self.filled)
        stream.closed.connect(lambda: self._close(stream))
        stream.table.sideways.connect(partial(self._go, stream))
        self.more.setVisible(len(self.streams) < MOST)
        return stream

    def _close(self, stream: Stream) -> None:
        if len(self.streams) > 1:
            self._drop(stream)
            self.streams[0].table.setFocus()
            self.changed.emit()

    def _drop(self, stream: Stream) -> None:
        self.streams.remove(stream)
        stream.hide()
        stream.setParent(None)
        stream.deleteLater()
        self.more.setVisible(len(self.streams) < MOST)

    def _go(self, stream: Stream, step: int) -> None:
        place = self.streams.index(stream) + step
        if 0 <= place < len(self.streams):
            self.streams[place].table.setFocus()

    def follow(self, key: str, conversation_id: int | None) -> None:
        """Mark what the thread shows in the column of its view alone."""
        first = next((one for one in self.streams if one.key == key), None)
        for stream in self.streams:
            stream.follow(conversation_id if stream is first else None)
