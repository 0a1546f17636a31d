"""The first look is painted without a loop and without the engine, and what a person does meanwhile is not lost."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from scrm_desktop.domain.views import InboxQuery
from support.fake_desk import FakeDesk
from support.processes import ROOT, clean_environment
from ui import first_look
from ui.bridge import Bridge
from ui.early import painted
from ui.late_desk import LateDesk
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Theme
from ui.views import fixed_views

QUERY = fixed_views("Nadia")[0].query


@pytest.fixture
def look(desk: FakeDesk, run) -> first_look.FirstLook:
    found = run(first_look.take(desk, QUERY))
    assert found is not None
    return found


class Early:
    """A window that was shown before there was a loop, and the engine that comes later."""

    def __init__(self, look: first_look.FirstLook, theme: Theme, preferences: Preferences | None = None) -> None:
        self.ready: Future[Any] = Future()
        self.desk: Any = LateDesk(
            look, self.ready, lambda coro: asyncio.run_coroutine_threadsafe(coro, asyncio.get_event_loop())
        )
        self.bridge = Bridge(self.desk, lambda coro: asyncio.get_running_loop().create_task(coro), early=True)
        self.window = MainWindow(self.bridge, theme, preferences or Preferences(), early=True)
        self.window.start()

    def show(self) -> None:
        with painted(self.window, self.bridge):
            self.window.show()

    async def end(self) -> None:
        self.bridge.run_early()
        self.bridge.go_on()
        # What has not begun can't be ended without a warning.
        for _ in range(5):
            await asyncio.sleep(0)
        await self.bridge.close()
        self.window.hide()
        self.window.deleteLater()


@pytest.fixture
def early(look, loop, theme: Theme, run):
    made = Early(look, theme)
    yield made
    made.window.complete()
    run(made.end())


def test_it_is_painted_before_there_is_a_loop(early: Early, desk: FakeDesk) -> None:
    desk.calls.clear()
    early.show()
    assert early.window.filled
    assert not early.window.completed
    assert desk.calls == []


def test_it_goes_on_upon_the_loop(early: Early, desk: FakeDesk, run, until) -> None:
    early.show()
    early.window.complete()

    async def story() -> None:
        early.bridge.go_on()
        early.ready.set_result(desk)
        early.desk.arrived()
        desk.rows.pop(8)
        desk.arrive(3, "Hello again")
        await until(lambda: early.window.model.place(3) >= 0)
        await until(lambda: early.window.conversation.composer.target.found is not None)

    run(story())


@pytest.mark.parametrize("size", [(1440, 900), (1000, 700), (760, 600)])
def test_completing_moves_nothing(size: tuple[int, int], look, loop, theme: Theme, run) -> None:
    preferences = Preferences()
    first = Early(look, theme, preferences)
    first.show()
    first.window.complete()
    first.window.remember()
    run(first.end())
    assert preferences.window["composer"].split()[0].isdecimal()

    early = Early(look, theme, preferences)
    early.window.resize(*size)
    early.show()
    window = early.window
    assert not hasattr(window.conversation, "composer")
    panes = (window.rail, window.sidebar, window.list.table, window.list.search, window.conversation.header,
             window.conversation.thread_pane.view, window.customer, window.status)  # fmt: skip
    before = [pane.geometry() for pane in panes], window.conversation.thread_pane.view.verticalScrollBar().value()
    window.complete()
    for _ in range(5):
        QCoreApplication.processEvents()
    after = [pane.geometry() for pane in panes], window.conversation.thread_pane.view.verticalScrollBar().value()
    assert after == before
    run(early.end())


def test_a_key_pressed_meanwhile_does_its_work_afterwards(early: Early, run, until) -> None:
    early.show()
    first = early.window.list.table.current_id
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.postEvent(early.window.list.table, pressed)
    early.window.complete()

    async def story() -> None:
        early.bridge.go_on()
        await until(lambda: early.window.list.table.current_id != first)

    run(story())


def test_a_question_to_the_engine_waits_for_it(look, loop, theme: Theme, desk: FakeDesk, run, until) -> None:
    asked: list[object] = []

    async def ask(early: Early) -> None:
        asked.append(await early.bridge.ask(early.desk.conversation_ids(InboxQuery(text="x"))))

    early = Early(look, theme)
    early.bridge.spawn(ask(early))
    early.bridge.run_early()
    assert asked == []

    async def story() -> None:
        early.bridge.go_on()
        early.ready.set_result(desk)
        await until(lambda: asked)
        await early.bridge.close()

    run(story())
    early.window.deleteLater()


@pytest.mark.parametrize("kept", [{"streams": '{"on": true, "views": ["unread"]}'}, {}])
def test_what_stands_above_or_in_place_of_the_list_is_there_at_once(kept, look, loop, theme: Theme, run) -> None:
    preferences = Preferences()
    preferences.window = kept
    preferences.set("menu_bar", not kept)
    early = Early(look, theme, preferences)
    assert early.window.completed
    early.show()
    run(early.end())


def test_asyncio_is_not_loaded_for_it(look: first_look.FirstLook, tmp_path: Path) -> None:
    first_look.save(tmp_path, look)
    code = (
        "import sys; from pathlib import Path; from ui import qt; qt.load()\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from ui.engine import Engine; from ui.preferences import Preferences\n"
        "from ui.program import Program; from ui.theme import Theme; from ui.main_window import MainWindow\n"
        "complete = MainWindow.complete\n"
        "def told(window):\n"
        "    print(window.filled, window.completed, 'asyncio' in sys.modules)\n"
        "    complete(window)\n"
        "MainWindow.complete = told\n"
        "app, profile = QApplication([]), Path(sys.argv[1])\n"
        "preferences, engine = Preferences(profile), Engine(profile, 'Nadia')\n"
        "program = Program(Theme(app), engine, preferences, profile)\n"
        "program.show_first(hidden=False)\n"
        "print(program.window.completed)"
    )
    env = clean_environment(QT_QPA_PLATFORM="offscreen")
    argv = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(argv, capture_output=True, text=True, check=False, cwd=ROOT, env=env)
    assert done.stdout.split() == ["True", "False", "False", "True"], done.stdout + done.stderr
