"""Opens the windows in which the house's prepared texts are kept; each once, and loaded only then."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from ui.actions import Actions
from ui.bridge import Bridge
from ui.models.house import House
from ui.theme import Theme


class HouseTexts(QObject):
    """Behind the actions, and behind the links of the composer."""

    def __init__(self, parent: QWidget, bridge: Bridge, theme: Theme, actions: Actions) -> None:
        super().__init__(parent)
        self._parent, self._bridge, self._theme = parent, bridge, theme
        self._open: dict[str, QDialog] = {}
        actions["canned"].triggered.connect(self.canned)

    def canned(self) -> None:
        """The canned responses."""
        from ui.dialogs.canned import CannedManager

        if not self._raised("canned"):
            self._show("canned", CannedManager(self._parent.window(), self._bridge, self._theme))

    def macros(self, house: House) -> None:
        """The macros."""
        from ui.dialogs.macro_manager import MacroManager

        if not self._raised("macros"):
            manager = MacroManager(self._parent.window(), self._bridge, self._theme, house.labels)
            self._show("macros", manager)

    def _raised(self, name: str) -> bool:
        if name in self._open:
            self._open[name].raise_()
            self._open[name].activateWindow()
        return name in self._open

    def _show(self, name: str, dialog: QDialog) -> None:
        self._open[name] = dialog
        dialog.finished.connect(lambda: self._open.pop(name, None))
        dialog.open()
