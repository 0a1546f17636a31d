"""A query as a tree: small frozen nodes, and the makers that keep one tree for one meaning."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum, StrEnum

from scrm_desktop.late_dataclass import dataclass


class Op(StrEnum):
    """How an amount is compared."""

    ABOVE = ">"
    BELOW = "<"
    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="


class Special(Enum):
    """A value that is no name: nobody or nothing at all, and the person at this desk."""

    NONE = "none"
    ME = "me"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar, or so many days before the one on which the query is asked."""

    date: date | None = None
    ago: int = 0


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit: seconds for a length of time, else a number of things."""

    op: Op
    amount: int


@dataclass(frozen=True, slots=True)
class Between:
    """From one amount to another, both included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included."""

    first: Day
    last: Day


Value = str | Special | Day | Days | Bound | Between


@dataclass(frozen=True, slots=True)
class Criterion:
    """One field has any of these values; ``field`` is its canonical name."""

    field: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Each of these words stands somewhere: the full-text search."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words stand one after the other."""

    text: str


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but this."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """All of these; without parts: everything."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these."""

    parts: tuple[Node, ...]


Node = Criterion | Text | Phrase | Not | All | AnyOf

EVERYTHING = All()


def all_of(parts: Iterable[Node]) -> Node:
    """All of these: nested ones laid flat, free words gathered at the end, a single one by itself."""
    flat: list[Node] = []
    words: list[str] = []
    for part in parts:
        for one in part.parts if isinstance(part, All) else (part,):
            if isinstance(one, Text):
                words += one.words
            elif one not in flat:
                flat.append(one)
    if words:
        flat.append(Text(tuple(dict.fromkeys(words))))
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def any_of(parts: Iterable[Node]) -> Node:
    """Any of these: nested ones laid flat, a single one by itself; of none, everything."""
    flat: list[Node] = []
    for part in parts:
        for one in part.parts if isinstance(part, AnyOf) else (part,):
            if one not in flat:
                flat.append(one)
    if not flat or EVERYTHING in flat:
        return EVERYTHING
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def negate(part: Node) -> Node:
    """Everything but this; twice is not at all."""
    return part.part if isinstance(part, Not) else Not(part)


def conjuncts(node: Node) -> tuple[Node, ...]:
    """What must all be so."""
    return node.parts if isinstance(node, All) else (node,)


def leaves(node: Node) -> list[Criterion | Text | Phrase]:
    """Every test of a tree, whatever it stands under."""
    found: list[Criterion | Text | Phrase] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Not):
            waiting.append(one.part)
        elif isinstance(one, All | AnyOf):
            waiting += reversed(one.parts)
        else:
            found.append(one)
    return found
