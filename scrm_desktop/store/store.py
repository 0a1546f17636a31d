"""The store of one profile folder: opened, used from one event loop, closed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrm_desktop.errors import ProfileUnwritable, StoreError
from scrm_desktop.store.accounts import AccountStore
from scrm_desktop.store.backups import back_up, copies
from scrm_desktop.store.border import store_errors
from scrm_desktop.store.connect import open_single, writer_engine
from scrm_desktop.store.desk import DeskStore
from scrm_desktop.store.files import (
    cache_path,
    make_private,
    mark_closed,
    mark_running,
    prepare_folder,
    was_running,
    work_path,
)
from scrm_desktop.store.health import is_sound, keep_damaged, set_aside
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.migrate import migrate, refuse_newer, stored_version
from scrm_desktop.store.migrations import CACHE_STEPS, WORK_STEPS, Steps
from scrm_desktop.store.outbox import OutboxStore
from scrm_desktop.store.pages import PageStore
from scrm_desktop.store.readers import Readers
from scrm_desktop.store.reads import Reads
from scrm_desktop.store.repair import repair
from scrm_desktop.store.texts import TextStore
from scrm_desktop.store.upkeep import Upkeep
from scrm_desktop.store.values import micros
from scrm_desktop.store.writer import Writer

BACKUP_EVERY = timedelta(days=1)


def utcnow() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC)


class Store:
    """Both databases of a profile: one writer's thread, two readers.

    ``problems`` is what opening it had to do, in words for the person. ``profile_id`` was made once for this
    profile; it names its logins in the keyring.
    """

    def __init__(
        self,
        profile: Path,
        *,
        read_only: bool,
        clock: Callable[[], datetime],
        problems: tuple[str, ...] = (),
    ) -> None:
        self.problems = problems
        self._profile = profile
        self._clock = clock
        self._readers = Readers(profile)
        self.profile_id: str = self._readers.now(_profile_id)
        state = IngestState()
        self._writer = Writer(
            profile, lambda: writer_engine(profile), idle=Upkeep(clock), forget=state.forget, read_only=read_only
        )
        self.accounts = AccountStore(self._writer, self._readers, state, clock)
        self.pages = PageStore(self._writer, self._readers, state, clock)
        self.outbox = OutboxStore(self._writer, self._readers, state, clock)
        self.desk = DeskStore(self._writer, self._readers, clock)
        self.texts = TextStore(self._writer, self._readers, clock)
        self.reads = Reads(self._readers, clock)
        self._read_only = read_only

    @classmethod
    def open(cls, profile: Path, *, read_only: bool = False, clock: Callable[[], datetime] = utcnow) -> Store:
        """Open a profile folder, and make, back up and migrate what has to be. Blocks. Raises StoreError kinds."""
        for path, steps in _databases(profile):
            with store_errors(profile):
                refuse_newer(path, len(steps))
        if read_only:
            if not work_path(profile).exists() or not cache_path(profile).exists():
                raise StoreError(f"There is no profile in {profile} yet.")
            if any(stored_version(path) != len(steps) for path, steps in _databases(profile)):
                raise StoreError(f"{profile} was made by an older version: open it for writing once, to bring it up.")
            return cls(profile, read_only=True, clock=clock)
        prepare_folder(profile)
        unclean = was_running(profile)
        problems = _make_sound(profile, clock(), thorough=unclean)
        mark_running(profile)
        with store_errors(profile):
            for path, steps in _databases(profile):
                migrate(path, steps, clock())
            store = cls(profile, read_only=False, clock=clock, problems=problems)
            if unclean:
                store._repair()
        return store

    def close(self) -> None:
        """Write everything that is queued, and close. Blocks."""
        self._stop()
        if self._read_only or self._writer.damaged or self._readers.damaged:
            # A file that turned out to be damaged is looked at thoroughly at the next start.
            return
        _back_up_daily(self._profile, self._clock())
        mark_closed(self._profile)

    def _stop(self) -> None:
        # The writer goes last: only a connection that may write can tidy up the write-ahead logs.
        self._readers.close()
        self._writer.close()

    def _repair(self) -> None:
        try:
            self._writer.submit(lambda db: repair(db, micros(self._clock()))).result()
        except BaseException:
            self._stop()
            raise


def _databases(profile: Path) -> tuple[tuple[Path, Steps], ...]:
    return (work_path(profile), WORK_STEPS), (cache_path(profile), CACHE_STEPS)


def _make_sound(profile: Path, now: datetime, *, thorough: bool) -> tuple[str, ...]:
    """Check both files; returns what had to be done. Raises StoreDamaged where nothing can be."""
    work, cache = work_path(profile), cache_path(profile)
    make_private(work)
    make_private(cache)
    with store_errors(profile):
        if not is_sound(work, thorough=thorough):
            raise keep_damaged(work, now)
        if is_sound(cache, thorough=thorough):
            return ()
    told = set_aside(cache, now)
    make_private(cache)
    return (told,)


def _back_up_daily(profile: Path, now: datetime) -> None:
    """A copy of what people wrote, at most one a day; the disk may be full, and that must not keep us open."""
    work = work_path(profile)
    found = copies(work)
    if found and now - datetime.fromtimestamp(found[-1].stat().st_mtime, UTC) < BACKUP_EVERY:
        return
    try:
        with closing(open_single(work)) as connection:
            back_up(connection, work, "daily", now)
    except (OSError, sqlite3.Error, ProfileUnwritable):
        return


def _profile_id(connection: sqlite3.Connection) -> str:
    ((value,),) = connection.execute("SELECT value FROM settings WHERE key = 'profile_id'")
    return str(value)
