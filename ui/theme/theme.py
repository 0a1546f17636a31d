"""The one object that panes ask for colours, fonts, icons and avatars, and that tells them when to paint anew."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.theme import avatars, fonts, icons
from ui.theme.palette import palette, style_sheet
from ui.theme.tokens import DARK, LIGHT, Tokens


class Scheme(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Fusion in the design's colours; ``changed`` comes after tokens, palette and style sheet are in place."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        self.tokens: Tokens = LIGHT
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(fonts.font(13))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    def set_scheme(self, scheme: Scheme) -> None:
        """Light, dark, or what the system says."""
        self.scheme = scheme
        self._apply()

    def font(self, px: float, weight: int = 400) -> QFont:
        """Inter at a height in logical pixels; treat it as read-only, it is shared."""
        return fonts.font(px, weight)

    def icon(self, name: str, colour: QColor | None = None) -> QIcon:
        """An icon of resources/icons, in the text colour unless another is asked for."""
        return icons.icon(name, colour or self.tokens.fg, self._app.devicePixelRatio())

    def icon_pixmap(self, name: str, size: int, colour: QColor | None = None) -> QPixmap:
        """The same for a delegate that paints: sharp on the sharpest screen."""
        return icons.icon_pixmap(name, (colour or self.tokens.fg).name(), size, self._app.devicePixelRatio())

    def avatar(self, name: str, size: int, badge: str = "", badge_colour: str = "") -> QPixmap:
        """Initials in the name's colour; see :func:`ui.theme.avatars.avatar` for its size."""
        return avatars.avatar(name, size, badge, badge_colour, self._app.devicePixelRatio())

    def _system_changed(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        # Where the desktop does not tell its scheme (Unknown), light it is.
        system_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = system_dark if self.scheme is Scheme.SYSTEM else self.scheme is Scheme.DARK
        self.tokens = DARK if dark else LIGHT
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()
