"""How far something long has come, with a way to stop it; for the status bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui import text


class Progress(QWidget):
    """Hidden while nothing runs; ``stop_asked`` when the person wants no more of it."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setFixedSize(90, 6)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.words = QLabel()
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.clicked.connect(self._stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (self.bar, self.words, self.stop):
            line.addWidget(widget)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """So much of it is done; all of it: nothing is left to show."""
        self.setVisible(done < total)
        if not done:
            self.stop.setEnabled(True)
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        self.words.setText(self.tr("{done} of {total}").format(done=text.number(done), total=text.number(total)))

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop_asked.emit()
