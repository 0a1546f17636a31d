"""SQLite's errors, and what a person is told instead."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from scrm_desktop.errors import DiskFull, KnownError, ProfileUnwritable, StoreDamaged, StoreError
from scrm_desktop.store.border import is_busy, store_errors


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("what SQLite says")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize(
    ("code", "ours"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_CORRUPT, StoreDamaged),
        (sqlite3.SQLITE_NOTADB, StoreDamaged),
        (sqlite3.SQLITE_READONLY, ProfileUnwritable),
        (sqlite3.SQLITE_CANTOPEN, ProfileUnwritable),
        (sqlite3.SQLITE_IOERR_FSYNC, StoreError),
        (sqlite3.SQLITE_BUSY, StoreError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StoreError),
    ],
)
def test_each_kind_is_told_in_words(code: int, ours: type[KnownError], wrapped: bool) -> None:
    error: Exception = sqlite_error(code)
    if wrapped:
        error = OperationalError("INSERT", {}, error)
    with pytest.raises(ours) as told, store_errors(Path("/profile")):
        raise error
    assert type(told.value) is ours
    assert "/profile" in told.value.message
    assert is_busy(error) is ("held" in told.value.message or "holds" in told.value.message)


def test_a_mistake_of_ours_is_not_called_the_disks() -> None:
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.IntegrityError),
        store_errors(Path("/profile")),
    ):
        connection.executescript("CREATE TABLE a (x UNIQUE); INSERT INTO a VALUES (1), (1)")
    with pytest.raises(ZeroDivisionError), store_errors(Path("/profile")):
        raise ZeroDivisionError
