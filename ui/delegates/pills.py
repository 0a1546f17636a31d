"""Tags as small rounded words on one line; what does not fit is counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.row_words import Tag
from ui.theme import Theme

_PAD, _GAP, _WIDEST = 7, 5, 130


def draw_pills(painter: QPainter, theme: Theme, place: QRectF, tags: Sequence[Tag]) -> None:
    """Draw as many as fit, then "+2" for the rest."""
    font = theme.font(10.5, 500)
    metrics = QFontMetricsF(font)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    left = place.left()
    for number, tag in enumerate(tags):
        words = metrics.elidedText(tag.text, Qt.TextElideMode.ElideRight, _WIDEST)
        width = metrics.horizontalAdvance(words) + 2 * _PAD
        rest = len(tags) - number - 1
        room = place.right() - left - (_more_width(metrics, rest) if rest else 0)
        if width > room:
            _pill(painter, theme, QRectF(left, place.top(), _more_width(metrics, rest + 1) - _GAP, place.height()),
                  Tag(f"+{rest + 1}", "grey"))  # fmt: skip
            break
        _pill(painter, theme, QRectF(left, place.top(), width, place.height()), Tag(words, tag.tone))
        left += width + _GAP
    painter.restore()


def _more_width(metrics: QFontMetricsF, count: int) -> float:
    return metrics.horizontalAdvance(f"+{count}") + 2 * _PAD + _GAP


def _pill(painter: QPainter, theme: Theme, place: QRectF, tag: Tag) -> None:
    ink, ground = theme.tokens.tone(tag.tone)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setPen(ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tag.text)
