"""Inter, bundled, so that the window looks and measures the same everywhere."""

from __future__ import annotations

import logging
import math
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from ui.resources import resource

_log = logging.getLogger(__name__)
_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


@cache
def family() -> str:
    """The family that the window uses: Inter, or the system's own where the files are missing."""
    families: list[str] = []
    for weight in _WEIGHTS:
        number = QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.otf")))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if "Inter" in families:
        return "Inter"
    _log.warning("the bundled font Inter can't be loaded; the system's font is used")
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


@cache
def font(px: float, weight: int = 400) -> QFont:
    """A font by its height in logical pixels, rounded half up (Qt knows whole ones only)."""
    made = QFont(family())
    made.setPixelSize(max(1, math.floor(px + 0.5)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made
