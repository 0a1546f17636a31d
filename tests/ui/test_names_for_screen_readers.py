"""Whatever can have the focus has a name that a screen reader can say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QSplitterHandle, QWidget

from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Theme


@pytest.fixture
def window(bridge: Bridge, theme: Theme, run, until) -> Iterator[MainWindow]:
    made = MainWindow(bridge, theme, Preferences())
    made.start()
    made.show()

    async def filled() -> None:
        await until(lambda: made.house.ready and made.conversation.currentIndex() == 1)

    run(filled())
    yield made
    made.hide()
    made.deleteLater()


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or isinstance(widget, (QScrollBar, QSplitterHandle)):
            continue
        name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        proxied = widget.focusProxy() is not None or not widget.isVisibleTo(root)
        if not name.strip() and not proxied:
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_everything_in_the_window_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []


def test_so_has_everything_in_the_settings(window: MainWindow, desk: FakeDesk) -> None:
    window.accounts.settings()
    dialog = window.accounts._open["settings"]
    assert nameless(dialog) == []
    dialog.reject()
