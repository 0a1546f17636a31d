"""The list of the palette: headings and entries of one height, painted by the design's measures."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.moving.entries import Entry, heading
from ui.theme import Theme

LINE, HEAD = 36, 28
ENTRY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """Headings are texts, everything else an Entry."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Entry | str] = []

    def show(self, groups: list[tuple[str, list[Entry]]]) -> None:
        """Show these groups instead."""
        self.beginResetModel()
        self.lines = []
        for name, entries in groups:
            self.lines += [heading(name), *entries]
        self.endResetModel()

    def step(self, row: int, by: int) -> int:
        """The next entry from a row on, past headings; the same row where there is none."""
        at = row + by
        while 0 <= at < len(self.lines):
            if isinstance(self.lines[at], Entry):
                return at
            at += by
        return row

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()] if index.isValid() else None
        if role == ENTRY:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (line.text, line.detail, line.key) if isinstance(line, Entry) else (line or "",)
            return ", ".join(part for part in parts if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usable = index.isValid() and isinstance(self.lines[index.row()], Entry)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if usable else Qt.ItemFlag.NoItemFlags


class PaletteDelegate(QStyledItemDelegate):
    """A face or an icon, the name, what it is about in grey, and its key at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, self._theme.px(LINE if isinstance(index.data(ENTRY), Entry) else HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(ENTRY)
        whole = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - fields the stubs leave out
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(whole.topLeft())
        with self._theme.in_measure() as zoom:
            painter.scale(zoom, zoom)
            place = QRectF(0, 0, whole.width() / zoom, whole.height() / zoom)
            if isinstance(line, Entry):
                self._entry(painter, place, line, chosen=bool(state & QStyle.StateFlag.State_Selected))
            else:
                self._heading(painter, place, str(line))
        painter.restore()

    def _heading(self, painter: QPainter, place: QRectF, words: str) -> None:
        painter.setFont(self._theme.font(10.5, 600))
        painter.setPen(self._theme.tokens.faint)
        painter.drawText(place.adjusted(10, 0, -10, -5), Qt.AlignmentFlag.AlignBottom, words.upper())

    def _entry(self, painter: QPainter, place: QRectF, entry: Entry, *, chosen: bool) -> None:
        tokens = self._theme.tokens
        if chosen:
            painter.setPen(tokens.accent)
            painter.setBrush(tokens.accent_soft)
            painter.drawRoundedRect(place.adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
        if entry.face:
            painter.drawPixmap(QPointF(10, 6), self._theme.avatar(entry.face, 24))
        elif entry.icon:
            painter.drawPixmap(QPointF(14, 10), self._theme.icon_pixmap(entry.icon, 16, tokens.muted))
        right = self._key(painter, place, entry.key)
        font = self._theme.font(13, 500)
        room = QRectF(44, 0, right - 44, place.height())
        used = self._words(painter, room, entry.text, font.weight(), tokens.fg)
        if entry.detail and right - 54 - used > 30:
            beside = QRectF(54 + used, 0, right - 54 - used, place.height())
            self._words(painter, beside, entry.detail, 400, tokens.muted)

    def _words(self, painter: QPainter, place: QRectF, words: str, weight: int, colour: Any) -> float:
        font = self._theme.font(13, weight)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(place, flags, shown)
        return metrics.horizontalAdvance(shown)

    def _key(self, painter: QPainter, place: QRectF, key: str) -> float:
        if not key:
            return place.right() - 12
        font = self._theme.font(11, 500)
        width = QFontMetricsF(font).horizontalAdvance(key) + 12
        box = QRectF(place.right() - 10 - width, place.center().y() - 9, width, 18)
        painter.setPen(self._theme.tokens.line)
        painter.setBrush(self._theme.tokens.bg)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._theme.tokens.muted)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        return box.left() - 8
