"""Schemas: from nothing to what the tables say, with a copy first, and never backwards."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, create_engine

from scrm_desktop.errors import ProfileNewer, StoreError
from scrm_desktop.store import Store
from scrm_desktop.store.files import cache_path, work_path
from scrm_desktop.store.migrate import migrate, stored_version
from scrm_desktop.store.migrations import CACHE_STEPS, WORK_STEPS, Steps
from scrm_desktop.store.tables_cache import CACHE
from scrm_desktop.store.tables_work import WORK

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def structure(path: Path) -> dict[str, Any]:
    """Columns, keys and indexes of every table that is not the search index's own."""
    with closing(sqlite3.connect(path)) as connection:
        tables = {
            name: sql
            for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            if "_fts" not in name and not name.startswith("sqlite_")
        }
        return {name: _table(connection, name, sql) for name, sql in tables.items()}


def _table(connection: sqlite3.Connection, name: str, sql: str) -> dict[str, Any]:
    def ask(pragma: str, of: str) -> list[tuple[Any, ...]]:
        return connection.execute(f"PRAGMA {pragma}('{of}')").fetchall()

    indexes = {
        (unique, origin, partial, tuple(row[2:5] for row in ask("index_xinfo", index)), _where(connection, index))
        for _, index, unique, origin, partial in ask("index_list", name)
    }
    return {
        "columns": [row[1:7] for row in ask("table_xinfo", name)],
        "foreign keys": {row[2:7] for row in ask("foreign_key_list", name)},
        "indexes": indexes,
        "without rowid": "WITHOUT ROWID" in sql,
        "autoincrement": "AUTOINCREMENT" in sql,
        "nocase": sql.upper().count("NOCASE"),
    }


def _where(connection: sqlite3.Connection, index: str) -> str:
    row = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (index,)).fetchone()
    return " ".join(((row[0] if row else "") or "").partition("WHERE")[2].split())


@pytest.mark.parametrize(("steps", "metadata"), [(WORK_STEPS, WORK), (CACHE_STEPS, CACHE)], ids=["work", "cache"])
def test_the_migrations_make_what_the_tables_say(tmp_path: Path, steps: Steps, metadata: MetaData) -> None:
    migrate(tmp_path / "migrated", steps, NOW)
    engine = create_engine(f"sqlite:///{tmp_path / 'described'}")
    metadata.create_all(engine)
    engine.dispose()

    assert structure(tmp_path / "migrated") == structure(tmp_path / "described")
    assert stored_version(tmp_path / "migrated") == len(steps)


def test_no_table_has_a_name_in_both_databases() -> None:
    assert not set(WORK.tables) & set(CACHE.tables)


def test_a_copy_is_made_before_a_database_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "work.sqlite"
    migrate(path, [["CREATE TABLE a (x)", "INSERT INTO a VALUES (1)"]], NOW)
    migrate(path, [["never"], ["DROP TABLE a", "CREATE TABLE b (x)"]], NOW)

    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT x FROM a").fetchall() == [(1,)]
    assert stored_version(path) == 2


def test_an_outbox_of_the_first_schema_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "work.sqlite"
    migrate(path, WORK_STEPS[:1], NOW)
    with closing(sqlite3.connect(path)) as connection:
        row = (7, 1, None, "send", "{}", "key", "queued", 0, 1, None, None, None, None, "", "", "", "me")
        connection.execute(f"INSERT INTO outbox VALUES ({', '.join('?' * len(row))})", row)
        connection.commit()
    migrate(path, WORK_STEPS, NOW)

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT id, state, wanted_at FROM outbox").fetchall() == [(7, "queued", None)]


def test_a_migration_that_fails_leaves_the_old_schema(tmp_path: Path) -> None:
    path = tmp_path / "work.sqlite"
    migrate(path, [["CREATE TABLE a (x)"]], NOW)
    for _ in range(5):
        with pytest.raises(sqlite3.OperationalError):
            migrate(path, [["-"], ["CREATE TABLE b (x)", "ALTER TABLE a RENAME TO c", "SELECT nonsense"]], NOW)

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("a",)]
    assert stored_version(path) == 1
    assert len(list((tmp_path / "backups").iterdir())) == 3


@pytest.mark.parametrize("which", [work_path, cache_path], ids=["work", "cache"])
def test_a_newer_schema_is_refused_and_not_touched(profile: Path, which: Any) -> None:
    Store.open(profile).close()
    with closing(sqlite3.connect(which(profile))) as connection:
        connection.execute("PRAGMA user_version = 999")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in profile.rglob("*") if path.is_file()}

    with pytest.raises(ProfileNewer, match="999"):
        Store.open(profile)
    assert before == {
        path: hashlib.sha256(path.read_bytes()).hexdigest() for path in profile.rglob("*") if path.is_file()
    }


def test_an_older_schema_is_not_read_as_if_it_were_ours(profile: Path) -> None:
    Store.open(profile).close()
    with closing(sqlite3.connect(cache_path(profile))) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with pytest.raises(StoreError, match="older version"):
        Store.open(profile, read_only=True)


def test_a_newer_schema_in_the_write_ahead_log_is_noticed(profile: Path) -> None:
    Store.open(profile).close()
    with closing(sqlite3.connect(work_path(profile))) as connection:
        connection.execute("PRAGMA user_version = 999")
        with pytest.raises(ProfileNewer):
            Store.open(profile)
