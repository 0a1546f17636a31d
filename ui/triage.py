"""What people do with conversations, each step with its way back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from scrm_desktop.domain.triage import TriageAction
from ui.bridge import Bridge

_DEPTH = 100


@dataclass(frozen=True, slots=True)
class Step:
    """An action that can be done now, and the words for what it concerns."""

    action: TriageAction
    words: str


class Triage(QObject):
    """Does actions and keeps their inverses: ``told`` carries the words of what was done, ``changed`` the stacks."""

    told = Signal(str)
    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._busy = False

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def do(self, action: TriageAction, words: str) -> None:
        """Do it, in the background; a failure goes to the bridge's ``failed``."""
        self._bridge.spawn(self._do(action, words))

    async def _do(self, action: TriageAction, words: str) -> None:
        inverse = await self._bridge.ask(self._bridge.desk.triage(action))
        self.remember(inverse, words)

    def remember(self, inverse: TriageAction, words: str) -> None:
        """Keep the way back of something that was done elsewhere (a note of the composer)."""
        self._undo.append(Step(inverse, words))
        del self._undo[:-_DEPTH]
        self._redo.clear()
        self.told.emit(words)
        self.changed.emit()

    def quietly(self, action: TriageAction) -> None:
        """Do what nobody would want to take back by Undo: reading."""
        self._bridge.spawn(self._bridge.ask(self._bridge.desk.triage(action)))

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self._undo, self._redo, self.tr("Undone: {words}"))

    def redo(self) -> None:
        """Do what was taken back once more."""
        self._step(self._redo, self._undo, self.tr("Done again: {words}"))

    def _step(self, source: list[Step], target: list[Step], words: str) -> None:
        if source and not self._busy:
            self._busy = True
            self._bridge.spawn(self._back(source, target, words))

    async def _back(self, source: list[Step], target: list[Step], words: str) -> None:
        step = source[-1]
        try:
            inverse = await self._bridge.ask(self._bridge.desk.triage(step.action))
            source.pop()
            target.append(Step(inverse, step.words))
            self.told.emit(words.format(words=step.words))
        finally:
            self._busy = False
            self.changed.emit()
