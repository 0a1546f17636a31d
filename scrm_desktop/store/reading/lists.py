"""Lists of conversations: all ids at once, rows only for what is looked at."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Sequence
from typing import Any

from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.query import Asking, conjuncts, mentions_spam
from scrm_desktop.domain.triage import Outcome, Priority, Status
from scrm_desktop.domain.views import ConversationRow, Ids, InboxQuery, Label, Sort
from scrm_desktop.store.reading.conditions import Conditions, is_at_work, is_few, shaped
from scrm_desktop.store.reading.search import matching
from scrm_desktop.store.values import id_list, moment, moment_or_none

_ORDER = {
    Sort.NEWEST: "last_at DESC, conversation_id DESC",
    Sort.WAITING: "queue, conversation_id",
    Sort.PRIORITY: "priority DESC, queue, conversation_id",
}
_WAITING_ORDER = "waiting_since, conversation_id"
_PLANNED = """o.conversation_id = i.conversation_id AND o.scheduled_at IS NOT NULL
    AND o.state NOT IN ('sent', 'cancelled')"""
_ROWS = f"""SELECT i.conversation_id, i.account_id, a.channel, i.kind, i.profile_id, p.display_name, p.handle,
    i.last_text, i.last_own, i.last_at, i.unread, i.status, i.assignee, i.waiting_since, i.labels, i.pending,
    i.failed, i.visibility, i.priority, i.snoozed_until, i.muted, i.spam, i.outcome,
    (SELECT min(CASE WHEN o.state = 'queued' THEN o.scheduled_at END) FROM outbox o WHERE {_PLANNED}),
    EXISTS (SELECT 1 FROM outbox o WHERE {_PLANNED} AND o.state = 'held')
    FROM inbox i JOIN accounts a ON a.id = i.account_id LEFT JOIN profiles p ON p.id = i.profile_id
    WHERE i.conversation_id IN (SELECT value FROM json_each(?))"""


def conversation_ids(connection: sqlite3.Connection, query: InboxQuery, asking: Asking) -> Ids:
    """All ids of a list, in order."""
    condition, parameters = condition_of(connection, query, asking)
    order = _ORDER[query.sort]
    if query.needs_reply and query.sort is Sort.WAITING:
        order = _WAITING_ORDER
    inner = f"SELECT conversation_id FROM inbox {condition} ORDER BY {order}"
    # One value instead of a million rows: stepping through rows in Python would hold up every other thread.
    ((packed,),) = connection.execute(f"SELECT json_group_array(conversation_id) FROM ({inner})", parameters)
    return array("q", json.loads(packed))


def condition_of(connection: sqlite3.Connection, query: InboxQuery, asking: Asking) -> tuple[str, list[Any]]:
    """``WHERE ...`` (or nothing) over the table ``inbox``, and what is bound in it."""
    parts = () if query.where is None else conjuncts(query.where)
    few, at_work = any(map(is_few, parts)), any(map(is_at_work, parts))
    where, parameters = _conditions(query, few=few)
    for part in parts:
        made = Conditions(connection, asking)
        where.append(f"({shaped(made.of(part), few=few, at_work=at_work)})")
        parameters += made.parameters
    if query.text.strip():
        where.append("conversation_id IN (SELECT value FROM json_each(?))")
        parameters.append(id_list(matching(connection, query.text)))
    return (f"WHERE {' AND '.join(where)}" if where else ""), parameters


def conversation_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, ConversationRow]:
    """The rows of these conversations."""
    labels = {row[0]: Label(id=row[0], name=row[1], colour=row[2]) for row in _labels(connection)}
    return {row[0]: _row(row, labels) for row in connection.execute(_ROWS, (id_list(ids),))}


def read_labels(connection: sqlite3.Connection) -> tuple[Label, ...]:
    """The labels of the house, by name."""
    return tuple(Label(id=row[0], name=row[1], colour=row[2]) for row in _labels(connection))


def _labels(connection: sqlite3.Connection) -> list[tuple[int, str, str]]:
    return connection.execute("SELECT id, name, colour FROM labels ORDER BY name COLLATE NOCASE").fetchall()


def _row(row: tuple[Any, ...], labels: dict[int, Label]) -> ConversationRow:
    worn = [int(one) for one in row[14].split(",") if one]
    return ConversationRow(
        id=row[0],
        account_id=row[1],
        channel=row[2],
        kind=row[3],
        profile_id=row[4],
        person=row[5] or row[6] or "",
        handle=row[6] or "",
        last_text=row[7],
        last_own=bool(row[8]),
        last_at=moment(row[9]),
        unread=row[10],
        status=Status(row[11]),
        assignee=row[12],
        waiting_since=moment_or_none(row[13]),
        labels=tuple(labels[one] for one in worn if one in labels),
        pending_outbox=row[15] > 0,
        failed_outbox=row[16] > 0,
        visibility=Visibility(row[17]),
        priority=Priority(row[18]),
        snoozed_until=moment_or_none(row[19]),
        muted=bool(row[20]),
        spam=bool(row[21]),
        outcome=Outcome(row[22]),
        scheduled_at=moment_or_none(row[23]),
        reply_held=bool(row[24]),
    )


def _conditions(query: InboxQuery, *, few: bool) -> tuple[list[str], list[Any]]:
    where: list[str] = []
    parameters: list[Any] = []

    def restrict(condition: str, *values: Any) -> None:
        where.append(condition)
        parameters.extend(values)

    # A plus hides a column from the planner, which would otherwise walk the many instead of the few.
    few = few or query.needs_reply or query.unread or query.outbox
    few = few or query.assignee is not None or query.label_id is not None
    if query.spam:
        restrict("spam = 1")
    elif not query.outbox and (query.where is None or not mentions_spam(query.where)):
        # What is not sent is never hidden.
        restrict("spam = 0")
    if query.status is not None:
        restrict("+status = ?" if few else "status = ?", query.status.value)
    if query.needs_reply:
        restrict("waiting_since IS NOT NULL")
    if query.unread:
        restrict("unread > 0")
    if query.outbox:
        restrict("pending + failed > 0")
    if query.assignee is not None:
        restrict("assignee = ?", query.assignee)
    if query.account_id is not None:
        restrict("+account_id = ?" if few or query.status is Status.OPEN else "account_id = ?", query.account_id)
    if query.kind is not None:
        restrict("kind = ?", query.kind)
    if query.label_id is not None:
        restrict(
            "conversation_id IN (SELECT conversation_id FROM conversation_labels WHERE label_id = ?)", query.label_id
        )
    return where, parameters
