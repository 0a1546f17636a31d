"""The files of a profile: names, modes, and the mark of a run that has not ended yet."""

from __future__ import annotations

import os
import stat
from datetime import datetime
from pathlib import Path

from scrm_desktop.errors import ProfileUnwritable
from scrm_desktop.paths import CACHE, WORK, told

RUNNING = "store.running"
BACKUPS = "backups"
SIDE_FILES = ("-wal", "-shm")


def work_path(profile: Path) -> Path:
    """What people wrote and decided."""
    return profile / WORK


def cache_path(profile: Path) -> Path:
    """What can be fetched again."""
    return profile / CACHE


def prepare_folder(profile: Path) -> None:
    """Make the folder where it is missing, for its owner only. Raises ProfileUnwritable."""
    try:
        profile.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and stat.S_IMODE(profile.stat().st_mode) & 0o077:
            profile.chmod(0o700)
    except OSError as error:
        raise ProfileUnwritable(told(error), path=str(profile)) from error


def make_private(path: Path) -> None:
    """The file exists and only its owner can read it; SQLite gives its side files the same mode."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        for file in (path, *side_files(path)):
            if os.name == "posix" and file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077:
                file.chmod(0o600)
    except OSError as error:
        raise ProfileUnwritable(told(error), path=str(path)) from error


def side_files(path: Path) -> tuple[Path, ...]:
    """The write-ahead log and its index."""
    return tuple(path.with_name(path.name + end) for end in SIDE_FILES)


def stamped(path: Path, word: str, now: datetime) -> Path:
    """A free name beside a file, with a word and the date in it."""
    base = f"{path.stem}-{word}-{now.strftime('%Y%m%d-%H%M%S')}"
    candidate, count = path.with_name(base + path.suffix), 1
    while candidate.exists():
        count += 1
        candidate = path.with_name(f"{base}-{count}{path.suffix}")
    return candidate


def was_running(profile: Path) -> bool:
    """Whether the last run ended without closing the store."""
    return (profile / RUNNING).exists()


def mark_running(profile: Path) -> None:
    """From now on the store is open."""
    make_private(profile / RUNNING)


def mark_closed(profile: Path) -> None:
    """The store was closed in order."""
    (profile / RUNNING).unlink(missing_ok=True)
