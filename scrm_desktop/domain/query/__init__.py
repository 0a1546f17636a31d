"""The query language: one for the search field, saved views and rules. docs/query.md describes it."""

from scrm_desktop.domain.query.evaluate import finds, matches
from scrm_desktop.domain.query.facts import Asking, Facts, Said
from scrm_desktop.domain.query.known import Names, depends_on_time, mentions_spam, unknown_names
from scrm_desktop.domain.query.nodes import (
    EVERYTHING,
    All,
    AnyOf,
    Between,
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
    Value,
    all_of,
    any_of,
    conjuncts,
    leaves,
    negate,
)
from scrm_desktop.domain.query.parser import Parsed, Piece, parse
from scrm_desktop.domain.query.printer import print_query
from scrm_desktop.domain.query.problems import Problem

__all__ = [
    "EVERYTHING",
    "All",
    "AnyOf",
    "Asking",
    "Between",
    "Bound",
    "Criterion",
    "Day",
    "Days",
    "Facts",
    "Names",
    "Node",
    "Not",
    "Op",
    "Parsed",
    "Phrase",
    "Piece",
    "Problem",
    "Said",
    "Special",
    "Text",
    "Value",
    "all_of",
    "any_of",
    "conjuncts",
    "depends_on_time",
    "finds",
    "leaves",
    "matches",
    "mentions_spam",
    "negate",
    "parse",
    "print_query",
    "unknown_names",
]
