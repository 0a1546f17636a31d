"""The design's colours, light and dark.

Where the drawn grey, red or amber was too pale to be read by everybody (less than 4.5 to 1 on what it stands on), it
is darker (lighter in the dark) here: the person wins over the picture.
"""

from __future__ import annotations

from PySide6.QtGui import QColor

from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One colour per role.

    ``accent`` is for text and lines, ``primary`` fills a button under ``oursfg``, ``ring`` frames such a button while
    it has the focus.
    """

    dark: bool
    bg: QColor
    panel: QColor
    rail: QColor
    railfg: QColor
    line: QColor
    fg: QColor
    muted: QColor
    faint: QColor
    accent: QColor
    accent_soft: QColor
    primary: QColor
    sel: QColor
    ours: QColor
    oursfg: QColor
    theirs: QColor
    red: QColor
    red_soft: QColor
    amber: QColor
    amber_soft: QColor
    green: QColor
    green_soft: QColor
    violet: QColor
    violet_soft: QColor
    note: QColor
    noteline: QColor
    ring: QColor

    def names(self) -> dict[str, str]:
        """Every colour as ``#rrggbb``, for style sheets."""
        return {name: getattr(self, name).name() for name in self.__dataclass_fields__ if name != "dark"}

    def tone(self, name: str) -> tuple[QColor, QColor]:
        """Text and ground of a label's tone (red, amber, green, violet, blue; anything else is grey)."""
        tones = {
            "red": (self.red, self.red_soft),
            "amber": (self.amber, self.amber_soft),
            "green": (self.green, self.green_soft),
            "violet": (self.violet, self.violet_soft),
            "blue": (self.accent, self.accent_soft),
        }
        return tones.get(name, (self.muted, self.theirs))


TONES = ("grey", "blue", "green", "amber", "red", "violet")

LIGHT = Tokens(
    dark=False,
    bg=QColor("#f6f7f9"),
    panel=QColor("#ffffff"),
    rail=QColor("#1d2433"),
    railfg=QColor("#aab4c8"),
    line=QColor("#e4e7ec"),
    fg=QColor("#1b2130"),
    muted=QColor("#596275"),
    faint=QColor("#636c7e"),
    accent=QColor("#1d5bd6"),
    accent_soft=QColor("#e8f0fe"),
    primary=QColor("#2567e8"),
    sel=QColor("#eaf1ff"),
    ours=QColor("#2f6fed"),
    oursfg=QColor("#ffffff"),
    theirs=QColor("#f0f2f6"),
    red=QColor("#c4221a"),
    red_soft=QColor("#fee4e2"),
    amber=QColor("#a8400a"),
    amber_soft=QColor("#fef0c7"),
    green=QColor("#067647"),
    green_soft=QColor("#d3f8df"),
    violet=QColor("#6941c6"),
    violet_soft=QColor("#ebe9fe"),
    note=QColor("#fffaeb"),
    noteline=QColor("#fedf89"),
    ring=QColor("#1b2130"),
)

DARK = Tokens(
    dark=True,
    bg=QColor("#14171f"),
    panel=QColor("#1b1f2a"),
    rail=QColor("#0e1118"),
    railfg=QColor("#8b95a9"),
    line=QColor("#2a3040"),
    fg=QColor("#e6e9f0"),
    muted=QColor("#a0aabb"),
    faint=QColor("#8b95a9"),
    accent=QColor("#82a9ff"),
    accent_soft=QColor("#1f2f52"),
    primary=QColor("#2f5fd0"),
    sel=QColor("#222c44"),
    ours=QColor("#2f5fd0"),
    oursfg=QColor("#ffffff"),
    theirs=QColor("#262c3a"),
    red=QColor("#ff8a80"),
    red_soft=QColor("#47211f"),
    amber=QColor("#fdb022"),
    amber_soft=QColor("#42300f"),
    green=QColor("#6ce9a6"),
    green_soft=QColor("#123524"),
    violet=QColor("#b9a6ff"),
    violet_soft=QColor("#2c2450"),
    note=QColor("#2b2615"),
    noteline=QColor("#5c4a16"),
    ring=QColor("#e6e9f0"),
)

CONTRAST = Tokens(
    dark=True,
    bg=QColor("#000000"),
    panel=QColor("#000000"),
    rail=QColor("#000000"),
    railfg=QColor("#ffffff"),
    line=QColor("#ffffff"),
    fg=QColor("#ffffff"),
    muted=QColor("#f0f0f0"),
    faint=QColor("#d8d8d8"),
    accent=QColor("#ffe14d"),
    accent_soft=QColor("#3a3300"),
    primary=QColor("#ffe14d"),
    sel=QColor("#00214d"),
    ours=QColor("#ffe14d"),
    oursfg=QColor("#000000"),
    theirs=QColor("#262626"),
    red=QColor("#ff9e94"),
    red_soft=QColor("#4a0d08"),
    amber=QColor("#ffc24d"),
    amber_soft=QColor("#402b00"),
    green=QColor("#7dffb3"),
    green_soft=QColor("#00361a"),
    violet=QColor("#d6c8ff"),
    violet_soft=QColor("#2a1a5e"),
    note=QColor("#2e2600"),
    noteline=QColor("#ffe14d"),
    ring=QColor("#3d7bff"),
)
