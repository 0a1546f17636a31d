"""What goes on beside the window: notifications, the tray icon, and staying when the window is closed.

Made after the first paint, so that a start waits for none of it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.ringing import Attention
from scrm_desktop.domain.views import Draft, Mode
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.notifying.answering import Composing
from ui.notifying.card import Shower
from ui.notifying.freedesktop import Freedesktop
from ui.notifying.membership import belonging
from ui.notifying.notifier import Notifier, Surroundings
from ui.preferences import Preferences
from ui.resources import resource
from ui.tray.closing import Closing
from ui.tray.drawing import tray_icon
from ui.tray.tray import Balloon, Tray, there_is_a_tray


class Background(QObject):
    """``raise_asked`` comes when the window shall come to the front, ``quit_asked`` when the program shall end."""

    raise_asked = Signal()
    quit_asked = Signal()

    def __init__(self, window: MainWindow, bridge: Bridge, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._bridge, self._preferences = window, bridge, preferences
        QApplication.setWindowIcon(tray_icon(0))
        self.tray: Tray | None = self._make_tray() if there_is_a_tray() else None
        self.notifier = Notifier(bridge, self._showers(), self._surroundings(), window.triage_actions.triage)
        self.closing = Closing(window, preferences, lambda: self.tray is not None)
        self._pause_ends = QTimer(self, singleShot=True)
        self._pause_ends.timeout.connect(self._show_state)
        self.notifier.opened.connect(self._open)
        self.notifier.writing.connect(self._write)
        self.notifier.told.connect(window.status.tell)
        window.house.changed.connect(self._show_state)
        preferences.changed.connect(self._settings_changed)
        self._show_state()

    def catch_up(self, missed: Iterable[Changes]) -> None:
        """What came before this was made rings, too."""
        for changes in missed:
            self.notifier.hear(changes)

    async def leave(self) -> None:
        """Take away what stands on the desktop."""
        await self.notifier.leave()
        if self.tray is not None:
            self.tray.leave()

    # -- making -----------------------------------------------------------------------------------
    def _make_tray(self) -> Tray:
        tray = Tray()
        tray.open_asked.connect(self.raise_asked)
        tray.quit_asked.connect(self.quit_asked)
        tray.check_asked.connect(self._window.actions_table["check_now"].trigger)
        tray.paused.connect(self.pause)
        tray.show()
        return tray

    def _showers(self) -> tuple[Shower, ...]:
        made: list[Shower] = []
        if sys.platform.startswith("linux"):
            made.append(Freedesktop(QApplication.applicationName(), resource("marks", "app.svg").as_uri()))
        if self.tray is not None:
            made.append(Balloon(self.tray))
        return tuple(made)

    def _surroundings(self) -> Surroundings:
        house, pane = self._window.house, self._window.conversation
        sends = pane.sends
        return Surroundings(
            settings=lambda: self._preferences.ringing,
            attention=self._attention,
            belongs=belonging(self._bridge.desk.me(), lambda: house.labels),
            composing=Composing(keep=self._keep, care=sends.care, queued=sends.queued, opening=pane.later.opening),
        )

    def _attention(self) -> Attention:
        window = self._window
        reading = window.isActiveWindow() and window.conversation.currentIndex() == 1
        front = window.list.table.current_id if reading else None
        return Attention(active=QApplication.activeWindow() is not None, front=front)

    # -- what the person asks for -----------------------------------------------------------------
    def pause(self, until: datetime | None) -> None:
        """Silence notifications until then, or no more."""
        self._preferences.ringing = replace(self._preferences.ringing, paused_until=until)

    def _settings_changed(self, name: str) -> None:
        if name in ("ringing", "notifications"):
            self.notifier.settings_changed()
            self._show_state()

    def _show_state(self) -> None:
        until = self._preferences.ringing.paused_until
        if self.tray is not None:
            self.tray.show_state(self._window.house.counts.needs_reply, until)
        left = until - datetime.now(UTC) if until is not None else timedelta()
        if left > timedelta():
            self._pause_ends.start(min(2**31 - 1, int(left.total_seconds() * 1000) + 1000))

    def _open(self, conversation_id: int | None) -> None:
        self.raise_asked.emit()
        if conversation_id is None:
            self._window.sidebar.choose("needs_reply")
        else:
            self._window.open_conversation(conversation_id)

    def _write(self, conversation_id: int, mode: Mode) -> None:
        self._open(conversation_id)
        if self._window.list.table.current_id == conversation_id:
            self._begin(mode)
        else:
            self._bridge.spawn(self._begin_when_there(conversation_id, mode))

    async def _begin_when_there(self, conversation_id: int, mode: Mode) -> None:
        """The conversation is on its way into the list."""
        from asyncio import sleep

        for _ in range(100):
            if self._window.list.table.current_id == conversation_id:
                self._begin(mode)
                return
            await sleep(0.05)

    def _begin(self, mode: Mode) -> None:
        self._window.conversation.set_mode(mode)
        self._window.conversation.focus_composer()

    async def _keep(self, conversation_id: int, mode: Mode, account_id: int, text: str) -> None:
        """Put a text that did not leave behind whatever the composer holds for that place."""
        composer = self._window.conversation.composer
        if self._window.list.table.current_id == conversation_id and composer.mode is mode:
            composer.add_text(text)
            return
        place = (conversation_id, mode, account_id)
        empty = Draft(conversation_id=conversation_id, mode=mode, account_id=account_id, text="")
        begun = await composer.drafts.load(place) or empty
        whole = f"{begun.text.rstrip()}\n\n{text}" if begun.text.strip() else text
        composer.drafts.keep(replace(begun, text=whole))
        await composer.drafts.flush()
