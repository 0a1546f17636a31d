"""Small helpers for statements written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from scrm_desktop.store.values import id_list

if TYPE_CHECKING:
    from sqlalchemy import Connection, CursorResult

Values = Mapping[str, Any]


def fetch(connection: Connection, statement: str, *parameters: Any) -> Sequence[tuple[Any, ...]]:
    """All rows, as plain tuples."""
    return _all(connection.exec_driver_sql(statement, parameters))


def fetch_dicts(connection: Connection, statement: str, *parameters: Any) -> list[dict[str, Any]]:
    """All rows, as dictionaries that may be changed."""
    result = connection.exec_driver_sql(statement, parameters)
    names = list(result.keys())
    return [dict(zip(names, row, strict=True)) for row in _all(result)]


def _all(result: CursorResult[Any, Any]) -> list[tuple[Any, ...]]:
    """The driver's own rows: SQLAlchemy's would cost more to make than to read."""
    cursor: Any = result.cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def one(connection: Connection, statement: str, *parameters: Any) -> tuple[Any, ...] | None:
    """The first row."""
    rows = fetch(connection, statement, *parameters)
    return rows[0] if rows else None


def execute(connection: Connection, statement: str, *parameters: Any) -> int:
    """Run it; returns how many rows it touched."""
    return connection.exec_driver_sql(statement, parameters).rowcount


def execute_many(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Run it once for each row; nothing for no rows."""
    if rows:
        connection.exec_driver_sql(statement, rows if len(rows) > 1 else [rows[0]])


def ids(values: Iterable[int | str]) -> str:
    """Ids for ``IN (SELECT value FROM json_each(?))``."""
    return id_list(values)
