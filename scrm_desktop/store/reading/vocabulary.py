"""The names that a query may mean, read from the tables that hold few of them."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

#: Each step goes to the next greater value of an index: a list of millions has few different ones.
_ASSIGNEES = """WITH RECURSIVE found (name) AS (
    SELECT min(assignee) FROM inbox WHERE assignee IS NOT NULL
    UNION ALL SELECT (SELECT min(assignee) FROM inbox WHERE assignee IS NOT NULL AND assignee > found.name)
    FROM found WHERE found.name IS NOT NULL LIMIT 10000)
    SELECT name FROM found WHERE name IS NOT NULL"""
_SPOKEN = "addressed = 1 AND deleted_at IS NULL AND language <> ''"
_LANGUAGES = f"""WITH RECURSIVE found (name) AS (
    SELECT min(language) FROM messages WHERE {_SPOKEN}
    UNION ALL SELECT (SELECT min(language) FROM messages WHERE {_SPOKEN} AND language > found.name)
    FROM found WHERE found.name IS NOT NULL LIMIT 1000)
    SELECT name FROM found WHERE name IS NOT NULL"""


class AccountName(NamedTuple):
    """How an account of ours may be called."""

    id: int
    channel: str
    handle: str
    name: str


def labels(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Labels of the house with their numbers."""
    return connection.execute("SELECT id, name FROM labels").fetchall()


def accounts(connection: sqlite3.Connection) -> list[AccountName]:
    """Every account that conversations may be of, also a removed one."""
    rows = connection.execute("SELECT id, channel, handle, display_name FROM accounts")
    return [AccountName(*row) for row in rows]


def assignees(connection: sqlite3.Connection) -> list[str]:
    """Everybody who has a conversation."""
    return [name for (name,) in connection.execute(_ASSIGNEES)]


def languages(connection: sqlite3.Connection) -> list[str]:
    """Every language that customers wrote to us in, as networks call them."""
    return [name for (name,) in connection.execute(_LANGUAGES)]


def notes(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Every note with its conversation; people write them by hand, so there are not that many."""
    return connection.execute("SELECT conversation_id, text FROM notes WHERE removed_at IS NULL").fetchall()
