"""The settings of notifications, tray and start: one page that keeps each choice as soon as it is made."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from scrm_desktop.domain.ring_settings import DIGESTS
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.triage import Priority
from ui import autostart, text
from ui.dialogs.login_pages import words
from ui.models.house import House
from ui.notifying.membership import ringing_views
from ui.notifying.quiet_editor import QuietEditor
from ui.preferences import Preferences
from ui.theme import Theme
from ui.tray.closing import QUIT, TRAY
from ui.triage_words import priority_name
from ui.views import View

_COLUMNS = 2


class NotificationSettings(QWidget):
    """Self-contained: it reads and writes the preferences, and needs no button to accept."""

    def __init__(
        self,
        theme: Theme,
        house: House,
        preferences: Preferences,
        *,
        me: str,
        tray: bool,
        saved: tuple[SavedView, ...] = (),
    ) -> None:
        super().__init__()
        self._saved = saved
        self._theme, self._house, self._preferences, self._me = theme, house, preferences, me
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)
        self._inner = QWidget()
        self.on = self._switch("on", self.tr("Tell me when a customer writes"), self._column)
        self.on.toggled.connect(self._inner.setEnabled)
        self._column.addWidget(self._inner)
        self._fill(QVBoxLayout(self._inner))
        self._inner.setEnabled(preferences.ringing.on)
        self._program(tray)
        self._column.addStretch(1)

    def _fill(self, inner: QVBoxLayout) -> None:
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(7)
        self.preview = self._switch("preview", self.tr("Show what was written"), inner)
        self.sound = self._switch("sound", self.tr("With a sound"), inner)
        self.in_front = self._switch("in_front", self.tr("Also while I work in this window"), inner)
        self._digest(inner)
        self._head(inner, self.tr("For these channels"))
        accounts = [(view.account.id, f"@{text.one_line(view.account.handle)}") for view in self._house.accounts]
        self.accounts = self._ticks(inner, "silent_accounts", accounts, inverse=True)
        if not accounts:
            inner.addWidget(words(self.tr("No channel is connected yet: all will ring."), muted=True))
        self._head(inner, self.tr("For these priorities"))
        self.priorities = self._ticks(inner, "silent_priorities", self._priorities(), inverse=True, columns=5)
        self._head(inner, self.tr("Only for conversations in these views (none ticked: for all)"))
        views = ringing_views(self._me, self._house.labels, self._saved)
        named = [(view.key, self._named(view)) for view in views]
        self.views = self._ticks(inner, "views", named, inverse=False)
        self._head(inner, self.tr("Never for conversations in these views"))
        self.silent_views = self._ticks(inner, "silent_views", named, inverse=False)
        self._head(inner, self.tr("Quiet hours"))
        self._quiet(inner)

    def _named(self, view: View) -> str:
        """Our own views have translated names; a label and a saved view are called as the house called them."""
        ours = not view.key.startswith(("label:", "saved:"))
        return QCoreApplication.translate("Views", view.text) if ours else text.one_line(view.text, limit=60)

    def _priorities(self) -> list[tuple[int, str]]:
        return [(int(one), priority_name(one)) for one in reversed(Priority)]

    def _head(self, inner: QVBoxLayout, words_: str) -> None:
        label = QLabel(words_)
        label.setFont(self._theme.font(13, 600))
        label.setWordWrap(True)
        inner.addSpacing(5)
        inner.addWidget(label)

    # -- one choice each --------------------------------------------------------------------------
    def _choose(self, **chosen: Any) -> None:
        self._preferences.ringing = replace(self._preferences.ringing, **chosen)

    def _switch(self, name: str, words_: str, inner: QVBoxLayout) -> QCheckBox:
        box = QCheckBox(words_)
        box.setChecked(getattr(self._preferences.ringing, name))
        box.toggled.connect(self._chooser(name))
        inner.addWidget(box)
        return box

    def _chooser(self, name: str) -> Callable[[bool], None]:
        def chosen(on: bool) -> None:
            self._choose(**{name: on})

        return chosen

    def _digest(self, inner: QVBoxLayout) -> None:
        self.digest = QComboBox()
        self.digest.setAccessibleName(self.tr("At most one notification"))
        for minutes in DIGESTS:
            told = self.tr("every %n minute(s)", "", minutes) if minutes else self.tr("a minute")
            self.digest.addItem(told, minutes)
        self.digest.setCurrentIndex(max(0, self.digest.findData(self._preferences.ringing.digest)))
        self.digest.activated.connect(lambda: self._choose(digest=self.digest.currentData()))
        line = QHBoxLayout()
        line.addWidget(QLabel(self.tr("At most one notification")))
        line.addWidget(self.digest)
        line.addStretch(1)
        inner.addLayout(line)
        inner.addWidget(words(self.tr("What comes in between is summed up in the next one."), muted=True))

    def _ticks(
        self,
        inner: QVBoxLayout,
        name: str,
        choices: Iterable[tuple[Hashable, str]],
        *,
        inverse: bool,
        columns: int = _COLUMNS,
    ) -> dict[Hashable, QCheckBox]:
        """Boxes for the members of a set; ``inverse``: the set holds those that are not ticked."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        made: dict[Hashable, QCheckBox] = {}
        for place, (value, told) in enumerate(choices):
            box = QCheckBox(told)
            box.setChecked((value in getattr(self._preferences.ringing, name)) is not inverse)
            box.toggled.connect(self._ticker(name, value, inverse=inverse))
            grid.addWidget(box, place // columns, place % columns)
            made[value] = box
        grid.setColumnStretch(columns, 1)
        inner.addLayout(grid)
        return made

    def _ticker(self, name: str, value: Hashable, *, inverse: bool) -> Callable[[bool], None]:
        def ticked(on: bool) -> None:
            kept: frozenset[Hashable] = getattr(self._preferences.ringing, name)
            self._choose(**{name: kept - {value} if on is inverse else kept | {value}})

        return ticked

    def _quiet(self, inner: QVBoxLayout) -> None:
        ringing = self._preferences.ringing
        self.quiet_on = self._switch("quiet_on", self.tr("Keep quiet at these times, and tell me afterwards"), inner)
        self.quiet = QuietEditor(ringing.quiet, ringing.zone)
        self.quiet.changed.connect(lambda: self._choose(quiet=self.quiet.spans, zone=self.quiet.zone.currentData()))
        self.quiet.setEnabled(ringing.quiet_on)
        self.quiet_on.toggled.connect(self.quiet.setEnabled)
        inner.addWidget(self.quiet)
        self.urgent = self._switch("urgent_always", self.tr("Urgent conversations ring all the same"), inner)

    # -- the program ------------------------------------------------------------------------------
    def _program(self, tray: bool) -> None:
        self._head(self._column, self.tr("The program"))
        self.closing = QComboBox()
        self.closing.setAccessibleName(self.tr("When the window is closed"))
        for value, told in (("", self.tr("Ask me")), (TRAY, self.tr("Stay in the tray")), (QUIT, self.tr("Quit"))):
            self.closing.addItem(told, value)
        self.closing.setCurrentIndex(max(0, self.closing.findData(self._preferences.settings.closing)))
        self.closing.activated.connect(lambda: self._preferences.set("closing", self.closing.currentData()))
        self.closing.setEnabled(tray)
        line = QHBoxLayout()
        line.addWidget(QLabel(self.tr("When the window is closed")))
        line.addWidget(self.closing)
        line.addStretch(1)
        self._column.addLayout(line)
        if not tray:
            told = self.tr("This desktop has no tray: closing the window ends the program.")
            self._column.addWidget(words(told, muted=True))
        self.login = QCheckBox(self.tr("Start with this computer's login, in the tray"))
        self.login.setChecked(autostart.enabled())
        self.login.toggled.connect(self._start_at_login)
        self._column.addWidget(self.login)
        self.trouble = words("")
        self.trouble.setStyleSheet(f"color: {self._theme.tokens.red.name()};")
        self.trouble.hide()
        self._column.addWidget(self.trouble)

    def _start_at_login(self, on: bool) -> None:
        profile = self._preferences.profile
        try:
            autostart.set_enabled(on, profile)
        except OSError as error:
            self.trouble.setText(self.tr("That could not be changed: {reason}").format(reason=error.strerror or error))
            self.trouble.show()
            self.login.blockSignals(True)
            self.login.setChecked(autostart.enabled())
            self.login.blockSignals(False)
        else:
            self.trouble.hide()
