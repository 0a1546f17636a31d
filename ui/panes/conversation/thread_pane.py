"""The thread with all that belongs to it: its rows, what is opened in them, their menus, and the pill for news."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from scrm_desktop.domain.views import ConversationRow, ThreadItem
from ui.bridge import Bridge
from ui.delegates.thread_delegate import ThreadDelegate
from ui.delegates.thread_layout import Opened, ThreadLayouter
from ui.models.thread_model import ThreadModel
from ui.models.thread_rows import ThreadRow
from ui.models.thread_words import ThreadWords
from ui.panes.conversation.loader import ThreadLoader
from ui.panes.conversation.message_acts import MessageActs
from ui.panes.conversation.message_menu import MessageMenu
from ui.panes.conversation.pictures import Pictures
from ui.panes.conversation.thread_view import Placed, ThreadView
from ui.theme import Theme


class ThreadPane(QWidget):
    """``answer`` carries the message to be answered.

    ``split`` carries the message from which on the rest shall be a conversation of its own, ``open_conversation``
    the id of one that an event leads to.
    """

    answer = Signal(object)
    split = Signal(object)
    open_conversation = Signal(int)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row: ConversationRow | None = None
        self.words = ThreadWords(self)
        self.pictures = Pictures(bridge, self)
        self.model = ThreadModel(self.words, self)
        self.delegate = ThreadDelegate(theme, ThreadLayouter(theme, self.words, self._picture_of), self)
        self.view = ThreadView(self.model, self.delegate, theme, self)
        self.loader = ThreadLoader(bridge, self.model, self.view)
        self.acts = MessageActs(bridge, theme, self)
        self.menu = MessageMenu(self.acts, self.words, theme, self)
        self.pill = QPushButton(self.view)
        self._pill_place = Placed(self.view, self.pill)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self._connect()
        self._draw_pill()

    def _connect(self) -> None:
        self.view.acted.connect(self._clicked)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.link_clicked.connect(self._link)
        self.view.at_bottom_changed.connect(self._bottom_changed)
        self.menu.wanted.connect(self.do)
        self.pictures.changed.connect(self._picture_changed)
        self.loader.news.connect(self._news)
        self.pill.clicked.connect(self.view.to_bottom)
        self._theme.changed.connect(self._restyle)

    def show_conversation(self, row: ConversationRow | None) -> None:
        """Show another thread (or keep the one that is shown)."""
        same = row is not None and self._row is not None and row.id == self._row.id
        self._row = row
        self.acts.row = row
        if not same:
            self.delegate.opened = Opened()
            self.delegate.forget()
            self.pill.hide()
            self.loader.open(row.id if row is not None else None)

    # -- what is clicked ---------------------------------------------------------------------------
    def _clicked(self, act: str, row: ThreadRow, value: str) -> None:
        if row.item is not None:
            self.do(act, row.item, value)

    def _link(self, url: str) -> None:
        from ui.panes.conversation.links import ask_to_open

        ask_to_open(self, url)

    def do(self, act: str, item: ThreadItem, value: str = "") -> None:
        """Do what a painted link or the menu names."""
        opened = self.delegate.opened
        sets = {"whole": opened.whole, "fold": opened.unfolded, "kept": opened.kept}
        if act in sets:
            sets[act].symmetric_difference_update({item.key})
            self.view.relayout(item.key)
        elif act in {"picture", "picture_hide"}:
            self._picture(act, item, value)
        elif act == "link":
            self._link(value)
        elif act == "save":
            self.acts.save(item, value)
        elif act == "answer":
            self.answer.emit(item)
        elif act == "split":
            self.split.emit(item)
        elif act == "conversation":
            self.open_conversation.emit(int(value))
        elif act == "copy":
            self.view.copy()
        elif act in {"details", "versions"}:
            self._read(act, item)
        else:
            self._outbox(act, item)

    def _outbox(self, act: str, item: ThreadItem) -> None:
        if act == "retry":
            self.acts.retry(item)
        elif act == "again":
            self.acts.send_again(item)
        elif act == "later":
            self.acts.put_off(item)
        elif act == "take":
            self.acts.take_back(item)
        elif act == "discard":
            self.acts.discard(item)

    def _read(self, act: str, item: ThreadItem) -> None:
        from ui.panes.conversation import reader

        font = self._theme.font(13)
        if act == "versions":
            reader.show_versions(self, item, font)
        else:
            reader.show_message(self, self.words, item, font)

    def _open_menu(self, row: ThreadRow, place: QPoint) -> None:
        if row.item is not None:
            self.menu.build(row.item, marked=bool(self.view.marked.ranges())).popup(place)

    # -- pictures ----------------------------------------------------------------------------------
    def _picture_of(self, url: str) -> QPixmap | str:
        return self.pictures.state(url)

    def _picture(self, act: str, item: ThreadItem, url: str) -> None:
        found = next((part for part in item.attachments if part.url == url), None)
        if act == "picture_hide":
            self.pictures.hide(url)
        elif found is not None and self._row is not None:
            self.pictures.show(self._row.account_id, found)

    def _picture_changed(self, url: str) -> None:
        for item in self.model.items:
            if any(part.url == url for part in item.attachments):
                self.view.relayout(item.key)

    # -- news --------------------------------------------------------------------------------------
    def _news(self) -> None:
        self.pill.show()
        self._pill_place.move()

    def _bottom_changed(self, bottom: bool) -> None:
        if bottom:
            self.pill.hide()

    def _draw_pill(self) -> None:
        t = self._theme.tokens
        self.pill.setText(self.tr("New messages ↓"))
        self.pill.setCursor(Qt.CursorShape.PointingHandCursor)
        look = (
            f"QPushButton {{ background: {t.primary.name()}; color: {t.oursfg.name()}; border: none;"
            f" border-radius: 13px; padding: 5px 14px; font-weight: 600; }}"
            f"QPushButton:focus {{ border: 2px solid {t.fg.name()}; }}"
        )
        self.pill.setStyleSheet(self._theme.css(look))
        self.pill.setVisible(False)

    def _restyle(self) -> None:
        visible = self.pill.isVisible()
        self._draw_pill()
        self.pill.setVisible(visible)
        self.view.relayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.model.retranslate()
            self._restyle()
