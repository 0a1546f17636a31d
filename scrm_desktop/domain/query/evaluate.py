"""A query asked of one conversation, without a database: what rules use. SQL gives the same answer (a test says so)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from scrm_desktop.domain.folding import fold, same, terms_in
from scrm_desktop.domain.query.facts import Asking, Facts, account_fits, language_fits
from scrm_desktop.domain.query.known import mentions_spam
from scrm_desktop.domain.query.nodes import (
    All,
    AnyOf,
    Between,
    Bound,
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
from scrm_desktop.domain.triage import Outcome, Status

_One = Callable[[Facts, Asking], bool]
_Fits = Callable[[Facts, Value, Asking], bool]


def finds(node: Node, facts: Facts, asking: Asking) -> bool:
    """Whether a list of this query shows a conversation: spam only where the query speaks of it."""
    return matches(node, facts, asking) and (not facts.spam or mentions_spam(node))


def matches(node: Node, facts: Facts, asking: Asking) -> bool:
    """Whether all that a query asks is so."""
    if isinstance(node, All):
        return all(matches(one, facts, asking) for one in node.parts)
    if isinstance(node, AnyOf):
        return any(matches(one, facts, asking) for one in node.parts)
    if isinstance(node, Not):
        return not matches(node.part, facts, asking)
    if isinstance(node, Text):
        return _words(node.words, facts)
    if isinstance(node, Phrase):
        return _phrase(node.text, facts)
    fits = _FIELDS[node.field]
    return any(fits(facts, value, asking) for value in node.values)


# -- free words -----------------------------------------------------------------------------------
def _words(words: tuple[str, ...], facts: Facts) -> bool:
    """Every word stands in one message or in its author's name; the last one may be the beginning of one."""
    terms = terms_in(" ".join(words))
    return bool(terms) and any(_all_in(terms, terms_in(f"{one.author} {one.text}")) for one in facts.said)


def _all_in(terms: list[str], words: Iterable[str]) -> bool:
    whole = set(words)
    return all(term in whole for term in terms[:-1]) and any(word.startswith(terms[-1]) for word in whole)


def _phrase(text: str, facts: Facts) -> bool:
    return any(_in_a_row(text, one.text) or _in_a_row(text, one.author) for one in facts.said)


def _in_a_row(text: str, where: str) -> bool:
    wanted = terms_in(text)
    return bool(wanted) and f" {' '.join(wanted)} " in f" {' '.join(terms_in(where))} "


# -- fields ---------------------------------------------------------------------------------------
_IS: Mapping[str, _One] = {
    "open": lambda facts, _: facts.status is Status.OPEN,
    "done": lambda facts, _: facts.status is Status.DONE,
    "pending": lambda facts, _: facts.status is Status.PENDING,
    "snoozed": lambda facts, _: facts.status is Status.SNOOZED,
    "unread": lambda facts, _: facts.unread > 0,
    "read": lambda facts, _: facts.unread == 0,
    "waiting": lambda facts, _: facts.waiting_since is not None,
    "replied": lambda facts, _: facts.last_own,
    "unsent": lambda facts, _: facts.pending + facts.failed > 0,
    "failed": lambda facts, _: facts.failed > 0,
    "public": lambda facts, _: facts.kind == "public",
    "direct": lambda facts, _: facts.kind == "direct",
    "mine": lambda facts, asking: facts.assignee == asking.me,
    "assigned": lambda facts, _: facts.assignee is not None,
    "unassigned": lambda facts, _: facts.assignee is None,
    "answered": lambda facts, _: facts.outcome is Outcome.ANSWERED,
    "no-action": lambda facts, _: facts.outcome is Outcome.NO_ACTION,
    "spam": lambda facts, _: facts.spam,
    "muted": lambda facts, _: facts.muted,
}
_HAS: Mapping[str, Callable[[Facts], bool]] = {
    "attachment": lambda facts: facts.attachment,
    "note": lambda facts: bool(facts.notes),
    "draft": lambda facts: facts.draft,
    "link": lambda facts: facts.link,
    "poll": lambda facts: facts.poll,
    "label": lambda facts: bool(facts.labels),
    "scheduled": lambda facts: facts.scheduled,
}


def _label(facts: Facts, value: Value, _: Asking) -> bool:
    if value is Special.NONE:
        return not facts.labels
    return any(same(str(value), label) for label in facts.labels)


def _assignee(facts: Facts, value: Value, asking: Asking) -> bool:
    if value is Special.NONE:
        return facts.assignee is None
    if value is Special.ME:
        return facts.assignee == asking.me
    return facts.assignee is not None and same(str(value), facts.assignee)


def _from(facts: Facts, value: Value, _: Asking) -> bool:
    terms = terms_in(str(value))
    return bool(terms) and _all_in(terms, terms_in(facts.person))


def _text(facts: Facts, value: Value, _: Asking) -> bool:
    terms = terms_in(str(value))
    return bool(terms) and any(_all_in(terms, terms_in(one.text)) for one in facts.said)


def _note(facts: Facts, value: Value, _: Asking) -> bool:
    return any(fold(str(value)) in fold(note) for note in facts.notes)


def amount_fits(value: Value, found: int | None) -> bool:
    """Whether a number is within what was asked; what is not known never is."""
    if found is None:
        return False
    if isinstance(value, Between):
        return value.low <= found <= value.high
    assert isinstance(value, Bound)
    limit = value.amount
    return {
        Op.ABOVE: found > limit,
        Op.BELOW: found < limit,
        Op.AT_LEAST: found >= limit,
        Op.AT_MOST: found <= limit,
        Op.EQUAL: found == limit,
    }[value.op]


def _since(value: Value, at: datetime | None, asking: Asking) -> bool:
    # Whole seconds on both sides, as the database compares: a length of 2 h is any moment of that second.
    return amount_fits(value, None if at is None else (asking.now - at) // timedelta(seconds=1))


def _after(facts: Facts, value: Value, asking: Asking) -> bool:
    assert isinstance(value, Day)
    return facts.last_at >= asking.day_begins(value)


def _on(facts: Facts, value: Value, asking: Asking) -> bool:
    assert isinstance(value, Day | Days)
    first, last = (value, value) if isinstance(value, Day) else (value.first, value.last)
    return asking.day_begins(first) <= facts.last_at < asking.day_begins(last, later=1)


_FIELDS: Mapping[str, _Fits] = {
    "is": lambda facts, value, asking: _IS[str(value)](facts, asking),
    "has": lambda facts, value, _: _HAS[str(value)](facts),
    "label": _label,
    "channel": lambda facts, value, _: same(str(value), facts.channel),
    "account": lambda facts, value, _: account_fits(str(value), *facts.account),
    "assignee": _assignee,
    "priority": lambda facts, value, _: facts.priority.name.lower() == value,
    "from": _from,
    "text": _text,
    "note": _note,
    "kind": lambda facts, value, _: facts.kind == value,
    "lang": lambda facts, value, _: any(language_fits(str(value), one) for one in facts.languages),
    "waiting": lambda facts, value, asking: _since(value, facts.waiting_since, asking),
    "last": lambda facts, value, asking: _since(value, facts.last_at, asking),
    "first": lambda facts, value, asking: _since(value, facts.first_at, asking),
    "followers": lambda facts, value, _: amount_fits(value, facts.followers),
    "messages": lambda facts, value, _: amount_fits(value, facts.messages),
    "unread": lambda facts, value, _: amount_fits(value, facts.unread),
    "after": _after,
    "before": lambda facts, value, asking: not _after(facts, value, asking),
    "on": _on,
}
