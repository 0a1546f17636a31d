"""What stands behind a field's colon, understood or refused in words."""

from __future__ import annotations

import dataclasses

from scrm_desktop.domain.folding import fold
from scrm_desktop.domain.query import problems as said
from scrm_desktop.domain.query.amounts import read_count, read_day, read_duration
from scrm_desktop.domain.query.fields import Choice, Field, Kind, choice_names, find_choice, find_special
from scrm_desktop.domain.query.lexer import Item
from scrm_desktop.domain.query.nodes import Between, Bound, Days, Op, Value
from scrm_desktop.domain.query.problems import Problem, closest, problem
from scrm_desktop.late_dataclass import dataclass

_OPS = (Op.AT_LEAST, Op.AT_MOST, Op.ABOVE, Op.BELOW, Op.EQUAL)
_READ = {Kind.DURATION: read_duration, Kind.COUNT: read_count}
_WRONG = {Kind.DURATION: said.NOT_A_DURATION, Kind.COUNT: said.NOT_A_COUNT}
LONGEST_NAME = 200


@dataclass(slots=True)
class Values:
    """The values of one field, and what is wrong with others."""

    field: Field
    found: list[Value] = dataclasses.field(default_factory=list[Value])
    problems: list[Problem] = dataclasses.field(default_factory=list[Problem])

    def read(self, items: tuple[Item, ...]) -> None:
        """Understand each."""
        for item in items:
            for value in self._values(item):
                if value not in self.found:
                    self.found.append(value)

    def _values(self, item: Item) -> list[Value]:
        kind = self.field.kind
        if kind is Kind.CHOICE:
            return self._choices(item)
        if kind is Kind.NAME:
            return self._name(item)
        if kind is Kind.DAY:
            return self._days(item)
        return self._amounts(item)

    def _wrong(self, item: Item, template: str, *, unfinished: bool = False, **more: str) -> list[Value]:
        named = {"value": item.text, **more}
        wanted = {name: value for name, value in named.items() if "{" + name + "}" in template}
        if "{example}" in template:
            wanted["example"] = self.field.example
        made = problem(item.start, item.end, template, unfinished=unfinished, field=self.field.name, **wanted)
        self.problems.append(made)
        return []

    def _name(self, item: Item) -> list[Value]:
        special = None if item.quoted else find_special(self.field, item.text)
        if special is not None:
            return [special]
        if item.text[0] in "<>=" and not item.quoted:
            return self._wrong(item, said.NO_COMPARING)
        return [" ".join(item.text.replace("\0", " ").split())[:LONGEST_NAME].strip() or "?"]

    def _choices(self, item: Item) -> list[Value]:
        op, rest = _split(item.text)
        if op is not None and not self.field.ordered:
            return self._wrong(item, said.NO_COMPARING)
        choice = find_choice(self.field, rest)
        if choice is None:
            names = choice_names(self.field)
            unfinished = any(name.startswith(fold(rest)) for name in names)
            near = closest(fold(rest), names)
            if near:
                close = find_choice(self.field, near)
                assert close is not None
                return self._wrong(item, said.UNKNOWN_VALUE_CLOSE, unfinished=unfinished, close=close.name)
            known = ", ".join(one.name for one in self.field.choices)
            return self._wrong(item, said.UNKNOWN_VALUE, unfinished=unfinished, choices=known)
        return list(self._compared(op, choice))

    def _compared(self, op: Op | None, choice: Choice) -> list[str]:
        order = [one.name for one in self.field.choices]
        place = order.index(choice.name)
        return {
            None: order[place : place + 1],
            Op.EQUAL: order[place : place + 1],
            Op.ABOVE: order[place + 1 :],
            Op.AT_LEAST: order[place:],
            Op.BELOW: order[:place],
            Op.AT_MOST: order[: place + 1],
        }[op] or [order[place]]

    def _amounts(self, item: Item) -> list[Value]:
        read = _READ[self.field.kind]
        low, dots, high = item.text.partition("..")
        if dots:
            first, last = read(low), read(high)
            if first is not None and last is not None:
                return [Between(min(first, last), max(first, last))]
            if first is not None and not high:
                return [Bound(Op.AT_LEAST, first)]
            if last is not None and not low:
                return [Bound(Op.AT_MOST, last)]
        op, rest = _split(item.text)
        amount = read(rest)
        if amount is None:
            return self._wrong(item, _WRONG[self.field.kind], unfinished=not rest or rest.isdecimal())
        return [Bound(op or self.field.bare, amount)]

    def _days(self, item: Item) -> list[Value]:
        first, dots, last = item.text.partition("..")
        days = [read_day(one) for one in ((first, last) if dots else (first,))]
        if any(day is None for day in days) or (dots and not self.field.ranges):
            unfinished = len(item.text) < len("2026-11-01")
            return self._wrong(item, said.NOT_A_DAY, unfinished=unfinished)
        known = [day for day in days if day is not None]
        return [Days(known[0], known[1]) if dots else known[0]]


def _split(text: str) -> tuple[Op | None, str]:
    """The sign in front of an amount, and the amount."""
    for op in _OPS:
        if text.startswith(op.value):
            return op, text[len(op.value) :]
    return None, text
