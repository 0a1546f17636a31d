"""Canned responses, macros, signatures, and messages that follow one another in a thread."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE canned (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT COLLATE NOCASE NOT NULL,
        category TEXT NOT NULL,
        text TEXT NOT NULL,
        language TEXT NOT NULL,
        shortcut TEXT NOT NULL,
        media TEXT NOT NULL,
        uses INTEGER NOT NULL,
        used_at INTEGER,
        removed_at INTEGER
    )""",
    "CREATE UNIQUE INDEX canned_name ON canned (name, language) WHERE removed_at IS NULL",
    """CREATE TABLE macros (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT COLLATE NOCASE NOT NULL,
        steps TEXT NOT NULL,
        uses INTEGER NOT NULL,
        used_at INTEGER,
        removed_at INTEGER
    )""",
    "CREATE UNIQUE INDEX macros_name ON macros (name) WHERE removed_at IS NULL",
    """CREATE TABLE signatures (
        account_id INTEGER NOT NULL PRIMARY KEY REFERENCES accounts (id),
        text TEXT NOT NULL
    )""",
    # A part of a thread waits until the one before it is sent: only then is it known what it answers.
    "ALTER TABLE outbox ADD COLUMN follows INTEGER REFERENCES outbox (id)",
    "CREATE INDEX outbox_follows ON outbox (follows) WHERE follows IS NOT NULL",
)
