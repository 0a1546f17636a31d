"""Opens the dialogs about accounts, settings and the practice round: one of each at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from scrm_desktop.domain.accounts import Health
from ui.actions import Actions
from ui.bridge import Bridge
from ui.models.house import House
from ui.models.saved_views import SavedViews
from ui.preferences import Preferences
from ui.shortcuts import Shortcuts
from ui.theme import Theme


class AccountDialogs(QObject):
    """``connected`` carries an Account that has just been added; ``practice_asked``: its network shall run."""

    connected = Signal(object)
    practice_asked = Signal()

    def __init__(
        self, window: QWidget, bridge: Bridge, theme: Theme, house: House, actions: Actions, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window, self._bridge, self._theme = window, bridge, theme
        self._house, self._preferences = house, preferences
        self._open: dict[str, QDialog] = {}
        self.saved: SavedViews | None = None
        """The saved views, for the settings that speak of them."""
        actions["add_account"].triggered.connect(self.add)
        actions["settings"].triggered.connect(self.settings)
        self.shortcuts = Shortcuts(actions, preferences)
        actions["debrief"].triggered.connect(lambda: bridge.spawn(self._debrief()))

    def add(self) -> None:
        """The wizard."""
        from ui.dialogs.account_wizard import AccountWizard

        if self._raised("wizard"):
            return
        wizard = AccountWizard(self._window, self._bridge, self._theme)
        wizard.connected.connect(self.connected.emit)
        self._show("wizard", wizard)

    def details(self, account_id: int) -> None:
        """One account; unknown ids do nothing."""
        from ui.dialogs.account_details import AccountDetails

        name = f"account {account_id}"
        if self._house.account(account_id) is None or self._raised(name):
            return
        details = AccountDetails(self._window, self._bridge, self._theme, self._house, account_id)
        details.practice_asked.connect(self.practice_asked.emit)
        self._show(name, details)

    def worst(self) -> None:
        """The account that needs the person most, or the wizard where there is none."""
        order = list(Health)
        views = sorted(self._house.accounts, key=lambda view: order.index(view.health.health))
        if views:
            self.details(views[-1].account.id)
        else:
            self.add()

    def settings(self) -> None:
        """All settings."""
        self.setting("")

    def setting(self, name: str) -> None:
        """The settings, opened at one of them."""
        from ui.prefs.dialog import PreferencesDialog

        if not self._raised("settings"):
            house, me = self._house, self._bridge.desk.me()
            saved = self.saved.views if self.saved is not None else ()
            dialog = PreferencesDialog(self._window, self._theme, house, self._preferences, self.shortcuts, me, saved)
            dialog.account_asked.connect(self.details)
            dialog.add_asked.connect(self.add)
            self._show("settings", dialog)
        opened = self._open["settings"]
        if name and isinstance(opened, PreferencesDialog):
            opened.show_setting(name)

    async def _debrief(self) -> None:
        from ui.dialogs.debrief import DebriefDialog

        found = await self._bridge.ask(self._bridge.desk.practice_debrief())
        if not self._raised("debrief"):
            self._show("debrief", DebriefDialog(self._window, self._theme, found))

    @property
    def settings_open(self) -> bool:
        """Whether the settings are on the screen."""
        return "settings" in self._open

    def _raised(self, name: str) -> bool:
        dialog = self._open.get(name)
        if dialog is not None:
            dialog.raise_()
            dialog.activateWindow()
        return dialog is not None

    def _show(self, name: str, dialog: QDialog) -> None:
        self._open[name] = dialog
        dialog.finished.connect(lambda: self._open.pop(name, None))
        dialog.open()
