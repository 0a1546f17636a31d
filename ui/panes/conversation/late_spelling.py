"""Loads the check of spelling when somebody first writes, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from ui.panes.conversation.composer import Composer
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.panes.conversation.spelling import FieldSpelling


class LateSpelling(QObject):
    """Follows the composer's field; without a profile (tests of other things) nothing is ever loaded."""

    def __init__(self, composer: Composer, theme: Theme) -> None:
        super().__init__(composer)
        self._composer, self._theme = composer, theme
        self._spelling: FieldSpelling | None = None
        composer.form.field.textChanged.connect(self._begin)
        composer.form.field.menu_asked.connect(self._fill)

    def _begin(self) -> None:
        composer = self._composer
        if self._spelling is not None or composer.preferences.profile is None:
            return
        from ui.panes.conversation.spelling import FieldSpelling

        self._spelling = FieldSpelling(
            composer.form.field,
            composer.preferences,
            lambda: composer.place()[1],
            lambda: self._theme.tokens.red,
            names=self._names,
        )
        running = QCoreApplication.instance()
        if running is not None:
            running.aboutToQuit.connect(self._spelling.close)

    def _names(self) -> str:
        """Who takes part here: nobody's name is a mistake."""
        composer = self._composer
        row = composer.row
        found = composer.target.found
        mentioned = found.prefix if found is not None else ""
        ours = composer.form.account.whole
        return " ".join((row.person, row.handle, row.assignee or "", mentioned, ours)) if row is not None else ""

    def _fill(self, menu: QMenu, place: QTextCursor) -> None:
        self._begin()
        if self._spelling is not None:
            self._spelling.fill(menu, place)
