"""A small popup to say until when a conversation is put away: what is chosen most, or a time in words."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scrm_desktop.domain.when import presets
from ui import text
from ui.dialogs.picker import Choice
from ui.dialogs.when_picker import WhenPicker
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


class SnoozePicker(WhenPicker):
    """``picked`` carries a Choice whose value is a time (UTC), ``None`` (until the customer writes) or OPEN_NOW."""

    def __init__(self, parent: QWidget, theme: Theme, *, snoozed: bool) -> None:
        now = datetime.now(UTC)
        choices = [Choice(at, f"{_preset(name)} · {text.short_upcoming(at, now)}") for name, at in presets(now).items()]
        choices.append(Choice(None, QCoreApplication.translate("Snooze", "Until the customer writes")))
        if snoozed:
            choices.append(Choice(OPEN_NOW, QCoreApplication.translate("Snooze", "Open again now")))
        hint = QCoreApplication.translate("Snooze", "Snooze until… (“tomorrow 9:00”, “in 2 h”)")
        super().__init__(parent, theme, hint, choices)

    def understood(self, until: datetime | None, now: datetime) -> Choice:
        if until is None:
            return Choice(None, QCoreApplication.translate("Snooze", "Until the customer writes"))
        return Choice(until, text.upcoming(until, now))


def _preset(name: str) -> str:
    return QCoreApplication.translate("Snooze", _PRESETS[name])
