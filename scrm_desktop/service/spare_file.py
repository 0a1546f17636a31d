"""A small JSON file in the profile that can be lost without harm: entries by account id."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from scrm_desktop.errors import ProfileUnwritable
from scrm_desktop.paths import write_private

_log = logging.getLogger(__name__)


class SpareFile:
    """``largest`` is what is read of it at most, in bytes. Both methods block."""

    def __init__(self, file: Path, *, largest: int) -> None:
        self._file = file
        self._largest = largest

    def exists(self) -> bool:
        """Whether anything was ever kept."""
        return self._file.exists()

    def load(self) -> dict[int, object]:
        """The entries; a file that can't be read has none."""
        try:
            with self._file.open("rb") as file:
                found: object = json.loads(file.read(self._largest))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            _log.warning("%s can't be read (%s)", self._file.name, type(error).__name__)
            return {}
        if not isinstance(found, dict):
            return {}
        entries = cast("dict[str, object]", found)
        return {int(key): value for key, value in entries.items() if key.isdecimal()}

    def save(self, entries: Mapping[int, object]) -> None:
        """Replace the file; a profile that can't be written is only logged: nothing depends on it."""
        text = json.dumps({str(key): value for key, value in entries.items()}, ensure_ascii=False)
        try:
            write_private(self._file, text.encode("utf-8", "backslashreplace"))
        except ProfileUnwritable as error:
            _log.warning("%s", error.message)
