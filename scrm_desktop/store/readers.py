"""The readers: two threads, each with a connection that can't write."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from scrm_desktop.errors import StoreDamaged, StoreError
from scrm_desktop.store.border import store_errors
from scrm_desktop.store.connect import open_reader

T = TypeVar("T")
Reading = Callable[[sqlite3.Connection], T]

COUNT = 2


class Readers:
    """Runs readings side by side with the writer; each sees one state from its first query to its last."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile
        self._local = threading.local()
        self._lock = threading.Lock()
        self._connections: list[sqlite3.Connection] = []
        self._pool = ThreadPoolExecutor(COUNT, thread_name_prefix="store-reader")
        self._closed = False
        self.damaged = False

    async def run(self, reading: Reading[T]) -> T:
        """Read in one of the threads. Raises StoreError once the store is closed."""
        if self._closed:
            raise StoreError("The store is closed.")
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._read, reading)

    def now(self, reading: Reading[T]) -> T:
        """Read in the caller's thread, on a connection of its own: for what happens while the store is opened."""
        with store_errors(self._profile):
            connection = open_reader(self._profile)
            try:
                return reading(connection)
            finally:
                connection.close()

    def close(self) -> None:
        """Wait for what is being read, and close."""
        self._closed = True
        self._pool.shutdown()
        for connection in self._connections:
            connection.close()

    def _read(self, reading: Reading[T]) -> T:
        try:
            with store_errors(self._profile):
                return self._within_one_state(reading)
        except StoreDamaged:
            self.damaged = True
            raise

    def _within_one_state(self, reading: Reading[T]) -> T:
        connection = self._connection()
        connection.execute("BEGIN")
        try:
            return reading(connection)
        finally:
            connection.execute("ROLLBACK")

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = open_reader(self._profile)
            with self._lock:
                self._connections.append(connection)
        return connection
