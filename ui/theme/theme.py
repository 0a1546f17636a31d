"""The one object that panes ask for colours, fonts, icons and avatars, and that tells them when to paint anew."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.theme import avatars, fonts, icons
from ui.theme.palette import palette, sized, style_sheet
from ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Scheme(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """Fusion in the design's colours; ``changed`` comes after tokens, palette and style sheet are in place.

    ``zoom`` is how much larger than drawn everything is; a delegate that paints by the design's own measures does so
    :meth:`in_measure`.
    """

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, zoom: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        self.zoom = zoom
        self._text, self._sharp = zoom, 1.0
        self._flash = app.cursorFlashTime()
        self.tokens: Tokens = LIGHT
        app.setStyle(QStyleFactory.create("Fusion"))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    def set_scheme(self, scheme: Scheme) -> None:
        """Light, dark, or what the system says."""
        self.scheme = scheme
        self._apply()

    def set_zoom(self, zoom: float) -> None:
        """Everything larger or smaller."""
        if zoom != self.zoom:
            self.zoom = self._text = zoom
            self._apply()

    def set_calm(self, calm: bool) -> None:
        """Nothing blinks or fades."""
        self._app.setCursorFlashTime(0 if calm else self._flash)
        for effect in _EFFECTS:
            self._app.setEffectEnabled(effect, not calm)

    @contextmanager
    def in_measure(self) -> Generator[float]:
        """Fonts of the size the design drew and pictures as sharp as the zoom needs, for a painter that is scaled."""
        self._text, self._sharp = 1.0, self.zoom
        try:
            yield self.zoom
        finally:
            self._text, self._sharp = self.zoom, 1.0

    def px(self, length: float) -> int:
        """A length of the design at this zoom."""
        return round(length * self.zoom)

    def css(self, text: str) -> str:
        """A style sheet with its lengths at this zoom; lines of one pixel stay so."""
        return sized(text, self.zoom)

    def font(self, px: float, weight: int = 400) -> QFont:
        """Inter at a height in logical pixels; treat it as read-only, it is shared."""
        return fonts.font(px * self._text, weight)

    def icon(self, name: str, colour: QColor | None = None) -> QIcon:
        """An icon of resources/icons, in the text colour unless another is asked for."""
        return icons.icon(name, colour or self.tokens.fg, self._app.devicePixelRatio(), self.zoom)

    def icon_pixmap(self, name: str, size: int, colour: QColor | None = None) -> QPixmap:
        """The same for a delegate that paints: sharp on the sharpest screen."""
        return icons.icon_pixmap(name, (colour or self.tokens.fg).name(), size, self._ratio)

    def avatar(self, name: str, size: int, badge: str = "", badge_colour: str = "") -> QPixmap:
        """Initials in the name's colour; see :func:`ui.theme.avatars.avatar` for its size."""
        return avatars.avatar(name, size, badge, badge_colour, self._ratio)

    @property
    def _ratio(self) -> float:
        return self._app.devicePixelRatio() * self._sharp

    def _system_changed(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self.tokens = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}.get(
            self.scheme, _system_tokens()
        )
        self._app.setPalette(palette(self.tokens))
        self._app.setFont(fonts.font(13 * self.zoom))
        self._app.setStyleSheet(self.css(style_sheet(self.tokens)))
        self.changed.emit()


def _system_tokens() -> Tokens:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    # Where the desktop does not tell its scheme (Unknown), light it is.
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
