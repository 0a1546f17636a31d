"""Copies of a database, in the profile's folder ``backups``; only the newest few are kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from scrm_desktop.store.files import BACKUPS, make_private, prepare_folder, stamped

KEPT = 3


def back_up(connection: sqlite3.Connection, path: Path, word: str, now: datetime) -> Path:
    """Copy the open database at ``path`` as it stands; returns the copy."""
    folder = path.parent / BACKUPS
    prepare_folder(folder)
    copy = stamped(folder / path.name, word, now)
    make_private(copy)
    with closing(sqlite3.connect(copy)) as target:
        connection.backup(target)
    _thin_out(path)
    return copy


def copies(path: Path) -> list[Path]:
    """The copies of a database, oldest first."""
    found = (path.parent / BACKUPS).glob(f"{path.stem}-*{path.suffix}")
    return sorted(found, key=lambda one: (one.stat().st_mtime_ns, one.name))


def _thin_out(path: Path) -> None:
    for old in copies(path)[:-KEPT]:
        old.unlink(missing_ok=True)
