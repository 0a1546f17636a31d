"""Small helpers for statements written by hand.

They run on the driver's connection below SQLAlchemy's, within the transaction that SQLAlchemy began: a page takes two
dozen statements, and SQLAlchemy's part of each would cost more than SQLite's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from scrm_desktop.store.values import id_list

if TYPE_CHECKING:
    from sqlalchemy import Connection


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


def ids(values: Iterable[int | str]) -> str:
    """Ids for ``IN (SELECT value FROM json_each(?))``."""
    return id_list(values)
