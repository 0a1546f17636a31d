"""Hypothesis strategies that make queries: trees with every field and every kind of value."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from scrm_desktop.domain.query import (
    Between,
    Bound,
    Criterion,
    Day,
    Days,
    Node,
    Op,
    Phrase,
    Text,
    Value,
    all_of,
    any_of,
    negate,
)
from scrm_desktop.domain.query.fields import FIELDS, Field, Kind
from scrm_desktop.domain.query.lexer import is_plain_word

DAYS = st.one_of(st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(Day), st.sampled_from([Day(ago=0), Day(ago=1)]))


def amounts(most: int) -> st.SearchStrategy[Value]:
    """Limits and ranges."""
    number = st.integers(0, most)
    pairs = st.tuples(number, number).map(lambda two: Between(min(two), max(two)))
    return st.one_of(st.builds(Bound, st.sampled_from(Op), number), pairs)


def values(field: Field, names: st.SearchStrategy[str]) -> st.SearchStrategy[Value]:
    """What may stand behind a field's colon."""
    if field.kind is Kind.CHOICE:
        return st.sampled_from([one.name for one in field.choices])
    if field.kind is Kind.NAME:
        return st.one_of(names, *([st.sampled_from(field.specials)] if field.specials else []))
    if field.kind is Kind.DAY:
        return st.one_of(DAYS, st.builds(Days, DAYS, DAYS)) if field.ranges else DAYS
    return amounts(10**6 if field.kind is Kind.DURATION else 5)


def tests(names: st.SearchStrategy[str]) -> st.SearchStrategy[Node]:
    """One field with one to three values."""
    return st.sampled_from(FIELDS).flatmap(
        lambda field: st.lists(values(field, names), min_size=1, max_size=3, unique=True).map(
            lambda found: Criterion(field.name, tuple(found))
        )
    )


def queries(
    names: st.SearchStrategy[str], words: st.SearchStrategy[str], phrases: st.SearchStrategy[str]
) -> st.SearchStrategy[Node]:
    """Whole queries, nested a few levels."""
    leaf: st.SearchStrategy[Node] = st.one_of(
        tests(names),
        tests(names),
        st.lists(words, min_size=1, max_size=2, unique=True).map(lambda found: Text(tuple(found))),
        phrases.map(Phrase),
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(all_of),
            st.lists(inner, min_size=2, max_size=3).map(any_of),
            inner.map(negate),
        ),
        max_leaves=6,
    )


def spaced(text: str) -> str:
    """A name as the parser keeps it: single spaces, none at the ends."""
    return " ".join(text.replace("\0", " ").split())


ANY_NAME = st.text(min_size=1, max_size=20).map(spaced).filter(bool)
ANY_WORD = st.text(min_size=1, max_size=12).filter(is_plain_word)
