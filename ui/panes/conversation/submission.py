"""The way of an answer or a note from the composer to the desk: one click, one message."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from scrm_desktop.domain.commands import AT_ONCE, Care
from scrm_desktop.domain.triage import AddNote
from scrm_desktop.domain.views import Draft, Mode, ReplyTarget
from scrm_desktop.errors import InputError, KnownError
from ui.bridge import Bridge
from ui.panes.conversation.drafts import DraftKeeper


class Submission(QObject):
    """``accepted`` carries the draft that is durably queued or noted, ``refused`` the draft and the KnownError.

    ``undoable`` carries a note's inverse; ``moved`` comes whenever ``busy`` changes. ``queued`` carries an
    answer's row; ``care`` says how carefully answers leave.
    """

    accepted = Signal(object)
    refused = Signal(object, object)
    undoable = Signal(object)
    moved = Signal()
    queued = Signal(object)

    def __init__(self, bridge: Bridge, drafts: DraftKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._drafts = drafts
        self.busy = False
        self.care: Callable[[], Care] = lambda: AT_ONCE

    def send(
        self,
        draft: Draft,
        target: ReplyTarget | None,
        parts: tuple[str, ...] = (),
        *,
        at: datetime | None = None,
    ) -> None:
        """Send it (or its ``parts`` as a thread), now or ``at`` a time; while one is under way another does nothing."""
        if self.busy:
            return
        self.busy = True
        self.moved.emit()
        self._bridge.spawn(self._send(draft, target, parts, at))

    async def _send(
        self, draft: Draft, target: ReplyTarget | None, parts: tuple[str, ...], at: datetime | None
    ) -> None:
        try:
            await self._drafts.flush()
            await self._hand_over(draft, target, parts, at)
        except KnownError as error:
            self.refused.emit(draft, error)
        else:
            self.accepted.emit(draft)
        finally:
            self.busy = False
            self.moved.emit()

    async def _hand_over(
        self, draft: Draft, target: ReplyTarget | None, parts: tuple[str, ...], at: datetime | None
    ) -> None:
        desk = self._bridge.desk
        if draft.mode is Mode.NOTE:
            action = AddNote(conversation=draft.conversation_id, text=draft.text.strip())
            self.undoable.emit(await self._bridge.ask(desk.triage(action)))
            empty = Draft(conversation_id=draft.conversation_id, mode=draft.mode, account_id=draft.account_id, text="")
            await self._bridge.ask(desk.save_draft(empty))
        elif target is None:
            raise InputError("It is not known yet whom this goes to.")
        else:
            care = self.care() if at is None else Care(stop_if_news=True, at=at)
            row = await self._bridge.ask(desk.send(draft, target, parts, care))
            self.queued.emit(row)
