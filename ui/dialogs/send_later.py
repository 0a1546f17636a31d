"""A small popup to say when a reply shall leave: what is chosen most, or a time in words."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scrm_desktop.domain.when import NO_TIME, send_presets
from scrm_desktop.errors import InputError
from ui import text
from ui.dialogs.picker import Choice
from ui.dialogs.when_picker import WhenPicker
from ui.i18n import QT_TRANSLATE_NOOP
from ui.theme import Theme

_PRESETS = {
    "hour": QT_TRANSLATE_NOOP("SendLater", "In an hour"),
    "tomorrow": QT_TRANSLATE_NOOP("SendLater", "Tomorrow morning"),
    "monday": QT_TRANSLATE_NOOP("SendLater", "On Monday"),
}


class SendLaterPicker(WhenPicker):
    """``picked`` carries a Choice whose value is a time (UTC); ``opening`` is when the house answers again."""

    def __init__(self, parent: QWidget, theme: Theme, *, opening: datetime | None) -> None:
        now = datetime.now(UTC)
        choices = [
            Choice(at, f"{QCoreApplication.translate('SendLater', _PRESETS[name])} · {text.short_upcoming(at, now)}")
            for name, at in send_presets(now).items()
        ]
        if opening is not None:
            words = QCoreApplication.translate("SendLater", "When you answer again")
            choices.insert(0, Choice(opening, f"{words} · {text.short_upcoming(opening, now)}"))
        hint = QCoreApplication.translate("SendLater", "Send at… (“tomorrow 9:00”, “in 2 h”)")
        super().__init__(parent, theme, hint, choices)

    def understood(self, until: datetime | None, now: datetime) -> Choice:
        if until is None:
            raise InputError(NO_TIME)
        return Choice(until, text.upcoming(until, now))
