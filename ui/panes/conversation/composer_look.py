"""How the three modes look: a colour of their own each, so that nobody writes in public what is meant for the team."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from scrm_desktop.domain.views import Mode
from scrm_desktop.late_dataclass import dataclass
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ModeLook:
    """Colours of a mode: the line and ground of the box, its halo, and the button."""

    strong: QColor
    line: QColor
    ground: QColor
    halo: QColor
    button: QColor
    on_button: QColor


def look_of(mode: Mode, theme: Theme) -> ModeLook:
    """Blue for everybody, violet for one person, amber for the team."""
    t = theme.tokens
    if mode is Mode.DIRECT:
        return ModeLook(t.violet, t.violet, _mix(t.panel, t.violet_soft, 0.55), t.violet_soft, t.violet, t.panel)
    if mode is Mode.NOTE:
        return ModeLook(t.amber, t.amber, t.note, t.amber_soft, t.amber, t.panel)
    return ModeLook(t.accent, t.accent, t.panel, t.accent_soft, t.primary, t.oursfg)


def _mix(one: QColor, other: QColor, share: float) -> QColor:
    def part(start: int, end: int) -> int:
        return round(start + (end - start) * share)

    return QColor(part(one.red(), other.red()), part(one.green(), other.green()), part(one.blue(), other.blue()))


class ComposerBox(QFrame):
    """The round box around the text; its halo shows that the text field has the focus."""

    HALO = 3

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.mode = Mode.PUBLIC
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._focus_moved)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if any(one is not None and self.isAncestorOf(one) for one in (old, new)):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self.mode, self._theme)
        focus = QApplication.focusWidget()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(self.HALO, self.HALO, -self.HALO, -self.HALO)
        if focus is not None and self.isAncestorOf(focus):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.halo)
            painter.drawRoundedRect(QRectF(self.rect()), 13, 13)
        painter.setBrush(look.ground)
        painter.setPen(QPen(look.line, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()
