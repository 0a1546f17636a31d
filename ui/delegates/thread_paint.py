"""Draws a sheet: nothing is measured or laid out here."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout

from ui.delegates.thread_sheet import Box, Caption, Picture, Sheet, TextBlock

Selection = tuple[int, int]
"""Start and end of what is selected in a row's body, in UTF-16 units."""


def paint_sheet(painter: QPainter, sheet: Sheet, selection: Selection | None, mark: tuple[QColor, QColor]) -> None:
    """Draw a row at the painter's origin; ``mark`` is ground and text of what is selected."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in sheet.boxes:
        _box(painter, box)
    for picture in sheet.pictures:
        _picture(painter, picture)
    for caption in sheet.captions:
        _caption(painter, caption)
    for text in sheet.texts:
        _text(painter, text, selection if text is sheet.body else None, mark)


def _box(painter: QPainter, box: Box) -> None:
    painter.setBrush(box.fill if box.fill is not None else Qt.BrushStyle.NoBrush)
    rect = box.rect
    if box.line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(box.line, 1.0)
        if box.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    first = box.radii[0]
    if all(radius == first for radius in box.radii):
        painter.drawRoundedRect(rect, first, first)
    else:
        painter.drawPath(rounded(rect, box.radii))


def rounded(rect: QRectF, radii: tuple[float, float, float, float]) -> QPainterPath:
    """A rectangle with a radius of its own at each corner: top left, top right, bottom right, bottom left."""
    top_left, top_right, bottom_right, bottom_left = radii
    path = QPainterPath(QPointF(rect.left() + top_left, rect.top()))
    path.lineTo(rect.right() - top_right, rect.top())
    path.arcTo(rect.right() - 2 * top_right, rect.top(), 2 * top_right, 2 * top_right, 90, -90)
    path.lineTo(rect.right(), rect.bottom() - bottom_right)
    low, right = rect.bottom(), rect.right()
    path.arcTo(right - 2 * bottom_right, low - 2 * bottom_right, 2 * bottom_right, 2 * bottom_right, 0, -90)
    path.lineTo(rect.left() + bottom_left, rect.bottom())
    path.arcTo(rect.left(), low - 2 * bottom_left, 2 * bottom_left, 2 * bottom_left, 270, -90)
    path.lineTo(rect.left(), rect.top() + top_left)
    path.arcTo(rect.left(), rect.top(), 2 * top_left, 2 * top_left, 180, -90)
    return path


def _picture(painter: QPainter, picture: Picture) -> None:
    painter.save()
    if picture.rounded:
        path = QPainterPath()
        path.addRoundedRect(picture.rect, picture.rounded, picture.rounded)
        painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(picture.rect, picture.pixmap, QRectF(picture.pixmap.rect()))
    painter.restore()


def _caption(painter: QPainter, caption: Caption) -> None:
    painter.setFont(caption.font)
    painter.setPen(caption.colour)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
    painter.drawText(caption.rect, int(flags | Qt.TextFlag.TextSingleLine), caption.text)


def _text(painter: QPainter, block: TextBlock, selection: Selection | None, mark: tuple[QColor, QColor]) -> None:
    painter.setPen(block.colour)
    ranges: list[QTextLayout.FormatRange] = []
    start, end = selection or (0, 0)
    end = min(end, len(block.layout.text().encode("utf-16-le")) // 2) if end else 0
    if end > start:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, end - start
        style = QTextCharFormat()
        style.setBackground(mark[0])
        style.setForeground(mark[1])
        made.format = style
        ranges.append(made)
    block.layout.draw(painter, block.at, ranges)
