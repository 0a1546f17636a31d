"""The dark strip at the left: only sections that work."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.theme import Theme

_STYLE = """
#rail { background: %(rail)s; }
#rail QToolButton { color: %(railfg)s; border: none; border-radius: 10px; font-size: 10px; padding: 6px 0 5px 0; }
#rail QToolButton:hover { background: rgba(255, 255, 255, 0.06); }
#rail QToolButton:focus { border: 1px solid %(railfg)s; }
#rail QToolButton::menu-indicator { image: none; width: 0; }
#rail QToolButton:checked { background: rgba(255, 255, 255, 0.12); color: #ffffff; }
"""


class Rail(QWidget):
    """Inbox on top, settings at the bottom."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[QToolButton] = []
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menu = self._button(self.tr("Menu"))
        self.inbox = self._button(self.tr("Inbox"))
        self.inbox.setCheckable(True)
        self.inbox.setChecked(True)
        self.columns = self._button(self.tr("Columns"))
        self.columns.setCheckable(True)
        self.columns.setToolTip(actions["columns"].toolTip())
        self.settings = self._button(self.tr("Settings"))
        self.settings.clicked.connect(actions["settings"].trigger)
        self.practice = self._button(self.tr("Practice"))
        self.practice.setToolTip(self.tr("The practice network: debrief, speed, crisis, new round"))
        self.practice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.practice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 12)
        column.setSpacing(4)
        column.addWidget(self.menu)
        column.addWidget(self.inbox)
        column.addWidget(self.columns)
        column.addStretch(1)
        column.addWidget(self.practice)
        column.addWidget(self.settings)
        theme.changed.connect(self._paint)
        self._paint()

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self._buttons.append(button)
        return button

    def paint_icons(self) -> None:
        """The section that is shown is white, the other as pale as its word."""
        for button, icon in ((self.inbox, "inbox"), (self.columns, "columns")):
            colour = QColor("#ffffff") if button.isChecked() else self._theme.tokens.railfg
            button.setIcon(self._theme.icon(icon, colour))

    def _paint(self) -> None:
        px = self._theme.px
        self.setStyleSheet(self._theme.css(_STYLE % self._theme.tokens.names()))
        self.setFixedWidth(px(60))
        for button in self._buttons:
            button.setIconSize(QSize(px(20), px(20)))
            button.setFixedSize(px(48), px(48))
        self.paint_icons()
        self.menu.setIcon(self._theme.icon("menu", self._theme.tokens.railfg))
        self.practice.setIcon(self._theme.icon("practice", self._theme.tokens.railfg))
        self.settings.setIcon(self._theme.icon("settings", self._theme.tokens.railfg))
