"""Names in a query that nobody bears (any more): told in words, instead of a list that is silently empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scrm_desktop.domain.folding import same
from scrm_desktop.domain.query import problems as said
from scrm_desktop.domain.query.facts import account_fits
from scrm_desktop.domain.query.nodes import Criterion, Day, Days, Node, leaves
from scrm_desktop.domain.query.problems import Problem, problem
from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """What there is: labels by name, accounts by handle and name, channels by name."""

    labels: Sequence[str] = ()
    accounts: Sequence[tuple[str, str]] = ()
    channels: Sequence[str] = ()


def unknown_names(node: Node, names: Names) -> tuple[Problem, ...]:
    """One problem for each name that is not there; without a place, since a saved view has none."""
    found: list[Problem] = []
    for test in leaves(node):
        if isinstance(test, Criterion):
            found += _unknown(test, names)
    return tuple(dict.fromkeys(found))


def _unknown(test: Criterion, names: Names) -> Iterable[Problem]:
    for value in test.values:
        # A special value ("none") is a str of its own kind and names nobody.
        if type(value) is not str:
            continue
        if test.field == "label" and not any(same(value, one) for one in names.labels):
            yield problem(0, 0, said.UNKNOWN_LABEL, value=value)
        elif test.field == "account" and not any(account_fits(value, *one) for one in names.accounts):
            yield problem(0, 0, said.UNKNOWN_ACCOUNT, value=value)
        elif test.field == "channel" and not any(same(value, one) for one in names.channels):
            yield problem(0, 0, said.UNKNOWN_CHANNEL, value=value)


def depends_on_time(node: Node) -> bool:
    """Whether the answer changes by the clock alone, without any news."""
    return any(isinstance(one, Criterion) and _by_the_clock(one) for one in leaves(node))


def _by_the_clock(test: Criterion) -> bool:
    if test.field in ("waiting", "last", "first"):
        return True
    days = [value for value in test.values if isinstance(value, Day)]
    for value in test.values:
        days += [value.first, value.last] if isinstance(value, Days) else []
    return any(day.date is None for day in days)


def mentions_spam(node: Node) -> bool:
    """Whether a query speaks of spam, which is hidden from all others."""
    return any(isinstance(one, Criterion) and one.field == "is" and "spam" in one.values for one in leaves(node))
