"""Our own line icons, drawn from SVG in the colour that is asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.resources import resource

_SIZES = (16, 20)
_RATIOS = (1, 2)


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def icon_pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """An icon of ``size`` logical pixels, sharp at the given device pixel ratio."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    svg = QByteArray(_source(name).replace("currentColor", colour).encode())
    QSvgRenderer(svg).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _icon(name: str, colour: str) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        for ratio in _RATIOS:
            made.addPixmap(icon_pixmap(name, colour, size, ratio))
    return made


def icon(name: str, colour: QColor) -> QIcon:
    """An icon of resources/icons in one colour; an unknown name is a bug and raises."""
    return _icon(name, colour.name())
