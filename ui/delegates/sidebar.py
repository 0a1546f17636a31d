"""Paints the lines of the sidebar; a list with a delegate, since a tree draws a second selection of its own."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from scrm_desktop.domain.accounts import Health
from ui.health_words import TONES
from ui.models.sidebar import ENTRY, Entry, number_of
from ui.theme import Theme
from ui.theme.avatars import draw_badge

_LINE, _HEADING = 31, 37
_State = QStyle.StateFlag


class SidebarDelegate(QStyledItemDelegate):
    """A view with its count, a channel with badge and health, a label with its dot, or a heading."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry = index.data(ENTRY)
        return QSize(80, self._theme.px(_HEADING if isinstance(entry, Entry) and entry.view is None else _LINE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        whole = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - fields the stubs leave out
        state: _State = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(whole.topLeft())
        with self._theme.in_measure() as zoom:
            painter.scale(zoom, zoom)
            place = QRectF(0, 0, whole.width() / zoom, whole.height() / zoom)
            if entry.view is None:
                self._heading(painter, place, entry)
            else:
                self._line(painter, place, entry, state)
        painter.restore()

    def _heading(self, painter: QPainter, place: QRectF, entry: Entry) -> None:
        font = QFont(self._theme.font(10.5, 600))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
        painter.setFont(font)
        painter.setPen(self._theme.tokens.faint)
        words = entry.text.upper()
        painter.drawText(place.adjusted(8, 0, -8, -5), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, words)

    def _line(self, painter: QPainter, place: QRectF, entry: Entry, state: _State) -> None:
        tokens = self._theme.tokens
        chosen = bool(state & _State.State_Selected)
        ground = tokens.accent_soft if chosen else tokens.theirs if state & _State.State_MouseOver else None
        painter.setPen(Qt.PenStyle.NoPen)
        if state & _State.State_HasFocus and state & _State.State_KeyboardFocusChange:
            painter.setPen(tokens.accent)
        painter.setBrush(ground or Qt.BrushStyle.NoBrush)
        if ground is not None or painter.pen().style() is not Qt.PenStyle.NoPen:
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        left = self._mark(painter, place, entry)
        right = self._count(painter, place, entry, chosen)
        font = self._theme.font(13, 600 if chosen else 400)
        painter.setFont(font)
        painter.setPen(tokens.accent if chosen else tokens.fg)
        room = QRectF(left, place.top(), right - left, place.height())
        shown = QFontMetricsF(font).elidedText(entry.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _mark(self, painter: QPainter, place: QRectF, entry: Entry) -> float:
        """A channel's badge with its health, or a label's dot; returns where the text begins."""
        left = place.left() + 8
        if entry.badge:
            square = QRectF(left, place.center().y() - 8.5, 17, 17)
            draw_badge(painter, square, entry.badge, entry.badge_colour)
            if entry.health is not None and entry.health is not Health.OK:
                self._dot(painter, square.right(), square.bottom(), self._theme.tokens.tone(TONES[entry.health])[0])
            return left + 26
        if entry.tone:
            self._dot(painter, left + 8.5, place.center().y(), self._theme.tokens.tone(entry.tone)[0], ring=False)
            return left + 26
        return left

    def _dot(self, painter: QPainter, x: float, y: float, colour: QColor, *, ring: bool = True) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if ring:
            painter.setBrush(self._theme.tokens.bg)
            painter.drawEllipse(QRectF(x - 6, y - 6, 10, 10))
        painter.setBrush(colour)
        size = 6 if ring else 8
        middle = 1 if ring else 0
        painter.drawEllipse(QRectF(x - size / 2 - middle, y - size / 2 - middle, size, size))

    def _count(self, painter: QPainter, place: QRectF, entry: Entry, chosen: bool) -> float:
        right = place.right() - 8
        if not entry.count:
            return right
        tokens = self._theme.tokens
        font = self._theme.font(12, 600 if entry.urgent else 500)
        words = number_of(entry)
        width = QFontMetricsF(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(tokens.red if entry.urgent else tokens.accent if chosen else tokens.muted)
        room = QRectF(right - width, place.top(), width + 1, place.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        return right - width - 8
