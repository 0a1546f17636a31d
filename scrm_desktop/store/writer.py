"""The writer: one thread, one connection, and a queue of jobs that share a commit."""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from scrm_desktop.errors import StoreError
from scrm_desktop.store.border import is_busy, is_damaged, store_errors
from scrm_desktop.store.sql import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

T = TypeVar("T")
Job = Callable[["Connection"], T]

_log = logging.getLogger(__name__)

BATCH = 32
IDLE_SECONDS = 0.3
#: Work that can wait is done after so many commits at the latest.
BUSY_COMMITS = 50


@dataclass(frozen=True, slots=True)
class _Queued:
    job: Job[Any]
    future: Future[Any]
    weight: int


class Writer:
    """Runs jobs one after another; a job is answered only after the commit that holds it.

    Jobs that wait together share one transaction, each within a savepoint of its own: one that fails undoes only
    itself. ``idle`` is work that can wait; it returns whether more of it is left. ``forget`` is called when
    something was rolled back, for those who remember what was written.
    """

    def __init__(
        self,
        profile: Path,
        make_engine: Callable[[], Engine],
        *,
        idle: Callable[[Connection], bool] | None = None,
        forget: Callable[[], None] = lambda: None,
        patience: float = 60.0,
        read_only: bool = False,
    ) -> None:
        self._profile = profile
        self._make_engine = make_engine
        self._idle = idle
        self._forget = forget
        self._patience = patience
        self._queue: queue.SimpleQueue[_Queued | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._refusal = "This profile was opened for reading only." if read_only else ""
        self._closing = False
        self.damaged = False
        self._commits = 0
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job[T], weight: int = 1) -> Future[T]:
        """Queue a job; the future is done when it is committed. Raises StoreError once the store is closed.

        ``weight``: for how many ordinary commits it counts until the work that can wait is done.
        """
        future: Future[T] = Future()
        with self._lock:
            if self._refusal:
                raise StoreError(self._refusal)
            self._queue.put(_Queued(job, future, weight))
        return future

    async def run(self, job: Job[T], weight: int = 1) -> T:
        """The same, awaited."""
        return await asyncio.wrap_future(self.submit(job, weight))

    def close(self) -> None:
        """Finish what is queued, then end."""
        with self._lock:
            if not self._closing:
                self._closing = True
                self._refusal = "The store is closed."
                self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        engine: Engine | None = None
        connection: Connection | None = None
        todo = False
        while (batch := self._next(todo)) is not None:
            try:
                if connection is None:
                    engine = engine or self._make_engine()
                    with store_errors(self._profile):
                        connection = engine.connect()
                todo = self._work(connection, batch, todo)
            except BaseException as error:  # noqa: BLE001 - the last border of this thread: whoever waits is told
                _refuse(batch, error)
        if connection is not None:
            connection.close()
        if engine is not None:
            engine.dispose()

    def _next(self, todo: bool) -> list[_Queued] | None:
        """The jobs that wait now; empty: nothing came for a while and idle work is due; ``None``: the end."""
        try:
            first = self._queue.get(timeout=IDLE_SECONDS if todo else None)
        except queue.Empty:
            return []
        if first is None:
            return None
        batch = [first]
        while len(batch) < BATCH:
            try:
                more = self._queue.get_nowait()
            except queue.Empty:
                break
            if more is None:
                self._queue.put(None)
                break
            batch.append(more)
        return batch

    def _work(self, connection: Connection, batch: list[_Queued], todo: bool) -> bool:
        if not batch:
            return self._idle_work(connection)
        wanted = [one for one in batch if one.future.set_running_or_notify_cancel()]
        if wanted:
            self._commit_together(connection, wanted)
            self._commits += max(one.weight for one in wanted)
        if self._commits >= BUSY_COMMITS:
            return self._idle_work(connection)
        return self._idle is not None or todo

    def _idle_work(self, connection: Connection) -> bool:
        self._commits = 0
        if self._idle is None:
            return False
        try:
            self._begin(connection)
            more = self._idle(connection)
            connection.commit()
        except Exception as error:  # noqa: BLE001 - nobody waits for it: logged, and tried again after the next write
            self._undo(connection, error)
            _log.warning("work that could wait failed: %s", type(error).__name__)
            return False
        return more

    def _commit_together(self, connection: Connection, batch: list[_Queued]) -> None:
        results: list[tuple[Future[Any], Any]] = []
        try:
            with store_errors(self._profile):
                self._begin(connection)
                for one in batch:
                    self._try(connection, one, results)
                connection.commit()
        except BaseException as error:  # noqa: BLE001 - nothing of this batch is stored, and each of its callers hears it
            self._undo(connection, error)
            for future, _ in results:
                future.set_exception(error)
            _refuse([one for one in batch if not one.future.done()], error)
            return
        for future, result in results:
            future.set_result(result)

    def _try(self, connection: Connection, one: _Queued, results: list[tuple[Future[Any], Any]]) -> None:
        driver(connection).execute("SAVEPOINT job")
        try:
            with store_errors(self._profile):
                result = one.job(connection)
        except BaseException as error:
            self._note_damage(error)
            self._forget()
            if not driver(connection).in_transaction:
                # A full disk or an I/O error rolls the whole transaction back: nothing of this batch stands.
                raise
            driver(connection).execute("ROLLBACK TO job")
            driver(connection).execute("RELEASE job")
            one.future.set_exception(error)
            return
        driver(connection).execute("RELEASE job")
        results.append((one.future, result))

    def _begin(self, connection: Connection) -> None:
        """Begin, as often as it takes while another program holds the lock."""
        end = time.monotonic() + self._patience
        while True:
            try:
                connection.begin()
            except Exception as error:
                connection.rollback()
                if not is_busy(error) or time.monotonic() > end:
                    raise
                time.sleep(0.05)
            else:
                return

    def _undo(self, connection: Connection, error: BaseException) -> None:
        self._note_damage(error)
        self._forget()
        try:
            connection.rollback()
        except Exception as second:  # noqa: BLE001 - SQLite has rolled back by itself already; the first error counts
            _log.debug("rollback after an error: %s", type(second).__name__)

    def _note_damage(self, error: BaseException) -> None:
        cause = error.__cause__ if isinstance(error, StoreError) else error
        self.damaged = self.damaged or (cause is not None and is_damaged(cause))


def _refuse(batch: list[_Queued], error: BaseException) -> None:
    for one in batch:
        if not one.future.done() and (one.future.running() or one.future.set_running_or_notify_cancel()):
            one.future.set_exception(error)
