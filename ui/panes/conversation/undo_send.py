"""What was just sent waits a moment for its writer to think again: taken back, it stands in the composer as it was."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import Care, OutboxRow, OutboxState
from scrm_desktop.errors import KnownError
from ui.bridge import Bridge

if TYPE_CHECKING:
    from ui.panes.conversation.composer import Composer

_LONGEST = 120
_AFTER = 50
"""Milliseconds: what is painted then is painted as it is after that moment."""
_LOOKS = 30
"""So often, ten times a second, the end of the program looks whether what waited has left."""


class UndoSend(QObject):
    """``waits`` carries the row that can be taken back for a moment, ``planned`` one that leaves later.

    ``over`` carries the id of either once it can't be taken back any more.
    ``elsewhere`` carries the conversation into whose composer a text went back while another one was shown.
    """

    waits = Signal(object)
    planned = Signal(object)
    over = Signal(int)
    elsewhere = Signal(int)

    def __init__(self, bridge: Bridge, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._composer = bridge, composer
        self._waiting: set[int] = set()
        self._planned: set[int] = set()
        composer.submission.care = self.care
        composer.submission.queued.connect(self.queued)
        bridge.changed.connect(self._changed)

    def care(self) -> Care:
        """How carefully this person wants to send."""
        chosen = self._composer.preferences.settings
        return Care(hold=float(min(max(0, chosen.undo_seconds), _LONGEST)), stop_if_news=chosen.stop_if_news)

    def queued(self, row: OutboxRow) -> None:
        """An answer is durably queued; it may still be taken back."""
        now = datetime.now(UTC)
        if row.scheduled(now):
            self._planned.add(row.id)
            self.planned.emit(row)
        elif row.undo_until is not None and row.id not in self._waiting:
            self._waiting.add(row.id)
            left = (row.undo_until - now).total_seconds()
            QTimer.singleShot(max(0, round(left * 1000)) + _AFTER, self, lambda: self.end(row.id))
            self.waits.emit(row)

    def _changed(self, changes: Changes) -> None:
        if self._planned & changes.outbox:
            self._bridge.spawn(self._look())

    async def _look(self) -> None:
        """What left, or waits for a decision now, is no step that could be undone."""
        now = datetime.now(UTC)
        rows = await self._bridge.ask(self._bridge.desk.outbox())
        for outbox_id in self._planned - {row.id for row in rows if row.scheduled(now)}:
            self.end(outbox_id)

    def end(self, outbox_id: int) -> None:
        """It leaves, or never will: there is nothing to think about any more."""
        if outbox_id in self._waiting | self._planned:
            self._waiting.discard(outbox_id)
            self._planned.discard(outbox_id)
            self.over.emit(outbox_id)

    def undo(self, outbox_id: int) -> None:
        """Take it back, and what was written into the composer, in front of what was begun there since."""
        self._bridge.spawn(self._undo(outbox_id))

    async def _undo(self, outbox_id: int) -> None:
        composer = self._composer
        # What is typed in this moment would be written over what comes back.
        composer.form.field.setReadOnly(True)
        try:
            await composer.drafts.flush()
            draft = await self._bridge.ask(self._bridge.desk.take_back(outbox_id))
        finally:
            composer.form.field.setReadOnly(composer.submission.busy)
        self.end(outbox_id)
        if composer.row is None or composer.row.id != draft.conversation_id:
            self.elsewhere.emit(draft.conversation_id)
            return
        composer.come_back(draft.mode)
        composer.form.field.setFocus()

    async def let_go(self) -> None:
        """The program ends: what waits leaves now, and not only when it is started again."""
        from asyncio import sleep

        desk, ids = self._bridge.desk, tuple(self._waiting)
        try:
            for outbox_id in ids:
                await self._bridge.ask(desk.retry(outbox_id))
            for _ in range(_LOOKS if ids else 0):
                if not any(row.id in ids and _leaving(row) for row in await self._bridge.ask(desk.outbox())):
                    return
                await sleep(0.1)
        except KnownError:
            # It is stored: it leaves with the next start.
            return


def _leaving(row: OutboxRow) -> bool:
    return row.state in {OutboxState.QUEUED, OutboxState.SENDING}
