"""The query language in the window's words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.query import parse, problems
from scrm_desktop.domain.query.fields import FIELDS
from ui import query_texts, translations
from ui.query_completion import Vocabulary, suggest
from ui.query_words import chip_words, problem_words

WORDS = Vocabulary(
    labels=("vip", "to call back", "VAT"),
    accounts=("support@brand.example",),
    channels=("mastodon",),
    colleagues=("Nadia", "Ola"),
    customers=("Camille Laurent", "Jonas Okafor"),
)


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    translations.install(qapp, "fr")
    yield
    translations.remove(qapp)
    QLocale.setDefault(before)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


def inserted(typed: str, *, asked: bool = False) -> list[str]:
    return [one.insert for one in suggest(typed, len(typed), WORDS, asked=asked)]


def test_the_translators_know_the_whole_language() -> None:
    assert set(problems.TEMPLATES) == set(query_texts.PROBLEMS)
    assert {field.name for field in FIELDS} == set(query_texts.FIELDS)
    assert {(field.name, one.name) for field in FIELDS for one in field.choices} == set(query_texts.CHOICES)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lab", ["label:"]),
        ("is:open lab", ["label:"]),
        ("(la", ["label:", "lang:", "last:"]),
        ("-lab", ["label:"]),
        ("étiq", ["label:"]),
        ("is:un", ["unread", "unsent", "unassigned"]),
        ("label:", ["none", "vip", '"to call back"', "VAT"]),
        ("label:v", ["vip", "VAT"]),
        ("label:call", ['"to call back"']),
        ('label:"to c', ['"to call back"']),
        ("label:vip,to", ['"to call back"']),
        ("-label:vi", ["vip"]),
        ("from:lau", ['"Camille Laurent"']),
        ("assignee:", ["me", "none", "Nadia", "Ola"]),
        ("lang:fran", ["fr"]),
        ("waiting:>2", [">2h"]),
        ("on:y", ["yesterday"]),
        ("priority:ur", ["urgent"]),
    ],
)
def test_what_may_follow(english: None, typed: str, first: list[str]) -> None:
    assert inserted(typed)[: len(first)] == first


@pytest.mark.parametrize("typed", ["", "is:open ", "label:vip", '"is:o', "http://a", "nothing:x", "xyzzy"])
def test_nothing_is_offered_where_nothing_was_begun(english: None, typed: str) -> None:
    assert inserted(typed) == []


def test_all_fields_can_be_asked_for(english: None) -> None:
    assert len(inserted("", asked=True)) == len(FIELDS)
    assert len(inserted("is:open ", asked=True)) == len(FIELDS)


def test_in_french_the_french_names_are_offered(french: None) -> None:
    assert inserted("eti")[0] == "étiquette:"
    assert inserted("label:no") == []
    assert "ouvert" in inserted("est:")
    assert inserted("attente:>1j")[:1] == []
    assert [one.hint for one in suggest("est:ouv", 7, WORDS)] == ["Ouverte"]


@given(st.text(max_size=60), st.integers(0, 60))
def test_every_text_can_be_completed(typed: str, cursor: int) -> None:
    for one in suggest(typed, cursor, WORDS, asked=True):
        assert 0 <= one.start <= len(typed)


@pytest.mark.parametrize(
    ("typed", "english", "french"),
    [
        ("is:open", "Open", "Ouverte"),
        ("-label:vip", "Not: Label: vip", "Sauf\xa0: Étiquette\xa0: vip"),
        ("waiting:>2d", "Waiting for >2d", "En attente depuis >2j"),
        ("is:open,pending", "Open or Waiting for customer", "Ouverte ou En attente du client"),
        ("assignee:none", "Assigned to: nobody", "Assignée à\xa0: personne"),
        ("refund parcel", "“refund parcel”", "«\xa0refund parcel\xa0»"),
        ('is:unread OR "a b"', "Unread or “a b”", "Non lue ou «\xa0a b\xa0»"),
        ("on:today", "Last message on: today", "Dernier message le\xa0: aujourd'hui"),
    ],
)
def test_chips_speak_the_persons_language(qapp: QApplication, typed: str, english: str, french: str) -> None:
    before = QLocale()
    try:
        for language, words in (("en", english), ("fr", french)):
            translations.install(qapp, language)
            assert chip_words(parse(typed).node) == words
            translations.remove(qapp)
    finally:
        translations.remove(qapp)
        QLocale.setDefault(before)


def test_errors_name_what_is_typed_in_the_persons_language(french: None) -> None:
    told = [problem_words(one) for one in parse("est:ouvret attente: lable:x suivis:>demain").problems]
    assert told == [
        "«\xa0est:\xa0» ne connaît pas «\xa0ouvret\xa0». Vouliez-vous dire «\xa0ouvert\xa0»\xa0?",
        "«\xa0attente:\xa0» attend une valeur juste après les deux-points, par exemple attente:>2h.",
        "Il n'y a pas de champ «\xa0lable:\xa0». Vouliez-vous dire «\xa0étiquette:\xa0»\xa0?",
        "Il n'y a pas de champ «\xa0suivis:\xa0». Pour chercher le mot lui-même, mettez-le entre guillemets.",
    ]
