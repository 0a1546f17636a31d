"""Bring a database to the schema that this program knows: whole or not at all, after a copy was made."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from scrm_desktop.errors import ProfileNewer, ProfileUnwritable
from scrm_desktop.paths import told
from scrm_desktop.store.backups import back_up
from scrm_desktop.store.border import is_damaged
from scrm_desktop.store.connect import open_single
from scrm_desktop.store.files import make_private, side_files

_log = logging.getLogger(__name__)

_VERSION_OFFSET = 60  # of the "user version" in SQLite's file header
Steps = Sequence[Sequence[str]]


def refuse_newer(path: Path, known: int) -> None:
    """Raise ProfileNewer for a schema that this program does not know, without touching the file."""
    found = stored_version(path)
    if found > known:
        raise ProfileNewer(path=str(path), found=found, known=known)


def stored_version(path: Path) -> int:
    """The schema's number as the file says it; 0 for a file that is missing, empty or no database."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError as error:
        raise ProfileUnwritable(told(error), path=str(path)) from error
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        return 0
    log = side_files(path)[0]
    if log.exists() and log.stat().st_size:
        # The newest header may stand in the write-ahead log still.
        try:
            with closing(open_single(path, read_only=True)) as connection:
                return _version(connection)
        except sqlite3.DatabaseError as error:
            if not is_damaged(error):
                raise
            return 0
    return int.from_bytes(header[_VERSION_OFFSET : _VERSION_OFFSET + 4], "big")


def migrate(path: Path, steps: Steps, now: datetime) -> None:
    """Make the database, or bring it up to date; a copy of one that exists is made first."""
    make_private(path)
    with closing(open_single(path)) as connection:
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
        version = _version(connection)
        if version >= len(steps):
            return
        if version:
            copy = back_up(connection, path, f"v{version}", now)
            _log.info("schema %d to %d, copy kept as %s", version, len(steps), copy.name)
        for number in range(version, len(steps)):
            _step(connection, steps[number], number + 1)


def _step(connection: sqlite3.Connection, statements: Sequence[str], number: int) -> None:
    # Before Python 3.12 the driver commits before DDL unless the transaction is begun by hand.
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
