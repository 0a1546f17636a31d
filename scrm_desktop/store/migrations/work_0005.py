"""Saved views: a name, the query behind it, and the place in the sidebar."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE saved_views (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        sort TEXT NOT NULL,
        position INTEGER NOT NULL,
        colour TEXT NOT NULL
    )""",
)
