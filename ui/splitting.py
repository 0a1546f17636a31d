"""Makes two conversations of one: from the message that the person stands on, the rest stands by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from scrm_desktop.domain.triage import Split
from scrm_desktop.domain.views import ThreadItem
from ui.actions import Actions
from ui.panes.conversation.message_menu import can_begin
from ui.panes.conversation.pane import ConversationPane
from ui.triage import Triage


class Splitting(QObject):
    """``told``: what is missing where nothing can be split yet."""

    told = Signal(str)

    def __init__(self, pane: ConversationPane, actions: Actions, triage: Triage, parent: QObject) -> None:
        super().__init__(parent)
        self._pane, self._triage = pane, triage
        pane.thread_pane.split.connect(self.split)
        actions["split"].triggered.connect(self._split_here)

    def _split_here(self) -> None:
        """By key or palette: the message on which the keyboard stands in the thread."""
        if self._pane.row is None:
            return
        if self._pane.timeline_shown:
            self._pane.toggle_timeline()
        row = self._pane.thread_pane.view.current_row()
        if row is None or row.item is None or not can_begin(row.item):
            self._pane.thread_pane.view.setFocus()
            self.told.emit(self.tr("Choose the first message of the new conversation, then split"))
            return
        self.split(row.item)

    def split(self, item: ThreadItem) -> None:
        """From this message on."""
        row = self._pane.row
        if row is not None:
            words = self.tr("Split: the rest is a conversation of its own")
            self._triage.do(Split(conversation=row.id, remote_id=item.remote_id), words)
