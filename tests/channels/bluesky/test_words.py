"""Marks lie on bytes: read from others, and made for what we send."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrm_desktop.channels.bluesky.words import LINK, MENTION, TAG, facets, find, marks, mentions, plain
from scrm_desktop.channels.safe_json import Json

DID = "did:plc:cccccccccccccccccccccccc"


def facet(text: str, part: str, **feature: str) -> Json:
    start = len(text[: text.index(part)].encode())
    index: Json = {"byteStart": start, "byteEnd": start + len(part.encode())}
    return {"index": index, "features": [{"$type": feature.pop("kind"), **feature}]}


@pytest.mark.parametrize(
    ("text", "part", "url", "expected"),
    [
        ("Größe 👍 hier: shop.example/a…", "shop.example/a…", "https://shop.example/a/b", "https://shop.example/a/b"),
        ("see our shop now", "our shop", "https://s.example/", "see our shop (https://s.example/) now"),
        ("evil: bank.example", "bank.example", "https://evil.example", "bank.example (https://evil.example)"),
    ],
)
def test_a_link_says_where_it_leads(text: str, part: str, url: str, expected: str) -> None:
    assert plain(text, marks(text, [facet(text, part, kind=LINK, uri=url)])).endswith(expected)


def test_marks_that_cut_a_character_or_overlap_are_left_out() -> None:
    text = "👍 @camille.test"
    cut: Json = {"index": {"byteStart": 1, "byteEnd": 4}, "features": [{"$type": TAG, "tag": "x"}]}
    good = facet(text, "@camille.test", kind=MENTION, did=DID)
    found = marks(text, [cut, good, good])
    assert [(one.kind, text[one.start : one.end]) for one in found] == [(MENTION, "@camille.test")]
    assert [(one.remote_id, one.handle) for one in mentions(text, found)] == [(DID, "camille.test")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ask @bob.test, please", [(MENTION, "bob.test")]),
        ("mail me@bob.test", []),
        ("(see https://a.example/x_(y)).", [(LINK, "https://a.example/x_(y)")]),
        ("https://a.example/#part and #bread", [(LINK, "https://a.example/#part"), (TAG, "bread")]),
        ("#1 is no tag, #Brötchen is", [(TAG, "Brötchen")]),
        ("https://a.example/@bob.test", [(LINK, "https://a.example/@bob.test")]),
    ],
)
def test_what_is_marked_in_what_we_send(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.value) for one in find(text)] == expected


@given(st.text(max_size=60).map(lambda text: f"{text} https://a.example/x {text} #tag @bob.test"))
def test_what_we_mark_is_read_back_as_it_was_meant(text: str) -> None:
    found = find(text)
    made = facets(text, [one for one in found if one.kind != MENTION])
    again = marks(text, made)
    assert [(one.start, one.end) for one in again] == [(one.start, one.end) for one in found if one.kind != MENTION]
