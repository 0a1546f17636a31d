"""Changes on their way to the screens: added up for a moment, then told once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from scrm_desktop.domain.changes import Changes

_log = logging.getLogger(__name__)

Listener = Callable[[Changes], None]


class Bus:
    """Collects what writes touched and tells all listeners about ``window`` seconds later, on its own loop.

    Create it on the loop that will publish. A listener that fails is logged and does not stop the others.
    """

    def __init__(self, *, window: float = 0.05) -> None:
        self._loop = asyncio.get_running_loop()
        self._window = window
        self._pending = Changes()
        self._timer: asyncio.TimerHandle | None = None
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Add a listener (from any thread); returns the way to remove it."""
        self._listeners = [*self._listeners, listener]

        def stop() -> None:
            self._listeners = [other for other in self._listeners if other is not listener]

        return stop

    def publish(self, changes: Changes) -> None:
        """Add what was touched; nothing happens for empty changes."""
        if not changes:
            return
        self._pending = self._pending | changes
        if self._timer is None:
            self._timer = self._loop.call_later(self._window, self.flush)

    def flush(self) -> None:
        """Tell what is pending now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        changes, self._pending = self._pending, Changes()
        if not changes:
            return
        for listener in self._listeners:
            self._tell(listener, changes)

    def _tell(self, listener: Listener, changes: Changes) -> None:
        try:
            listener(changes)
        except Exception:  # noqa: BLE001  # the border to foreign code: one bad screen must not silence the others
            _log.exception("a listener failed")
