"""Names are found as people type them."""

from __future__ import annotations

import pytest

from scrm_desktop.domain.fuzzy import score, words


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("cam", "Camille Laurent"),
        ("laur", "Camille Laurent"),
        ("lau cam", "Camille Laurent"),
        ("elodie", "Élodie Zœ"),
        ("ÉLO", "elodie"),
        ("strasse", "Straße"),
        ("cmll", "Camille"),
        ("cl", "Camille Laurent"),
        ("ille", "Camille"),
        ("тата", "Татьяна"),
        ("太郎", "日本 太郎"),
    ],
)
def test_it_finds(typed: str, text: str) -> None:
    assert score(typed, text) > 0


@pytest.mark.parametrize(
    ("typed", "text"), [("xyz", "Camille"), ("camille x", "Camille Laurent"), ("", "Camille"), ("c", "")]
)
def test_it_does_not_find(typed: str, text: str) -> None:
    assert score(typed, text) == 0


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("cam", "Camille", "Webcam shop"),
        ("mark", "Mark as unread", "Remarkable"),
        ("done", "Done", "Abandoned"),
        ("set", "Settings", "Reset all keys"),
        ("label", "Label", "Label the archive of this year"),
        ("rst", "Reset", "Racing street cats of tomorrow"),
    ],
)
def test_the_nearer_one_comes_first(typed: str, better: str, worse: str) -> None:
    assert score(typed, better) > score(typed, worse)


def test_hostile_text_costs_little() -> None:
    assert score("a" * 50, "a b " * 100_000) >= 0
    assert len(words("x " * 1_000_000)) <= 100


def test_folding() -> None:
    assert words("ÀÉîõü") == ("aeiou",)
    assert words("@camille_l@piaille.fr") == ("camille", "l", "piaille", "fr")
