"""Send and done in one stroke: the conversation is done once its answer is durably queued, and never before."""

from __future__ import annotations

from PySide6.QtCore import QObject

from scrm_desktop.domain.triage import SetStatus, Status
from scrm_desktop.domain.views import Draft, Mode
from ui.actions import Actions
from ui.panes.conversation.composer import Composer
from ui.panes.conversation_table import ConversationTable
from ui.triage_actions import TriageActions


class SendAndDone(QObject):
    """A text that is refused, or sent in another way after all, leaves its conversation as it is."""

    def __init__(
        self,
        composer: Composer,
        triage: TriageActions,
        actions: Actions,
        table: ConversationTable,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._composer, self._triage, self._table = composer, triage, table
        self._wanted: tuple[int, Mode] | None = None
        actions["send_done"].triggered.connect(self._send)
        actions["send"].triggered.connect(self._forget)
        composer.form.send.clicked.connect(self._forget)
        actions["send_later"].triggered.connect(self._forget)
        composer.form.later.clicked.connect(self._forget)
        composer.leaving.given_up.connect(self._forget)
        composer.submission.accepted.connect(self._accepted)
        composer.submission.refused.connect(self._forget)

    def _send(self) -> None:
        row = self._composer.row
        if row is not None and self._composer.form.send.isEnabled():
            self._wanted = row.id, self._composer.mode
            self._composer.submit()

    def _forget(self, *_: object) -> None:
        self._wanted = None

    def _accepted(self, draft: Draft) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted != (draft.conversation_id, draft.mode):
            return
        alone = self._table.selected_ids() == (draft.conversation_id,)
        _, rows = self._triage.chosen()
        if alone and all(row.status is not Status.DONE for row in rows):
            self._triage.toggle_done()
        elif not alone:
            words = self.tr("%n conversation(s) done", "", 1)
            self._triage.triage.do(SetStatus(conversations=(draft.conversation_id,), status=Status.DONE), words)
