"""What ``@`` offers: who takes part in the conversation, then whom the account knows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.domain.views import Mode
from ui.bridge import Bridge
from ui.panes.conversation.suggestions import Offer
from ui.text import display_name, one_line


class PeopleSource(QObject):
    """In a direct message only those who read it already: a mention would show it to whoever is named."""

    loaded = Signal()
    least = 1

    def __init__(
        self, bridge: Bridge, field: QPlainTextEdit, place: Callable[[], tuple[int, Mode]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._field, self._place = bridge, field, place
        self._asked: tuple[int, Mode, str] | None = None
        self._known: dict[tuple[int, Mode, str], tuple[RemoteProfile, ...]] = {}
        self._task: asyncio.Task[None] | None = None
        self.name = self.tr("People")

    def offers(self, query: str) -> Sequence[Offer]:
        number, mode = self._place()
        wanted = (number, mode, query.casefold())
        found = self._known.get(wanted)
        if found is None:
            self._ask(wanted)
            return ()
        return tuple(
            Offer(one, display_name(one.display_name, one.handle), f"@{one_line(one.handle, limit=80)}")
            for one in found
        )

    def foot(self) -> str:
        return ""

    def take(self, offer: Offer, cursor: QTextCursor) -> None:
        if isinstance(offer.value, RemoteProfile):
            cursor.insertText(f"@{one_line(offer.value.handle, limit=300)} ")
            self._field.setTextCursor(cursor)

    def _ask(self, wanted: tuple[int, Mode, str]) -> None:
        self._asked = wanted
        if self._task is None or self._task.done():
            self._task = self._bridge.spawn(self._read())

    async def _read(self) -> None:
        """Only the newest question is asked: one types faster than that."""
        while self._asked is not None:
            wanted, self._asked = self._asked, None
            number, mode, query = wanted
            found = await self._bridge.ask(self._bridge.desk.people(number, query, only_here=mode is Mode.DIRECT))
            if len(self._known) > 200:
                self._known.clear()
            self._known[wanted] = found
        self.loaded.emit()
