"""What ``/`` offers: the house's canned responses, those in the customer's language first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from scrm_desktop.domain import placeholders
from scrm_desktop.domain.canned import Canned, search
from scrm_desktop.domain.changes import Changes
from ui.bridge import Bridge
from ui.panes.conversation.canned_words import about, beginning
from ui.panes.conversation.suggestions import Offer
from ui.text import one_line

_MOST = 50


class CannedSource(QObject):
    """``loaded`` comes with the responses; ``inserted`` carries a Canned whose text stands in the field."""

    loaded = Signal()
    inserted = Signal(object)
    least = 0

    def __init__(
        self,
        bridge: Bridge,
        field: QPlainTextEdit,
        place: Callable[[], tuple[int, str, object]],
        parent: QObject,
    ) -> None:
        """``place`` tells the conversation, the customer's language, and a mark that changes with the text's place."""
        super().__init__(parent)
        self._bridge = bridge
        self._field = field
        self._place = place
        self._all: tuple[Canned, ...] | None = None
        self._loading: asyncio.Task[None] | None = None
        self.name = self.tr("Canned responses")
        bridge.changed.connect(self._changed)

    def offers(self, query: str) -> Sequence[Offer]:
        if self._all is None:
            self._load()
            return ()
        found = search(self._all, query, self._place()[1])
        return tuple(Offer(one, one.name, about(one), beginning(one)) for one in found[:_MOST])

    def foot(self) -> str:
        manage = self.tr("Manage…")
        words = self.tr("Enter inserts, Esc leaves the text as it is.")
        if self._all == ():
            words = self.tr("There are no canned responses yet.")
        return f'{escape(words)} <a href="manage">{escape(manage)}</a>'

    def take(self, offer: Offer, cursor: QTextCursor) -> None:
        if isinstance(offer.value, Canned):
            self.insert(offer.value, cursor)

    def insert(self, canned: Canned, cursor: QTextCursor, then: Callable[[], None] | None = None) -> None:
        """Fill its gaps, ask for what only the writer knows, put it where the cursor stands, and go on."""
        number, _, mark = self._place()
        self._bridge.spawn(self._insert(canned, cursor, number, mark, then))

    async def _insert(
        self, canned: Canned, cursor: QTextCursor, number: int, mark: object, then: Callable[[], None] | None
    ) -> None:
        values = await self._bridge.ask(self._bridge.desk.variables(number))
        if self._place()[2] != mark:
            return
        asked = placeholders.questions(canned.text)
        put = partial(self._put, canned, cursor, values, mark, then)
        if not asked:
            put({})
            return
        from ui.panes.conversation.ask_form import AskForm

        form = AskForm(
            self._field.window(),
            one_line(canned.name, limit=80),
            self.tr("This text needs to know:"),
            asked,
            go=self.tr("Insert"),
            demand=False,
        )
        form.answered.connect(put)
        form.finished.connect(self._back)
        form.open()

    def _back(self) -> None:
        self._field.setFocus()

    def _put(
        self,
        canned: Canned,
        cursor: QTextCursor,
        values: Mapping[str, str],
        mark: object,
        then: Callable[[], None] | None,
        answers: Mapping[str, str],
    ) -> None:
        if self._place()[2] != mark:
            # The person has gone to another conversation meanwhile: these are not its words.
            return
        cursor.insertText(placeholders.fill(canned.text, values, answers))
        self._field.setTextCursor(cursor)
        self._field.setFocus()
        self.inserted.emit(canned)
        self._bridge.spawn(self._bridge.ask(self._bridge.desk.used_canned(canned.id)))
        if then is not None:
            then()

    def _changed(self, changes: Changes) -> None:
        if changes.texts and self._all is not None:
            self._load()

    def _load(self) -> None:
        if self._loading is None or self._loading.done():
            self._loading = self._bridge.spawn(self._read())

    async def _read(self) -> None:
        self._all = await self._bridge.ask(self._bridge.desk.canned())
        self.loaded.emit()
