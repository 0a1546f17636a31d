"""Fault 39: documents that crash a careless reader."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrm_desktop.channels.safe_json import MAX_DEPTH, BadJson, parse


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 990, 5_000, 100_000])
def test_depth_is_refused_and_not_followed(depth: int) -> None:
    with pytest.raises(BadJson, match="deeply"):
        parse("[" * depth + "]" * depth)


def test_sensible_depth_is_read() -> None:
    assert parse('{"a": {"b": [{"c": 1}]}}') == {"a": {"b": [{"c": 1}]}}


def test_a_number_of_5000_digits_costs_nobody_the_page() -> None:
    found = parse('{"id": ' + "9" * 5000 + ', "other": 20000000000000000000}')
    assert isinstance(found, dict)
    assert found["id"] == "9" * 80
    assert found["other"] == 20_000_000_000_000_000_000


def test_lone_surrogates_and_nul_are_replaced_and_pairs_are_kept() -> None:
    found = parse(r'{"\ud800key": "a\ud800b", "nul": ["x\u0000y"], "pair": "\ud83d\ude00", "deep": [["\udfff"]]}')
    assert found == {"\ufffdkey": "a\ufffdb", "nul": ["x\ufffdy"], "pair": "😀", "deep": [["\ufffd"]]}
    json.dumps(found, ensure_ascii=False).encode("utf-8")


def test_bytes_that_are_no_utf8() -> None:
    assert parse(b'{"a": "\xff\xed\xa0\x80"}') == {"a": "\ufffd\ufffd\ufffd\ufffd"}


@pytest.mark.parametrize("raw", [b"", b"{", b"nope", b'{"a": 1,}', b"\xff\xfe\x00"])
def test_what_is_no_json_is_told_in_words(raw: bytes) -> None:
    with pytest.raises(BadJson, match="not JSON"):
        parse(raw)


def test_nan_and_infinity_are_nothing() -> None:
    assert parse('{"a": NaN, "b": Infinity}') == {"a": None, "b": None}


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(raw: bytes) -> None:
    try:
        parse(raw)
    except BadJson as error:
        assert str(error)


_DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@given(_DOCUMENTS)
def test_any_document_comes_out_fit_for_utf8(document: object) -> None:
    try:
        found = parse(json.dumps(document))
    except BadJson:
        return
    json.dumps(found, ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize("held", ["[", "}", '"[', '\\"', "]}", "\\", '\\"{', "é["])
@pytest.mark.parametrize("around", [1, 2])
def test_brackets_in_texts_are_no_depth(held: str, around: int) -> None:
    def nested(levels: int) -> object:
        found: object = held
        for number in range(levels):
            found = {held * around: [held, found]} if number % 2 else [held, found, held * around]
        return found

    within = nested(60)
    assert parse(json.dumps(within)) == within
    with pytest.raises(BadJson, match="deeply"):
        parse(json.dumps(nested(80)))


def test_the_deepest_document_that_is_read() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)
