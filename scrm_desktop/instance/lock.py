"""The lock on a profile: held by the operating system, so that a crash lets go of it."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from scrm_desktop.errors import ProfileInUse, ProfileUnwritable
from scrm_desktop.paths import told

FILE = "lock"


class ProfileLock:
    """Holds a profile until :meth:`release`, the end of a ``with`` block or the end of the process."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    @classmethod
    def take(cls, profile: Path) -> ProfileLock:
        """Take the lock at once, or raise ProfileInUse; ProfileUnwritable where no lock can be made."""
        path = profile / FILE
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise ProfileUnwritable(told(error), path=str(path)) from error
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            if error.errno in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}:
                raise ProfileInUse from error
            raise ProfileUnwritable(told(error), path=str(path)) from error
        return cls(handle)

    def release(self) -> None:
        """Let go; the file stays, since removing it would let two programs hold two files of one name."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
