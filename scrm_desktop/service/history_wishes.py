"""How far back people asked for history, kept until it is read: a wish of an evening is not lost with its program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from scrm_desktop.service.spare_file import SpareFile

FILE = "history.json"


class HistoryWishes:
    """The file in the profile folder. Both methods block."""

    def __init__(self, profile: Path) -> None:
        self._file = SpareFile(profile / FILE, largest=64 * 1024)

    def load(self) -> dict[int, datetime]:
        """Until when (UTC), by account id; what can't be read is no wish."""
        moments = {account_id: _moment(text) for account_id, text in self._file.load().items()}
        return {account_id: until for account_id, until in moments.items() if until is not None}

    def save(self, wishes: Mapping[int, datetime]) -> None:
        """Replace the file; where it can't be written, the wish holds for this run."""
        if wishes or self._file.exists():
            self._file.save({account_id: until.isoformat() for account_id, until in wishes.items()})


def _moment(value: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
