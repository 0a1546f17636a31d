"""Runs macros on the conversation that is shown: the answer first, then all decisions as one step with one undo."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from scrm_desktop.domain.triage import Together, TriageAction
from scrm_desktop.domain.views import ConversationRow, Mode
from ui.actions import Actions
from ui.bridge import Bridge
from ui.models.house import House
from ui.panes.conversation.pane import ConversationPane
from ui.theme import Theme
from ui.triage import Triage

if TYPE_CHECKING:
    from scrm_desktop.domain.macros import Macro
    from ui.dialogs.picker import Choice
    from ui.macros.words import Scene


class Macros(QObject):
    """Behind the action ``macro``."""

    def __init__(
        self,
        window: QWidget,
        *,
        bridge: Bridge,
        theme: Theme,
        house: House,
        actions: Actions,
        triage: Triage,
        pane: ConversationPane,
    ) -> None:
        super().__init__(window)
        self._window, self._bridge, self._theme, self._house = window, bridge, theme, house
        self._triage, self._pane = triage, pane
        actions["macro"].triggered.connect(self.pick)

    def pick(self) -> None:
        """Open the list."""
        row = self._pane.row
        if row is not None:
            self._bridge.spawn(self._pick(row))

    async def _pick(self, row: ConversationRow) -> None:
        from scrm_desktop.domain.macros import Macro
        from ui.macros.picker import MANAGE, MacroPicker
        from ui.macros.words import MacroWords, Scene

        desk, ask = self._bridge.desk, self._bridge.ask
        macros, canned = await ask(desk.macros()), await ask(desk.canned())
        now = self._pane.row
        if now is None or now.id != row.id:
            return
        composer = self._pane.composer
        mode = composer.mode if composer.mode is not Mode.NOTE else composer.natural_mode
        scene = Scene(
            row=now,
            labels={label.id: label for label in self._house.labels},
            canned={one.id: one for one in canned},
            mode=mode,
            writes=composer.holds_anything,
        )
        picker = MacroPicker(self._window, self._theme, macros, MacroWords(self), scene)

        def picked(choice: Choice) -> None:
            if choice.value == MANAGE:
                self._pane.house_texts.macros(self._house)
            elif isinstance(choice.value, Macro):
                self.run(choice.value, scene)

        picker.picked.connect(picked)
        header = self._pane.header
        picker.open_at(header.mapToGlobal(QPoint(header.width() - picker.width() - 18, header.height() - 6)))

    def run(self, macro: Macro, scene: Scene) -> None:
        """Do it on the conversation that the scene shows."""
        from scrm_desktop.domain.macros import StepKind, triage_of, writing_step

        decided = triage_of(macro, scene.row.id, me=self._bridge.desk.me(), now=datetime.now(UTC))
        step = writing_step(macro)
        canned = scene.canned.get(step.number) if step is not None else None
        self._bridge.spawn(self._bridge.ask(self._bridge.desk.used_macro(macro.id)))
        if step is not None and canned is not None and step.kind is StepKind.SEND:
            self._pane.composer.set_mode(scene.mode)
            self._pane.composer.send_canned(canned, lambda: self._decide(macro, decided))
            return
        self._decide(macro, decided)
        if canned is not None:
            self._pane.composer.tools.append(canned)

    def _decide(self, macro: Macro, decided: tuple[TriageAction, ...]) -> None:
        if decided:
            self._triage.do(Together(actions=decided), self.tr("Macro “{name}”").format(name=macro.name))
