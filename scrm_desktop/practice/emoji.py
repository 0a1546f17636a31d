"""The custom emoji of the practice network: small pictures of our own, drawn from letters."""

from __future__ import annotations

import re

EMOJI: dict[str, tuple[str, ...]] = {
    "blobplant": ("...gg...", "..gggg..", ".gg..gg.", "....g...", "...bbb..", "..bbbbb.", "..bbbbb.", "...bbb.."),
    "parcel": ("........", ".oooooo.", ".ooyyoo.", ".ooyyoo.", ".oooooo.", ".oooooo.", ".oooooo.", "........"),
    "tableflip": ("r......r", ".r....r.", "..rrrr..", "..r..r..", ".r....r.", "bbbbbbbb", "b......b", "b......b"),
}
COLOURS: dict[str, tuple[int, int, int]] = {
    "g": (46, 125, 50),
    "b": (121, 85, 72),
    "o": (205, 153, 92),
    "y": (240, 220, 150),
    "r": (198, 40, 40),
}

_SHORTCODE = re.compile(r"(?<![\w:]):([a-zA-Z0-9_]{2,}):(?![\w:])")


def shortcodes(text: str) -> list[str]:
    """The shortcodes that a text names, each once, in order."""
    return list(dict.fromkeys(_SHORTCODE.findall(text)))
