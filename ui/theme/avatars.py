"""Initials in a circle, with the network's badge: no picture of a customer is fetched before it is asked for."""

from __future__ import annotations

import zlib
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.text import clean
from ui.theme.fonts import font

#: White stands on each of these with at least 4.5 to 1.
GROUNDS = (
    "#bc4c33", "#3b7a57", "#7a5ea8", "#8f6a1b", "#45698f", "#8f4562",
    "#5a6b3b", "#2c7a86", "#4a5fb0", "#a24aa0", "#6b5b4b",
)  # fmt: skip


def initials(name: str) -> str:
    """One or two letters for a name; hostile or empty names give something that can be drawn."""
    words = [word for word in clean(name).replace("@", " ").split() if any(ch.isalnum() for ch in word)]
    letters = [next(ch for ch in word if ch.isalnum()) for word in words]
    if not letters:
        return "?"
    return "".join(letters[:1] if len(letters) == 1 else [letters[0], letters[-1]]).upper()[:2]


def ground(name: str) -> QColor:
    """The colour of a name: the same today and tomorrow, on every computer."""
    return QColor(GROUNDS[zlib.crc32(name.casefold().encode("utf-8", "replace")) % len(GROUNDS)])


@lru_cache(maxsize=2048)
def avatar(name: str, size: int, badge: str, badge_colour: str, ratio: float) -> QPixmap:
    """A round avatar; with a badge the pixmap is 4 px wider and 3 px higher, as the badge hangs over its corner."""
    width, height = (size + 4, size + 3) if badge else (size, size)
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground(name))
    painter.drawEllipse(QRectF(0, 0, size, size))
    painter.setPen(QColor("white"))
    painter.setFont(font(size * 0.345, 600))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, initials(name))
    if badge:
        _hang_badge(painter, QRectF(width - 19, height - 19, 19, 19), badge, badge_colour)
    painter.end()
    return pixmap


def _hang_badge(painter: QPainter, place: QRectF, badge: str, colour: str) -> None:
    """Cut a ring out of the avatar, so that the badge stands free on every ground, then draw it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawRoundedRect(place, 6, 6)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    draw_badge(painter, place.adjusted(2, 2, -2, -2), badge, colour)


def draw_badge(painter: QPainter, place: QRectF, badge: str, colour: str) -> None:
    """A network's letter on a rounded square of its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(place, 4.5, 4.5)
    painter.setPen(QColor("white"))
    painter.setFont(font(place.height() * 0.6, 700))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, badge[:1])
    painter.restore()
