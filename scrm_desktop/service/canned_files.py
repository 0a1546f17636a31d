"""The profile's own copies of files that go with canned responses."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path

from scrm_desktop.errors import InputError

FOLDER = "canned-files"
_SIZE_LIMIT = 100 * 1024 * 1024


class CannedFiles:
    """Each file in a folder of its own, 0700, under the name that people gave it. All blocking."""

    def __init__(self, profile: Path) -> None:
        self._root = profile / FOLDER

    def keep(self, media: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        """Copy what is not here yet; InputError for what can't be read."""
        return tuple((str(self._kept(Path(path))), description) for path, description in media)

    def _kept(self, path: Path) -> Path:
        if path.parent.parent == self._root:
            return path
        folder = self._root / uuid.uuid4().hex
        try:
            if path.stat().st_size > _SIZE_LIMIT:
                raise InputError(f"{path.name} is larger than {_SIZE_LIMIT // 1048576} MB.")
            folder.mkdir(mode=0o700, parents=True)
            target = folder / path.name
            shutil.copyfile(path, target)
            target.chmod(0o600)
        except OSError as error:
            raise InputError(f"{path.name} can't be read: {error.strerror}.") from error
        return target
