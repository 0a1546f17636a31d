"""Small helpers for statements written by hand.

They run on the driver's connection below SQLAlchemy's, within the transaction that SQLAlchemy began: a page takes two
dozen statements, and SQLAlchemy's part of each would cost more than SQLite's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from scrm_desktop.store.values import id_list

if TYPE_CHECKING:
    from sqlalchemy import Connection


#: Rows of one statement: those of the widest table stay below a thousand values, which every SQLite takes.
ROWS = 32


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)


def fetch(connection: Connection, statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """All rows, as plain tuples."""
    return driver(connection).execute(statement, parameters).fetchall()


def fetch_dicts(connection: Connection, statement: str, *parameters: Any) -> list[dict[str, Any]]:
    """All rows, as dictionaries that may be changed."""
    cursor = driver(connection).execute(statement, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def one(connection: Connection, statement: str, *parameters: Any) -> tuple[Any, ...] | None:
    """The first row."""
    row: tuple[Any, ...] | None = driver(connection).execute(statement, parameters).fetchone()
    return row


def execute(connection: Connection, statement: str, *parameters: Any) -> int:
    """Run it; returns how many rows it touched."""
    return driver(connection).execute(statement, parameters).rowcount


def execute_many(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Run it once for each row; nothing for no rows."""
    if rows:
        driver(connection).executemany(statement, rows)


def insert_many(connection: Connection, into: str, rows: Sequence[tuple[Any, ...]], conflict: str = "") -> None:
    """Insert rows, many by each statement; ``into`` is the table, with its columns where not all are given.

    While a statement runs other threads have Python for themselves. Two threads change turns with each, which takes
    longer than a row.
    """
    whole = len(rows) - len(rows) % ROWS
    for start in range(0, whole, ROWS):
        part = rows[start : start + ROWS]
        driver(connection).execute(_insert(into, len(part[0]), ROWS, conflict), tuple(chain.from_iterable(part)))
    if whole < len(rows):
        driver(connection).executemany(_insert(into, len(rows[0]), 1, conflict), rows[whole:])


@cache
def _insert(into: str, columns: int, rows: int, conflict: str) -> str:
    row = f"({', '.join('?' * columns)})"
    return f"INSERT INTO {into} VALUES {', '.join([row] * rows)} {conflict}"


def ids(values: Iterable[int | str]) -> str:
    """Ids for ``IN (SELECT value FROM json_each(?))``."""
    return id_list(values)
