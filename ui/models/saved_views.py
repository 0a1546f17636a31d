"""The saved views and their counts, kept fresh without ever being in the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.query import depends_on_time, parse
from scrm_desktop.domain.saved_views import SavedView
from ui.bridge import Bridge

if TYPE_CHECKING:
    import asyncio

_PAUSE = 1000
_MINUTE = 60_000


class SavedViews(QObject):
    """``changed`` after each answer. Counted anew after changes, at most once a second, and never twice at a time.

    Where a query looks at the clock ("waits for more than 2 h"), its count also follows the minutes.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.views: tuple[SavedView, ...] = ()
        self.counts: Mapping[int, int | None] = {}
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._count_again)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self._count_again)
        bridge.changed.connect(self._desk_changed)

    def refresh(self) -> None:
        """Ask for the views and their counts."""
        if self._task is not None:
            self._again = True
            return
        self._task = self._bridge.spawn(self._refresh())

    async def _refresh(self) -> None:
        desk, ask = self._bridge.desk, self._bridge.ask
        try:
            self._again = True
            while self._again:
                self._again = False
                views = await ask(desk.saved_views())
                if views != self.views:
                    self.views = views
                    self._follow_the_clock()
                    self.changed.emit()
                counts: Mapping[int, int | None] = {}
                if views:
                    counts = await ask(desk.saved_counts())
                if counts != self.counts:
                    self.counts = counts
                    self.changed.emit()
        finally:
            self._task = None

    def _follow_the_clock(self) -> None:
        if any(depends_on_time(parse(view.query).node) for view in self.views):
            self._minute.start()
        else:
            self._minute.stop()

    def _count_again(self) -> None:
        if self.views and self._bridge.open:
            self.refresh()

    def _desk_changed(self, changes: Changes) -> None:
        if changes.views:
            self.refresh()
        elif (changes.conversations or changes.labels or changes.accounts) and not self._soon.isActive():
            # The first change of a burst starts the wait; those that follow within it are counted with it.
            self._soon.start()
