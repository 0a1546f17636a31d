"""The menus, made of the table: a bar where the system or the person wants one, a button's menu elsewhere."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolButton

from ui.actions import EVERY, Actions, Section, Spec

#: Actions that begin a new group in their menu.
_APART = frozenset(
    {"search", "next_pane", "settings", "quit", "reply", "send", "zoom_in", "full_screen", "next", "about"}
)
_ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}


def sections() -> list[tuple[Section, list[Spec]]]:
    """The table by sections, in the order of the menus."""
    return [(section, [spec for spec in EVERY if spec.section is section]) for section in Section]


def heading(section: Section) -> str:
    """The words of a section in the window's language."""
    return QCoreApplication.translate("Sections", section.value)


def fill(menu: QMenu | QMenuBar, actions: Actions) -> None:
    """A menu for each section."""
    for section, specs in sections():
        below = menu.addMenu(heading(section))
        below.setToolTipsVisible(True)
        for spec in specs:
            if spec.id in _APART and below.actions():
                below.addSeparator()
            below.addAction(actions[spec.id])


class MainMenu:
    """Makes the bar or the button's menu when it is wanted for the first time: a start needs neither."""

    def __init__(self, window: QMainWindow, actions: Actions, button: QToolButton) -> None:
        self._window, self._actions, self._button = window, actions, button
        self._menu: QMenu | None = None
        self._bar: QMenuBar | None = None
        button.clicked.connect(self.open)
        for name, role in _ROLES.items():
            actions[name].setMenuRole(role)

    def show_bar(self, on: bool) -> None:
        """The bar on top; on a Mac it always is, since people look for everything there."""
        on = on or sys.platform == "darwin"
        if on and self._bar is None:
            self._bar = self._window.menuBar()
            fill(self._bar, self._actions)
        if self._bar is not None:
            self._bar.setVisible(on)
        self._button.setVisible(not on)

    def open(self) -> None:
        """Show it, with its first entry chosen, so that the arrow keys go on from there."""
        if self._bar is not None and self._bar.isVisible():
            self._bar.setFocus()
            self._bar.setActiveAction(self._bar.actions()[0])
            return
        if self._menu is None:
            self._menu = QMenu(self._window)
            fill(self._menu, self._actions)
        self._menu.popup(self._button.mapToGlobal(QPoint(self._button.width() + 2, 0)))
        self._menu.setActiveAction(self._menu.actions()[0])
