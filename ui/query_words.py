"""A query in the person's words: chips, errors, and which names there are."""

from __future__ import annotations

from functools import reduce

from PySide6.QtCore import QCoreApplication, QLocale

from scrm_desktop.domain.query import (
    All,
    AnyOf,
    Criterion,
    Names,
    Node,
    Not,
    Phrase,
    Problem,
    Special,
    Text,
    Value,
    parse,
    print_query,
)
from scrm_desktop.domain.query.fields import Field, Kind, field_named, find_choice, shown
from scrm_desktop.domain.query.printer import print_value
from ui import query_texts, text
from ui.models.house import House


def language() -> str:
    """In which language the syntax is shown and completed; both are understood."""
    return "fr" if QLocale().name().startswith("fr") else "en"


def _said(words: str) -> str:
    return QCoreApplication.translate("Query", words)


def problem_words(problem: Problem) -> str:
    """What is wrong, in the person's language and with the names that they type."""
    params = {name: _param(name, value, dict(problem.params)) for name, value in problem.params}
    return _said(problem.template).format(**params)


def _param(name: str, value: str, params: dict[str, str]) -> str:
    if name == "example":
        return print_query(parse(value).node, language())
    if name in ("field", "close"):
        field = field_named(params["field"]) if "field" in params else None
        if name == "field" and field is not None:
            return shown(field, language())
        if field is None:
            return shown(field_named(value), language())
        choice = find_choice(field, value)
        return shown(choice, language()) if choice is not None else value
    if name == "choices":
        field = field_named(params["field"])
        return ", ".join(shown(choice, language()) for choice in field.choices)
    return text.one_line(value)


def field_title(field: Field) -> str:
    """What a field is called in menus and chips."""
    return _said(query_texts.FIELDS[field.name])


def choice_title(field: Field, name: str) -> str:
    """What a value is called."""
    return _said(query_texts.CHOICES[field.name, name])


def value_title(field: Field, value: Value) -> str:
    """Any value of a field, in words or as it is typed."""
    if value is Special.ME:
        return _said(query_texts.ME)
    if value is Special.NONE:
        return _said(query_texts.NOBODY if field.name == "assignee" else query_texts.NOTHING)
    if field.kind is Kind.CHOICE:
        return choice_title(field, str(value))
    if isinstance(value, str):
        return text.one_line(value, limit=40)
    return print_value(field, value, language())


def chip_words(node: Node) -> str:
    """One part of a query as a chip says it."""
    if isinstance(node, Not):
        return _said(query_texts.NOT).format(what=chip_words(node.part))
    if isinstance(node, AnyOf):
        return _joined([chip_words(one) for one in node.parts], query_texts.OR)
    if isinstance(node, All):
        return _joined([chip_words(one) for one in node.parts], query_texts.AND)
    if isinstance(node, Text):
        return _said(query_texts.QUOTED).format(words=text.one_line(" ".join(node.words), limit=40))
    if isinstance(node, Phrase):
        return _said(query_texts.QUOTED).format(words=text.one_line(node.text, limit=40))
    return _criterion(node)


def _criterion(node: Criterion) -> str:
    field = field_named(node.field)
    values = _joined([value_title(field, value) for value in node.values], query_texts.OR)
    if field.name == "is":
        return values
    if field.kind in (Kind.DURATION, Kind.COUNT):
        return f"{field_title(field)} {values}"
    return _said(query_texts.NAMED).format(field=field_title(field), value=values)


def _joined(words: list[str], template: str) -> str:
    return reduce(lambda one, other: _said(template).format(one=one, other=other), words) if words else ""


def house_names(house: House) -> Names:
    """The names that a query may use here."""
    accounts = [view.account for view in house.accounts]
    return Names(
        labels=[label.name for label in house.labels],
        accounts=[(one.handle, one.display_name) for one in accounts],
        channels=sorted({one.channel for one in accounts}),
    )
