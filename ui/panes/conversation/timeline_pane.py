"""Everything that was said with one customer, over all channels on one scroll; it can only be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from scrm_desktop.domain.accounts import ChannelInfo
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.timeline import TimelineItem
from scrm_desktop.domain.views import ConversationRow, ThreadItem
from ui.bridge import Bridge
from ui.delegates.thread_delegate import ThreadDelegate
from ui.delegates.thread_layout import Opened
from ui.delegates.timeline_layout import TimelineLayouter
from ui.models.thread_rows import ThreadRow
from ui.models.timeline_model import TimelineModel
from ui.models.timeline_words import TimelineWords
from ui.panes.conversation import reader
from ui.panes.conversation.elided import ElidedLabel
from ui.panes.conversation.links import ask_to_open
from ui.panes.conversation.pictures import Pictures
from ui.panes.conversation.thread_view import ThreadView
from ui.text import display_name
from ui.theme import Theme

STEP = 200


class TimelineView(ThreadView):
    """``chosen`` is a row by Enter; ``left``: Escape."""

    chosen = Signal(object)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if row is not None:
                self.chosen.emit(row)
        elif event.key() == Qt.Key.Key_Escape and not self.marked.ranges():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TimelinePane(QWidget):
    """``open_conversation`` carries the id of the conversation that was chosen, ``left`` is the way back."""

    open_conversation = Signal(int)
    left = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._row: ConversationRow | None = None
        self._loaded: list[TimelineItem] = []
        self._before = ""
        self._reading = False
        self._turn = 0
        channels: dict[str, ChannelInfo] = {info.name: info for info in bridge.desk.channels()}
        self.words = TimelineWords(channels, self)
        self.model = TimelineModel(self.words, self)
        self.pictures = Pictures(bridge, self)
        self.delegate = ThreadDelegate(theme, TimelineLayouter(theme, self.words, self.pictures.state), self)
        self.view = TimelineView(self.model, self.delegate, theme, self)
        self.title = ElidedLabel(self)
        self.close_button = QPushButton(self)
        self._line = QFrame(self)
        self._line.setFixedHeight(1)
        self._arrange()
        self.view.chosen.connect(self._choose)
        self.view.left.connect(self.left)
        self.view.acted.connect(self._clicked)
        self.view.link_clicked.connect(self._link)
        self.pictures.changed.connect(self._picture_changed)
        self.view.near_top.connect(self._load_older)
        self.close_button.clicked.connect(self.left)
        bridge.changed.connect(self._changed)
        theme.changed.connect(self._restyle)
        self._draw()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(22, 12, 16, 12)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self.view, 1)

    def show_customer(self, row: ConversationRow | None) -> None:
        """Read the timeline of this conversation's customer; ``None`` lets go of what was read."""
        self._turn += 1
        self._row, self._before, self._reading, self._loaded = row, "", False, []
        self.delegate.opened = Opened()
        self.delegate.forget()
        self.view.clear_marked()
        self.model.show_window(())
        self._draw()
        if row is not None:
            self._bridge.spawn(self._first(row.id, self._turn))

    async def _first(self, number: int, turn: int) -> None:
        page = await self._bridge.ask(self._bridge.desk.timeline(number, limit=STEP))
        if turn == self._turn:
            self._loaded, self._before = list(page.items), page.before
            self.model.show_window(self._loaded)
            self.view.to_bottom()
            self.view.setCurrentIndex(self.model.index(self.model.rowCount() - 1))

    def _load_older(self) -> None:
        if self._row is not None and self._before and not self._reading:
            self._reading = True
            self._bridge.spawn(self._older(self._row.id, self._turn))

    async def _older(self, number: int, turn: int) -> None:
        try:
            page = await self._bridge.ask(self._bridge.desk.timeline(number, before=self._before, limit=STEP))
            if turn == self._turn:
                self._before = page.before
                self._put([*page.items, *self._loaded])
        finally:
            if turn == self._turn:
                self._reading = False
        if turn == self._turn:
            self.view.ask_for_older()

    def _put(self, items: list[TimelineItem]) -> None:
        held = self.view.hold()
        self._loaded = items
        self.model.update_window(items)
        self.view.restore(held)

    def _changed(self, changes: Changes) -> None:
        ids = {one.source.conversation_id for one in self._loaded}
        if self._row is not None and not self._reading and ids & changes.conversations:
            self._reading = True
            self._bridge.spawn(self._refresh(self._row.id, self._turn, max(STEP, len(self._loaded))))

    async def _refresh(self, number: int, turn: int, limit: int) -> None:
        try:
            page = await self._bridge.ask(self._bridge.desk.timeline(number, limit=limit))
            if turn == self._turn:
                self._before = page.before
                self._put(list(page.items))
        finally:
            if turn == self._turn:
                self._reading = False

    # -- what is clicked ---------------------------------------------------------------------------
    def _choose(self, row: ThreadRow) -> None:
        source = self.model.source_of(row)
        if source is not None:
            self.open_conversation.emit(source.conversation_id)

    def _clicked(self, act: str, row: ThreadRow, value: str) -> None:
        if act == "open_conversation":
            self._choose(row)
        elif act in {"picture", "picture_hide"}:
            self._picture(act, row, value)
        elif row.item is not None:
            self._do(act, row.item, value)

    def _picture(self, act: str, row: ThreadRow, url: str) -> None:
        """As in the thread: fetched once somebody asks for this one, through the account that it came to."""
        source, item = self.model.source_of(row), row.item
        found = next((part for part in item.attachments if part.url == url), None) if item is not None else None
        if act == "picture_hide":
            self.pictures.hide(url)
        elif found is not None and source is not None:
            self.pictures.show(source.account_id, found)

    def _picture_changed(self, url: str) -> None:
        for one in self._loaded:
            if any(part.url == url for part in one.item.attachments):
                self.view.relayout(one.item.key)

    def _do(self, act: str, item: ThreadItem, value: str) -> None:
        opened = self.delegate.opened
        sets = {"whole": opened.whole, "fold": opened.unfolded, "kept": opened.kept}
        if act in sets:
            sets[act].symmetric_difference_update({item.key})
            self.view.relayout(item.key)
        elif act == "versions":
            reader.show_versions(self, item, self._theme.font(13))
        elif act == "conversation":
            self.open_conversation.emit(int(value))
        elif act == "link":
            ask_to_open(self, value)

    def _link(self, url: str) -> None:
        ask_to_open(self, url)

    # -- look --------------------------------------------------------------------------------------
    def _draw(self) -> None:
        t = self._theme.tokens
        person = display_name(self._row.person, self._row.handle) if self._row is not None else ""
        self.title.setFont(self._theme.font(15, 600))
        self.title.setStyleSheet(f"color: {t.fg.name()};")
        self.title.setText(self.tr("Everything with {person}").format(person=person))
        self.close_button.setText(self.tr("Back to the conversation"))
        self._line.setStyleSheet(f"background: {t.line.name()};")
        self.view.setAccessibleName(self.tr("Timeline"))

    def _restyle(self) -> None:
        self._draw()
        self.view.relayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.model.retranslate()
            self._restyle()
