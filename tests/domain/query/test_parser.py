"""The query language: what is read, what is refused in words, and that no text is ever too much."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrm_desktop.domain.query import (
    EVERYTHING,
    AnyOf,
    Bound,
    Criterion,
    Day,
    Days,
    Node,
    Not,
    Op,
    Phrase,
    Special,
    Text,
    all_of,
    parse,
    print_query,
)
from scrm_desktop.domain.query.parser import MOST_CHARACTERS
from support.queries import ANY_NAME, ANY_WORD, queries


def test_the_example_of_the_issue() -> None:
    found = parse('is:open channel:mastodon -label:vip waiting:>2h from:camille "exact words"')
    assert not found.problems
    assert found.node == all_of(
        [
            Criterion("is", ("open",)),
            Criterion("channel", ("mastodon",)),
            Not(Criterion("label", ("vip",))),
            Criterion("waiting", (Bound(Op.ABOVE, 7200),)),
            Criterion("from", ("camille",)),
            Phrase("exact words"),
        ]
    )


@pytest.mark.parametrize(
    ("typed", "english", "french"),
    [
        ("est:ouvert étiquette:vip", "is:open label:vip", "est:ouvert étiquette:vip"),
        ("attente:>2h", "waiting:>2h", "attente:>2h"),
        ("ETIQUETTE:vip", "label:vip", "étiquette:vip"),
        ("de:camille le:hier", "from:camille on:yesterday", "de:camille le:hier"),
        ("attente:3j", "waiting:>=3d", "attente:>=3j"),
        ("responsable:moi,aucun", "assignee:me,none", "responsable:moi,aucun"),
        ("a SAUF b", "-b a", "-b a"),
        ("(is:unread OU is:failed) x", "(is:unread OR is:failed) x", "(est:non-lu OU est:échoué) x"),
        ("waiting:90m", "waiting:>=1h30m", "attente:>=1h30m"),
        ("followers:1k..2k", "followers:1000..2000", "abonnés:1000..2000"),
        ("messages:5.. unread:..3", "messages:>=5 unread:<=3", "messages:>=5 non-lus:<=3"),
        ('label:"none",none', 'label:"none",none', 'étiquette:"none",aucun'),
        ("on:2026-11-01..today", "on:2026-11-01..today", "le:2026-11-01..aujourd'hui"),
        ("http://a.example 12:30 c'est", "http://a.example 12:30 c'est", "http://a.example 12:30 c'est"),
    ],
)  # fmt: skip
def test_both_languages_are_typed_and_english_is_stored(typed: str, english: str, french: str) -> None:
    found = parse(typed)
    assert not found.problems
    assert print_query(found.node) == english
    assert print_query(found.node, "fr") == french
    assert parse(french).node == parse(english).node == found.node


def test_and_binds_more_than_or() -> None:
    assert parse("a b OR c").node == AnyOf((Text(("a", "b")), Text(("c",))))
    assert parse("a (b OR c)").node == all_of([AnyOf((Text(("b",)), Text(("c",)))), Text(("a",))])
    assert parse("-(a b)").node == Not(Text(("a", "b")))
    assert parse("--a").node == Text(("a",))
    assert parse("assignee:ME").node == Criterion("assignee", (Special.ME,))
    assert parse("on:2026-11-03").node == Criterion("on", (Day(date(2026, 11, 3)),))
    assert parse("on:yesterday..today").node == Criterion("on", (Days(Day(ago=1), Day(ago=0)),))


@pytest.mark.parametrize(
    ("typed", "where", "message"),
    [
        ("lable:vip", "lable:vip", "There is no field “lable:”. Did you mean “label:”?"),
        ("xyzzy:1", "xyzzy:1", "There is no field “xyzzy:”. To look for the word itself, put it in quotation marks."),
        ("is:opne", "opne", "“is:” does not know “opne”. Did you mean “open”?"),
        ("étiquete:x", "étiquete:x", "There is no field “étiquete:”. Did you mean “label:”?"),
        ("waiting:soon", "soon", "“waiting:” takes 30m, 2h, 3d or 1w"),
        ("followers:many", "many", "“many” is no number."),
        ("after:2026-02-30", "2026-02-30", "“2026-02-30” is no day."),
        ("after:2026-01-01..today", "2026-01-01..today", "is no day"),
        ("label:", "label:", "needs a value right after the colon, for example label:vip"),
        ("label:>vip", ">vip", "can't be compared"),
        ("is:>open", ">open", "can't be compared"),
        ("x)", ")", "This bracket closes nothing."),
        ("is:open OR", "OR", "needs something on both sides"),
        ("-", "-", "A minus sign needs something right behind it."),
        ("waiting:999999999w", "999999999w", "is no length of time"),
        ("(" * 40 + "x", "(", "nested too deeply"),
        ("x" * (MOST_CHARACTERS + 1), "x", "The query is too long."),
        ("x " * 500, "x " * 100, "too many parts"),
    ],
)
def test_what_is_not_understood_is_told_with_its_place(typed: str, where: str, message: str) -> None:
    (found,) = parse(typed).problems
    assert message in found.message
    assert typed[found.start : found.end] == where


def test_what_is_right_stays_beside_what_is_wrong() -> None:
    found = parse("is:open lable:x is:unread,nonsense")
    assert found.node == all_of([Criterion("is", ("open",)), Criterion("is", ("unread",))])
    assert len(found.problems) == 2


def test_what_may_become_right_is_no_error_yet() -> None:
    assert all(parse(typed).problems[0].unfinished for typed in ("label:", "is:op", "waiting:>2", "on:2026-1", "a OR"))
    assert not parse("is:xq").problems[0].unfinished


def test_each_part_knows_where_it_was_typed() -> None:
    text = 'refund is:open -label:vip (a OR b) "x y" parcel'
    pieces = {print_query(piece.node): [text[start:end] for start, end in piece.spans] for piece in parse(text).pieces}
    assert pieces == {
        "is:open": ["is:open"],
        "-label:vip": ["-label:vip"],
        "a OR b": ["(a OR b)"],
        '"x y"': ['"x y"'],
        "refund parcel": ["refund", "parcel"],
    }


@given(st.one_of(st.text(), st.text(alphabet=" ()\"-:,\\<>=.ORisopenlabelé12hd'", max_size=80)))
def test_every_text_has_an_answer(typed: str) -> None:
    found = parse(typed)
    assert all(0 <= one.start <= one.end <= len(typed) and one.message for one in found.problems)
    again = parse(print_query(found.node))
    assert again.node == found.node
    assert not again.problems
    assert parse(print_query(found.node, "fr")).node == found.node


@given(queries(ANY_NAME, ANY_WORD, ANY_NAME))
def test_what_is_printed_is_read_as_the_same(node: Node) -> None:
    for language in ("en", "fr"):
        found = parse(print_query(node, language))
        assert not found.problems
        assert found.node == node


def test_nothing_at_all_is_everything() -> None:
    for typed in ("", "  ", "()", "-()", "((", '""'):
        assert parse(typed).node == EVERYTHING
    assert print_query(EVERYTHING) == ""


@pytest.mark.parametrize("piece", ["(", ")", '"', "-", "a:", "is:open,", "x OR ", "\\", "((a", 'label:"', "1h"])
def test_long_and_hostile_texts_take_no_time(piece: str) -> None:
    typed = (piece * MOST_CHARACTERS)[:MOST_CHARACTERS]
    begun = time.process_time()
    parse(typed)
    # No measure of speed: what grows with the square of the length takes minutes here.
    assert time.process_time() - begun < 5
