"""The list that opens over the composer while one types: it never takes the focus from the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.late_dataclass import dataclass
from ui.theme import Theme

_OFFER = Qt.ItemDataRole.UserRole
_TALL, _LOW, _MOST = 44, 28, 7


@dataclass(frozen=True, slots=True)
class Offer:
    """One line: ``title``, ``about`` at its right end, and ``text`` in a second line where there is some."""

    value: object
    title: str
    about: str = ""
    text: str = ""


class OfferDelegate(QStyledItemDelegate):
    """Paints an offer; everything in it is plain text."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, _height(index.data(_OFFER)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer, t = index.data(_OFFER), self._theme.tokens
        place: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - a field the stubs leave out
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent_soft)
            painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 6, 6)
        inside = place.adjusted(9, 4, -9, -4)
        line = QRect(inside.topLeft(), QSize(inside.width(), 18 if offer.text else inside.height()))
        small = QFontMetrics(self._theme.font(11))
        about = small.elidedText(offer.about, Qt.TextElideMode.ElideRight, line.width() // 2)
        room = line.width() - small.horizontalAdvance(about) - 10
        self._draw(painter, line, offer.title, room, 13, 600 if offer.text else 500, t.accent if selected else t.fg)
        painter.setFont(self._theme.font(11))
        painter.setPen(t.muted)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, about)
        if offer.text:
            below = QRect(inside.left(), inside.top() + 18, inside.width(), inside.height() - 18)
            self._draw(painter, below, offer.text, below.width(), 12, 400, t.muted)
        painter.restore()

    def _draw(
        self, painter: QPainter, place: QRect, words: str, room: int, size: int, weight: int, colour: QColor
    ) -> None:
        font = self._theme.font(size, weight)
        painter.setFont(font)
        painter.setPen(colour)
        said = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


class Suggestions(QFrame):
    """A part of the window, above everything else in it. ``taken`` carries the Offer that was clicked."""

    taken = Signal(object)
    managed = Signal()

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(OfferDelegate(theme, self.list))
        self.list.itemClicked.connect(self._clicked)
        self.foot = QLabel(self)
        self.foot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.foot.linkActivated.connect(self._linked)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self.foot)
        self.hide()

    def _clicked(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(_OFFER))

    def _linked(self, _link: str) -> None:
        self.managed.emit()

    def show_offers(self, offers: Sequence[Offer], name: str, foot: str) -> None:
        """Fill it; ``foot`` is our own markup, a sentence with at most one link."""
        t = self._theme.tokens
        self.setStyleSheet(
            f"Suggestions {{ background: {t.panel.name()}; border: 1px solid {t.line.name()}; border-radius: 10px; }}"
        )
        self.list.setAccessibleName(name)
        self.list.clear()
        for offer in offers:
            item = QListWidgetItem(offer.title)
            item.setData(_OFFER, offer)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                ", ".join(part for part in (offer.title, offer.about, offer.text) if part),
            )
            self.list.addItem(item)
        self.foot.setVisible(bool(foot))
        self.foot.setFont(self._theme.font(11))
        self.foot.setStyleSheet(f"color: {t.muted.name()}; padding: 0 4px;")
        self.foot.setText(foot)
        self.list.setVisible(bool(offers))
        if offers:
            self.list.setCurrentRow(0)
        heights = [_height(offer) for offer in offers[:_MOST]]
        self.list.setFixedHeight(sum(heights) + 2 if heights else 0)
        self._say()

    def place(self, corner: QPoint, width: int) -> None:
        """Its lower left corner there (in the window), moved into the window where needed."""
        self.setFixedWidth(width)
        self.adjustSize()
        left = max(4, min(corner.x(), self._window.width() - width - 4))
        self.move(left, max(4, corner.y() - self.height()))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Another line is chosen; round and round."""
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + by) % count)
            self._say()

    @property
    def chosen(self) -> Offer | None:
        """What Enter would take."""
        item = self.list.currentItem() if self.list.count() else None
        return item.data(_OFFER) if item is not None else None

    def _say(self) -> None:
        """The focus stays in the text: a screen reader hears what is chosen all the same."""
        item = self.list.currentItem() if self.list.count() else None
        if item is not None:
            words = str(item.data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, words))


def _height(offer: Offer) -> int:
    return _TALL if offer.text else _LOW
