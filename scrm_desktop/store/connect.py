"""Connections: the writer's through SQLAlchemy, the readers' straight from the driver.

Both open ``work.sqlite`` and attach ``cache.sqlite``, whose tables have names of their own. Readers do without
SQLAlchemy, so that the first screen is filled before it is imported.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from scrm_desktop.store.files import cache_path, work_path

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

BUSY_SECONDS = 5.0
_CACHE_PAGES = -32_768  # 32 MiB
_LOG_PAGES = 4_000  # 16 MiB


def open_reader(profile: Path) -> sqlite3.Connection:
    """A connection that can only read."""
    connection = _open(work_path(profile), mode="ro")
    connection.execute("ATTACH DATABASE ? AS cache", (_uri(cache_path(profile), "ro"),))
    for index in ("profile", "message"):
        # The words of an index in their order, for what begins so; a view into it that holds nothing of its own.
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{index}_words USING fts5vocab('cache', '{index}_fts', 'instance')"
        )
    connection.execute("PRAGMA query_only = 1")
    return connection


def open_writer(profile: Path) -> sqlite3.Connection:
    """The one connection that writes: what people wrote is synced at every commit, the rest by checkpoints."""
    connection = _open(work_path(profile), mode="rw")
    connection.execute("ATTACH DATABASE ? AS cache", (_uri(cache_path(profile), "rw"),))
    connection.execute("PRAGMA main.synchronous = FULL")
    connection.execute("PRAGMA cache.synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    return connection


def open_single(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """One database by itself, for migrations and checks."""
    return _open(path, mode="ro" if read_only else "rw")


def writer_engine(profile: Path) -> Engine:
    """SQLAlchemy over the writer's connection; every transaction begins IMMEDIATE, and no error shows a value."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    engine = create_engine(
        "sqlite://", creator=lambda: open_writer(profile), poolclass=StaticPool, hide_parameters=True
    )

    # A plain BEGIN that first reads and then writes fails at once when somebody else wrote in between.
    @event.listens_for(engine, "begin")
    def begin_immediate(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _open(path: Path, *, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        _uri(path, mode), uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.execute(f"PRAGMA cache_size = {_CACHE_PAGES}")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"
