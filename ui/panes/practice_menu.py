"""What can be done with the practice round: look back at it, hurry it, bring the crisis on, begin anew."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from ui.actions import Actions
from ui.bridge import Bridge

SPEEDS = (1, 4, 20)


class PracticeMenu(QMenu):
    """Asks the practice network how its round stands each time it opens; ``told`` carries what was done, in words."""

    told = Signal(str)

    def __init__(self, window: QWidget, bridge: Bridge, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._bridge = window, bridge
        self._asking: QMessageBox | None = None
        self.setToolTipsVisible(True)
        self.addAction(actions["debrief"])
        self.addSeparator()
        self.crisis = actions["practice_crisis"]
        self.crisis.triggered.connect(self._start_crisis)
        self.addAction(self.crisis)
        self.addSeparator()
        group = QActionGroup(self)
        self.speeds = {speed: self._speed(speed, group) for speed in SPEEDS}
        self.addSeparator()
        self.round = actions["practice_round"]
        self.round.triggered.connect(self.ask_for_round)
        self.addAction(self.round)
        self.aboutToShow.connect(self.refresh)

    def _entry(self, words: str, slot: Any) -> QAction:
        action = self.addAction(words)
        action.triggered.connect(slot)
        return action

    def _speed(self, speed: int, group: QActionGroup) -> QAction:
        words = (
            self.tr("Time as in real life") if speed == 1 else self.tr("Time {times} times faster").format(times=speed)
        )
        action = self._entry(words, lambda: self._hurry(speed))
        action.setCheckable(True)
        group.addAction(action)
        return action

    def refresh(self) -> None:
        """Show how fast it runs, and whether a crisis is on."""
        self._spawn(self._bridge.desk.practice_clock())

    def _hurry(self, speed: int) -> None:
        words = self.tr("Practice time runs as in real life again")
        faster = self.tr("Practice time runs {times} times faster").format(times=speed)
        self._spawn(self._bridge.desk.practice_clock(float(speed)), words if speed == 1 else faster)

    def _start_crisis(self) -> None:
        words = self.tr("The crisis begins: many customers will write to you now")
        self._spawn(self._bridge.desk.practice_crisis(), words)

    def ask_for_round(self) -> None:
        """Nothing is begun anew by a slip of the hand."""
        if self._asking is not None:
            self._asking.raise_()
            return
        title = self.tr("Begin a new round?")
        box = QMessageBox(QMessageBox.Icon.Question, title, title, QMessageBox.StandardButton.Cancel, self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            self.tr(
                "Other stories begin. What is still open of this round moves to Done; its customers no longer "
                "react, and the debrief begins anew."
            )
        )
        begin = box.addButton(self.tr("Begin a new round"), QMessageBox.ButtonRole.AcceptRole)
        begin.clicked.connect(self._begin)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._answered)
        self._asking = box
        box.open()

    def _answered(self) -> None:
        self._asking = None

    def _begin(self) -> None:
        words = self.tr("A new round begins: its first customers write within a minute")
        self._spawn(self._bridge.desk.practice_round(), words)

    def _spawn(self, asked: Coroutine[Any, Any, Mapping[str, object]], words: str = "") -> None:
        self._bridge.spawn(self._ask(asked, words))

    async def _ask(self, asked: Coroutine[Any, Any, Mapping[str, object]], words: str) -> None:
        clock = await self._bridge.ask(asked)
        self.crisis.setEnabled(clock.get("crisis") is not True)
        for speed, action in self.speeds.items():
            action.setChecked(clock.get("speed") == speed)
        if words:
            self.told.emit(words)
