"""The notification settings in a dialog of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.models.house import House
from ui.notifying.settings_page import NotificationSettings
from ui.preferences import Preferences
from ui.theme import Theme
from ui.tray.tray import there_is_a_tray


class NotificationsDialog(QDialog):
    """Everything is kept as soon as it is chosen."""

    def __init__(self, parent: QWidget, theme: Theme, house: House, preferences: Preferences, me: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Notifications"))
        self.page = NotificationSettings(theme, house, preferences, me=me, tray=there_is_a_tray())
        self.page.setContentsMargins(0, 0, 14, 0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 10, 18)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = parent.screen().availableGeometry().height() - 80
        self.resize(max(580, self.page.sizeHint().width() + 60), min(room, self.page.sizeHint().height() + 110))
