"""Marks a conversation as read once somebody has had time to read it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from scrm_desktop.domain.triage import SetRead
from ui.models.conversations import ConversationModel
from ui.triage import Triage

_CHOSEN, _OPENED = 900, 5000


class ReadMarker(QObject):
    """Waits a moment after a conversation was chosen, longer after the program opened it by itself.

    Nothing is marked while the window is in the background, or again after the person marked it as unread.
    """

    def __init__(self, window: QWidget, model: ConversationModel, triage: Triage) -> None:
        super().__init__(window)
        self._window, self._model, self._triage = window, model, triage
        self._current: int | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._mark)
        model.rows_changed.connect(self._rows_changed)

    def shown(self, conversation_id: int | None, *, by_itself: bool) -> None:
        """Another conversation is on the screen."""
        self._current = conversation_id
        self._timer.stop()
        if conversation_id is not None:
            self._timer.start(_OPENED if by_itself else _CHOSEN)

    def leave_unread(self) -> None:
        """The person marked it as unread: it stays so until it is chosen again."""
        self._timer.stop()
        self._current = None

    def _rows_changed(self, ids: frozenset[int]) -> None:
        if self._current in ids and not self._timer.isActive():
            self._timer.start(_CHOSEN)

    def _mark(self) -> None:
        row = self._model.known(self._current) if self._current is not None else None
        if row is None or not row.unread:
            return
        if not self._window.isActiveWindow():
            self._timer.start(_CHOSEN)
            return
        self._triage.quietly(SetRead(conversations=(row.id,), read=True, up_to=row.last_at))
