"""What people do with conversations, each step with its way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scrm_desktop.domain.saved_views import ArrangeViews
from scrm_desktop.domain.triage import (
    AddNote,
    Merge,
    PeopleAction,
    RemoveNote,
    RestoreState,
    Split,
    Together,
    TriageAction,
    Unmerge,
)
from scrm_desktop.late_dataclass import dataclass
from ui.bridge import Bridge

if TYPE_CHECKING:
    import asyncio

_DEPTH = 100
#: So many conversations at a time: then the rest of the program gets its turn, and the person can stop it.
PORTION = 5000


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Actions that can be done now, in this order, and the words for what they concern."""

    actions: tuple[TriageAction, ...]
    words: str
    back: Callable[[], None] | None = None
    """What else takes it back: then nothing of it can be done again."""


class Triage(QObject):
    """Does actions and keeps their inverses: ``told`` carries the words of what was done, ``changed`` the stacks.

    ``progress`` comes while very many conversations are worked on: how many are done, of how many; equal at the end.
    """

    told = Signal(str)
    changed = Signal()
    progress = Signal(int, int)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._busy = False
        self._stopped = False

    @cached_property
    def _long(self) -> asyncio.Lock:
        import asyncio

        return asyncio.Lock()

    @property
    def steps(self) -> tuple[list[Step], list[Step]]:
        """What can be undone and done again: for another window that takes over."""
        return self._undo, self._redo

    @steps.setter
    def steps(self, kept: tuple[list[Step], list[Step]]) -> None:
        self._undo, self._redo = kept
        self.changed.emit()

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
        await self._all_of(tuple(portions(action)), words)

    async def _all_of(self, actions: Sequence[TriageAction], words: str) -> None:
        inverses: list[TriageAction] = []
        try:
            await self._run(actions, inverses)
        finally:
            # What was done before it was stopped, or before something failed, can be taken back.
            if inverses:
                whole = len(inverses) == len(actions)
                self._keep(
                    inverses, words if whole else self.tr("{words} (stopped before the end)").format(words=words)
                )

    async def _run(self, actions: Sequence[TriageAction], inverses: list[TriageAction]) -> None:
        """Do them one after the other; ``inverses`` holds the way back of what is done, the last first."""
        if len(actions) == 1:
            inverses.append(await self._bridge.ask(self._bridge.desk.triage(actions[0])))
            return
        async with self._long:
            self._stopped = False
            total, done = sum(map(size, actions)), 0
            try:
                for action in actions:
                    self.progress.emit(done, total)
                    inverses.insert(0, await self._bridge.ask(self._bridge.desk.triage(action)))
                    done += size(action)
                    if self._stopped:
                        break
            finally:
                self.progress.emit(total, total)

    def stop(self) -> None:
        """The person has seen enough: the portion that is under way is the last."""
        self._stopped = True

    def remember(self, inverse: TriageAction, words: str) -> None:
        """Keep the way back of something that was done elsewhere (a note of the composer)."""
        self._keep([inverse], words)

    def remember_send(self, back: Callable[[], None], words: str) -> Step:
        """Keep the way back of a message that waits to leave, until :meth:`forget`."""
        step = Step((), words, back)
        self._undo.append(step)
        self.told.emit(words)
        self.changed.emit()
        return step

    def forget(self, step: Step) -> None:
        """It can't be taken back any more."""
        if step in self._undo:
            self._undo.remove(step)
            self.changed.emit()

    def _keep(self, inverses: Sequence[TriageAction], words: str) -> None:
        self._undo.append(Step(tuple(inverses), words))
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
        if source and source[-1].back is not None:
            step = source.pop()
            if step.back is not None:
                step.back()
            self.told.emit(self.tr("Taken back: nothing was sent"))
            self.changed.emit()
        elif source and not self._busy:
            self._busy = True
            self._bridge.spawn(self._back(source, target, words))

    async def _back(self, source: list[Step], target: list[Step], words: str) -> None:
        step, inverses = source[-1], list[TriageAction]()
        try:
            await self._run(step.actions, inverses)
            self.told.emit(words.format(words=step.words))
        finally:
            self._busy = False
            if inverses:
                source.remove(step)
                target.append(Step(tuple(inverses), step.words))
                if left := step.actions[len(inverses) :]:
                    source.append(Step(left, step.words))
            self.changed.emit()


def size(action: TriageAction) -> int:
    """How many conversations an action concerns."""
    if isinstance(action, AddNote | RemoveNote | Unmerge | Split | PeopleAction | ArrangeViews | Together):
        return 1
    return len(action.states) if isinstance(action, RestoreState) else len(action.conversations)


def portions(action: TriageAction) -> Iterator[TriageAction]:
    """The same for so many conversations at a time."""
    if isinstance(
        action, AddNote | RemoveNote | RestoreState | Merge | Unmerge | Split | PeopleAction | ArrangeViews | Together
    ):
        yield action
        return
    for start in range(0, max(1, len(action.conversations)), PORTION):
        yield replace(action, conversations=action.conversations[start : start + PORTION])
