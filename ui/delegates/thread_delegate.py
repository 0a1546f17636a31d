"""Paints the rows of a thread from cached sheets and cached pictures of them."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from scrm_desktop.late_dataclass import dataclass
from ui.delegates.thread_layout import SIDE, Opened, ThreadLayouter
from ui.delegates.thread_paint import Selection, paint_sheet
from ui.delegates.thread_sheet import Sheet
from ui.models.thread_model import ROW_ROLE
from ui.models.thread_rows import ThreadRow
from ui.theme import Theme

_SHEETS = 400
_PIXMAP_BYTES = 24 * 1024 * 1024
_PIXMAP_HEIGHT = 600
_AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class _Kept:
    row: ThreadRow
    sheet: Sheet


class ThreadDelegate(QStyledItemDelegate):
    """Heights are remembered for every row that was ever laid out, sheets and pixmaps for the last ones used."""

    def __init__(self, theme: Theme, layouter: ThreadLayouter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layouter = layouter
        self.opened = Opened()
        self.width = 400
        #: Whether the current row wears a ring: only for those who come by keyboard.
        self.rings = False
        #: How many sheets were built; the tests hold the work of hostile threads to it.
        self.built = 0
        self._selections: dict[str, Selection] = {}
        self._sheets: OrderedDict[str, _Kept] = OrderedDict()
        self._heights: dict[str, tuple[ThreadRow, int]] = {}
        self._pixmaps: OrderedDict[str, tuple[QPixmap, int]] = OrderedDict()
        self._pixmap_bytes = 0

    # -- caches -------------------------------------------------------------------------------------
    def forget(self, key: str | None = None) -> None:
        """A row (or every row) looks different now."""
        if key is None:
            self._sheets.clear()
            self._heights.clear()
            self._pixmaps.clear()
            self._pixmap_bytes = 0
            return
        self._sheets.pop(key, None)
        self._heights.pop(key, None)
        self._drop_pixmap(key)

    def set_width(self, width: int) -> bool:
        """Lay out for another width; whether that changed anything."""
        if width == self.width:
            return False
        self.width = width
        self.forget()
        return True

    def select(self, selections: dict[str, Selection]) -> None:
        """What of each row's body is selected, by key."""
        self._selections = selections

    def sheet(self, row: ThreadRow) -> Sheet:
        """The laid out row, from the cache where it is still true."""
        kept = self._sheets.get(row.key)
        if kept is not None and kept.row is row:
            self._sheets.move_to_end(row.key)
            return kept.sheet
        self.built += 1
        with self._theme.in_measure() as zoom:
            sheet = self._layouter.build(row, self.width / zoom, self.opened)
        self._drop_pixmap(row.key)
        self._sheets[row.key] = _Kept(row, sheet)
        self._heights[row.key] = (row, self._theme.px(sheet.height))
        if len(self._sheets) > _SHEETS:
            self._sheets.popitem(last=False)
        return sheet

    def height(self, row: ThreadRow) -> int:
        """The height of a row, without laying it out again."""
        known = self._heights.get(row.key)
        return known[1] if known is not None and known[0] is row else self._theme.px(self.sheet(row).height)

    # -- Qt -----------------------------------------------------------------------------------------
    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        row: ThreadRow = index.data(ROW_ROLE)
        # No width: a row is as wide as the view, and nothing scrolls sideways.
        return QSize(1, self.height(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        row: ThreadRow = index.data(ROW_ROLE)
        sheet = self.sheet(row)
        top_left = QPointF(option.rect.topLeft())  # pyright: ignore[reportAttributeAccessIssue]
        selection = self._selections.get(row.key)
        painter.save()
        if selection is None and sheet.height <= _PIXMAP_HEIGHT:
            pixmap = self._pixmap(row.key, sheet, painter)
            size = pixmap.deviceIndependentSize() * self._theme.zoom
            # One pixel of it for one of the screen, at every zoom.
            painter.drawPixmap(QRectF(top_left, size), pixmap, QRectF(pixmap.rect()))
        else:
            painter.save()
            painter.translate(top_left)
            painter.scale(self._theme.zoom, self._theme.zoom)
            t = self._theme.tokens
            paint_sheet(painter, sheet, selection, (t.fg, t.panel))
            painter.restore()
        if self.rings and option.state & QStyle.StateFlag.State_HasFocus:  # pyright: ignore[reportAttributeAccessIssue]
            self._focus_ring(painter, QRectF(top_left.x(), top_left.y(), self.width, self.height(row)))
        painter.restore()

    def _focus_ring(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(SIDE / 2, 1, -SIDE / 2, -1), 9, 9)

    # -- pixmaps of whole rows ----------------------------------------------------------------------
    def _pixmap(self, key: str, sheet: Sheet, painter: QPainter) -> QPixmap:
        ratio = painter.device().devicePixelRatioF() * self._theme.zoom
        kept = self._pixmaps.get(key)
        if kept is not None and kept[0].devicePixelRatioF() == ratio:
            self._pixmaps.move_to_end(key)
            return kept[0]
        self._drop_pixmap(key)
        pixmap = QPixmap(round(sheet.width * ratio), round(sheet.height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.tokens.panel)
        inside = QPainter(pixmap)
        t = self._theme.tokens
        paint_sheet(inside, sheet, None, (t.fg, t.panel))
        inside.end()
        size = pixmap.width() * pixmap.height() * 4
        self._pixmaps[key] = (pixmap, size)
        self._pixmap_bytes += size
        while self._pixmap_bytes > _PIXMAP_BYTES and len(self._pixmaps) > 1:
            self._pixmap_bytes -= self._pixmaps.popitem(last=False)[1][1]
        return pixmap

    def _drop_pixmap(self, key: str) -> None:
        dropped = self._pixmaps.pop(key, None)
        if dropped is not None:
            self._pixmap_bytes -= dropped[1]
