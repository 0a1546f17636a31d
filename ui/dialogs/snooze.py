"""A small popup to say until when a conversation is put away: what is chosen most, or a time in words."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from scrm_desktop.domain.when import presets, understand
from scrm_desktop.errors import InputError
from ui import error_texts, text
from ui.dialogs.picker import Choice, Picker
from ui.i18n import QT_TRANSLATE_NOOP
from ui.theme import Theme

_PRESETS = {
    "later": QT_TRANSLATE_NOOP("Snooze", "Later today"),
    "tomorrow": QT_TRANSLATE_NOOP("Snooze", "Tomorrow morning"),
    "monday": QT_TRANSLATE_NOOP("Snooze", "On Monday"),
    "week": QT_TRANSLATE_NOOP("Snooze", "In a week"),
}
OPEN_NOW = "open"
"""The value of the choice that ends a snooze at once."""


class SnoozePicker(Picker):
    """``picked`` carries a Choice whose value is a time (UTC), ``None`` (until the customer writes) or OPEN_NOW."""

    def __init__(self, parent: QWidget, theme: Theme, *, snoozed: bool) -> None:
        now = datetime.now(UTC)
        choices = [Choice(at, f"{_preset(name)} · {text.short_upcoming(at, now)}") for name, at in presets(now).items()]
        choices.append(Choice(None, QCoreApplication.translate("Snooze", "Until the customer writes")))
        if snoozed:
            choices.append(Choice(OPEN_NOW, QCoreApplication.translate("Snooze", "Open again now")))
        hint = QCoreApplication.translate("Snooze", "Snooze until… (“tomorrow 9:00”, “in 2 h”)")
        super().__init__(parent, theme, hint, choices)
        self.resize(340, self.height() + 14)

    def _fill(self) -> None:
        words = self.field.text().strip()
        if not words:
            super()._fill()
            return
        self.list.clear()
        now = datetime.now(UTC)
        try:
            until = understand(words, now).until
        except InputError as error:
            self._say(error_texts.message(error))
            return
        self._add(
            Choice(None, QCoreApplication.translate("Snooze", "Until the customer writes"))
            if until is None
            else Choice(until, text.upcoming(until, now))
        )
        self.list.setCurrentRow(0)

    def _say(self, words: str) -> None:
        """What is wrong with what was typed; it can't be chosen."""
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.setWordWrap(True)
        self.list.addItem(item)


def _preset(name: str) -> str:
    return QCoreApplication.translate("Snooze", _PRESETS[name])
