"""Our own palette for Fusion, made of the tokens, and the little style sheet that Fusion lacks."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from scrm_desktop.late_pattern import late_pattern
from ui.resources import resource
from ui.theme.tokens import Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup
_MIDDLE = 150
_LENGTH = late_pattern(r"\b(\d+(?:\.\d+)?)px")


def palette(tokens: Tokens) -> QPalette:
    """All roles that Fusion draws with."""
    made = QPalette()
    roles = {
        _Role.Window: tokens.bg,
        _Role.WindowText: tokens.fg,
        _Role.Base: tokens.panel,
        _Role.AlternateBase: tokens.bg,
        _Role.Text: tokens.fg,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.panel,
        _Role.ButtonText: tokens.fg,
        _Role.BrightText: tokens.red,
        _Role.ToolTipBase: tokens.panel,
        _Role.ToolTipText: tokens.fg,
        _Role.Highlight: tokens.primary,
        _Role.HighlightedText: tokens.oursfg,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.violet,
        _Role.Accent: tokens.primary,
        _Role.Mid: tokens.line,
        _Role.Midlight: tokens.line,
        _Role.Light: tokens.panel,
        _Role.Dark: tokens.faint,
        _Role.Shadow: tokens.line,
    }
    for role, colour in roles.items():
        made.setColor(role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(_Group.Disabled, role, tokens.faint)
    return made


def style_sheet(tokens: Tokens) -> str:
    """resources/styles/window.qss with ``@token`` filled in, longest names first."""
    text = resource("styles", "window.qss").read_text("utf-8")
    colours = tokens.names()
    for name in sorted(colours, key=len, reverse=True):
        text = text.replace(f"@{name};", f"{colours[name]};")
    for picture, ground in (("tick", tokens.primary), ("arrow", tokens.panel)):
        shade = "dark" if ground.lightness() > _MIDDLE else "light"
        text = text.replace(f"@{picture}", resource("styles", f"{picture}-{shade}.svg").as_posix())
    return text


def sized(text: str, zoom: float) -> str:
    """A style sheet with its lengths larger or smaller; lines of one pixel stay as they are."""
    if zoom == 1.0:
        return text
    return _LENGTH.sub(lambda found: found[0] if found[1] == "1" else f"{float(found[1]) * zoom:.0f}px", text)
