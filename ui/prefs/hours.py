"""The field of the sending hours: whether there are any, on which days, and from when to when."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QTimeEdit, QToolButton, QVBoxLayout, QWidget

from scrm_desktop.domain.sending_hours import SendingHours, dump, load
from ui.preferences import Preferences


class HoursField(QWidget):
    """Keeps each choice as soon as it is made."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        hours = load(preferences.settings.sending_hours)
        self.on = QCheckBox(self.tr("Outside of these hours, offer to send it when they begin"))
        self.on.setChecked(hours.on)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(3)
        self.days = [self._day(day, hours) for day in range(7)]
        self.start = self._time(hours.start, self.tr("Answers leave from"))
        self.end = self._time(hours.end, self.tr("Answers leave until"))
        for day in self.days:
            line.addWidget(day)
        line.addSpacing(6)
        line.addWidget(self.start)
        line.addWidget(QLabel("–"))
        line.addWidget(self.end)
        line.addStretch(1)
        self._line.setEnabled(hours.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.on)
        column.addWidget(self._line)
        self.setFocusProxy(self.on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.on.toggled.connect(self._line.setEnabled)
        self.on.toggled.connect(self._keep)

    def _day(self, day: int, hours: SendingHours) -> QToolButton:
        button, locale = QToolButton(), QLocale()
        button.setText(locale.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat))
        button.setAccessibleName(locale.standaloneDayName(day + 1, QLocale.FormatType.LongFormat))
        button.setCheckable(True)
        button.setProperty("day", True)
        button.setChecked(day in hours.days)
        button.toggled.connect(self._keep)
        return button

    def _time(self, minutes: int, name: str) -> QTimeEdit:
        edit = QTimeEdit(QTime(minutes // 60, minutes % 60))
        edit.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        edit.setAccessibleName(name)
        edit.timeChanged.connect(self._keep)
        return edit

    def _keep(self) -> None:
        chosen = SendingHours(
            on=self.on.isChecked(),
            days=frozenset(day for day, button in enumerate(self.days) if button.isChecked()),
            start=_minutes(self.start),
            end=_minutes(self.end),
        )
        # The default leaves the settings as if nobody had ever looked.
        self._preferences.set("sending_hours", "" if chosen == SendingHours() else dump(chosen))


def _minutes(edit: QTimeEdit) -> int:
    return edit.time().hour() * 60 + edit.time().minute()
