"""Colours, fonts, icons and avatars: everything that gives the window its face."""

from __future__ import annotations

from ui.theme.theme import Scheme, Theme
from ui.theme.tokens import CONTRAST, DARK, LIGHT, TONES, Tokens

__all__ = ["CONTRAST", "DARK", "LIGHT", "TONES", "Scheme", "Theme", "Tokens"]
