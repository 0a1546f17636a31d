"""A tree as the text that is read as the same tree again: in English for storing, in the person's language to show."""

from __future__ import annotations

from scrm_desktop.domain.query.amounts import print_day, print_duration
from scrm_desktop.domain.query.fields import SPECIALS, Field, Kind, field_named, find_special, shown
from scrm_desktop.domain.query.lexer import is_plain_item, is_plain_word, quote
from scrm_desktop.domain.query.nodes import (
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
)

_Parts = list["str | Node"]


def print_query(node: Node, language: str = "en") -> str:
    """The text of a query; ``language`` ``fr`` uses the French names."""
    words: list[str] = []
    waiting: _Parts = [node]
    # A stack instead of calls: a tree that was built elsewhere may be deeper than what is typed.
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            words.append(one)
        else:
            waiting += reversed(_laid_out(one, language))
    return "".join(words)


def _laid_out(node: Node, language: str) -> _Parts:
    if isinstance(node, All):
        return _joined([_bracketed(one, AnyOf) for one in node.parts], " ")
    if isinstance(node, AnyOf):
        return _joined([[one] for one in node.parts], " OU " if language == "fr" else " OR ")
    if isinstance(node, Not):
        bracket = isinstance(node.part, All | AnyOf) or (isinstance(node.part, Text) and len(node.part.words) > 1)
        return ["-(", node.part, ")"] if bracket else ["-", node.part]
    if isinstance(node, Phrase):
        return [quote(node.text)]
    if isinstance(node, Text):
        return [" ".join(word if is_plain_word(word) else quote(word) for word in node.words)]
    return [print_test(node, language)]


def _bracketed(node: Node, kind: type[AnyOf]) -> _Parts:
    return ["(", node, ")"] if isinstance(node, kind) else [node]


def _joined(parts: list[_Parts], between: str) -> _Parts:
    return [one for number, part in enumerate(parts) for one in ([between] if number else []) + part]


def print_test(test: Criterion, language: str = "en") -> str:
    """One field with its values."""
    field = field_named(test.field)
    return f"{shown(field, language)}:{','.join(print_value(field, value, language) for value in test.values)}"


def print_value(field: Field, value: Value, language: str = "en") -> str:
    """One value as it is typed behind the colon."""
    if isinstance(value, Special):
        return shown(SPECIALS[value], language)
    if isinstance(value, Day):
        return print_day(value, language)
    if isinstance(value, Days):
        return f"{print_day(value.first, language)}..{print_day(value.last, language)}"
    if isinstance(value, Between):
        return f"{_amount(field, value.low, language)}..{_amount(field, value.high, language)}"
    if isinstance(value, Bound):
        sign = "" if value.op is Op.EQUAL and field.bare is Op.EQUAL else value.op.value
        return f"{sign}{_amount(field, value.amount, language)}"
    if field.kind is Kind.CHOICE:
        return next(shown(one, language) for one in field.choices if one.name == value)
    return value if is_plain_item(value) and find_special(field, value) is None else quote(value)


def _amount(field: Field, amount: int, language: str) -> str:
    return print_duration(amount, language) if field.kind is Kind.DURATION else str(amount)
