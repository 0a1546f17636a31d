"""A window with one conversation pane, above the desk in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QMainWindow

from scrm_desktop.domain.views import ThreadItem
from support.fake_desk import FakeDesk
from ui.actions import Actions, When
from ui.bridge import Bridge
from ui.panes.conversation import ConversationPane
from ui.theme import Theme


@pytest.fixture
def pane(qtbot: object, bridge: Bridge, theme: Theme) -> Iterator[ConversationPane]:
    """A conversation pane in a shown window of 530 x 700."""
    window = QMainWindow()
    actions = Actions(window, theme)
    actions.allow({When.CONVERSATION})
    made = ConversationPane(bridge, theme, actions)
    window.setCentralWidget(made)
    window.resize(530, 700)
    window.show()
    yield made
    window.close()
    window.deleteLater()


@pytest.fixture
def opened(pane: ConversationPane, desk: FakeDesk, run, until) -> Callable[[int], ConversationPane]:
    """Opens a conversation and waits until its thread and its target stand."""

    def show(number: int, items: list[ThreadItem] | None = None) -> ConversationPane:
        if items is not None:
            desk.threads[number] = items
        pane.show_conversation(desk.rows[number])
        run(until(lambda: pane.thread_pane.model.rowCount() and pane.composer.target.found is not None))
        return pane

    return show
