"""Saved views and how many conversations each finds, counted within bounds."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from scrm_desktop.domain.query import Asking, parse
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.views import InboxQuery, Sort
from scrm_desktop.store.reading.lists import condition_of
from scrm_desktop.store.values import id_list

#: A count is not taken further than this; a screen says that there are more.
MOST_COUNTED = 1000
_EVERY, _TURNS = 20_000, 150
"""Steps of SQLite's machine between two looks, and looks until it is given up: a tenth of a second or so."""


def read_views(connection: sqlite3.Connection) -> tuple[SavedView, ...]:
    """All of them in their order."""
    rows = connection.execute("SELECT id, name, query, sort, colour FROM saved_views ORDER BY position, id")
    return tuple(
        SavedView(id=row[0], name=row[1], query=row[2], sort=_sort(row[3]), colour=row[4]) for row in rows.fetchall()
    )


def _sort(stored: str) -> Sort:
    return Sort(stored) if stored in set(Sort) else Sort.NEWEST


def found_among(connection: sqlite3.Connection, view: SavedView, ids: Sequence[int], asking: Asking) -> frozenset[int]:
    """Those of a few conversations that the view finds."""
    condition, parameters = condition_of(connection, InboxQuery(where=parse(view.query).node), asking)
    among = "conversation_id IN (SELECT value FROM json_each(?))"
    where = f"{condition} AND {among}" if condition else f"WHERE {among}"
    found = connection.execute(f"SELECT conversation_id FROM inbox {where}", (*parameters, id_list(ids)))
    return frozenset(row[0] for row in found)


def count_view(connection: sqlite3.Connection, view: SavedView, asking: Asking, *, turns: int = _TURNS) -> int | None:
    """How many it finds, at most MOST_COUNTED; ``None`` where counting would take too long."""
    left = iter(range(turns))
    # A true answer of the handler interrupts the statement.
    connection.set_progress_handler(lambda: next(left, None) is None, _EVERY)
    try:
        query = InboxQuery(where=parse(view.query).node)
        condition, parameters = condition_of(connection, query, asking)
        inner = f"SELECT 1 FROM inbox {condition} LIMIT {MOST_COUNTED}"
        ((number,),) = connection.execute(f"SELECT count(*) FROM ({inner})", parameters)
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_INTERRUPT:
            raise
        return None
    finally:
        connection.set_progress_handler(None, 0)
    return int(number)
