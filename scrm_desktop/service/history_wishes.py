"""How far back people asked for history, kept until it is read: a wish of an evening is not lost with its program."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import cast

from scrm_desktop.errors import ProfileUnwritable
from scrm_desktop.paths import write_private

FILE = "history.json"
_LARGEST = 64 * 1024

_log = logging.getLogger(__name__)


class HistoryWishes:
    """The file in the profile folder. Both methods block."""

    def __init__(self, profile: Path) -> None:
        self._file = profile / FILE

    def load(self) -> dict[int, datetime]:
        """Until when (UTC), by account id; what can't be read is no wish."""
        try:
            with self._file.open("rb") as file:
                found: object = json.loads(file.read(_LARGEST))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            _log.warning("%s can't be read (%s)", FILE, type(error).__name__)
            return {}
        if not isinstance(found, dict):
            return {}
        wishes: dict[int, datetime] = {}
        for key, text in cast("dict[str, object]", found).items():
            until = _moment(text)
            if key.isdecimal() and until is not None:
                wishes[int(key)] = until
        return wishes

    def save(self, wishes: Mapping[int, datetime]) -> None:
        """Replace the file; a profile that can't be written is only logged: the wish holds for this run."""
        if not wishes and not self._file.exists():
            return
        text = json.dumps({str(account_id): until.isoformat() for account_id, until in wishes.items()})
        try:
            write_private(self._file, text.encode("ascii"))
        except ProfileUnwritable as error:
            _log.warning("%s", error.message)


def _moment(value: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
