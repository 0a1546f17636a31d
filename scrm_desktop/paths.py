"""Where the program keeps its files: one profile folder a person, readable by nobody else."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from scrm_desktop.errors import ProfileUnwritable, StoreError

APP = "scrm-desktop"
WORK = "work.sqlite"
CACHE = "cache.sqlite"


def default_profile() -> Path:
    """The platform's own place for this person's data; ProfileUnwritable where there is no home folder."""
    import platformdirs

    unknown = ProfileUnwritable("there is no home folder; name a folder with --profile", path="The profile")
    try:
        path = platformdirs.user_data_path(APP, appauthor=False)
    except RuntimeError as error:
        raise unknown from error
    if not path.is_absolute():
        # Older versions of platformdirs leave a "~" that nobody can resolve as it is.
        raise unknown
    return path


def open_profile(path: Path | None = None) -> Path:
    """The absolute profile folder, made where it is missing and proved writable; 0700.

    Raises ProfileUnwritable.
    """
    profile = locate_profile(path)
    try:
        profile.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(profile)
        with tempfile.TemporaryFile(dir=profile):
            pass
    except OSError as error:
        raise ProfileUnwritable(told(error), path=str(profile)) from error
    return profile


def locate_profile(path: Path | None = None) -> Path:
    """The absolute profile folder, whether or not it is there: what a command that only reads needs."""
    if path is None:
        return default_profile()
    try:
        return path.expanduser().absolute()
    except (OSError, RuntimeError) as error:
        raise ProfileUnwritable(str(error), path=str(path)) from error


def private_umask() -> None:
    """From now on this process makes files for its owner only; the first thing a program of ours does."""
    os.umask(0o077)


def write_private(path: Path, data: bytes) -> None:
    """Replace a file in one step: after a crash either the old or the new content is there; 0600.

    Raises ProfileUnwritable.
    """
    spare = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        handle = os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
    except OSError as error:
        spare.unlink(missing_ok=True)
        raise ProfileUnwritable(told(error), path=str(path)) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file of the person's own, where they said; StoreError where that can't be done. Blocking."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise StoreError(f"{path.name} can't be written: {told(error)}.") from error


def told(error: OSError) -> str:
    """What the system says, without the path (which the message names already)."""
    return error.strerror or type(error).__name__


def _make_private(folder: Path) -> None:
    mode = stat.S_IMODE(folder.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        folder.chmod(0o700)
