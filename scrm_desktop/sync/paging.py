"""Following a list to its end, and not for ever when it leads back to itself."""

from __future__ import annotations

from scrm_desktop.errors import BadAnswer


class CursorGuard:
    """Cuts a list whose cursor does not move (or moves in a circle) after ``limit`` such pages."""

    def __init__(self, host: str, limit: int, cursor: str | None) -> None:
        self._host = host
        self._limit = limit
        self._seen = {cursor}
        self._stuck = 0

    def step(self, cursor: str | None) -> None:
        """Note the cursor of a page after which the server promised more; raises BadAnswer when it is stuck."""
        if cursor is not None and cursor not in self._seen:
            self._seen.add(cursor)
            self._stuck = 0
            return
        self._stuck += 1
        if self._stuck >= self._limit:
            raise BadAnswer("Its list leads back to itself.", host=self._host)
