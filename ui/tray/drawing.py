"""The tray's icon: our mark, or the number of customers who need a reply, legible from 16 pixels on.

It brings its own ground with a light rim, so that it stands out on light and on dark panels alike.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from ui.theme.fonts import font

SIZES = (16, 20, 22, 24, 32, 48, 64)
_BLUE, _RED, _GREY, _WHITE = QColor("#1d5bd6"), QColor("#c4221a"), QColor("#596275"), QColor("#ffffff")
_BADGED = 32
"""From this size on there is room for mark and number."""


def tray_icon(count: int, *, paused: bool = False) -> QIcon:
    """The icon in every size that trays ask for; ``paused``: notifications are silent for a while."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(tray_pixmap(count, size, paused=paused))
    return made


def number_words(count: int, size: int) -> str:
    """The number as far as there is room for it."""
    if size < _BADGED:
        return str(count) if count < 100 else "99"
    return str(count) if count < 100 else "99+"


def tray_pixmap(count: int, size: int, *, paused: bool = False) -> QPixmap:
    """One size of it, in device pixels."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, size, size)
    if count and size < _BADGED:
        _plate(painter, whole, _GREY if paused else _RED, size * 0.22)
        _number(painter, whole, number_words(count, size), size * (0.72 if count < 10 else 0.62))
    else:
        _plate(painter, whole, _GREY if paused else _BLUE, size * 0.22)
        _mark(painter, size, _GREY if paused else _BLUE)
        if count:
            _badge(painter, size, number_words(count, size))
    painter.end()
    return pixmap


def _plate(painter: QPainter, place: QRectF, colour: QColor, radius: float) -> None:
    rim = QColor(255, 255, 255, 150)
    painter.setPen(QPen(rim, max(1.0, place.width() / 32)))
    painter.setBrush(colour)
    half = max(0.5, place.width() / 64)
    painter.drawRoundedRect(place.adjusted(half, half, -half, -half), radius, radius)


def _mark(painter: QPainter, size: int, ground: QColor) -> None:
    """A speech bubble with two lines."""
    unit = size / 16
    bubble = QPainterPath()
    bubble.addRoundedRect(QRectF(3 * unit, 3.5 * unit, 10 * unit, 7 * unit), 2 * unit, 2 * unit)
    tail = QPainterPath(QPointF(5 * unit, 10 * unit))
    tail.lineTo(5 * unit, 13 * unit)
    tail.lineTo(8.5 * unit, 10 * unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_WHITE)
    painter.drawPath(bubble.united(tail))
    if size >= _BADGED:
        painter.setPen(QPen(ground, unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(5.2 * unit, 5.9 * unit), QPointF(10.8 * unit, 5.9 * unit))
        painter.drawLine(QPointF(5.2 * unit, 8 * unit), QPointF(9 * unit, 8 * unit))


def _badge(painter: QPainter, size: int, words: str) -> None:
    height = size * 0.58
    width = height if len(words) < 2 else height * (1.22 if len(words) == 2 else 1.6)
    width = min(width, float(size))
    place = QRectF(size - width, size - height, width, height)
    _plate(painter, place, _RED, height / 2)
    _number(painter, place, words, height * (0.74 if len(words) < 3 else 0.6))


def _number(painter: QPainter, place: QRectF, words: str, height: float) -> None:
    painter.setPen(_WHITE)
    painter.setFont(font(height, 700))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
