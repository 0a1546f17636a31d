"""The search field: understands the query language while it is typed, and offers what may follow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.query_completion import Suggestion, Vocabulary, suggest

_Key = Qt.Key
_SUGGESTION = Qt.ItemDataRole.UserRole


class _Hints(QStyledItemDelegate):
    """Paints what a suggestion means at the right of it, paler."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        one = index.data(_SUGGESTION)
        place: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - fields the stubs leave out
        taken = option.fontMetrics.horizontalAdvance(one.text) + 24  # pyright: ignore[reportAttributeAccessIssue]
        room = place.adjusted(taken, 0, -10, 0)
        palette: QPalette = option.palette  # pyright: ignore[reportAttributeAccessIssue]
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        words = painter.fontMetrics().elidedText(one.hint, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


class Popup(QListWidget):
    """The list under the field; a child of the window, since it must never take the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("completion")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Suggestions for the search"))
        self.setItemDelegate(_Hints(self))
        self.hide()

    def offer(self, found: list[Suggestion], field: QLineEdit) -> None:
        """Show these under the field, or nothing."""
        self.clear()
        for one in found:
            item = QListWidgetItem(one.text)
            item.setData(_SUGGESTION, one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.text} {one.hint}".strip())
            self.addItem(item)
        if not found:
            self.hide()
            return
        self.setParent(field.window())
        self.move(field.mapTo(field.window(), QPoint(0, field.height() + 2)))
        rows = min(len(found), 9)
        self.resize(max(field.width(), 220), rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 6)
        self.show()
        self.raise_()

    def go(self, step: int) -> None:
        """Mark the next or previous line, round and round."""
        if self.count():
            start = self.currentRow() if self.currentRow() >= 0 else (-1 if step > 0 else 0)
            self.setCurrentRow((start + step) % self.count())

    @property
    def chosen(self) -> Suggestion | None:
        """The marked line."""
        there = self.isVisible() and self.currentRow() >= 0
        return self.currentItem().data(_SUGGESTION) if there else None

    @property
    def first(self) -> Suggestion | None:
        """The uppermost line."""
        return self.item(0).data(_SUGGESTION) if self.isVisible() and self.count() else None


class SearchField(QLineEdit):
    """Escape closes what is offered, then empties it; Down goes into what is offered, or on to the list with Return.

    Tab takes the first suggestion, Ctrl+Space asks for all. ``left``: the focus shall go on to the list.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vocabulary: Callable[[], Vocabulary] = Vocabulary
        self._popup: Popup | None = None
        self.hint = QLabel(self)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._changed)
        self.textEdited.connect(self._edited)

    @property
    def popup(self) -> Popup:
        """What is offered; made when it is first needed, since a start has no time for it."""
        if self._popup is None:
            self._popup = Popup()
            self._popup.itemClicked.connect(self._clicked)
        return self._popup

    def hide_popup(self) -> None:
        """Offer nothing any more."""
        if self._popup is not None:
            self._popup.hide()

    def _changed(self, words: str) -> None:
        self._place_hint()
        if not words:
            self.hide_popup()

    def _edited(self, _words: str) -> None:
        self._offer(asked=False)

    def _offer(self, *, asked: bool) -> None:
        found = suggest(self.text(), self.cursorPosition(), self.vocabulary(), asked=asked)
        self.popup.offer(found, self)

    def _clicked(self, item: QListWidgetItem) -> None:
        self.take(item.data(_SUGGESTION))

    def take(self, one: Suggestion) -> None:
        """Put a suggestion in the place of what was begun."""
        after = self.text()[self.cursorPosition() :]
        inserted = one.insert if one.insert.endswith(":") or after.startswith((" ", ",", ")")) else f"{one.insert} "
        self.setText(self.text()[: one.start] + inserted + after)
        self.setCursorPosition(one.start + len(inserted))
        self._offer(asked=False)

    def add(self, term: str) -> None:
        """Write a term behind what stands there; one that ends in a colon waits for its value."""
        words = self.text().rstrip()
        self.setText(f"{words} {term}" if words else term)
        self.setFocus()
        if term.endswith(":"):
            self._offer(asked=True)
        else:
            self.hide_popup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    def tell_key(self, key: str) -> None:
        """Show the key that leads here."""
        self.hint.setText(key)
        self._place_hint()

    def _place_hint(self) -> None:
        self.hint.setVisible(not self.text() and bool(self.hint.text()))
        self.hint.adjustSize()
        self.setTextMargins(0, 0, 0 if self.hint.isHidden() else self.hint.width() + 4, 0)
        self.hint.move(self.width() - self.hint.width() - 8, (self.height() - self.hint.height()) // 2)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide_popup()

    def event(self, event: QEvent) -> bool:
        # Tab is taken for moving the focus before keyPressEvent hears of it.
        tab = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == _Key.Key_Tab
        if tab:
            one = self.popup.chosen or self.popup.first
            if one is not None:
                self.take(one)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, open_ = event.key(), self._popup is not None and self._popup.isVisible()
        if key == _Key.Key_Escape:
            if open_:
                self.hide_popup()
                return
            self.clear()
            self.left.emit()
        elif key in (_Key.Key_Down, _Key.Key_Up) and open_:
            self.popup.go(1 if key == _Key.Key_Down else -1)
        elif key in (_Key.Key_Return, _Key.Key_Enter) and open_ and self.popup.chosen is not None:
            self.take(self.popup.chosen)
        elif key in (_Key.Key_Down, _Key.Key_Return, _Key.Key_Enter):
            self.hide_popup()
            self.left.emit()
        elif key == _Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._offer(asked=True)
        else:
            super().keyPressEvent(event)
