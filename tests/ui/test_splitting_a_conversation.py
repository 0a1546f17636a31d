"""From the chosen message on, the rest of a conversation stands by itself; both say so and lead to one another."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from scrm_desktop.domain.triage import Split
from support.fake_desk import FakeDesk
from ui.main_window import MainWindow
from ui.models.thread_events import event_words, led_to

Key, Mod = Qt.Key, Qt.KeyboardModifier


def stand_on(window: MainWindow, place: int) -> None:
    view = window.conversation.thread_pane.view
    view.setFocus()
    view.setCurrentIndex(window.conversation.thread_pane.model.index(place))


async def second_thing(window: MainWindow, desk: FakeDesk, until) -> None:
    """The customer writes about something else."""
    pane = window.conversation.thread_pane
    await until(lambda: pane.model.items)
    key = desk.arrive(window.list.table.current_id or 0, "And my invoice?")
    await until(lambda: [item.key for item in pane.model.items][-1:] == [key])


def last_event(window: MainWindow) -> str:
    """Empty also while a thread is on its way."""
    items = window.conversation.thread_pane.model.items
    return items[-1].event if items else ""


def last_message(window: MainWindow) -> int:
    model = window.conversation.thread_pane.model
    return max(n for n in range(model.rowCount()) if (item := model.row_at(n).item) is not None and item.remote_id)


def test_by_keys_alone_split_undone_done_again_and_followed(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        pane = window.conversation.thread_pane
        await second_thing(window, desk, until)
        shown = window.list.table.current_id
        assert shown is not None
        count = len(desk.rows)
        stand_on(window, last_message(window))
        QTest.keyClick(pane.view, Key.Key_X, Mod.ControlModifier | Mod.ShiftModifier)
        await until(lambda: len(desk.rows) == count + 1)
        new = max(desk.rows)
        await until(lambda: last_event(window) == "split_off")
        await until(window.actions_table["undo"].isEnabled)
        window.actions_table["undo"].trigger()
        await until(lambda: len(desk.rows) == count)
        await until(window.actions_table["redo"].isEnabled)
        window.actions_table["redo"].trigger()
        await until(lambda: len(desk.rows) == count + 1)
        await until(lambda: last_event(window) == "split_off")
        pane.do("conversation", desk.threads[shown][-1], str(new))
        await until(lambda: window.list.table.current_id == new)
        await until(lambda: last_event(window) == "split_from")
        assert led_to(pane.model.items[-1]) == shown
        assert "another conversation" in event_words(pane.model.items[-1])

    run(story())


def test_the_menus_of_a_message_and_of_the_event(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        pane = window.conversation.thread_pane
        await second_thing(window, desk, until)
        shown = window.list.table.current_id
        item = pane.model.items[-1]
        menu = pane.menu.build(item, marked=False)
        chosen(menu, "Split off from here on").trigger()
        await until(lambda: ("triage", Split(conversation=shown or 0, remote_id=item.remote_id)) in desk.calls)
        await until(lambda: last_event(window) == "split_off")
        event = pane.menu.build(pane.model.items[-1], marked=False)
        assert "Split off from here on" not in [action.text() for action in event.actions()]
        chosen(event, "Open that conversation").trigger()
        await until(lambda: window.list.table.current_id == max(desk.rows))

    run(story())


def chosen(menu: QMenu, text: str):
    return next(action for action in menu.actions() if action.text() == text)


def test_the_line_in_the_thread_can_be_clicked(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        pane = window.conversation.thread_pane
        await second_thing(window, desk, until)
        pane.do("split", pane.model.items[-1])
        await until(lambda: last_event(window) == "split_off")
        view = pane.view
        index = pane.model.index(pane.model.rowCount() - 1)
        view.scrollTo(index)
        place: QPoint = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        await until(lambda: window.list.table.current_id == max(desk.rows))

    run(story())


def test_where_no_message_is_chosen_it_says_what_to_do(window: MainWindow, desk: FakeDesk, run, until) -> None:
    told: list[str] = []
    window.splitting.told.connect(told.append)
    pane = window.conversation.thread_pane
    run(until(lambda: pane.model.items))
    pane.view.setCurrentIndex(pane.model.index(0))
    assert pane.model.row_at(0).item is None
    window.actions_table["split"].trigger()
    assert "Choose the first message" in told[0]
    assert not any(isinstance(what, Split) for _, what in desk.calls)
