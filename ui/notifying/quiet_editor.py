"""The quiet hours as a person edits them: lines of days and times, and the zone in which they are meant."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QTimeEdit, QToolButton, QVBoxLayout, QWidget

from scrm_desktop.domain.quiet import QuietSpan


class SpanLine(QWidget):
    """One stretch: seven days to press, and from when to when. ``changed`` at each change, ``gone`` when removed."""

    changed = Signal()
    gone = Signal(object)

    def __init__(self, span: QuietSpan) -> None:
        super().__init__()
        self.days: list[QToolButton] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(3)
        locale = QLocale()
        for day in range(7):
            button = QToolButton()
            button.setText(locale.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat))
            button.setAccessibleName(locale.standaloneDayName(day + 1, QLocale.FormatType.LongFormat))
            button.setCheckable(True)
            button.setProperty("day", True)
            button.setChecked(day in span.days)
            button.toggled.connect(self.changed)
            self.days.append(button)
            line.addWidget(button)
        self.start = self._time(span.start, self.tr("Quiet from"))
        self.end = self._time(span.end, self.tr("Quiet until"))
        remove = QToolButton()
        remove.setText("✕")
        remove.setAccessibleName(self.tr("Remove these quiet hours"))
        remove.setToolTip(remove.accessibleName())
        remove.clicked.connect(lambda: self.gone.emit(self))
        line.addSpacing(6)
        line.addWidget(self.start)
        line.addWidget(QLabel("–"))
        line.addWidget(self.end)
        line.addWidget(remove)
        line.addStretch(1)

    def _time(self, minutes: int, name: str) -> QTimeEdit:
        edit = QTimeEdit(QTime(minutes // 60, minutes % 60))
        edit.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        edit.setAccessibleName(name)
        edit.timeChanged.connect(self.changed)
        return edit

    @property
    def span(self) -> QuietSpan:
        """What stands in it."""
        days = frozenset(day for day, button in enumerate(self.days) if button.isChecked())
        return QuietSpan(days=days, start=_minutes(self.start), end=_minutes(self.end))


def _minutes(edit: QTimeEdit) -> int:
    return edit.time().hour() * 60 + edit.time().minute()


class QuietEditor(QWidget):
    """All stretches and the zone; ``changed`` at each change."""

    changed = Signal()

    def __init__(self, spans: tuple[QuietSpan, ...], zone: str) -> None:
        super().__init__()
        self.lines: list[SpanLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.add = QPushButton(self.tr("+ More quiet hours"))
        self.add.setProperty("flat_link", True)
        self.add.clicked.connect(self._more)
        self.zone = self._zones(zone)
        feet = QHBoxLayout()
        feet.addWidget(self.add)
        feet.addStretch(1)
        label = QLabel(self.tr("Time zone"))
        label.setBuddy(self.zone)
        feet.addWidget(label)
        feet.addWidget(self.zone)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._column)
        whole.addLayout(feet)
        for span in spans:
            self._show(span)

    def _zones(self, chosen: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Time zone"))
        box.addItem(self.tr("This computer's"), "")
        # Without the doubles that only old programs need ("Etc/GMT+3", "posixrules", "EST").
        for name in sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")):
            box.addItem(name.replace("_", " "), name)
        if chosen and box.findData(chosen) < 0:
            box.addItem(chosen, chosen)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setMaximumWidth(230)
        box.activated.connect(self._zone_chosen)
        return box

    def _zone_chosen(self) -> None:
        self.changed.emit()

    @property
    def spans(self) -> tuple[QuietSpan, ...]:
        """What stands in the lines."""
        return tuple(line.span for line in self.lines)

    def _show(self, span: QuietSpan) -> None:
        line = SpanLine(span)
        line.changed.connect(self.changed)
        line.gone.connect(self._remove)
        self.lines.append(line)
        self._column.addWidget(line)

    def _more(self) -> None:
        self._show(QuietSpan())
        self.changed.emit()

    def _remove(self, line: SpanLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self.changed.emit()
