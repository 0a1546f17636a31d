"""The numbers beside the views: read from what is kept up, never counted anew."""

from __future__ import annotations

import sqlite3

from scrm_desktop.domain.views import SidebarCounts

_OUTBOX = """SELECT count(*), sum(state = 'failed') FROM outbox WHERE state NOT IN ('sent', 'cancelled')"""


def sidebar_counts(connection: sqlite3.Connection, me: str) -> SidebarCounts:
    """All of them at once."""
    tallies: dict[str, dict[str, int]] = {}
    for name, key, number in connection.execute("SELECT name, key, number FROM tallies WHERE number <> 0"):
        tallies.setdefault(name, {})[key] = number
    waiting = tallies.get("waiting", {})
    status = tallies.get("status", {})
    ((outbox, failed),) = connection.execute(_OUTBOX)
    return SidebarCounts(
        needs_reply=sum(waiting.values()),
        unread=tallies.get("unread", {}).get("", 0),
        mine=tallies.get("assigned", {}).get(me, 0),
        outbox=outbox,
        failed=failed or 0,
        open=status.get("open", 0),
        done=status.get("done", 0),
        everything=sum(status.values()),
        pending=status.get("pending", 0),
        snoozed=status.get("snoozed", 0),
        spam=tallies.get("spam", {}).get("", 0),
        by_account=_by_id(waiting),
        by_label=_by_id(tallies.get("label", {})),
    )


def _by_id(numbers: dict[str, int]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((int(key), number) for key, number in numbers.items()))
