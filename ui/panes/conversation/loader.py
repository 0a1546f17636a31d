"""Fills a thread window by window and keeps it true: the newest messages first, older ones when somebody scrolls up."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.messages import Direction
from scrm_desktop.domain.views import ThreadItem, ThreadPage
from ui.bridge import Bridge
from ui.models.thread_model import ThreadModel
from ui.models.thread_rows import merge_page
from ui.panes.conversation.thread_view import ThreadView

FIRST = 60
STEP = 200
KEPT = 500


class ThreadLoader(QObject):
    """``shown``: the first window stands; ``news``: the customer wrote below what is in sight."""

    shown = Signal()
    news = Signal()

    def __init__(self, bridge: Bridge, model: ThreadModel, view: ThreadView) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._model = model
        self._view = view
        self._conversation: int | None = None
        self._turn = 0
        self._older = False
        self._reading_older = False
        self._refreshing = False
        self._again = False
        bridge.changed.connect(self._changed)
        view.near_top.connect(self.load_older)
        view.at_bottom_changed.connect(self._trim)

    def open(self, conversation_id: int | None) -> None:
        """Show another thread."""
        self._turn += 1
        self._conversation = conversation_id
        self._older = self._reading_older = self._refreshing = self._again = False
        self._view.clear_marked()
        self._model.replace_all(())
        if conversation_id is not None:
            self._bridge.spawn(self._first(conversation_id, self._turn))

    def find(self, remote_id: str) -> ThreadItem | None:
        """A loaded message by the network's id."""
        return next((item for item in self._model.items if item.remote_id == remote_id), None)

    async def _first(self, number: int, turn: int) -> None:
        page = await self._bridge.ask(self._bridge.desk.thread(number, limit=FIRST))
        if turn != self._turn:
            return
        self._older = page.older
        self._model.replace_all(page.items)
        self._view.to_bottom()
        self.shown.emit()

    def load_older(self) -> None:
        """One more window above, if there is any."""
        items = self._model.items
        if self._conversation is None or not self._older or self._reading_older or not items:
            return
        self._reading_older = True
        self._bridge.spawn(self._read_older(self._conversation, items[0].key, self._turn))

    async def _read_older(self, number: int, before: str, turn: int) -> None:
        try:
            page = await self._bridge.ask(self._bridge.desk.thread(number, before=before, limit=STEP))
            if turn == self._turn:
                self._older = page.older and bool(page.items)
                self._put([*page.items, *self._model.items])
        finally:
            if turn == self._turn:
                self._reading_older = False
        if turn == self._turn:
            self._view.ask_for_older()

    def _put(self, items: list[ThreadItem]) -> None:
        held = self._view.hold()
        self._model.update_to(items)
        self._view.restore(held)

    def _trim(self, bottom: bool) -> None:
        """Back at the end, the far past is let go: it is read again when somebody scrolls up again."""
        items = self._model.items
        if bottom and len(items) > KEPT:
            self._older = True
            self._put(items[-STEP:])

    def _changed(self, changes: Changes) -> None:
        if self._conversation in changes.conversations:
            self.refresh()

    def refresh(self) -> None:
        """Read again what may have changed; several wishes at once become one."""
        if self._refreshing:
            self._again = True
        elif self._conversation is not None:
            self._refreshing = True
            self._bridge.spawn(self._refresh(self._conversation, self._turn))

    async def _refresh(self, number: int, turn: int) -> None:
        try:
            page = await self._bridge.ask(self._bridge.desk.thread(number, limit=STEP))
            if turn != self._turn:
                return
            self._merge_newest(page)
            await self._refresh_in_sight(number, page, turn)
        finally:
            if turn == self._turn:
                self._refreshing = False
                if self._again:
                    self._again = False
                    self.refresh()

    def _merge_newest(self, page: ThreadPage) -> None:
        old = self._model.items
        known = {item.key for item in old}
        merged = merge_page(old, page, None)
        if merged and merged[0].key == page.items[0].key:
            self._older = page.older
        fresh = [item for item in merged if item.key not in known and item.direction is Direction.IN]
        away = not self._view.at_bottom()
        self._put(merged)
        if fresh and old and away:
            self.news.emit()

    async def _refresh_in_sight(self, number: int, newest: ThreadPage, turn: int) -> None:
        """Far up in a long thread the newest window says nothing of what is being read."""
        items = self._model.items
        bottom = self._view.indexAt(QPoint(self._view.viewport().width() // 2, self._view.viewport().height() - 2))
        if not bottom.isValid() or not newest.items:
            return
        keys = [item.key for item in items]
        row = self._model.row_at(bottom.row())
        place = keys.index(row.key) if row.key in keys else 0
        after = place + STEP // 4
        if newest.items[0].key not in keys or after >= keys.index(newest.items[0].key):
            return
        before = keys[after]
        page = await self._bridge.ask(self._bridge.desk.thread(number, before=before, limit=STEP))
        if turn == self._turn:
            self._put(merge_page(self._model.items, page, before))
