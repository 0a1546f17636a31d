"""Knows whom an answer goes to, and notices when the message that is answered changes meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.views import Mode, ReplyTarget
from scrm_desktop.errors import KnownError
from ui import error_texts
from ui.bridge import Bridge


class TargetWatch(QObject):
    """``edited`` is (text before, text now) of the message that is answered."""

    changed = Signal()
    edited = Signal(str, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked: tuple[int, Mode, str | None] | None = None
        self._turn = 0
        self.found: ReplyTarget | None = None

    def watch(self, conversation_id: int, mode: Mode, message: str | None) -> None:
        """Look up the target of an answer in this mode (none for a note)."""
        self._turn += 1
        self.found = None
        self._asked = (conversation_id, mode, message) if mode is not Mode.NOTE else None
        self.refresh()

    def refresh(self) -> None:
        """Look again: something in the conversation changed."""
        if self._asked is not None:
            self._bridge.spawn(self._look(*self._asked, self._turn))

    def accept_as_it_is(self) -> None:
        """The person was told of the change: from now on the answer is one to the new text."""
        self.found = None
        self.refresh()

    async def _look(self, number: int, mode: Mode, message: str | None, turn: int) -> None:
        try:
            found = await self._bridge.ask(self._bridge.desk.reply_target(number, mode, message))
        except KnownError as error:
            found = _nobody(error_texts.message(error))
        if turn != self._turn:
            return
        before, self.found = self.found, found
        if before != found:
            self.changed.emit()
        same = before is not None and before.message_remote_id == found.message_remote_id
        if before is not None and same and before.seen_text != found.seen_text:
            self.edited.emit(before.seen_text, found.seen_text)


def whole_text(prefix: str, text: str) -> str:
    """What the network will count: the prefix once, also where a text that was taken back brings it along."""
    text, prefix = text.strip(), prefix.strip()
    if not prefix or f"{text} ".startswith((f"{prefix} ", f"{prefix}\n")):
        return text
    return f"{prefix} {text}"


def _nobody(why: str) -> ReplyTarget:
    return ReplyTarget(
        message_remote_id=None,
        profile_remote_id="",
        handle="",
        person="",
        visibility=Visibility.DIRECT,
        unavailable=why,
    )
