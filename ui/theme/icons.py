"""Our own line icons, drawn from SVG in the colour that is asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.resources import resource

_SIZES = (16, 20)


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
def _icon(name: str, colour: str, ratio: float, zoom: float) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(icon_pixmap(name, colour, round(size * zoom), ratio))
    return made


def icon(name: str, colour: QColor, ratio: float, zoom: float = 1.0) -> QIcon:
    """An icon of resources/icons in one colour, sharp at this device pixel ratio; an unknown name raises."""
    return _icon(name, colour.name(), ratio, zoom)
