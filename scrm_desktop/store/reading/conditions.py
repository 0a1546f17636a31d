"""A query as a condition over the list's rows: text that we wrote, and values that are only ever bound.

No condition is ever NULL: under a minus sign, NULL would lose the rows that were meant.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from scrm_desktop.domain.folding import fold, same
from scrm_desktop.domain.query import (
    All,
    AnyOf,
    Asking,
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
from scrm_desktop.domain.query.facts import account_fits, language_fits
from scrm_desktop.domain.triage import Priority
from scrm_desktop.store.reading.search import match_expression, matching, phrase_matching, terms_of, text_matching
from scrm_desktop.store.reading.vocabulary import accounts, assignees, labels, languages, notes
from scrm_desktop.store.values import id_list, micros

FALSE, TRUE = "0", "1"
_MANY = "{hide}"
_ACCOUNT = "{account}"
"""Stand before columns that most rows share: a plus there keeps the planner from walking them instead of the few."""
_LISTED = "IN (SELECT value FROM json_each(?))"
_OF_CUSTOMER = "conversation_id IN (SELECT conversation_id FROM messages WHERE {} AND conversation_id IS NOT NULL)"

IS: Mapping[str, str] = {
    "open": _MANY + "status = 'open'",
    "done": _MANY + "status = 'done'",
    "pending": _MANY + "status = 'pending'",
    "snoozed": _MANY + "status = 'snoozed'",
    "unread": "unread > 0",
    "read": "unread = 0",
    "waiting": "waiting_since IS NOT NULL",
    "replied": "last_own = 1",
    "unsent": "pending + failed > 0",
    "failed": "(pending + failed > 0 AND failed > 0)",
    "public": "kind = 'public'",
    "direct": "kind = 'direct'",
    "mine": "(assignee IS NOT NULL AND assignee = ?)",
    "assigned": "assignee IS NOT NULL",
    "unassigned": "assignee IS NULL",
    "answered": "outcome = 'answered'",
    "no-action": "outcome = 'no_action'",
    "spam": "spam = 1",
    "muted": "muted = 1",
}
HAS: Mapping[str, str] = {
    "attachment": _OF_CUSTOMER.format("attachments_mark <> 0 AND own = 0 AND deleted_at IS NULL"),
    "link": _OF_CUSTOMER.format("instr(text, '://') > 0 AND own = 0 AND deleted_at IS NULL"),
    "poll": _OF_CUSTOMER.format("instr(extra, '\"poll\":') > 0 AND own = 0 AND deleted_at IS NULL"),
    "note": "conversation_id IN (SELECT conversation_id FROM notes WHERE removed_at IS NULL)",
    "draft": "conversation_id IN (SELECT conversation_id FROM drafts)",
    "label": "labels <> ''",
    "scheduled": """conversation_id IN (SELECT conversation_id FROM outbox WHERE scheduled_at IS NOT NULL
        AND state NOT IN ('sent', 'cancelled') AND state IN ('queued', 'held'))""",
}
STATUSES = frozenset({"open", "pending", "snoozed", "done"})
#: What few rows have, so that an index of it is the way into the list.
FEW = frozenset({"spam", "unread", "waiting", "unsent", "failed", "mine", "assigned"})
FEW_FIELDS = frozenset(
    {"label", "from", "text", "note", "lang", "has", "waiting", "last", "first", "followers", "after", "on"}
)


@dataclass(slots=True)
class Conditions:
    """Makes the condition of one query; ``parameters`` are bound in the order of the question marks."""

    connection: sqlite3.Connection
    asking: Asking
    parameters: list[Any] = field(default_factory=list[Any])

    def of(self, node: Node) -> str:
        """The condition of a tree."""
        if isinstance(node, All):
            return " AND ".join(self._inner(one) for one in node.parts) or TRUE
        if isinstance(node, AnyOf):
            return " OR ".join(self._inner(one) for one in node.parts) or FALSE
        if isinstance(node, Not):
            return f"NOT ({self.of(node.part)})"
        if isinstance(node, Text):
            return self._among(matching(self.connection, " ".join(node.words)))
        if isinstance(node, Phrase):
            return self._among(phrase_matching(self.connection, node.text))
        if node.field == "is" and len(node.values) > 1 and STATUSES.issuperset(node.values):
            # One condition, which an index over the status answers.
            return self.bind(f"{_MANY}status IN ({', '.join('?' * len(node.values))})", *node.values)
        return " OR ".join(self._value(node.field, value) for value in node.values)

    def _inner(self, node: Node) -> str:
        return f"({self.of(node)})"

    def _value(self, name: str, value: Value) -> str:
        return _FIELDS[name](self, value)

    def bind(self, condition: str, *values: Any) -> str:
        """A condition with its values."""
        self.parameters += values
        return condition

    def _among(self, conversations: Iterable[int]) -> str:
        return self.bind(f"conversation_id {_LISTED}", id_list(conversations))

    # -- fields -----------------------------------------------------------------------------------
    def is_(self, value: Value) -> str:
        found = IS[str(value)]
        return self.bind(found, self.asking.me) if "?" in found else found

    def has(self, value: Value) -> str:
        return HAS[str(value)]

    def kind(self, value: Value) -> str:
        return self.bind("kind = ?", str(value))

    def priority(self, value: Value) -> str:
        return self.bind("priority = ?", int(Priority[str(value).upper()]))

    def label(self, value: Value) -> str:
        if value is Special.NONE:
            return "labels = ''"
        wanted = [number for number, name in labels(self.connection) if same(str(value), name)]
        inner = f"SELECT conversation_id FROM conversation_labels WHERE label_id {_LISTED}"
        return self.bind(f"conversation_id IN ({inner})", id_list(wanted))

    def account(self, value: Value) -> str:
        known = accounts(self.connection)
        return self._accounts(one.id for one in known if account_fits(str(value), one.handle, one.name))

    def channel(self, value: Value) -> str:
        return self._accounts(one.id for one in accounts(self.connection) if same(str(value), one.channel))

    def _accounts(self, wanted: Iterable[int]) -> str:
        ids = list(wanted)
        if not ids:
            return FALSE
        return self.bind(f"{_ACCOUNT}account_id IN ({', '.join('?' * len(ids))})", *ids)

    def assignee(self, value: Value) -> str:
        if value is Special.NONE:
            return IS["unassigned"]
        if value is Special.ME:
            return self.is_("mine")
        wanted = [name for name in assignees(self.connection) if same(str(value), name)]
        if not wanted:
            return FALSE
        return self.bind(f"(assignee IS NOT NULL AND assignee IN ({', '.join('?' * len(wanted))}))", *wanted)

    def person(self, value: Value) -> str:
        terms = terms_of(str(value))
        if not terms:
            return FALSE
        inner = "SELECT rowid FROM profile_fts WHERE profile_fts MATCH ?"
        return self.bind(f"profile_id IN ({inner})", match_expression(terms))

    def text(self, value: Value) -> str:
        return self._among(text_matching(self.connection, str(value)))

    def note(self, value: Value) -> str:
        wanted = fold(str(value))
        found = {number for number, text in notes(self.connection) if wanted in fold(text)}
        return self._among(found)

    def lang(self, value: Value) -> str:
        wanted = [one for one in languages(self.connection) if language_fits(str(value), one)]
        if not wanted:
            return FALSE
        listed = ", ".join("?" * len(wanted))
        condition = f"language IN ({listed}) AND addressed = 1 AND deleted_at IS NULL AND language <> ''"
        return self.bind(_OF_CUSTOMER.format(condition), *wanted)

    # -- amounts ----------------------------------------------------------------------------------
    def waiting(self, value: Value) -> str:
        condition = self._ago("waiting_since", value)
        return f"(waiting_since IS NOT NULL AND {condition})"

    def last(self, value: Value) -> str:
        return self._ago("last_at", value)

    def first(self, value: Value) -> str:
        begun = "(SELECT min(m.created_at) FROM messages m WHERE m.conversation_id = inbox.conversation_id)"
        condition = f"coalesce({self._ago(begun, value)}, 0)"
        if isinstance(value, Bound) and value.op in (Op.BELOW, Op.AT_MOST):
            # What began lately was last heard of no earlier: the index over last_at leads to the few.
            earliest = micros(self.asking.now - timedelta(seconds=value.amount + 1))
            return self.bind(f"({condition} AND last_at >= ?)", earliest)
        return condition

    def _ago(self, column: str, value: Value) -> str:
        """Whole seconds between a time and now, compared by moving the limit, so that an index can be used."""
        now = micros(self.asking.now)

        def limit(seconds: int) -> int:
            return now - seconds * 1_000_000

        if isinstance(value, Between):
            return self.bind(f"({column} <= ? AND {column} > ?)", limit(value.low), limit(value.high + 1))
        assert isinstance(value, Bound)
        conditions: Mapping[Op, Callable[[], str]] = {
            Op.ABOVE: lambda: self.bind(f"{column} <= ?", limit(value.amount + 1)),
            Op.AT_LEAST: lambda: self.bind(f"{column} <= ?", limit(value.amount)),
            Op.BELOW: lambda: self.bind(f"{column} > ?", limit(value.amount)),
            Op.AT_MOST: lambda: self.bind(f"{column} > ?", limit(value.amount + 1)),
            Op.EQUAL: lambda: self.bind(
                f"({column} <= ? AND {column} > ?)", limit(value.amount), limit(value.amount + 1)
            ),
        }
        return conditions[value.op]()

    def unread(self, value: Value) -> str:
        return self._number("unread", value)

    def followers(self, value: Value) -> str:
        condition = f"followers IS NOT NULL AND {self._number('followers', value)}"
        return f"profile_id IN (SELECT id FROM profiles WHERE {condition})"

    def messages(self, value: Value) -> str:
        many = "(SELECT count(*) FROM messages m WHERE m.conversation_id = inbox.conversation_id)"
        return self._number(many, value)

    def _number(self, column: str, value: Value) -> str:
        if isinstance(value, Between):
            return self.bind(f"{column} BETWEEN ? AND ?", value.low, value.high)
        assert isinstance(value, Bound)
        return self.bind(f"{column} {value.op.value} ?", value.amount)

    # -- days -------------------------------------------------------------------------------------
    def after(self, value: Value) -> str:
        assert isinstance(value, Day)
        return self.bind("last_at >= ?", micros(self.asking.day_begins(value)))

    def before(self, value: Value) -> str:
        assert isinstance(value, Day)
        return self.bind("last_at < ?", micros(self.asking.day_begins(value)))

    def on(self, value: Value) -> str:
        assert isinstance(value, Day | Days)
        first, last = (value, value) if isinstance(value, Day) else (value.first, value.last)
        begin, end = self.asking.day_begins(first), self.asking.day_begins(last, later=1)
        return self.bind("(last_at >= ? AND last_at < ?)", micros(begin), micros(end))


_FIELDS: Mapping[str, Callable[[Conditions, Value], str]] = {
    "is": Conditions.is_,
    "has": Conditions.has,
    "kind": Conditions.kind,
    "label": Conditions.label,
    "channel": Conditions.channel,
    "account": Conditions.account,
    "assignee": Conditions.assignee,
    "priority": Conditions.priority,
    "from": Conditions.person,
    "text": Conditions.text,
    "note": Conditions.note,
    "lang": Conditions.lang,
    "waiting": Conditions.waiting,
    "last": Conditions.last,
    "first": Conditions.first,
    "followers": Conditions.followers,
    "messages": Conditions.messages,
    "unread": Conditions.unread,
    "after": Conditions.after,
    "before": Conditions.before,
    "on": Conditions.on,
}


def is_few(node: Node) -> bool:
    """Whether a part that must be so leaves few rows and has an index of its own."""
    if isinstance(node, Text | Phrase):
        return True
    if not isinstance(node, Criterion):
        return False
    if node.field in ("is", "assignee"):
        return all(str(value) in FEW or value is Special.ME or (node.field == "assignee" and value is not Special.NONE)
                   for value in node.values)  # fmt: skip
    return node.field in FEW_FIELDS


def is_at_work(node: Node) -> bool:
    """Whether a part that must be so leaves what is not done: few beside all that was ever done."""
    statuses = STATUSES - {"done"}
    return isinstance(node, Criterion) and node.field == "is" and statuses.issuperset(node.values)


def shaped(condition: str, *, few: bool, at_work: bool) -> str:
    """The finished text, with the columns that most rows share hidden from the planner where there is a better way."""
    hidden = condition.replace(_MANY, "+" if few else "")
    return hidden.replace(_ACCOUNT, "+" if few or at_work else "")
