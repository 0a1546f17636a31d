"""Whatever can have the focus has a name that a screen reader can say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QScrollBar, QSplitterHandle, QWidget

from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.panes.conversation.composer_words import SEND_KEYS
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


def test_whatever_takes_the_focus_says_what_it_is(window: MainWindow, desk: FakeDesk) -> None:
    """``Client`` is Qt's word for a widget that says nothing of itself; a pane that scrolls by keys has no better."""
    mute = []
    for widget in window.findChildren(QWidget):
        shown = widget.isVisibleTo(window) and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if not shown or widget.focusProxy() is not None or isinstance(widget, (QScrollArea, QSplitterHandle)):
            continue
        role = QAccessible.queryAccessibleInterface(widget).role()
        if role in (QAccessible.Role.Client, QAccessible.Role.NoRole, QAccessible.Role.Pane):
            mute.append(f"{type(widget).__name__} {widget.accessibleName()!r}")
    assert mute == []


def test_who_writes_without_keys_is_not_led_away(window: MainWindow, run, until) -> None:
    """Dictation and screen readers put text into the field: the conversation is in use as by a key press."""
    composer = window.conversation.composer
    run(until(lambda: composer._row is not None and composer._restored))
    assert not window.list.table.touched
    shown = QAccessible.queryAccessibleInterface(composer.form.field)
    shown.editableTextInterface().insertText(0, "Dictated")
    assert window.list.table.touched
    assert window.model.sticky == window.list.table.current_id
    assert not composer.form.send.accessibleName().endswith(SEND_KEYS)
