"""Puts what waits to leave among the steps that Ctrl+Z and the status bar take back, for as long as it waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from scrm_desktop.domain.commands import OutboxRow
from ui.panes.conversation.undo_send import UndoSend
from ui.panes.status_bar import StatusBar
from ui.text import coming
from ui.triage import Step, Triage


class SendUndo(QObject):
    """Between the composer, the steps and the status bar; ``show`` opens a conversation."""

    def __init__(
        self, sends: UndoSend, triage: Triage, status: StatusBar, show: Callable[[int], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sends, self._triage, self._status = sends, triage, status
        self._steps: dict[int, Step] = {}
        sends.waits.connect(self._waits)
        sends.planned.connect(self._planned)
        sends.over.connect(self._over)
        sends.elsewhere.connect(show)

    def _waits(self, row: OutboxRow) -> None:
        self._steps[row.id] = self._triage.remember_send(lambda: self._sends.undo(row.id), self._words())

    def _planned(self, row: OutboxRow) -> None:
        at = row.scheduled_at or row.created_at
        words = self.tr("Leaves {when}").format(when=coming(at, datetime.now(UTC)))
        self._steps[row.id] = self._triage.remember_send(lambda: self._sends.undo(row.id), words)

    def _over(self, outbox_id: int) -> None:
        step = self._steps.pop(outbox_id, None)
        if step is not None:
            self._triage.forget(step)
            self._status.withdraw(step.words)

    def _words(self) -> str:
        return self.tr("Sending in a moment")
