"""Where SQLite's errors become ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from scrm_desktop.errors import DiskFull, KnownError, ProfileUnwritable, StoreDamaged, StoreError

_PRIMARY = 0xFF
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)


def original(error: BaseException) -> sqlite3.Error | None:
    """The driver's own error, also inside one of SQLAlchemy's."""
    if isinstance(error, sqlite3.Error):
        return error
    inner = getattr(error, "orig", None)
    return inner if isinstance(inner, sqlite3.Error) else None


def is_busy(error: BaseException) -> bool:
    """Whether another connection holds the lock: worth another try."""
    found = original(error)
    return found is not None and _code(found) in _BUSY


def is_damaged(error: BaseException) -> bool:
    """Whether the file itself is broken."""
    found = original(error)
    return found is not None and _code(found) in _DAMAGED


def told(error: sqlite3.Error, profile: Path) -> KnownError | None:
    """Our error for SQLite's; ``None``: it is a mistake of ours, and a bug."""
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(path=str(profile))
    if code in _DAMAGED:
        return StoreDamaged("It will be looked after at the next start.", path=str(profile))
    if code in _UNWRITABLE:
        return ProfileUnwritable(str(error), path=str(profile))
    if code == sqlite3.SQLITE_IOERR:
        return StoreError(f"The disk reported an error in {profile}: {error}. Nothing was stored.", retryable=True)
    if code in _BUSY:
        return StoreError(f"Another program holds the database in {profile}. Nothing was stored.")
    return None


@contextmanager
def store_errors(profile: Path) -> Generator[None]:
    """Turn what the database driver raises into a StoreError, once."""
    try:
        yield
    except Exception as error:
        found = original(error)
        ours = told(found, profile) if found is not None else None
        if ours is None:
            raise
        raise ours from error


def _code(error: sqlite3.Error) -> int:
    # The driver itself raises without a code where no statement ran (a closed connection, a bad parameter).
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY
