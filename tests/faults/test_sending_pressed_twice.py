"""Fault 11: two clicks on Send within milliseconds, and the Enter key held down, are one message."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_API", "pyside6")

import pytest
import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from scrm_desktop.domain.views import InboxQuery
from support.fake_desk import FakeDesk
from ui.actions import Actions, When
from ui.bridge import Bridge
from ui.panes.conversation import ConversationPane
from ui.theme import Scheme, Theme


class Screen:
    """A window with one open conversation, above a desk in memory."""

    def __init__(self, app: QApplication, desk: FakeDesk) -> None:
        self.loop = qasync.QEventLoop(app)
        asyncio.set_event_loop(self.loop)
        self.desk = desk
        self.bridge = Bridge(desk, lambda coro: asyncio.run_coroutine_threadsafe(coro, self.loop))
        self.theme = Theme(app, Scheme.LIGHT)
        self.window = QMainWindow()
        self.actions = Actions(self.window, self.theme)
        self.pane = ConversationPane(self.bridge, self.theme, self.actions)
        self.window.setCentralWidget(self.pane)
        self.actions.allow({When.CONVERSATION})
        self.window.show()

    def wait(self, wanted: Callable[[], object]) -> None:
        """Let the window live until something is so."""

        async def until() -> None:
            end = time.monotonic() + 10
            while not wanted():
                assert time.monotonic() < end
                await asyncio.sleep(0.005)

        self.loop.run_until_complete(until())

    def close(self) -> None:
        """End it, with nothing left over."""
        self.loop.run_until_complete(self.bridge.close())
        self.window.close()
        self.window.deleteLater()
        self.theme.setParent(None)
        self.loop.close()
        asyncio.set_event_loop(None)


@pytest.fixture
def screen(qapp: QApplication) -> Iterator[Screen]:
    """The screen with the first public conversation open and an answer typed."""
    made = Screen(qapp, FakeDesk())
    ids = made.loop.run_until_complete(made.desk.conversation_ids(InboxQuery(kind="public")))
    row = made.loop.run_until_complete(made.desk.conversation_rows((ids[0],)))[ids[0]]
    made.pane.show_conversation(row)
    field = made.pane.composer.form.field
    made.wait(lambda: made.pane.composer.target.found is not None)
    field.setPlainText("It leaves today.")
    made.wait(made.pane.composer.form.send.isEnabled)
    yield made
    made.close()


def sent(screen: Screen) -> int:
    """How often the desk was asked to send."""
    return [name for name, _ in screen.desk.calls].count("send")


def test_11_two_clicks_within_ten_milliseconds(screen: Screen) -> None:
    screen.desk.delay = 0.05
    button = screen.pane.composer.form.send
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    screen.wait(lambda: screen.desk.outbox_rows)
    screen.wait(lambda: not screen.pane.composer.form.field.toPlainText())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    screen.wait(lambda: not screen.pane.composer.form.field.isReadOnly())
    assert sent(screen) == 1
    assert len(screen.desk.outbox_rows) == 1


def test_11_enter_held_down(screen: Screen) -> None:
    screen.desk.delay = 0.02
    assert not screen.actions["send"].autoRepeat()
    for _ in range(20):
        screen.actions["send"].trigger()
        screen.loop.run_until_complete(asyncio.sleep(0.005))
    screen.wait(lambda: not screen.pane.composer.form.field.toPlainText())
    screen.actions["send"].trigger()
    screen.loop.run_until_complete(asyncio.sleep(0.1))
    assert sent(screen) == 1
    assert len(screen.desk.outbox_rows) == 1
