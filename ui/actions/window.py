"""The table as QActions of one window: with the keys that the person chose, and only where they make sense."""

from __future__ import annotations

from collections.abc import Container, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui import keys
from ui.actions.program import PROGRAM
from ui.actions.spec import Spec, When
from ui.actions.table import ACTIONS
from ui.theme import Theme

EVERY: tuple[Spec, ...] = (*ACTIONS, *PROGRAM)
"""Every action there is."""


class Actions(QObject):
    """The actions as QActions of one window; ``actions["done"]`` is one of them.

    ``keys_changed`` comes after other keys were given to them.
    """

    keys_changed = Signal()

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._made: dict[str, QAction] = {}
        self._signs: dict[str, QAction] = {}
        self.keys: keys.Keys = {}
        for spec in EVERY:
            action = QAction(QCoreApplication.translate("Actions", spec.text), window)
            action.setObjectName(spec.id)
            action.setAutoRepeat(spec.repeats)
            window.addAction(action)
            self._made[spec.id] = action
        self.use({spec.id: spec.keys for spec in EVERY})
        self.allow(set())
        theme.changed.connect(self.draw_icons)

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def allow(self, met: set[When]) -> None:
        """Enable the actions whose condition is met; those of ``When.ALWAYS`` always are."""
        for spec in EVERY:
            self._made[spec.id].setEnabled(spec.when is When.ALWAYS or spec.when in met)

    def use(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Give the actions these keys, and no others."""
        self.keys = dict(chosen)
        pressed = keys.with_twins(self.keys)
        self._signs = {}
        for spec in EVERY:
            action = self._made[spec.id]
            held = pressed.get(spec.id, ())
            self._signs |= {key: action for key in held if keys.is_sign(key)}
            action.setShortcuts([QKeySequence(key) for key in held if not keys.is_sign(key)])
            action.setToolTip(self._tip(spec))
        self.keys_changed.emit()

    def shown(self, name: str) -> str:
        """The first key of an action as people write it; empty where it has none."""
        held = self.keys.get(name, ())
        return keys.told(held[0]) if held else ""

    def sign_of(self, event: QKeyEvent) -> QAction | None:
        """The action whose sign this key press produces, whatever keys a layout needs for it."""
        action = self._signs.get(event.text()) if keys.is_typed(event) else None
        return action if action is not None and action.isEnabled() else None

    def _tip(self, spec: Spec) -> str:
        words = QCoreApplication.translate("Actions", spec.tip or spec.text)
        key = self.shown(spec.id)
        return f"{words} ({key})" if key else words

    def draw_icons(self) -> None:
        """All of them: before the first menu is opened, and after the first painting, which would wait for them."""
        self._draw_icons({spec.id for spec in EVERY})

    def draw_icon(self, name: str) -> None:
        """One of them, where it is seen earlier."""
        if self._made[name].icon().isNull():
            self._draw_icons({name})

    def _draw_icons(self, names: Container[str]) -> None:
        for spec in EVERY:
            if spec.icon and spec.id in names:
                self._made[spec.id].setIcon(self._theme.icon(spec.icon))
