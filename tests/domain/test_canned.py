"""Which canned response is offered first, and what an import would do."""

from __future__ import annotations

import pytest

from scrm_desktop.domain.canned import Canned, Fate, plan_import, problem_of, search
from scrm_desktop.domain.fuzzy import tier

ALL = (
    Canned(id=1, name="Refund is on its way", text="Your refund", category="Returns", language="en", uses=3),
    Canned(id=2, name="Remboursement en route", text="Votre argent", category="Retours", language="fr", uses=1),
    Canned(id=3, name="Opening hours", text="We are open", category="Information", shortcut="hours", uses=9),
    Canned(id=4, name="Réclamation", text="Pardon", category="Réclamations", language="fr", uses=7),
)


def ids(query: str, language: str = "") -> list[int]:
    return [one.id for one in search(ALL, query, language)]


def test_the_customers_language_comes_first_then_what_is_used_most() -> None:
    assert ids("", "fr") == [4, 2, 3, 1]
    assert ids("", "fr-CA") == [4, 2, 3, 1]
    assert ids("", "en") == [1, 3, 4, 2]


def test_it_is_found_by_name_category_text_and_shortcut_without_accents_and_with_letters_left_out() -> None:
    assert ids("reclam") == [4]
    assert ids("rfnd", "en") == [1]
    assert ids("argent") == [2]
    assert ids("returns") == [1]
    assert ids("hours", "fr")[0] == 3
    assert ids("zzz") == []
    assert ids("w", "en") == [1], "one letter begins a word"


def test_fits_are_told_apart() -> None:
    assert [tier("way", text) for text in ("Wayward", "On its way", "Always", "We are yours", "Yes")] == [
        0, 1, 2, 3, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"name": " "}, "name"),
        ({"text": ""}, "text"),
        ({"text": "x" * 10_001}, "more than"),
        ({"language": "french"}, "language"),
        ({"shortcut": "two words"}, "one word"),
        ({"text": "Hello {{frist_name}}"}, "frist_name"),
    ],
)
def test_what_can_not_be_kept_says_why(change: dict[str, str], why: str) -> None:
    assert why in problem_of(Canned(**{"name": "A", "text": "B", **change}))


def test_a_trial_run_says_what_would_become_of_each_line() -> None:
    records = [
        (2, Canned(name="Opening hours", text="We are open")),
        (3, Canned(name="opening HOURS", text="again")),
        (4, Canned(name="Refund is on its way", text="Changed", language="en")),
        (5, Canned(name="New", text="{{?code}}")),
        (6, "It has too few columns."),
        (7, Canned(name="", text="x")),
    ]
    known = [ALL[0], Canned(id=3, name="Opening hours", text="We are open")]
    plan = plan_import(records, known)
    fates = [line.fate for line in plan.lines]
    assert fates == [Fate.SAME, Fate.REFUSED, Fate.CHANGED, Fate.ADDED, Fate.REFUSED, Fate.REFUSED]
    assert [one.name for one in plan.wanted] == ["Refund is on its way", "New"]
    assert "line 2" in plan.lines[1].why
    assert plan.count(Fate.REFUSED) == 3
