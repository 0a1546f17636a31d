"""The rest of the window, made once its first look is painted: whatever is not seen then and can't be used before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.telling import Teller
from ui.macros.runner import Macros
from ui.moving.about import GoingAbout
from ui.panes.conversation.late_spelling import LateSpelling
from ui.panes.practice_menu import PracticeMenu
from ui.panes.streams import StreamsPane
from ui.panes.welcome import Welcome
from ui.people_actions import PeopleActions
from ui.saved_view_actions import SavedViewActions
from ui.send_and_done import SendAndDone
from ui.send_undo import SendUndo
from ui.splitting import Splitting
from ui.streams import Streams

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def complete(window: MainWindow) -> None:
    """Make it, and put it where it belongs."""
    bridge, actions, triage = window.bridge, window.actions_table, window.triage_actions.triage
    actions.draw_icons()
    window.teller = Teller(window, bridge)
    window.saved_actions = SavedViewActions(
        window, bridge=bridge, saved=window.saved, sidebar=window.sidebar, pane=window.list, triage=triage
    )
    window.macros = Macros(
        window,
        bridge=bridge,
        theme=window.theme,
        house=window.house,
        actions=actions,
        triage=triage,
        pane=window.conversation,
    )
    window.list.complete(actions)
    window.conversation.complete()
    composer = window.conversation.composer
    composer.preferences = window.preferences
    LateSpelling(composer, window.theme)
    window.sends = SendUndo(window.conversation.sends, triage, window.status, window.open_conversation, window)
    window.send_done = SendAndDone(composer, window.triage_actions, actions, window.list.table, window)
    window.splitting = Splitting(window.conversation, actions, triage, window)
    window.splitting.told.connect(window.status.tell)
    window.people = PeopleActions(
        window, bridge=bridge, theme=window.theme, actions=actions, pane=window.customer, triage=triage
    )
    window.people.told.connect(window.status.tell)
    window.practice_menu = PracticeMenu(window, bridge, actions)
    window.rail.practice.setMenu(window.practice_menu)
    _add_pages(window)
    window.going = GoingAbout(window)
    window.customer.complete()


def _add_pages(window: MainWindow) -> None:
    """What stands in the list's place at other times."""
    window.welcome = Welcome(window.theme, window.preferences.settings.language, window.middle)
    window.middle.addWidget(window.welcome)
    window.streams_pane = StreamsPane(window.bridge, window.theme, window.house, window.sidebar.model, window.lists)
    window.lists.addWidget(window.streams_pane)
    window.streams = Streams(
        window,
        arrangement=window.arrangement,
        stack=window.lists,
        pane=window.streams_pane,
        one=window.list,
        sidebar=window.sidebar,
        rail=window.rail,
        card=window.customer,
    )
    window.streams.restore(window.preferences.window.get("streams", ""))
