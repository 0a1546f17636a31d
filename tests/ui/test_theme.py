"""Colours everybody can read, and pictures that are there."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ui.resources import resource
from ui.theme import CONTRAST, DARK, LIGHT, TONES, Scheme, Theme, Tokens
from ui.theme.avatars import GROUNDS, initials
from ui.theme.palette import style_sheet

GROUNDS_OF = {
    "fg": ("bg", "panel", "sel", "theirs", "note", "accent_soft"),
    "muted": ("bg", "panel", "sel", "theirs", "note", "accent_soft"),
    "faint": ("bg", "panel", "theirs"),
    "accent": ("bg", "panel", "accent_soft", "sel"),
    "red": ("panel", "bg", "red_soft", "sel"),
    "amber": ("panel", "bg", "amber_soft", "sel"),
    "green": ("panel", "bg", "green_soft"),
    "violet": ("panel", "bg", "violet_soft"),
    "railfg": ("rail",),
    "oursfg": ("ours", "primary"),
}


SCHEMES = [LIGHT, DARK, CONTRAST]


def luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, two: QColor) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", SCHEMES, ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("ink", GROUNDS_OF)
def test_text_can_be_read_on_everything_it_stands_on(tokens: Tokens, ink: str) -> None:
    found = {ground: contrast(getattr(tokens, ink), getattr(tokens, ground)) for ground in GROUNDS_OF[ink]}
    assert min(found.values()) >= 4.5, found


@pytest.mark.parametrize("tokens", SCHEMES, ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("tone", TONES)
def test_labels_can_be_read(tokens: Tokens, tone: str) -> None:
    assert contrast(*tokens.tone(tone)) >= 4.5


@pytest.mark.parametrize("ink", [*GROUNDS_OF, "line"])
def test_high_contrast_is_high(ink: str) -> None:
    """Seven to one for text (the stricter rule), and lines that separate can be seen."""
    for ground in GROUNDS_OF.get(ink, ("bg", "panel")):
        assert contrast(getattr(CONTRAST, ink), getattr(CONTRAST, ground)) >= 7, ground


@pytest.mark.parametrize("tokens", SCHEMES, ids=["light", "dark", "contrast"])
def test_the_ring_of_the_focus_can_be_seen(tokens: Tokens) -> None:
    """Three to one is the rule for what is no text."""
    for ground in ("bg", "panel", "rail"):
        ring = tokens.railfg if ground == "rail" else tokens.accent
        assert contrast(ring, getattr(tokens, ground)) >= 3, ground
    assert contrast(tokens.ring, tokens.primary) >= 2.5
    assert contrast(tokens.ring, tokens.panel) >= 3


def test_initials_can_be_read() -> None:
    assert min(contrast(QColor("white"), QColor(ground)) for ground in GROUNDS) >= 4.5


@pytest.mark.parametrize("tokens", SCHEMES, ids=["light", "dark", "contrast"])
def test_the_style_sheet_knows_all_its_colours(tokens: Tokens) -> None:
    assert not re.findall(r"@\w+;", style_sheet(tokens))


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Camille Laurent", "CL"),
        ("jonas", "J"),
        ("", "?"),
        ("🌿🌿", "?"),
        ("日本 太郎", "日太"),
        ("\u202eevil\u202c x", "EX"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_every_icon_can_be_drawn(qapp: QApplication, theme: Theme) -> None:
    names = sorted(file.stem for file in resource("icons").glob("*.svg"))
    assert len(names) > 20
    for name in names:
        image = theme.icon_pixmap(name, 16).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())), name


def test_avatars_are_drawn_once(theme: Theme) -> None:
    assert (
        theme.avatar("Camille", 38, "m", "#6364ff").cacheKey() == theme.avatar("Camille", 38, "m", "#6364ff").cacheKey()
    )


def test_a_change_of_scheme_reaches_the_palette(theme: Theme, qapp: QApplication) -> None:
    seen: list[bool] = []
    theme.changed.connect(lambda: seen.append(theme.tokens.dark))
    theme.set_scheme(Scheme.DARK)
    assert seen == [True]
    assert qapp.palette().window().color() == DARK.bg
    theme.set_scheme(Scheme.LIGHT)
    assert qapp.palette().window().color() == LIGHT.bg


def test_inter_is_there(theme: Theme) -> None:
    assert theme.font(13).family() == "Inter"
    assert theme.font(11.5).pixelSize() == 12
