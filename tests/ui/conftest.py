"""The window's loop, theme and bridge for tests, with the desk in memory behind them."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

os.environ.setdefault("QT_API", "pyside6")

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Scheme, Theme

Run = Callable[[Coroutine[Any, Any, Any]], Any]
Until = Callable[[Callable[[], object]], Coroutine[Any, Any, None]]


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """The qasync loop; a test that leaves a task behind fails."""
    # As the program does: a window of an earlier test that is collected only now would end this test's loop.
    qapp.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    yield loop
    left = [task for task in asyncio.all_tasks(loop) if not task.done()]
    for task in left:
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    asyncio.set_event_loop(None)
    assert not left, f"tasks left over: {left}"


@pytest.fixture
def run(loop: asyncio.AbstractEventLoop) -> Run:
    """Run a coroutine of the test on the window's loop."""
    return loop.run_until_complete


@pytest.fixture
def until(loop: asyncio.AbstractEventLoop) -> Until:
    """Wait for a condition while the window lives; fails after 5 seconds."""

    async def wait(condition: Callable[[], object]) -> None:
        end = time.monotonic() + 5
        while not condition():
            assert time.monotonic() < end, "the condition did not come true"
            await asyncio.sleep(0.005)

    return wait


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Scheme.LIGHT)
    yield made
    made.setParent(None)


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def bridge(loop: asyncio.AbstractEventLoop, desk: FakeDesk) -> Iterator[Bridge]:
    """A bridge whose engine is this same loop: one thread, and the same code path."""
    made = Bridge(desk, lambda coro: asyncio.run_coroutine_threadsafe(coro, loop))
    yield made
    loop.run_until_complete(made.close())


@pytest.fixture
def window(bridge: Bridge, theme: Theme, run: Run, until: Until) -> Iterator[MainWindow]:
    """The whole window, filled."""
    made = MainWindow(bridge, theme, Preferences())
    made.start()
    made.show()
    made.activateWindow()

    async def filled() -> None:
        await until(lambda: made.house.ready and made.conversation.currentIndex() == 1)

    run(filled())
    yield made
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def press(window: MainWindow) -> Callable[..., None]:
    """Press a key in the list."""

    def pressed(
        key: Qt.Key, mod: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, on: QWidget | None = None
    ) -> None:
        target = on or window.list.table
        window.activateWindow()
        target.setFocus()
        QTest.keyClick(target, key, mod)

    return pressed
