"""Are the databases sound?  Looked at after a run that did not end in order, and what is broken is set aside.

The cache can be fetched again: a damaged one is renamed and begun anew. What people wrote can't: a damaged work
database is left where it is, a copy is kept, and the person is told which backup there is.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from scrm_desktop.errors import StoreDamaged, StoreError
from scrm_desktop.store.backups import copies
from scrm_desktop.store.border import is_busy, is_damaged
from scrm_desktop.store.connect import open_single
from scrm_desktop.store.files import side_files, stamped

_log = logging.getLogger(__name__)

#: A database this small is checked at every start: it takes no time that anybody would notice.
SMALL = 4 * 1024 * 1024


def is_sound(path: Path, *, thorough: bool) -> bool:
    """Whether the file can be read as a database; ``thorough``: every page of it."""
    if not path.exists() or path.stat().st_size == 0:
        return True
    try:
        with closing(open_single(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if thorough or path.stat().st_size < SMALL:
                return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError as error:
        if is_busy(error):
            raise StoreError(f"Another program holds {path.name}. Close it, and try again.") from error
        if is_damaged(error):
            return False
        raise
    return True


def set_aside(path: Path, now: datetime) -> str:
    """Rename a damaged database with its side files; returns what the person is told."""
    aside = stamped(path, "damaged", now)
    path.rename(aside)
    for file in side_files(path):
        if file.exists():
            file.rename(file.with_name(aside.name + file.name[len(path.name) :]))
    _log.warning("%s was damaged and is set aside as %s", path.name, aside.name)
    return (
        f"The stored copy of what the networks said was damaged. It is kept as {aside.name}, and is being read from "
        "the networks again. What you wrote and decided is untouched."
    )


def keep_damaged(path: Path, now: datetime) -> StoreDamaged:
    """Copy a damaged work database away; returns the error that tells what can be done."""
    copy = stamped(path, "damaged", now)
    try:
        shutil.copy2(path, copy)
        kept = f"A copy is kept as {copy.name}."
    except OSError as error:
        kept = f"It could not be copied ({error.strerror})."
    backups = copies(path)
    if backups:
        advice = f"The last backup is {backups[-1]}: put it in its place to go on from there."
    else:
        advice = "There is no backup yet. Move the file away to begin anew; the networks are read again."
    return StoreDamaged(f"It holds what you wrote, and was left as it is. {kept} {advice}", path=str(path))
