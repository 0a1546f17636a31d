"""Counts beside the views, kept up with every changed row: counting a million rows each time would be felt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from scrm_desktop.store.sql import execute, execute_many, fetch

if TYPE_CHECKING:
    from sqlalchemy import Connection

Tally = tuple[str, str]

_ADD = (
    "INSERT INTO tallies (name, key, number) VALUES (?, ?, ?)"
    " ON CONFLICT (name, key) DO UPDATE SET number = number + excluded.number"
)


class InboxRow(NamedTuple):
    """A row of the list as it is stored: the columns of ``inbox`` in their order."""

    conversation_id: int
    account_id: int
    kind: str
    visibility: str
    profile_id: int
    last_text: str
    last_own: int
    last_at: int
    waiting_since: int | None
    queue: int
    unread: int
    status: str
    assignee: str | None
    labels: str
    pending: int
    failed: int
    priority: int = 0
    snoozed_until: int | None = None
    muted: int = 0
    spam: int = 0
    outcome: str = ""


_EMPTY = InboxRow(0, 0, "", "", 0, "", 0, 0, None, 0, 0, "", None, "", 0, 0)


def counted(row: InboxRow) -> list[Tally]:
    """Which counts a row adds one to."""
    if row.spam:
        return [("spam", "")]
    found: list[Tally] = [("status", row.status)]
    if row.unread:
        found.append(("unread", ""))
    if row.assignee is not None and row.status == "open":
        found.append(("assigned", row.assignee))
    if row.waiting_since is not None:
        found.append(("waiting", str(row.account_id)))
        found += [("label", label) for label in row.labels.split(",") if label]
    return found


def write_tallies(connection: Connection, before: list[InboxRow], after: list[InboxRow]) -> None:
    """Count what rows add now and no longer."""
    change: Counter[Tally] = Counter()
    for row in after:
        change.update(counted(row))
    for row in before:
        change.subtract(counted(row))
    execute_many(connection, _ADD, [(name, key, number) for (name, key), number in change.items() if number])


_PICKED = """SELECT account_id, status, assignee, waiting_since IS NOT NULL, unread > 0, spam, labels, count(*)
    FROM inbox WHERE conversation_id IN (SELECT id FROM picked) GROUP BY 1, 2, 3, 4, 5, 6, 7"""


def count_picked(connection: Connection) -> Counter[Tally]:
    """What the rows of a bulk action add to the counts."""
    found: Counter[Tally] = Counter()
    for account_id, status, assignee, waits, unread, spam, labels, number in fetch(connection, _PICKED):
        row = _EMPTY._replace(
            account_id=account_id,
            status=status,
            assignee=assignee,
            waiting_since=0 if waits else None,
            unread=unread,
            spam=spam,
            labels=labels,
        )
        for tally in counted(row):
            found[tally] += number
    return found


def write_difference(connection: Connection, before: Mapping[Tally, int], after: Mapping[Tally, int]) -> None:
    """Store what became of counts."""
    changes = {tally: after.get(tally, 0) - before.get(tally, 0) for tally in {*before, *after}}
    execute_many(connection, _ADD, [(name, key, number) for (name, key), number in changes.items() if number])


def recount(connection: Connection) -> None:
    """Count everything anew: after the list was written in bulk, or when the program did not end in order."""
    execute(connection, "DELETE FROM tallies")
    for statement in (
        "SELECT 'spam', '', count(*) FROM inbox WHERE spam = 1 GROUP BY 2",
        "SELECT 'status', status, count(*) FROM inbox WHERE spam = 0 GROUP BY status",
        "SELECT 'unread', '', count(*) FROM inbox WHERE unread > 0 AND spam = 0 GROUP BY 2",
        """SELECT 'assigned', assignee, count(*) FROM inbox
        WHERE assignee IS NOT NULL AND status = 'open' AND spam = 0 GROUP BY 2""",
        """SELECT 'waiting', CAST(account_id AS TEXT), count(*) FROM inbox
        WHERE waiting_since IS NOT NULL AND spam = 0 GROUP BY 2""",
        """SELECT 'label', label.value, count(*)
        FROM inbox, json_each('["' || replace(labels, ',', '","') || '"]') label
        WHERE waiting_since IS NOT NULL AND spam = 0 AND label.value <> '' GROUP BY 2""",
    ):
        execute(connection, f"INSERT INTO tallies (name, key, number) {statement}")
