"""The same round without a screen: the real window, engine thread and practice network, moved by Qt's test events."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_API", "pyside6")

import pytest
import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.messages import Direction
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import ConversationRow, InboxQuery, ItemKind, Mode, Sort, ThreadItem
from scrm_desktop.practice.launch import PracticeProcess
from scrm_desktop.service import Service
from scrm_desktop.sync.engine import EngineThread
from support.engine_parts import file_credentials
from support.practising import Practice
from support.ratio import ARTIFACTS
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Scheme, Theme

ANSWER = "Sorry about that! We have sent a new one today, it will be with you tomorrow."
pytestmark = pytest.mark.timeout(180)


class Office:
    """The window on its loop, the engine in its thread, the practice network in its process."""

    def __init__(self, app: QApplication, profile: Path) -> None:
        profile.mkdir(mode=0o700)
        self.loop = qasync.QEventLoop(app)
        asyncio.set_event_loop(self.loop)

        async def make() -> Service:
            return await Service.open(profile, actor="Test", credentials=file_credentials(profile / "keys"))

        self.engine: EngineThread[Service] = EngineThread(make)
        self.service = self.engine.start()
        self.network = PracticeProcess()
        self.practice = self.engine.call(self._practise()).result(60)
        self.bridge = Bridge(self.service, self.engine.call)
        self.theme = Theme(app, Scheme.LIGHT)
        preferences = Preferences(profile)
        # Nobody thinks again here.
        preferences.set("undo_seconds", 0)
        self.window = MainWindow(self.bridge, self.theme, preferences)
        self.window.start()
        self.window.show()

    async def _practise(self) -> Practice:
        found = await self.network.start(speed=4.0)
        await self.service.adopt_practice(found.url, found.token)
        return Practice(found.url, found.token)

    def until(self, wanted: Callable[[], Awaitable[bool]], seconds: float, why: str) -> None:
        """Let the window live until something is so."""

        async def wait() -> None:
            end = time.monotonic() + seconds
            while not await wanted():
                assert time.monotonic() < end, f"not within {seconds} s: {why}"
                await asyncio.sleep(0.02)

        self.loop.run_until_complete(wait())

    def inside(self, deed: Callable[[], object]) -> None:
        """Do it while the loop runs, as every click of a person comes: QTest handles events, and with them tasks."""

        async def do() -> None:
            deed()

        self.loop.run_until_complete(do())

    async def rows(self) -> list[ConversationRow]:
        """All conversations, newest first, as the desk tells them."""
        ids = await self.bridge.ask(self.service.conversation_ids(InboxQuery(sort=Sort.NEWEST)))
        found = await self.bridge.ask(self.service.conversation_rows(tuple(ids)))
        return [found[one] for one in ids]

    async def messages(self, conversation: int) -> list[ThreadItem]:
        """The messages of a thread."""
        page = await self.bridge.ask(self.service.thread(conversation))
        return [item for item in page.items if item.kind is ItemKind.MESSAGE]

    def close(self) -> None:
        """End everything, in the order in which the program does."""
        self.practice.close()
        self.loop.run_until_complete(self.window.conversation.flush())
        self.window.hide()
        self.loop.run_until_complete(self.bridge.close())
        self.engine.call(self.network.stop()).result(20)
        self.engine.stop()
        self.window.deleteLater()
        self.theme.setParent(None)
        self.loop.close()
        asyncio.set_event_loop(None)


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    """Everything started."""
    made = Office(qapp, tmp_path / "profile")
    yield made
    made.close()


def test_arrives_is_answered_reacts_is_done(office: Office) -> None:
    window, found = office.window, list[ConversationRow]()

    async def history() -> bool:
        return bool(await office.rows()) and window.model.loaded

    office.until(history, 30, "the history is there")
    known = {row.id for row in office.loop.run_until_complete(office.rows())}

    async def came() -> bool:
        found[:] = [row for row in await office.rows() if row.id not in known and row.unread and row.kind == "public"]
        return bool(found)

    office.until(came, 60, "a customer writes by itself")
    conversation = found[0].id

    async def listed() -> bool:
        return window.model.place(conversation) >= 0

    office.until(listed, 30, "it is in the list")
    office.inside(lambda: click(office, conversation))

    async def shown() -> bool:
        return window.list.table.current_id == conversation and window.conversation.composer.target.found is not None

    office.until(shown, 30, "it is shown when it is chosen")
    answer_by_keys(office)

    async def sent() -> bool:
        ours = [item for item in await office.messages(conversation) if ANSWER in item.text]
        return [item.state for item in ours] == [OutboxState.SENT]

    office.until(sent, 40, "the answer is sent, and stands there once")
    assert sum("sent a new one" in text for text in office.practice.own_texts()) == 1
    office.practice.hurry(30)

    async def reacted() -> bool:
        return (await office.messages(conversation))[-1].direction is Direction.IN

    office.until(reacted, 40, "the customer reacts")
    office.practice.hurry(0)
    office.until(shown, 30, "it is still shown")
    office.inside(window.actions_table["done"].trigger)

    async def closed() -> bool:
        rows = {row.id: row for row in await office.rows()}
        return rows[conversation].status is Status.DONE and window.list.table.current_id != conversation

    office.until(closed, 30, "it is done, and the next one is shown")
    picture = ARTIFACTS / "e2e" / "offscreen.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    assert window.grab().save(str(picture))


def click(office: Office, conversation: int) -> None:
    """Click on a row of the list, as a person does."""
    table, model = office.window.list.table, office.window.model
    index = model.index(model.place(conversation), 0)
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())


def answer_by_keys(office: Office) -> None:
    """Type and press Ctrl+Enter, as a person does."""
    composer = office.window.conversation.composer
    office.inside(lambda: composer.set_mode(Mode.PUBLIC))
    office.inside(lambda: QTest.keyClicks(composer.form.field, ANSWER))

    async def ready() -> bool:
        return composer.form.send.isEnabled()

    office.until(ready, 30, "it may be sent")
    office.inside(office.window.activateWindow)
    office.inside(composer.form.field.setFocus)
    office.inside(lambda: QTest.keyClick(composer.form.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))

    async def handed_over() -> bool:
        return not composer.form.field.toPlainText()

    office.until(handed_over, 30, "it left the composer")
