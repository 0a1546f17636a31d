"""The head of a conversation: who it is with, how it stands, and what can be done with it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from scrm_desktop.domain.accounts import ChannelInfo
from scrm_desktop.domain.views import ConversationRow
from ui.actions import Actions
from ui.handles import called
from ui.panes.conversation.elided import ElidedLabel
from ui.text import colleague, display_name, isolate, upcoming
from ui.theme import Theme

HEIGHT = 62
_BUTTONS = ("assign", "snooze")
_MORE = ("macro", "label", "pending", "priority", "unread", "", "split", "unmerge", "mute", "spam")
_NAME_ROOM, _LARGE_ROOM = 150, 250


class ActionButton(QPushButton):
    """A button that is an action of the window: its words, its state, its click."""

    def __init__(self, action: QAction, *, primary: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.compact = False
        self.setProperty("primary", primary)
        self._primary = primary
        self.clicked.connect(action.trigger)
        action.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say what the action says now."""
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        hint = f"  {keys.replace('Ctrl+', '⌃')}" if self._primary and keys else ""
        self.setText("" if self.compact else self._action.text() + hint)
        self.setIcon(self._action.icon() if self.compact else type(self._action.icon())())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.setEnabled(self._action.isEnabled())

    def set_compact(self, on: bool) -> None:
        """Only the icon, where there is no room."""
        if on != self.compact:
            self.compact = on
            self.setStyleSheet("padding: 5px 6px;" if on else "")
            self.follow()


class Header(QFrame):
    """Elides the name, then turns buttons into icons, then puts them into a menu."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self._row: ConversationRow | None = None
        self._channel: ChannelInfo | None = None
        self.back = QToolButton(self)
        self.back.setDefaultAction(actions["back"])
        self.back.hide()
        self.avatar = QLabel(self)
        self.name = ElidedLabel(self)
        self.about = ElidedLabel(self)
        self.buttons = {name: ActionButton(actions[name], primary=False, parent=self) for name in _BUTTONS}
        self.done = ActionButton(actions["done"], primary=True, parent=self)
        self.more = QToolButton(self)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        self._fill_menu(with_buttons=False)
        self._arrange()
        self.draw()

    def _arrange(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(self.name)
        who.addWidget(self.about)
        who.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(7)
        row.addWidget(self.back)
        row.addWidget(self.avatar)
        row.addSpacing(3)
        row.addLayout(who, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self.more)
        row.addWidget(self.done)

    def _fill_menu(self, *, with_buttons: bool) -> None:
        """Everything that has no button of its own at the moment."""
        self._menu.clear()
        for name in (*_BUTTONS, *_MORE) if with_buttons else _MORE:
            if name:
                self._menu.addAction(self._actions[name])
            else:
                self._menu.addSeparator()

    def show_row(self, row: ConversationRow, channel: ChannelInfo | None) -> None:
        """Show whom a conversation is with."""
        self._row, self._channel = row, channel
        name = display_name(row.person, row.handle)
        self.name.setText(name)
        kind = self.tr("direct") if row.kind == "direct" else self.tr("public")
        parts = [called(channel, row.handle), kind]
        if row.assignee:
            parts.append(self.tr("assigned to {name}").format(name=isolate(colleague(row.assignee))))
        if row.snoozed_until is not None:
            when = upcoming(row.snoozed_until, datetime.now(UTC))
            parts.append(self.tr("snoozed until {when}").format(when=when))
        self.about.setText(" · ".join(parts))
        badge, colour = (channel.badge, channel.colour) if channel else ("", "")
        self.avatar.setPixmap(self._theme.avatar(row.person or row.handle, self._theme.px(38), badge, colour))
        self._make_room()

    def show_way_back(self, on: bool) -> None:
        """A button that leads to the list, where it is out of sight."""
        if on:
            self._actions.draw_icon("back")
        self.back.setVisible(on)
        self._make_room()

    def draw(self) -> None:
        """Colours of the current theme."""
        t = self._theme.tokens
        self.setStyleSheet(f"Header {{ background: {t.panel.name()}; border-bottom: 1px solid {t.line.name()}; }}")
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.name.setFont(self._theme.font(15, 600))
        self.about.setFont(self._theme.font(12))
        self.about.setStyleSheet(f"color: {t.muted.name()};")
        self.more.setIcon(self._theme.icon("more"))
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        for tool in (self.back, self.more):
            tool.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        for button in (*self.buttons.values(), self.done):
            button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
            button.setFont(self._theme.font(13, 500))
            button.setCursor(Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The name needs its room; the buttons take what is left. Before it is shown nobody knows how much that is."""
        if not self.isVisible():
            return
        needed = max(self.name.sizeHint().width(), self.about.sizeHint().width()) + 4
        room = (
            self.width()
            - 36
            - self._theme.px(52)
            - (self.back.sizeHint().width() + 7 if self.back.isVisibleTo(self) else 0)
        )
        sides = list(self.buttons.values())
        self.done.set_compact(False)
        small, most = self._theme.px(_NAME_ROOM), self._theme.px(_LARGE_ROOM)
        large = min(max(small, needed), most)
        # Icons first; then the small line is cut; a menu is the last resort.
        steps = ((0, False, large), (1, False, large), (2, False, large), (2, False, small), (2, True, small))
        wanted = 0
        for compact, menu, name in steps:
            for place, (which, button) in enumerate(reversed(self.buttons.items())):
                if place < compact:
                    self._actions.draw_icon(which)
                button.set_compact(place < compact)
                button.setVisible(not menu)
            shown = [button for button in sides if not menu] + [self.done]
            wanted = sum(button.sizeHint().width() + 7 for button in shown) + 33
            if wanted <= room - name:
                break
        else:
            self._actions.draw_icon("done")
            self.done.set_compact(wanted > room - small + 60)
        self._fill_menu(with_buttons=sides[0].isHidden())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.draw()
            if self._row is not None:
                self.show_row(self._row, self._channel)
