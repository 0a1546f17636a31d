"""The thread as a list: keeps its place when rows change, lets text be selected, and says what was clicked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip, QWidget

from scrm_desktop.late_dataclass import dataclass
from ui.delegates.thread_delegate import ThreadDelegate
from ui.delegates.thread_sheet import Hit, Sheet
from ui.delegates.thread_text import ascii_host, utf16
from ui.models.thread_model import ThreadModel
from ui.models.thread_rows import ThreadRow
from ui.panes.conversation.selection import END, ThreadSelection, word_at
from ui.theme import Theme

_BOTTOM_SLACK = 6


@dataclass(frozen=True, slots=True)
class Held:
    """Where the person was reading: at the end, or at a row so far below the top edge."""

    bottom: bool
    key: str = ""
    top: int = 0


class ThreadView(QListView):
    """``acted`` is (what, row, value) for a painted link; ``menu_wanted`` is (row, global place)."""

    acted = Signal(str, object, str)
    menu_wanted = Signal(object, QPoint)
    link_clicked = Signal(str)
    near_top = Signal()
    at_bottom_changed = Signal(bool)

    def __init__(self, model: ThreadModel, delegate: ThreadDelegate, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self._rows = model
        self._delegate = delegate
        self._theme = theme
        self.marked = ThreadSelection(model, delegate.sheet)
        self._pressed: tuple[ThreadRow, Hit | str] | None = None
        self._by_keys = False
        self._was_bottom = True
        self._settling = False
        self._clicks = 0
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._set_up()
        self._relayout = QTimer(self, singleShot=True, interval=30)
        self._relayout.timeout.connect(self._lay_out_width)
        self._drag = QTimer(self, interval=30)
        self._drag.timeout.connect(self._scroll_by_drag)
        self._triple = QTimer(self, singleShot=True, interval=QGuiApplication.styleHints().mouseDoubleClickInterval())
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Fixed)
        # One batch holds every window that is loaded: a second one would move what is being read.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(4_000)
        self.setMouseTracking(True)
        self.setViewportMargins(0, 8, 0, 8)
        self.verticalScrollBar().setSingleStep(24)
        self.setAccessibleName(self.tr("Conversation"))

    # -- place -------------------------------------------------------------------------------------
    def at_bottom(self) -> bool:
        """Whether the newest message is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _BOTTOM_SLACK

    def hold(self) -> Held:
        """Remember the place before rows change."""
        if self.at_bottom():
            return Held(True)
        first = self.indexAt(QPoint(self.viewport().width() // 2, 1)).row()
        # Not a day line: that one moves up when older messages of its day come.
        for place in range(max(0, first), min(first + 3, self._rows.rowCount())):
            row = self._rows.row_at(place)
            if row.item is not None:
                return Held(False, row.key, self.visualRect(self._rows.index(place)).top())
        return Held(False)

    def restore(self, held: Held) -> None:
        """Come back to the place after rows changed."""
        self._settling = True
        self.executeDelayedItemsLayout()
        bar = self.verticalScrollBar()
        place = self._rows.place_of(held.key) if held.key else None
        if held.bottom:
            bar.setValue(bar.maximum())
        elif place is not None:
            bar.setValue(bar.value() + self.visualRect(self._rows.index(place)).top() - held.top)
        self._settling = False
        self._scrolled()

    def to_bottom(self) -> None:
        """Show the newest message."""
        self.restore(Held(True))

    def relayout(self, key: str | None = None) -> None:
        """A row (or all) has another height or look now; the place is kept."""
        held = self.hold()
        self._delegate.forget(key)
        self.scheduleDelayedItemsLayout()
        self.restore(held)
        self.viewport().update()

    def ask_for_older(self) -> None:
        """Say so where the beginning of what is loaded is near."""
        if self.verticalScrollBar().value() < self.viewport().height():
            self.near_top.emit()

    def _scrolled(self) -> None:
        if self._settling:
            return
        self.ask_for_older()
        if self.at_bottom() != self._was_bottom:
            self._was_bottom = self.at_bottom()
            self.at_bottom_changed.emit(self._was_bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        was = self._was_bottom
        super().resizeEvent(event)
        if self.width() != self._delegate.width:
            few = self._rows.rowCount() <= 40
            self._lay_out_width() if few else self._relayout.start()
        elif was:
            self.to_bottom()

    def _lay_out_width(self) -> None:
        held = Held(True) if self._was_bottom else self.hold()
        # The whole width: the scroll bar lies over the rows' empty margin, so its coming lays out nothing anew.
        if self._delegate.set_width(self.width()):
            self.scheduleDelayedItemsLayout()
            self.restore(held)

    # -- mouse -------------------------------------------------------------------------------------
    def _row_under(self, point: QPoint) -> tuple[ThreadRow, Sheet, QPointF] | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        row = self._rows.row_at(index.row())
        return row, self._delegate.sheet(row), QPointF(point - self.visualRect(index).topLeft()) / self._theme.zoom

    def _target(self, point: QPoint) -> tuple[ThreadRow, Hit | str] | None:
        """The painted link, or the address in a text, under the mouse."""
        under = self._row_under(point)
        if under is None:
            return None
        row, sheet, inside = under
        for hit in sheet.hits:
            if hit.rect.contains(inside):
                return row, hit
        link = sheet.body.link_at(inside) if sheet.body is not None else None
        return (row, link.url) if link is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        point = event.position().toPoint()
        under = self._row_under(point)
        self._make_current(self.indexAt(point))
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = self._target(point)
        if self._triple.isActive() and under is not None:
            self._mark(under[0].key, 0, END)
            return
        keep = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.marked.anchor is not None
        if under is not None and under[1].body is not None:
            place = (under[0].key, under[1].body.position(under[2]))
            self.marked.anchor = self.marked.anchor if keep else place
            self.marked.cursor = place
        else:
            self.marked.clear()
        self._show_marked()

    def _make_current(self, index: QModelIndex) -> None:
        # Qt would scroll the row into view: a click must not move what is being read.
        self.setAutoScroll(False)
        self.setCurrentIndex(index)
        self.setAutoScroll(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton and self.marked.anchor is not None:
            self._drag_to(point)
            outside = not self.viewport().rect().contains(point)
            self._drag.start() if outside else self._drag.stop()
            return
        self._set_pointer(point)

    def _set_pointer(self, point: QPoint) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._target(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            under = self._row_under(point)
            body = under[1].body if under is not None else None
            if under is not None and body is not None and body.rect.adjusted(-4, -2, 4, 2).contains(under[2]):
                shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _drag_to(self, point: QPoint) -> None:
        edge = self.viewport().rect()
        inside = QPoint(point.x(), max(edge.top() + 1, min(point.y(), edge.bottom() - 1)))
        under = self._row_under(inside)
        if under is not None and under[1].body is not None:
            self.marked.cursor = (under[0].key, under[1].body.position(under[2]))
            self._show_marked()

    def _scroll_by_drag(self) -> None:
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        height = self.viewport().height()
        by = point.y() if point.y() < 0 else max(0, point.y() - height)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + max(-60, min(60, by)))
        self._drag_to(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag.stop()
        pressed, self._pressed = self._pressed, None
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None or self.marked.ranges():
            return
        if self._target(event.position().toPoint()) == pressed:
            self._click(*pressed)

    def _click(self, row: ThreadRow, what: Hit | str) -> None:
        if isinstance(what, str):
            self.link_clicked.emit(what)
        else:
            self.acted.emit(what.act, row, what.value)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._triple.start()
        self._make_current(self.indexAt(event.position().toPoint()))
        under = self._row_under(event.position().toPoint())
        if under is not None and under[1].body is not None and self._target(event.position().toPoint()) is None:
            body = under[1].body
            self._mark(under[0].key, *word_at(body.text, body.position(under[2])))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._menu_at_current()
            return
        under = self._row_under(self.viewport().mapFromGlobal(event.globalPos()))
        if under is not None and under[0].item is not None:
            self.menu_wanted.emit(under[0], event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            import html

            found = self._target(event.pos())
            said = found[1] if found is not None and isinstance(found[1], str) else ""
            # Escaped: a tool tip would take markup in a link for its own.
            text = f"<b>{html.escape(ascii_host(said))}</b><br>{html.escape(said[:300])}" if said else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    # -- selection ---------------------------------------------------------------------------------
    def _mark(self, key: str, start: int, end: int) -> None:
        self.marked.set(key, start, end)
        self._show_marked()

    def _show_marked(self) -> None:
        self._delegate.select(self.marked.ranges())
        self.viewport().update()

    def clear_marked(self) -> None:
        """Nothing is selected any more."""
        self.marked.clear()
        self._show_marked()

    def current_row(self) -> ThreadRow | None:
        """The row that the keyboard stands on."""
        index = self.currentIndex()
        return self._rows.row_at(index.row()) if index.isValid() else None

    def copy(self) -> bool:
        """Put what is marked (else the text of the current row) on the clipboard; whether there was any."""
        text = self.marked.text()
        row = self.current_row()
        if not text and row is not None and row.item is not None:
            text = row.item.text
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def mark_all_of_current(self) -> None:
        """Select the whole text of the current bubble."""
        row = self.current_row()
        body = self._delegate.sheet(row).body if row is not None else None
        if row is not None and body is not None:
            self._mark(row.key, 0, utf16(body.text))

    # -- keyboard ----------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()
            return True
        return super().event(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.mark_all_of_current()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu} and not event.modifiers():
            self._menu_at_current()
        elif event.key() == Qt.Key.Key_Escape and self.marked.ranges():
            self.clear_marked()
        elif event.key() == Qt.Key.Key_End:
            self.setCurrentIndex(self._rows.index(self._rows.rowCount() - 1))
            self.to_bottom()
        elif event.text() and event.text().isprintable() and not event.modifiers():
            # Typing is for the shortcuts; the list's own search by first letters would only jump about.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if self._by_keys and not self.currentIndex().isValid() and self._rows.rowCount():
            self._make_current(self._rows.index(self._rows.rowCount() - 1))
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._delegate.rings = self._by_keys and self.hasFocus()
        super().paintEvent(event)

    def _menu_at_current(self) -> None:
        row = self.current_row()
        if row is not None and row.item is not None:
            rect = self.visualRect(self.currentIndex())
            place = QPoint(rect.center().x(), max(0, min(rect.center().y(), self.viewport().height() - 1)))
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(place))


class Placed(QObject):
    """Keeps a small widget at the bottom middle of the view."""

    def __init__(self, view: ThreadView, widget: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._widget = widget
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.move()
        return False

    def move(self) -> None:
        """Put it where it belongs."""
        size = self._widget.sizeHint()
        view = self._view.size()
        self._widget.setGeometry(
            (view.width() - size.width()) // 2, view.height() - size.height() - 12, size.width(), size.height()
        )
