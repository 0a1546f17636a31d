"""A filled window of its own for each test, and how its keys are pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Theme

Mod = Qt.KeyboardModifier


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


@pytest.fixture
def window(bridge: Bridge, theme: Theme, preferences: Preferences, run, until) -> Iterator[MainWindow]:
    made = MainWindow(bridge, theme, preferences)
    made.start()
    made.show()
    made.activateWindow()

    async def filled() -> None:
        await until(lambda: made.house.ready and made.conversation.currentIndex() == 1)

    run(filled())
    yield made
    run(bridge.silence(set()))
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.set_zoom(1.0)


@pytest.fixture
def press(window: MainWindow) -> Callable[..., None]:
    def pressed(key: Qt.Key, mod: Qt.KeyboardModifier = Mod.NoModifier, on: QWidget | None = None) -> None:
        target = on or window.list.table
        window.activateWindow()
        target.setFocus()
        QTest.keyClick(target, key, mod)

    return pressed


@pytest.fixture
def french_key(window: MainWindow) -> Callable[..., None]:
    """A key as a French keyboard sends it: its code, what is held, and the text that comes out."""

    def typed(key: Qt.Key, mod: Qt.KeyboardModifier, text: str, on: QWidget | None = None) -> None:
        target = on or window.list.table
        target.setFocus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, mod, text)
            QCoreApplication.sendEvent(target, event)

    return typed
