"""Gaps of prepared texts: filled, left to be seen, never filled by a stranger's braces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrm_desktop.domain.placeholders import (
    fill,
    first_name,
    gaps,
    order_number,
    person_name,
    questions,
    unfilled,
    unknown,
)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Hello {{first_name}}", "Hello Camille"),
        ("Hello {{ first_name | there }}", "Hello Camille"),
        ("About {{order_number|your order}}", "About your order"),
        ("Your order {{order_number|}} left", "Your order left"),
        ("About {{order_number}}", "About {{order_number}}"),
        ("Use {{?discount code}} and {{?discount code}}", "Use TEN and TEN"),
        ("Until {{?day|Monday}}", "Until Monday"),
        ("Until {{?day}}", "Until {{?day}}"),
        ("{{ template }} and {{}} and {{a\nb}}", "{{ template }} and {{}} and {{a\nb}}"),
    ],
)
def test_a_text_is_filled(text: str, filled: str) -> None:
    assert fill(text, {"first_name": "Camille", "order_number": ""}, {"discount code": "TEN"}) == filled


def test_what_stays_empty_is_found_again_and_other_braces_are_nobodys_business() -> None:
    left = fill("{{first_name}}, {{?code}}, {{ jinja }}", {}, {})
    assert [gap.name for gap in unfilled(left)] == ["first_name", "code"]
    assert unknown(left) == ("jinja",)


def test_each_question_is_asked_once_in_the_order_of_the_text() -> None:
    assert [gap.name for gap in questions("{{?b}} {{?a|x}} {{?b}} {{name}}")] == ["b", "a"]


def test_a_value_brings_no_gap_of_its_own() -> None:
    assert not gaps(fill("Hello {{name}}", {"name": "{{?password}}"}, {}))


@given(st.text(alphabet="{}|? ab", max_size=40), st.text(alphabet="{}|?a", max_size=10))
def test_filling_never_adds_a_gap(text: str, value: str) -> None:
    names = {gap.name for gap in gaps(text)}
    done = fill(text, dict.fromkeys(names, value), dict.fromkeys(names, value))
    assert len(gaps(done)) <= len(gaps(text))


@pytest.mark.parametrize(
    ("shown", "first", "whole"),
    [
        ("Camille Laurent", "Camille", "Camille Laurent"),
        ("Dr. Anna Kowalska 🌿", "Anna", "Dr Anna Kowalska"),
        (":blobcat: Jean-Luc", "Jean-Luc", "Jean-Luc"),
        ("@someone@else.example", "", ""),
        ("J.", "", "J"),
        ("🌿🌿", "", ""),
        ("{{?pin}} Eve https://evil.example", "Eve", "Eve"),
        ("Ünal Çelik", "Ünal", "Ünal Çelik"),
    ],
)
def test_a_strangers_name_is_only_a_name(shown: str, first: str, whole: str) -> None:
    assert (first_name(shown), person_name(shown)) == (first, whole)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bonjour, commande 48190 passée il y a 15 jours", "48190"),
        ("my order number is #MV-20231", "MV-20231"),
        ("Order no. 4711", "4711"),
        ("I have waited since 2024", ""),
        ("recommande 12345", ""),
    ],
)
def test_an_order_number_is_one_that_is_called_so(text: str, number: str) -> None:
    assert order_number(["hello", text]) == number
