"""The middle of the window: one conversation from its head to its composer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from scrm_desktop.domain.accounts import ChannelInfo
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.views import ConversationRow, Mode, ThreadItem
from ui.actions import Actions
from ui.bridge import Bridge
from ui.panes.conversation.header import Header
from ui.panes.conversation.held_notice import HeldNotice
from ui.panes.conversation.thread_pane import ThreadPane
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.panes.conversation.composer import Composer
    from ui.panes.conversation.house_texts import HouseTexts
    from ui.panes.conversation.read_only_notice import ReadOnlyNotice
    from ui.panes.conversation.send_later import SendLater
    from ui.panes.conversation.timeline_pane import TimelinePane
    from ui.panes.conversation.undo_send import UndoSend


class ConversationPane(QStackedWidget):
    """Shows a conversation, or a quiet page while none is chosen.

    ``undoable`` carries the inverse :class:`TriageAction` of a note that was added here. ``left``: Escape in the
    composer. ``open_conversation`` carries the id of one that was chosen in the timeline.

    With ``reserved``, the height that the composer is known to have, its place stays empty until :meth:`complete`.
    """

    undoable = Signal(object)
    open_conversation = Signal(int)
    left = Signal()

    # What :meth:`complete` adds.
    composer: Composer
    timeline: TimelinePane
    sends: UndoSend
    later: SendLater
    house_texts: HouseTexts
    read_only: ReadOnlyNotice

    def __init__(
        self, bridge: Bridge, theme: Theme, actions: Actions, parent: QWidget | None = None, *, reserved: int = 0
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._completed = False
        self._bridge = bridge
        self._theme = theme
        self._row: ConversationRow | None = None
        self._handles: dict[int, str] = {}
        self._channels: dict[str, ChannelInfo] = {info.name: info for info in bridge.desk.channels()}
        # Before there is anything in it that would be styled a second time.
        self._draw_ground()
        self.header = Header(theme, actions, self)
        self.thread_pane = ThreadPane(bridge, theme, self)
        self.notice = HeldNotice(self.thread_pane.model, self.thread_pane.words, theme, self)
        self.notice.acted.connect(self.thread_pane.do)
        self._line = QFrame(self)
        self._line.setFixedHeight(1)
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._place = QWidget(self)
        self._place.setFixedHeight(reserved)
        self._arrange()
        bridge.changed.connect(self._changed)
        theme.changed.connect(self._draw_ground)
        theme.changed.connect(self._draw)
        self._draw()
        if not reserved:
            self.complete()

    def complete(self) -> None:
        """Add what one writes and looks back with; a second call does nothing."""
        if self._completed:
            return
        from ui.panes.conversation.composer import Composer
        from ui.panes.conversation.house_texts import HouseTexts
        from ui.panes.conversation.read_only_notice import ReadOnlyNotice
        from ui.panes.conversation.send_later import SendLater
        from ui.panes.conversation.timeline_pane import TimelinePane
        from ui.panes.conversation.undo_send import UndoSend

        bridge, theme, actions = self._bridge, self._theme, self._actions
        self.composer = Composer(bridge, theme, self._place.parentWidget())
        self._column.replaceWidget(self._place, self.composer)
        self._place.hide()
        self._place.deleteLater()
        self.composer.show()
        self.read_only = ReadOnlyNotice(bridge, self.thread_pane.model, theme, self)
        self._column.insertWidget(self._column.indexOf(self._line), self.read_only)
        self.timeline = TimelinePane(bridge, theme, self)
        self.addWidget(self.timeline)
        self.sends = UndoSend(bridge, self.composer, self)
        self.later = SendLater(bridge, theme, self.composer, self)
        self.house_texts = HouseTexts(self, bridge, theme, actions)
        self._completed = True
        self._connect()
        self._place_composer()

    def composer_height(self) -> int:
        """How high it is now, to be reserved by the next start."""
        self._column.activate()
        return self.composer.height()

    def _connect(self) -> None:
        actions = self._actions
        self.timeline.left.connect(self.toggle_timeline)
        self.timeline.open_conversation.connect(self._open_of_timeline)
        actions["timeline"].triggered.connect(self.toggle_timeline)
        actions["send"].triggered.connect(self.composer.submit)
        actions["emoji"].triggered.connect(self.composer.pick_emoji)
        actions["attach"].triggered.connect(self.composer.choose_files)
        self.thread_pane.answer.connect(self._answer)
        self.thread_pane.open_conversation.connect(self.open_conversation)
        actions["send_later"].triggered.connect(self.later.pick)
        acts = self.thread_pane.acts
        acts.back_wanted.connect(self.sends.undo)
        acts.later_wanted.connect(self.later.move)
        acts.released.connect(self.sends.end)
        self.later.moved.connect(self.sends.end)
        self.sends.over.connect(self._think_over)
        self.composer.sent.connect(self.thread_pane.view.to_bottom)
        self.composer.undoable.connect(self.undoable)
        self.composer.manage.connect(self.house_texts.canned)
        self.composer.form.field.left.connect(self.left)

    def _arrange(self) -> None:
        page = QWidget(self)
        column = self._column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.thread_pane, 1)
        column.addWidget(self.notice)
        column.addWidget(self._line)
        column.addWidget(self._place)
        self.addWidget(self._empty)
        self.addWidget(page)

    @property
    def row(self) -> ConversationRow | None:
        """The conversation that is shown."""
        return self._row

    @property
    def paste_folder(self) -> Path | None:
        """Where pasted pictures are kept (the profile's own folder; the system's temporary one while unset)."""
        return self.composer.files.folder

    @paste_folder.setter
    def paste_folder(self, folder: Path) -> None:
        self.composer.files.folder = folder

    def show_conversation(self, row: ConversationRow | None) -> None:
        """Show this conversation; the same one again only brings its facts up to date."""
        same = row is not None and self._row is not None and row.id == self._row.id
        self._row = row
        if not (same and self.timeline_shown):
            if self._completed:
                self.timeline.show_customer(None)
            self.setCurrentIndex(1 if row is not None else 0)
        if row is not None:
            self.header.show_row(row, self._channels.get(row.channel))
            if row.account_id not in self._handles:
                self._bridge.spawn(self._read_accounts())
        self.thread_pane.show_conversation(row)
        self._place_composer()

    def _place_composer(self) -> None:
        row = self._row
        if self._completed:
            self.composer.set_conversation(row, self._handles.get(row.account_id, "") if row is not None else "")
            self.read_only.show_for(row)

    @property
    def timeline_shown(self) -> bool:
        """Whether the customer's timeline stands in the thread's place."""
        return self._completed and self.currentWidget() is self.timeline

    def toggle_timeline(self) -> None:
        """Everything with this customer in the thread's place, or the thread again."""
        if self._row is None:
            return
        shown = not self.timeline_shown
        self.timeline.show_customer(self._row if shown else None)
        self.setCurrentIndex(2 if shown else 1)
        view = self.timeline.view if shown else self.thread_pane.view
        # The stack has given it the focus already, but without its ring.
        view.clearFocus()
        view.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_of_timeline(self, number: int) -> None:
        self.toggle_timeline()
        if self._row is not None and self._row.id != number:
            self.open_conversation.emit(number)

    def focus_composer(self) -> None:
        """Put the cursor where one writes."""
        if self.timeline_shown:
            self.toggle_timeline()
        self.composer.form.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_mode(self, mode: Mode) -> None:
        """Public reply, direct message or note."""
        self.composer.set_mode(mode)

    def has_unsaved(self) -> bool:
        """Whether something typed is not durable yet."""
        return self.composer.drafts.unsaved

    async def flush(self) -> None:
        """Save every draft; durable when it returns."""
        await self.composer.drafts.flush()

    def _answer(self, item: ThreadItem) -> None:
        self.composer.answer(item)

    def _think_over(self, _outbox_id: int) -> None:
        """The moment to think again is over: its bubble says something else now."""
        self.thread_pane.view.relayout()

    async def _read_accounts(self) -> None:
        views = await self._bridge.ask(self._bridge.desk.accounts())
        self._handles = {view.account.id: view.account.handle for view in views}
        if self._row is not None:
            self._place_composer()

    def _changed(self, changes: Changes) -> None:
        if changes.accounts:
            self._bridge.spawn(self._read_accounts())
        if self._row is not None and self._row.id in changes.conversations:
            self._bridge.spawn(self._read_row(self._row.id))

    async def _read_row(self, number: int) -> None:
        rows = await self._bridge.ask(self._bridge.desk.conversation_rows((number,)))
        row = rows.get(number)
        if row is not None and self._row is not None and self._row.id == number:
            self._row = row
            self.header.show_row(row, self._channels.get(row.channel))

    def _draw_ground(self) -> None:
        ground = self._theme.tokens.panel.name()
        self.setStyleSheet(f"ConversationPane, ConversationPane > QWidget {{ background: {ground}; }}")

    def _draw(self) -> None:
        t = self._theme.tokens
        self.setMinimumWidth(self._theme.px(320))
        self._line.setStyleSheet(f"background: {t.line.name()};")
        self._empty.setFont(self._theme.font(14))
        self._empty.setStyleSheet(f"color: {t.muted.name()}; background: {t.panel.name()};")
        self._empty.setText(self.tr("Choose a conversation on the left"))
        self.header.draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._empty.setText(self.tr("Choose a conversation on the left"))
            self.notice.retranslate()
            if self._completed:
                self.read_only.draw()
