"""Lays out a timeline: a thread's rows, and a line that can be clicked wherever another conversation goes on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from scrm_desktop.domain.timeline import TimelineSource
from ui.delegates.thread_layout import GAP, SIDE, Opened, PictureOf, ThreadLayouter
from ui.delegates.thread_sheet import Box, Hit, Picture, Sheet, all_corners
from ui.models.thread_rows import ThreadRow
from ui.models.timeline_words import TimelineWords
from ui.theme import Theme
from ui.theme.avatars import draw_badge

_BADGE = 17
_HEIGHT = 30.0


class TimelineLayouter(ThreadLayouter):
    """A thread's rows over several conversations."""

    def __init__(self, theme: Theme, words: TimelineWords, picture_of: PictureOf) -> None:
        super().__init__(theme, words, picture_of)
        self._badges: dict[tuple[str, str], QPixmap] = {}
        self._says = words

    def build(self, row: ThreadRow, width: float, opened: Opened) -> Sheet:
        if row.change is not None:
            return self._change(row.change, width)
        return super().build(row, width, opened)

    def _change(self, source: TimelineSource, width: float) -> Sheet:
        t = self._theme.tokens
        sheet = Sheet(width=width)
        box = QRectF(SIDE, GAP, width - 2 * SIDE, _HEIGHT)
        sheet.boxes.append(Box(box, t.bg, t.line, all_corners(8)))
        place = QRectF(box.left() + 9, box.center().y() - _BADGE / 2, _BADGE, _BADGE)
        sheet.pictures.append(Picture(place, self._badge(self._says.badge(source))))
        font = self._theme.font(12.5, 600)
        room = box.width() - 64
        made = sheet.caption(self._says.change(source), font, t.fg, place.right() + 9, 0, room)
        made.rect.moveTop(box.center().y() - made.rect.height() / 2)
        arrow = sheet.caption("→", font, t.accent, 0, 0, 20)
        arrow.rect.moveTop(box.center().y() - arrow.rect.height() / 2)
        arrow.rect.moveRight(box.right() - 10)
        sheet.hits.append(Hit(QRectF(box), "open_conversation"))
        sheet.height = box.bottom() + GAP / 2
        return sheet

    def _badge(self, badge: tuple[str, str]) -> QPixmap:
        known = self._badges.get(badge)
        if known is None:
            known = QPixmap(_BADGE * 3, _BADGE * 3)
            known.setDevicePixelRatio(3)
            known.fill(Qt.GlobalColor.transparent)
            painter = QPainter(known)
            draw_badge(painter, QRectF(0, 0, _BADGE, _BADGE), *badge)
            painter.end()
            self._badges[badge] = known
        return known
