"""Going about the window: panes, zoom, menus, and the dialogs that are loaded only when they are asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QWidget

from ui.moving.helping import Helping
from ui.moving.menus import MainMenu
from ui.panes.arrangement import PLACES
from ui.preferences import ZOOMS

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.moving.canned_entries import CannedEntries
    from ui.moving.entries import Entry, Search, Source

_RECENT = 20


class GoingAbout(QObject):
    """Connects the actions of Go to, View and Help to a window.

    ``sources`` and ``searches`` are what others put into the palette; ``recent`` the ids that were used last.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._preferences = window, window.preferences
        actions = window.actions_table
        self.recent = _strings(window.preferences.window.get("recent", "[]"))
        self._met: dict[str, Entry] = {}
        self.sources: list[Source] = []
        self.searches: list[Search] = []
        self._canned: CannedEntries | None = None
        self.menu = MainMenu(window, actions, window.rail.menu)
        self.menu.show_bar(self._preferences.settings.menu_bar)
        self.helping = Helping(window)
        slots = {
            "menu": self.menu.open,
            "cheat_sheet": self.cheat_sheet,
            "palette": self.palette,
            "next_pane": lambda: self.cycle(1),
            "previous_pane": lambda: self.cycle(-1),
            "zoom_in": lambda: self.zoom(1),
            "zoom_out": lambda: self.zoom(-1),
            "zoom_reset": lambda: self._preferences.set("zoom", 100),
            "full_screen": self.full_screen,
            "back": self.back,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(slot)
        self._places()
        actions["full_screen"].setCheckable(True)
        self._preferences.changed.connect(self._changed)
        window.list.table.activated.connect(self.open)
        window.list.table.doubleClicked.connect(self.open)
        window.arrangement.turned.connect(self._turned)
        window.triage_actions.next_after = lambda: self._preferences.settings.next_after
        window.triage_actions.rested.connect(self.back)
        actions.keys_changed.connect(self._tell_keys)
        self._tell_keys()
        self._turned()

    def _tell_keys(self) -> None:
        actions = self._window.actions_table
        self._window.list.search.tell_key(actions.shown("search"))
        self._window.rail.menu.setToolTip(actions["menu"].toolTip())

    def _places(self) -> None:
        """Where the conversation stands: one of three, as the menu shows."""
        group = QActionGroup(self)
        for place in PLACES:
            action = self._window.actions_table[f"pane_{place}"]
            action.setCheckable(True)
            action.setChecked(place == self._preferences.settings.reading_pane)
            group.addAction(action)
            action.triggered.connect(lambda _=False, place=place: self._preferences.set("reading_pane", place))

    def _changed(self, name: str) -> None:
        settings, window = self._preferences.settings, self._window
        if name == "reading_pane":
            window.arrangement.put(settings.reading_pane)
            window.actions_table[f"pane_{window.arrangement.wanted}"].setChecked(True)
        elif name == "zoom":
            window.zoom_to(self._preferences.zoom)
            window.status.tell(self.tr("Text size: {percent} %").format(percent=self._preferences.zoom))
        elif name == "theme":
            window.theme.set_scheme(self._preferences.scheme)
        elif name == "calm":
            window.theme.set_calm(settings.calm)
        elif name == "language":
            window.language_chosen.emit()
        elif name == "menu_bar":
            self.menu.show_bar(settings.menu_bar)

    # -- what the actions do ----------------------------------------------------------------------
    def zoom(self, step: int) -> None:
        """One size up or down; the last one stays."""
        place = ZOOMS.index(self._preferences.zoom) + step
        self._preferences.set("zoom", ZOOMS[min(max(place, 0), len(ZOOMS) - 1)])

    def full_screen(self) -> None:
        """Fill the screen, or come back."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def panes(self) -> list[QWidget]:
        """What F6 goes through: those that can be seen."""
        window = self._window
        every = (
            window.sidebar.list,
            window.list.table,
            window.conversation.thread_pane.view,
            window.conversation.timeline.view,
            window.conversation.composer.form.field,
            window.customer,
            window.rail.inbox,
        )
        return [pane for pane in every if pane.isVisible() and pane.isEnabled()]

    def cycle(self, step: int) -> None:
        """The next pane takes the keys; it shows so, as after Tab."""
        panes, now = self.panes(), QApplication.focusWidget()
        at = next((place for place, pane in enumerate(panes) if _holds(pane, now)), -1 if step > 0 else 0)
        if panes:
            reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            chosen = panes[(at + step) % len(panes)]
            chosen.setFocus(reason)
            # As if Tab had been pressed: what has the focus is drawn with its ring.
            self._window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=True)
            chosen.update()

    def open(self) -> None:
        """Show the conversation in the list's place, where they take turns."""
        if self._window.arrangement.hidden:
            self._window.arrangement.open()
            self._window.conversation.thread_pane.view.setFocus(Qt.FocusReason.TabFocusReason)

    def back(self) -> None:
        """Show the list again."""
        self._window.arrangement.back()
        self._window.list.table.setFocus()

    def _turned(self) -> None:
        self._window.turned()

    # -- dialogs, loaded when they are asked for --------------------------------------------------
    def palette(self) -> None:
        """Everything there is, in one list."""
        from ui.moving import sources
        from ui.moving.canned_entries import CannedEntries
        from ui.moving.palette import Palette

        window = self._window
        self._canned = canned = self._canned or CannedEntries(window)
        standing = (sources.actions, sources.views, sources.settings)
        listed = [entry for source in standing for entry in source(window)]
        listed += [entry for source in (canned.listed, *self.sources) for entry in source()]
        known = {entry.id for entry in listed}
        listed += [entry for name, entry in self._met.items() if name in self.recent and name not in known]
        searches: list[Search] = [canned.found, partial(sources.found, window), *self.searches]
        palette = Palette(window, window.bridge, window.theme, listed, searches, self.recent)
        palette.used.connect(self._used)
        palette.open_over(window)

    def _used(self, entry: Entry) -> None:
        self.recent = [entry.id, *(one for one in self.recent if one != entry.id)][:_RECENT]
        if not entry.id.startswith("canned:"):
            # Those are listed each time, and one that was removed is not kept here.
            self._met = {entry.id: replace(entry, fits=0), **self._met}

    def state(self) -> dict[str, str]:
        """What the palette remembers until the next start."""
        return {"recent": json.dumps(self.recent)}

    def cheat_sheet(self) -> None:
        """Every key on one sheet."""
        from ui.moving.cheat_sheet import CheatSheet

        sheet = CheatSheet(self._window, self._window.theme, self._window.actions_table)
        sheet.change_asked.connect(lambda: self._window.accounts.setting("keys"))
        sheet.saved.connect(self._saved)
        sheet.failed.connect(self._not_saved)
        sheet.open()

    def _saved(self, path: str) -> None:
        self._window.status.tell(self.tr("Saved as {file}").format(file=path))

    def _not_saved(self, path: str) -> None:
        told = self.tr("{file} can't be written.").format(file=path)
        self._window.teller.show(self.tr("The sheet was not saved"), told)


def _strings(kept: str) -> list[str]:
    try:
        listed: object = json.loads(kept)
    except ValueError:
        return []
    names = cast("list[object]", listed) if isinstance(listed, list) else []
    return [one for one in names if isinstance(one, str)][:_RECENT]


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
