"""Canned responses in the palette: chosen there, one stands in the text of the conversation at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scrm_desktop.domain.canned import Canned, search
from scrm_desktop.domain.changes import Changes
from ui import text
from ui.moving import entries
from ui.moving.entries import Entry
from ui.panes.conversation.canned_words import about, beginning

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class CannedEntries(QObject):
    """Holds the house's responses from the first opening of the palette on, until one of them is changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._all: tuple[Canned, ...] | None = None
        self._reading: asyncio.Task[None] | None = None
        window.bridge.changed.connect(self._changed)

    def listed(self) -> Sequence[Entry]:
        """Those that are known already; what is not is read meanwhile."""
        if self._all is None and (self._reading is None or self._reading.done()):
            self._reading = self._window.bridge.spawn(self._read())
        return self._entries()

    async def found(self, _typed: str) -> Sequence[Entry]:
        """All of them, once they are there: which fit is found out as for every entry."""
        if self._all is None:
            await self._read()
        return self._entries()

    async def _read(self) -> None:
        bridge = self._window.bridge
        self._all = await bridge.ask(bridge.desk.canned())

    def _changed(self, changes: Changes) -> None:
        if changes.texts:
            self._all = None

    def _entries(self) -> Sequence[Entry]:
        composer = self._window.conversation.composer
        if composer.row is None:
            return ()
        # Those in the customer's language stand before others that fit alike.
        return [self._entry(one) for one in search(self._all or (), "", composer.place()[1])]

    def _entry(self, canned: Canned) -> Entry:
        parts = (about(canned), beginning(canned))
        return Entry(
            id=f"canned:{canned.id}",
            group=entries.CANNED,
            text=text.one_line(canned.name, limit=80),
            detail=" · ".join(part for part in parts if part),
            icon="reply",
            run=partial(self._insert, canned),
            also=f"{canned.shortcut} {canned.category}",
        )

    def _insert(self, canned: Canned) -> None:
        """At the cursor of what is being written, as ``/`` does it."""
        window = self._window
        composer = window.conversation.composer
        if composer.row is None:
            return
        window.arrangement.open()
        window.conversation.focus_composer()
        composer.tools.canned.insert(canned, composer.form.field.textCursor())
