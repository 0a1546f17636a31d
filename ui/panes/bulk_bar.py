"""The bar over the list while several conversations are selected: how many, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui import text
from ui.actions import Actions
from ui.models.conversations import ConversationModel
from ui.panes.conversation_table import ConversationTable
from ui.theme import Theme

_BUTTONS = ("done", "label", "assign", "snooze")
_MORE = ("pending", "priority", "unread", "merge", "mute", "spam")


class BulkBar(QWidget):
    """Hidden while fewer than two are selected."""

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        table: ConversationTable,
        model: ConversationModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._table, self._model = theme, table, model
        self.setObjectName("bulkBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.count = QLabel()
        self.all = QPushButton()
        self.clear = QPushButton(self.tr("Clear"))
        self.clear.setToolTip(self.tr("Select only the conversation that is shown"))
        self.buttons = {name: self._button(actions[name]) for name in _BUTTONS}
        self._more = QToolButton()
        self._build(actions)
        self.all.clicked.connect(actions["select_all"].trigger)
        self.clear.clicked.connect(table.select_current_only)
        actions["select_all"].triggered.connect(table.select_everything)
        table.picked.connect(self._tell)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.filled):
            signal.connect(self._tell)
        theme.changed.connect(self._paint)
        self._paint()
        self.hide()

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(action.trigger)

        def follow() -> None:
            button.setText(action.text())
            button.setToolTip(action.toolTip())
            button.setEnabled(action.isEnabled())

        action.changed.connect(follow)
        follow()
        return button

    def _build(self, actions: Actions) -> None:
        menu = QMenu(self._more)
        # What has a button stands here as well: a narrow list has no room for all of them.
        menu.addActions([actions[name] for name in (*_BUTTONS, *_MORE)])
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setToolTip(self.tr("More"))
        self._more.setAccessibleName(self.tr("More"))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.count)
        first.addWidget(self.all)
        first.addStretch(1)
        first.addWidget(self.clear)
        for button in self.buttons.values():
            second.addWidget(button)
        second.addWidget(self._more)
        second.addStretch(1)
        second.setSpacing(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 10, 8)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        for link in (self.all, self.clear):
            link.setProperty("flat_link", True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Show as many buttons as fit whole."""
        room = self.width() - 24 - self._more.sizeHint().width() - 5
        for button in self.buttons.values():
            room -= button.sizeHint().width() + 5
            button.setVisible(room >= 0)

    def minimumSizeHint(self) -> QSize:
        # The list decides how wide it is, not the bar over it.
        return QSize(0, super().minimumSizeHint().height())

    def _tell(self) -> None:
        many, found = self._table.selected_count(), self._model.rowCount()
        self.setVisible(many > 1)
        self.count.setText(self.tr("%n selected", "", many).replace(str(many), text.number(many), 1))
        self.all.setText(self.tr("Select all {count}").format(count=text.number(found)))
        self.all.setVisible(many < found)
        self._make_room()

    def _paint(self) -> None:
        names = self._theme.tokens.names()
        self.count.setFont(self._theme.font(13, 600))
        self._more.setIcon(self._theme.icon("more"))
        self.setStyleSheet(
            f"#bulkBar {{ background: {names['accent_soft']}; border-bottom: 1px solid {names['line']}; }}"
            f"QLabel {{ color: {names['fg']}; }}"
            "QPushButton { padding: 3px 8px; font-size: 12px; }"
            "QPushButton[flat_link='true'] { padding: 2px 4px; }"
        )
