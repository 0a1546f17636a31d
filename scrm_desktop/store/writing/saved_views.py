"""Saved views, written as a whole: they are few, and so every change has an exact way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.query import parse, print_query
from scrm_desktop.domain.saved_views import ArrangeViews, SavedView
from scrm_desktop.errors import InputError
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.reading.saved_views import read_views
from scrm_desktop.store.sql import driver, execute, execute_many
from scrm_desktop.store.values import clean

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_VIEWS, LONGEST_NAME = 200, 80


def arrange_views(connection: Connection, action: ArrangeViews, actor: str, now: int) -> tuple[Changes, ArrangeViews]:
    """Let them be these; InputError for one without a name or with a query that is not understood."""
    if len(action.views) > MOST_VIEWS:
        raise InputError(f"There can be at most {MOST_VIEWS} saved views.")
    before = read_views(driver(connection))
    rows = [_row(view, place) for place, view in enumerate(action.views)]
    execute(connection, "DELETE FROM saved_views")
    execute_many(
        connection,
        "INSERT INTO saved_views (id, name, query, sort, colour, position) VALUES (?, ?, ?, ?, ?, ?)",
        rows,
    )
    detail = {"what": action.what, "before": [_plain(one) for one in before], "after": [row[1:4] for row in rows]}
    write_entry(connection, now, "views", actor=actor, detail=detail)
    return Changes(views=True), ArrangeViews(views=before, what=action.what)


def _row(view: SavedView, place: int) -> tuple[int | None, str, str, str, str, int]:
    name = " ".join(clean(view.name).split())[:LONGEST_NAME]
    if not name:
        raise InputError("A saved view needs a name.")
    parsed = parse(clean(view.query))
    # One that was understood when it was saved may lean on a field that is no more: it stays as it is, and says so.
    query = clean(view.query) if parsed.problems else print_query(parsed.node)
    if parsed.problems and not view.id:
        raise InputError(parsed.problems[0].message)
    return (view.id or None, name, query, view.sort.value, clean(view.colour), place)


def _plain(view: SavedView) -> tuple[str, str, str]:
    return view.name, view.query, view.sort.value
