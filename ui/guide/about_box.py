"""What this program is: its version, its licence, and what it is made with."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scrm_desktop import __version__
from ui.theme import Theme


class AboutBox(QDialog):
    """``licences_asked``: show those of everything that came along."""

    licences_asked = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About SCRM Desktop"))
        name = QLabel("SCRM Desktop")
        name.setFont(theme.font(20, 650))
        self.version = QLabel(self.tr("Version {number}").format(number=__version__))
        what = QLabel(self.tr("Every customer conversation, from every network, in one inbox on your own computer."))
        what.setWordWrap(True)
        licence = QLabel(self.tr("Free software under the MIT licence, without any warranty."))
        licence.setWordWrap(True)
        self.made_with = QLabel(made_with())
        self.made_with.setProperty("muted", True)
        self.made_with.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for label in (name, self.version, what, licence, self.made_with):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        for label in (self.version, self.made_with):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addSpacing(6)
        column.addLayout(self._buttons())
        self.setMinimumWidth(theme.px(440))

    def _buttons(self) -> QHBoxLayout:
        licences, copy, close = (
            QPushButton(words) for words in (self.tr("Licences…"), self.tr("Copy"), self.tr("Close"))
        )
        copy.setToolTip(self.tr("Copy version and system, for a report of a fault"))
        licences.clicked.connect(self.licences_asked)
        licences.clicked.connect(self.accept)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"SCRM Desktop {__version__}, {made_with()}"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        close.setFocus()
        line = QHBoxLayout()
        line.addWidget(licences)
        line.addWidget(copy)
        line.addStretch(1)
        line.addWidget(close)
        for button in (licences, copy):
            button.setAutoDefault(False)
        return line


def made_with() -> str:
    """Python, Qt and the system, in the words that a report of a fault needs."""
    return f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()} {platform.machine()}"
