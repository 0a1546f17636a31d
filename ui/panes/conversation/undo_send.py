"""What was just sent waits a moment for its writer to think again: taken back, it stands in the composer as it was."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from scrm_desktop.domain.commands import Care, OutboxRow, OutboxState
from scrm_desktop.domain.views import Draft
from scrm_desktop.errors import KnownError
from ui.bridge import Bridge
from ui.panes.conversation.drafts import key_of

if TYPE_CHECKING:
    from ui.panes.conversation.composer import Composer

_REMEMBERED = 100
_LONGEST = 120
_AFTER = 50
"""Milliseconds: what is painted then is painted as it is after that moment."""
_LOOKS = 30
"""So often, ten times a second, the end of the program looks whether what waited has left."""


class UndoSend(QObject):
    """``waits`` carries the row that can be taken back for a moment, ``over`` its id once it can't be any more.

    ``elsewhere`` carries the conversation into whose composer a text went back while another one was shown.
    """

    waits = Signal(object)
    over = Signal(int)
    elsewhere = Signal(int)

    def __init__(self, bridge: Bridge, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._composer = bridge, composer
        self._drafts: OrderedDict[int, Draft] = OrderedDict()
        self._waiting: set[int] = set()
        composer.submission.care = self.care
        composer.submission.queued.connect(self._queued)

    def care(self) -> Care:
        """How carefully this person wants to send."""
        chosen = self._composer.preferences.settings
        return Care(hold=float(min(max(0, chosen.undo_seconds), _LONGEST)), stop_if_news=chosen.stop_if_news)

    def _queued(self, row: OutboxRow, draft: Draft) -> None:
        self._drafts[row.id] = draft
        while len(self._drafts) > _REMEMBERED:
            self._drafts.popitem(last=False)
        if row.undo_until is None or row.id in self._waiting:
            return
        self._waiting.add(row.id)
        left = (row.undo_until - datetime.now(UTC)).total_seconds()
        QTimer.singleShot(max(0, round(left * 1000)) + _AFTER, self, lambda: self.end(row.id))
        self.waits.emit(row)

    def end(self, outbox_id: int) -> None:
        """It leaves, or never will: there is nothing to think about any more."""
        if outbox_id in self._waiting:
            self._waiting.remove(outbox_id)
            self.over.emit(outbox_id)

    def undo(self, outbox_id: int) -> None:
        """Take it back, and its text into the composer."""
        self._bridge.spawn(self._undo(outbox_id))

    async def _undo(self, outbox_id: int) -> None:
        text = await self._bridge.ask(self._bridge.desk.cancel(outbox_id))
        self.taken_back(outbox_id, text)

    def taken_back(self, outbox_id: int, text: str) -> None:
        """It will not leave: what was written comes back whole, or of an earlier run at least its ``text``."""
        self.end(outbox_id)
        draft = self._drafts.pop(outbox_id, None)
        if draft is None:
            self._composer.add_text(text)
        else:
            self._bridge.spawn(self._put_back(draft))

    async def _put_back(self, draft: Draft) -> None:
        """In front of what was begun there since."""
        drafts, key = self._composer.drafts, key_of(draft)
        newer = await drafts.load(key)
        drafts.keep(draft if newer is None else _both(draft, newer))
        await drafts.flush()
        row = self._composer.row
        if row is None or row.id != draft.conversation_id:
            self.elsewhere.emit(draft.conversation_id)
            return
        self._composer.come_back(draft.mode)
        self._composer.form.field.setFocus()

    async def let_go(self) -> None:
        """The program ends: what waits leaves now, and not only when it is started again."""
        desk, ids = self._bridge.desk, tuple(self._waiting)
        try:
            for outbox_id in ids:
                await self._bridge.ask(desk.retry(outbox_id))
            for _ in range(_LOOKS if ids else 0):
                if not any(row.id in ids and _leaving(row) for row in await self._bridge.ask(desk.outbox())):
                    return
                await asyncio.sleep(0.1)
        except KnownError:
            # It is stored: it leaves with the next start.
            return


def _leaving(row: OutboxRow) -> bool:
    return row.state in {OutboxState.QUEUED, OutboxState.SENDING}


def _both(draft: Draft, newer: Draft) -> Draft:
    text = "\n\n".join(part for part in (draft.text.rstrip(), newer.text) if part.strip())
    media = draft.media + tuple(one for one in newer.media if one not in draft.media)
    return replace(draft, text=text, media=media, content_warning=draft.content_warning or newer.content_warning)
