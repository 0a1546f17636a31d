"""Messages that come late: written before what was read or done, and heard of only now.

Between servers a message can take hours. By its time alone it would count as read and dealt with, although nobody has
ever seen it. A message that was written since this cache began and is new to it is such a one; when the cache is
filled again after a loss, everything is older than the cache, and nothing is late.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scrm_desktop.store.ingest.rows import Row
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.sql import execute, fetch, ids, one

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STATES = """SELECT id, account_id, status, done_at, read_up_to FROM conversations
    WHERE id IN (SELECT value FROM json_each(?)) AND undecided = 0 AND muted = 0 AND spam = 0"""

#: Its run begins with the late message, so that an answer from before counts as one to it only where it came later.
_OPEN = """UPDATE conversations SET status = 'open', done_at = NULL, snoozed_until = NULL, outcome = '', run_from = ?
    WHERE id = ?"""


def cache_began(connection: Connection, now: int) -> int:
    """Since when this cache has been filled."""
    row = one(connection, "SELECT value FROM cache_facts WHERE key = 'began_at'")
    if row is not None:
        return int(row[0])
    execute(connection, "INSERT INTO cache_facts (key, value) VALUES ('began_at', ?)", now)
    return now


def bring_up(connection: Connection, rows: Iterable[Row], began_at: int, now: int) -> None:
    """Open and mark as unread the conversations of new messages that their time alone would hide."""
    earliest: dict[int, int] = {}
    for row in rows:
        number, at = row["conversation_id"], row["created_at"]
        if number is not None and row["deleted_at"] is None and at > began_at:
            earliest[number] = min(at, earliest.get(number, at))
    if not earliest:
        return
    for number, account_id, status, done_at, read_up_to in fetch(connection, _STATES, ids(earliest)):
        at = earliest[number]
        if status != "open" and done_at is not None and at <= done_at:
            execute(connection, _OPEN, at - 1, number)
            write_entry(connection, now, "reopened", actor="", account_id=account_id, conversation_id=number)
        if read_up_to is not None and at <= read_up_to:
            execute(connection, "UPDATE conversations SET read_up_to = ? WHERE id = ?", at - 1, number)
