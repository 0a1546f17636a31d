"""The window: puts the panes together and says who hears whom. Nothing is decided here."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from scrm_desktop.domain.triage import TriageAction
from scrm_desktop.domain.views import InboxQuery, Mode
from ui.accounts import AccountDialogs
from ui.actions import Actions
from ui.bridge import Bridge
from ui.models.conversations import ConversationModel
from ui.models.house import House
from ui.models.saved_views import SavedViews
from ui.panes.arrangement import Arrangement
from ui.panes.conversation import ConversationPane
from ui.panes.conversation_list import ConversationList
from ui.panes.customer import CustomerPane
from ui.panes.rail import Rail
from ui.panes.sidebar import Sidebar
from ui.panes.status_bar import StatusBar
from ui.preferences import Preferences
from ui.reading import ReadMarker
from ui.theme import Theme
from ui.triage_actions import TriageActions
from ui.views import fixed_views

if TYPE_CHECKING:
    from ui.dialogs.telling import Teller
    from ui.macros.runner import Macros
    from ui.moving.about import GoingAbout
    from ui.panes.practice_menu import PracticeMenu
    from ui.panes.streams import StreamsPane
    from ui.panes.welcome import Welcome
    from ui.people_actions import PeopleActions
    from ui.saved_view_actions import SavedViewActions
    from ui.send_and_done import SendAndDone
    from ui.send_undo import SendUndo
    from ui.splitting import Splitting
    from ui.streams import Streams

_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin})


_Box = TypeVar("_Box", bound=QBoxLayout)


def _gapless(box: _Box) -> _Box:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return box


class MainWindow(QMainWindow):
    """``closing`` comes instead of closing, ``quitting`` when the person quits: the program saves first and ends.

    An ``early`` one has only what is seen at first; :meth:`complete` adds the rest before anybody can use it.
    """

    closing = Signal()
    quitting = Signal()
    language_chosen = Signal()

    # What ui.completion adds.
    welcome: Welcome
    streams_pane: StreamsPane
    streams: Streams
    teller: Teller
    saved_actions: SavedViewActions
    macros: Macros
    practice_menu: PracticeMenu
    sends: SendUndo
    send_done: SendAndDone
    splitting: Splitting
    people: PeopleActions
    going: GoingAbout

    def __init__(self, bridge: Bridge, theme: Theme, preferences: Preferences, *, early: bool = False) -> None:
        super().__init__()
        self._bridge = self.bridge = bridge
        self._theme = self.theme = theme
        self.preferences = preferences
        self.practising = self.completed = False
        self._composer = preferences.window.get("composer", "")
        self.setWindowTitle("SCRM Desktop")
        self.actions_table = Actions(self, theme)
        self.house = House(bridge)
        self.saved = SavedViews(bridge)
        self.model = ConversationModel(bridge)
        self._build(early)
        self.triage_actions = TriageActions(
            self,
            bridge=bridge,
            theme=theme,
            house=self.house,
            actions=self.actions_table,
            table=self.list.table,
            model=self.model,
        )
        self.reading = ReadMarker(self, self.model, self.triage_actions.triage)
        self.accounts = AccountDialogs(self, bridge, theme, self.house, self.actions_table, preferences)
        self.accounts.saved = self.saved
        self.list.table.current.connect(self._show)
        self.model.rows_changed.connect(self._rows_changed)
        self.rail.practice.hide()
        self.list.search.tell_key(self.actions_table.shown("search"))
        self._restore()
        self.turned()
        columns = '"on": true' in preferences.window.get("streams", "")
        if not early or columns or preferences.settings.menu_bar:
            # What stands above or in place of the list must not come when the list has been painted.
            self.complete()

    def complete(self) -> None:
        """Add what nobody sees at first and nobody can use before it is painted; a second call does nothing."""
        if not self.completed:
            from ui.completion import complete

            self.completed = True
            complete(self)
            self._connect()
            self._house_changed()
            if self.isVisible() and self.filled:
                # Nothing is written and nothing told in it yet: so the next start will find it.
                self._composer = self._composer_key(self.conversation.composer_height())

    def _build(self, early: bool) -> None:
        bridge, theme, actions = self._bridge, self._theme, self.actions_table
        # From the outside in: a pane that moves into another parent has all its styles worked out again.
        whole = QWidget()
        self.setCentralWidget(whole)
        line = _gapless(QHBoxLayout(whole))
        self.rail = Rail(theme, actions, whole)
        line.addWidget(self.rail)
        right = QWidget(whole)
        line.addWidget(right, 1)
        column = _gapless(QVBoxLayout(right))
        self.middle = QStackedWidget(right)
        column.addWidget(self.middle, 1)
        self.columns = QSplitter(Qt.Orientation.Horizontal, self.middle)
        self.middle.addWidget(self.columns)
        self.sidebar = Sidebar(theme, self.house, self.saved, actions, bridge.desk.me(), self.columns)
        inner = QSplitter(Qt.Orientation.Horizontal, self.columns)
        self.lists = QStackedWidget(inner)
        self.list = ConversationList(theme, self.house, self.model, self.lists)
        self.lists.addWidget(self.list)
        reserved = self._composer_height() if early else 0
        self.conversation = ConversationPane(bridge, theme, actions, inner, reserved=reserved)
        self.customer = CustomerPane(bridge, theme, self.columns, early=early)
        panes = (self.sidebar, self.lists, self.conversation, self.customer)
        self.arrangement = Arrangement(self.columns, inner, *panes, zoom=theme.zoom)
        self.status = StatusBar(theme, self.house, right)
        column.addWidget(self.status)

    def _connect(self) -> None:
        actions, triage = self.actions_table, self.triage_actions.triage
        self.streams.menu_asked.connect(self.triage_actions.open_menu)
        self.sidebar.chosen.connect(self.list.show_view)
        self.sidebar.account_asked.connect(self.accounts.details)
        self.customer.open_conversation.connect(self.open_conversation)
        self.customer.timeline_asked.connect(actions["timeline"].trigger)
        self.conversation.open_conversation.connect(self.open_conversation)
        triage.told.connect(self._told)
        triage.progress.connect(self.status.progress.show_progress)
        self.status.progress.stop_asked.connect(triage.stop)
        self.practice_menu.told.connect(self.status.tell)
        self.status.undo_asked.connect(triage.undo)
        self.status.health_asked.connect(self.accounts.worst)
        actions["search"].triggered.connect(self._search)
        actions["columns"].triggered.connect(self.streams.toggle)
        actions["filter"].triggered.connect(self.list.chips.filter.showMenu)
        actions["save_view"].triggered.connect(self.list.ask_to_save)
        actions["unread"].triggered.connect(self.reading.leave_unread)
        actions["check_now"].triggered.connect(lambda: self._bridge.spawn(self._check_now()))
        actions["quit"].triggered.connect(self.quitting)
        actions["note"].triggered.connect(lambda: self._write(Mode.NOTE))
        actions["reply"].triggered.connect(lambda: self._write(Mode.PUBLIC))
        actions["direct"].triggered.connect(lambda: self._write(Mode.DIRECT))
        self.conversation.undoable.connect(self._noted)
        self.conversation.left.connect(self._left_composer)
        self.conversation.composer.written.connect(self._written)
        self.welcome.connect_asked.connect(self.accounts.add)
        self.welcome.skipped.connect(self._house_changed)
        self.welcome.language_chosen.connect(self._speak)
        self.house.changed.connect(self._house_changed)

    def _told(self, words: str) -> None:
        self.status.tell(words, undo=self.triage_actions.triage.can_undo)

    def _speak(self, code: str) -> None:
        self.preferences.set("language", code)

    def _noted(self, inverse: TriageAction) -> None:
        self.triage_actions.triage.remember(inverse, self.tr("Note added"))

    # -- what happens -----------------------------------------------------------------------------
    def start(self) -> None:
        """Ask for the first list; the window may be shown before or after."""
        self.house.refresh()
        self.saved.refresh()
        self.list.show_view(self.sidebar.view)
        self.list.table.setFocus()
        self.list.table.painted.connect(self._watch_touches)

    def _watch_touches(self) -> None:
        """Only once there is something to touch: a filter hears of thousands of events before that."""
        if not self.completed:
            return
        self.list.table.painted.disconnect(self._watch_touches)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = self.actions_table.sign_of(event)
        if sign is not None:
            sign.trigger()
        elif event.key() == Qt.Key.Key_Escape and self.arrangement.back():
            self.list.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _written(self) -> None:
        # A screen reader or dictation writes without a key or a click that the filter below could see.
        if not self.list.table.touched:
            self.list.table.touch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and event.spontaneous():
            self.list.table.touch()
        application = QCoreApplication.instance()
        if self.list.table.touched and application is not None:
            # Python is not called for every event of the day to learn what is known.
            application.removeEventFilter(self)
        return super().eventFilter(watched, event)

    @property
    def first_query(self) -> InboxQuery:
        """What the next start will ask first."""
        return fixed_views(self._bridge.desk.me())[0].query

    @property
    def filled(self) -> bool:
        """Whether the list has its rows and a conversation stands beside it."""
        one = self.list.table.current_id
        known = one is not None and self.model.known(one) is not None
        thread = self.conversation.currentIndex() == 1 and bool(self.conversation.thread_pane.model.items)
        return self.house.ready and self.model.loaded and known and thread

    async def painted(self, *, seconds: float) -> None:
        """Wait until the filled window was painted, at most so long."""
        import asyncio

        shown = asyncio.Event()

        def look() -> None:
            if self.filled:
                shown.set()

        self.list.table.painted.connect(look)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(shown.wait(), seconds)
        # The thread beside it is painted in the same round of the loop.
        await asyncio.sleep(0)

    def show_view(self, key: str) -> None:
        """Choose a view of the sidebar."""
        self.arrangement.back()
        self.sidebar.choose(key)
        self.list.table.setFocus()

    def open_conversation(self, conversation_id: int) -> None:
        """Show a conversation that may not be in the list: then among everything."""
        self.arrangement.open()
        if not self.list.table.go_to(conversation_id):
            self.list.table.wish = conversation_id
            self.sidebar.choose("everything")

    def _show(self, conversation_id: int | None) -> None:
        row = self.model.known(conversation_id) if conversation_id is not None else None
        if row is not None or conversation_id is None:
            # A row that is still on its way is shown when it comes, rather than nothing in between.
            self.conversation.show_conversation(row)
            self.customer.show_conversation(row)
        if not self.arrangement.hidden:
            self.reading.shown(conversation_id, by_itself=self.list.table.by_itself)

    def _rows_changed(self, ids: frozenset[int]) -> None:
        one = self.list.table.current_id
        if one in ids:
            row = self.model.known(one)
            self.conversation.show_conversation(row)
            self.customer.show_conversation(row)

    def _search(self) -> None:
        self.streams.show(False)
        self.arrangement.back()
        self.list.search.setFocus()
        self.list.search.selectAll()

    async def _check_now(self) -> None:
        await self._bridge.ask(self._bridge.desk.check_now())
        self.status.tell(self.tr("Asking every channel for news"))

    def _write(self, mode: Mode) -> None:
        self.arrangement.open()
        self.conversation.set_mode(mode)
        self.conversation.focus_composer()

    def _left_composer(self) -> None:
        shown = self.list.table if self.list.isVisible() else self.conversation.thread_pane.view
        shown.setFocus()

    def _house_changed(self) -> None:
        nobody = self.house.ready and not self.house.accounts and not self.model.rowCount() and not self.practising
        nobody = nobody and not self.welcome.was_skipped
        self.middle.setCurrentIndex(1 if nobody else 0)
        self.rail.practice.setVisible(bool(self._bridge.desk.practice()))
        self.triage_actions.refresh()

    def practice_starts(self) -> None:
        """The practice network is on its way up: no welcome page any more."""
        self.practising = True
        self.welcome.starting()
        self._house_changed()
        self.status.tell(self.tr("The practice network is starting…"))

    def practice_runs(self) -> None:
        """Its customers write from now on."""
        self.status.tell(self.tr("The practice network is running: its customers write to you now."))

    def practice_failed(self) -> None:
        """It did not come up."""
        self.practising = False
        self.welcome.ready()
        self._house_changed()

    # -- place and end ----------------------------------------------------------------------------
    def sizeHint(self) -> QSize:
        return QSize(1440, 900)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow window the thread needs the room more than the card beside it.
        self.arrangement.fit(event.size().width(), self._theme.zoom, card=self._has_card)

    @property
    def _has_card(self) -> bool:
        """Columns leave no room for it."""
        return not (self.completed and self.streams.on)

    def zoom_to(self, percent: int) -> None:
        """Text, and all that is measured by it, at this percentage."""
        self._theme.set_zoom(percent / 100)
        self.arrangement.enlarge(self._theme.zoom)
        self.arrangement.fit(self.width(), self._theme.zoom, card=self._has_card)

    def turned(self) -> None:
        """List and conversation took turns: what is out of sight is not being read."""
        self.conversation.header.show_way_back(self.arrangement.one_at_a_time)
        self.reading.shown(None if self.arrangement.hidden else self.list.table.current_id, by_itself=False)

    def _restore(self) -> None:
        self.resize(self.sizeHint())
        kept = self.preferences.window
        if "geometry" in kept:
            self.restoreGeometry(QByteArray.fromBase64(kept["geometry"].encode()))
        self.arrangement.restore(kept, self.preferences.settings.reading_pane)
        # Before it is shown: panes that can't stand side by side would make the window wider than it was.
        self.arrangement.fit(self.width(), self._theme.zoom)

    def remember(self) -> None:
        """Keep where the window and its columns stood."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        panes = {**self.streams.plain_state, "streams": self.streams.kept()}
        height = {"composer": self._composer} if self._composer else {}
        self.preferences.window = {"geometry": geometry, **panes, **height, **self.going.state()}

    def _composer_key(self, height: int) -> str:
        """A height in pixels with whatever it hangs on."""
        return f"{height} {self._theme.zoom} {self.locale().name()} {QCoreApplication.translate('Actions', 'Send')}"

    def _composer_height(self) -> int:
        """The height that it had when nothing stood in it, if that was in the same size and language; or 0."""
        height = self._composer.partition(" ")[0]
        return int(height) if height.isdecimal() and self._composer == self._composer_key(int(height)) else 0

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closing.emit()
