"""Paints one line of the conversation list: avatar, name, time, last text, tags, and what is selected."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from scrm_desktop.domain.views import ConversationRow
from ui import row_words, text
from ui.delegates.pills import draw_pills
from ui.models.conversations import KEPT, ROW
from ui.models.house import House
from ui.theme import Theme

HEIGHT = 84
_EDGE, _AVATAR, _GAP = 14, 38, 11
_FAINT = 0.55
_State = QStyle.StateFlag


class ConversationDelegate(QStyledItemDelegate):
    """The design's row, 84 pixels high whatever it holds."""

    def __init__(self, theme: Theme, house: House) -> None:
        super().__init__()
        self._theme = theme
        self._house = house

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        whole = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - fields the stubs leave out
        painter.save()
        painter.translate(whole.topLeft())
        with self._theme.in_measure() as zoom:
            painter.scale(zoom, zoom)
            place = QRectF(0, 0, whole.width() / zoom, whole.height() / zoom)
            self._whole(painter, place, option, index)
        painter.restore()

    def _whole(
        self,
        painter: QPainter,
        place: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        state: _State = option.state  # pyright: ignore[reportAttributeAccessIssue] - fields the stubs leave out
        self._ground(painter, place, state)
        row = index.data(ROW)
        if isinstance(row, ConversationRow):
            # It stays only until another one is chosen.
            painter.setOpacity(_FAINT if index.data(KEPT) else 1.0)
            self._row(painter, place, row)
        else:
            self._placeholder(painter, place)

    def _ground(self, painter: QPainter, place: QRectF, state: _State) -> None:
        tokens = self._theme.tokens
        selected = bool(state & _State.State_Selected)
        hovered = bool(state & _State.State_MouseOver)
        painter.fillRect(place, tokens.sel if selected else tokens.bg if hovered else tokens.panel)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), tokens.line)
        if selected:
            painter.fillRect(QRectF(place.left(), place.top(), 3, place.height() - 1), tokens.accent)
        if state & _State.State_HasFocus and state & _State.State_KeyboardFocusChange:
            painter.setPen(tokens.accent)
            painter.drawRect(place.adjusted(4, 1, -2, -3))

    def _placeholder(self, painter: QPainter, place: QRectF) -> None:
        """Grey bars where a row is still on its way."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.theirs)
        left, top = place.left() + _EDGE, place.top() + _GAP
        painter.drawEllipse(QRectF(left, top, _AVATAR, _AVATAR))
        for width, down in ((120, 4), (210, 24)):
            painter.drawRoundedRect(QRectF(left + _AVATAR + _GAP, top + down, width, 9), 4, 4)

    def _row(self, painter: QPainter, place: QRectF, row: ConversationRow) -> None:
        theme, now = self._theme, datetime.now(UTC)
        name = row_words.name(row.person, row.handle)
        badge, colour = self._house.badge(row.channel)
        picture = theme.avatar(name, _AVATAR, badge, colour)
        painter.drawPixmap(QPointF(place.left() + _EDGE, place.top() + _GAP), picture)
        left = place.left() + _EDGE + _AVATAR + _GAP
        body = QRectF(left, place.top() + _GAP, place.right() - _EDGE - left, place.height() - 2 * _GAP)
        self._head(painter, body, name, text.short_when(row.last_at, now), row.unread > 0)
        self._excerpt(painter, body, row)
        dot = 18 if row.unread else 0
        draw_pills(
            painter, theme, QRectF(body.left(), body.top() + 43, body.width() - dot, 17), row_words.tags(row, now)
        )
        if row.unread:
            self._dot(painter, place)

    def _head(self, painter: QPainter, body: QRectF, name: str, when: str, unread: bool) -> None:
        theme = self._theme
        small = theme.font(11.5)
        room = QFontMetricsF(small).horizontalAdvance(when)
        line = QRectF(body.left(), body.top(), body.width() - room - 8, 19)
        self._line(painter, line, name, 13, 700 if unread else 600, theme.tokens.fg)
        painter.setFont(small)
        painter.setPen(theme.tokens.muted)
        painter.drawText(QRectF(body.right() - room, body.top(), room + 1, 19), Qt.AlignmentFlag.AlignVCenter, when)

    def _excerpt(self, painter: QPainter, body: QRectF, row: ConversationRow) -> None:
        tokens = self._theme.tokens
        line = QRectF(body.left(), body.top() + 20, body.width(), 19)
        unread = row.unread > 0
        words = row_words.excerpt(row)
        self._line(painter, line, words, 13, 600 if unread else 400, tokens.fg if unread else tokens.muted)

    def _line(self, painter: QPainter, place: QRectF, words: str, px: float, weight: int, colour: QColor) -> None:
        font = self._theme.font(px, weight)
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _dot(self, painter: QPainter, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.accent)
        painter.drawEllipse(QRectF(place.right() - _EDGE - 8, place.bottom() - 22, 8, 8))
