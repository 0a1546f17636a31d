"""What customers wrote reaches a terminal as text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrm_desktop.cli.output import as_json, plain, table

NASTY = "\x1b[31mred\x1b]0;title\x07\r\b\x9b2J\u202egnp.exe\u2066x\ud800"


def test_nothing_acts_on_a_terminal() -> None:
    for shown in (plain(NASTY), *table(("a",), [[NASTY]]), as_json({NASTY: [NASTY]})):
        assert not any(ord(character) < 32 and character != "\n" for character in shown)
        assert not {"\x7f", "\x9b", "\u202e", "\u2066", "\ud800"} & set(shown)


def test_a_text_of_many_lines_is_one_line() -> None:
    assert plain("a\nb\tc") == "a b c"


LEAVES = st.text() | st.integers() | st.none() | st.booleans()
DOCUMENTS = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@given(DOCUMENTS)
def test_the_document_means_the_same(document: object) -> None:
    assert json.loads(as_json(document)) == document
    assert json.loads(as_json(document, indent=None)) == document
    assert "\n" not in as_json(document, indent=None)


def test_french_and_emoji_stay_readable() -> None:
    assert as_json(["Déjà reçu 🥐"]) == '[\n  "Déjà reçu 🥐"\n]'


def test_a_table_has_columns() -> None:
    assert table(("id", "text"), [["1", "short"], ["200", "x" * 50]])[1:] == ("1    short", f"200  {'x' * 50}")


@pytest.mark.parametrize("rows", [[], [["", ""]]])
def test_an_empty_table(rows: list[list[str]]) -> None:
    assert table(("id", "text"), rows)[0].startswith("id")
