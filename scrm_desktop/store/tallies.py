"""Counts beside the views, kept up with every changed row: counting a million rows each time would be felt."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrm_desktop.store.sql import execute, execute_many

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
