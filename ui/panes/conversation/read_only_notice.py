"""A strip above the composer where nothing can be answered from here: why, and the way to where it can."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from scrm_desktop.domain.accounts import NO_REPLY
from scrm_desktop.domain.messages import Direction
from scrm_desktop.domain.views import ConversationRow
from ui import error_texts
from ui.bridge import Bridge
from ui.models.thread_model import ThreadModel
from ui.panes.conversation.links import ask_to_open
from ui.theme import Theme


class ReadOnlyNotice(QWidget):
    """Shown for conversations of accounts that can only be read; the button opens the newest message on its site."""

    def __init__(self, bridge: Bridge, model: ThreadModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge, self._model, self._theme = bridge, model, theme
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._open)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 8, 16, 8)
        line.setSpacing(12)
        line.addWidget(self.label, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self._look)
        theme.changed.connect(self.draw)
        self.draw()
        self.hide()

    @property
    def address(self) -> str:
        """Where the newest message that has a place of its own can be seen; empty where none has."""
        items = reversed(list(self._model.items))
        return next((item.url for item in items if item.url and item.direction is Direction.IN), "")

    def show_for(self, row: ConversationRow | None) -> None:
        """Another conversation, or none."""
        self.setVisible(row is not None and not self._bridge.desk.capabilities(row.account_id).reply)
        self._look()

    def _look(self) -> None:
        self.button.setVisible(bool(self.address))

    def _open(self) -> None:
        if self.address:
            ask_to_open(self.window(), self.address)

    def draw(self) -> None:
        """Words of the current language, colours of the current theme."""
        t = self._theme.tokens
        self.label.setText(error_texts.sentence(NO_REPLY))
        self.button.setText(self.tr("Open in browser…"))
        self.setStyleSheet(f"ReadOnlyNotice {{ background: {t.bg.name()}; border-top: 1px solid {t.line.name()}; }}")
        self.label.setFont(self._theme.font(12.5))
        self.label.setStyleSheet(f"color: {t.muted.name()}; background: transparent;")
        self.button.setFont(self._theme.font(12.5, 500))
