"""The menu behind “+ Filter”: field, then operator and value; it writes the same terms that can be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu, QWidget

from scrm_desktop.domain.query import Bound, Criterion, Node, Not, Op, Special, Value, print_query
from scrm_desktop.domain.query.fields import DAYS, FIELDS, Field, Kind, shown
from scrm_desktop.domain.query.nodes import Day
from ui.query_completion import Vocabulary
from ui.query_words import field_title, language, value_title

_HOURS, _DAYS = (1, 2, 4, 12), (1, 3, 7, 30)
_COUNTS = {"followers": (100, 1000, 10_000, 100_000), "messages": (1, 5, 10, 50), "unread": (1, 5, 10)}
_MOST_NAMES = 25


class FilterMenu(QMenu):
    """``take`` gets the text of a term in the person's language; one that ends in a colon waits for its value."""

    def __init__(self, parent: QWidget, vocabulary: Callable[[], Vocabulary], take: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._vocabulary, self._take = vocabulary, take
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """All fields with what they take now."""
        self.clear()
        for field in FIELDS:
            if field.name == "kind":
                # The same as two of the states; the language knows both.
                continue
            self._add_field(field)

    def _add_field(self, field: Field) -> None:
        values = list(self._values(field))
        if not values and field.kind is Kind.NAME:
            typed = f"{shown(field, language())}:"
            self.addAction(f"{field_title(field)}…", lambda: self._take(typed))
            return
        menu = self.addMenu(field_title(field))
        if field.kind in (Kind.DURATION, Kind.COUNT):
            self._add_bounds(menu, field)
            return
        self._add_values(menu, field, values, negated=False)
        if field.kind is Kind.DAY:
            typed = f"{shown(field, language())}:"
            menu.addAction(self.tr("Another day…"), lambda: self._take(typed))
            return
        menu.addSeparator()
        self._add_values(menu.addMenu(self.tr("Not")), field, values, negated=True)

    def _add_values(self, menu: QMenu, field: Field, values: Iterable[Value], *, negated: bool) -> None:
        for value in values:
            self._add_term(menu, value_title(field, value), Criterion(field.name, (value,)), negated=negated)

    def _add_bounds(self, menu: QMenu, field: Field) -> None:
        many = field.kind is Kind.COUNT
        for op, words in (
            (Op.ABOVE, self.tr("More than") if many else self.tr("Longer than")),
            (Op.BELOW, self.tr("Fewer than") if many else self.tr("Shorter than")),
        ):
            inner = menu.addMenu(words)
            for amount in _COUNTS[field.name] if many else _lengths():
                value = Bound(op, amount)
                amount_words = value_title(field, value).lstrip("<>")
                self._add_term(inner, amount_words, Criterion(field.name, (value,)), negated=False)

    def _add_term(self, menu: QMenu, words: str, node: Node, *, negated: bool) -> None:
        term = print_query(Not(node) if negated else node, language())
        # An ampersand in a label's name would be taken for the sign of a mnemonic.
        menu.addAction(words.replace("&", "&&"), lambda: self._take(term))

    def _values(self, field: Field) -> Iterable[Value]:
        if field.kind is Kind.CHOICE:
            yield from (choice.name for choice in field.choices)
        elif field.kind is Kind.DAY:
            yield from (Day(ago=ago) for ago in range(len(DAYS)))
        elif field.kind is Kind.NAME:
            yield from self._names(field)

    def _names(self, field: Field) -> Iterable[Value]:
        words = self._vocabulary()
        names = {
            "label": words.labels,
            "account": words.accounts,
            "channel": words.channels,
            "assignee": words.colleagues,
            "lang": ("fr", "en", "de", "es", "it", "nl", "pt"),
        }.get(field.name)
        if names is None:
            return
        if Special.ME in field.specials:
            yield Special.ME
        yield from names[:_MOST_NAMES]
        if Special.NONE in field.specials:
            yield Special.NONE


def _lengths() -> tuple[int, ...]:
    return (1800, *(hours * 3600 for hours in _HOURS), *(days * 86_400 for days in _DAYS))
