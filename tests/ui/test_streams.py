"""Pain 34: several views side by side, each live, and one thread beside them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import Sort
from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.panes.streams import Stream
from ui.preferences import Preferences
from ui.theme import Theme

Key, Mod = Qt.Key, Qt.KeyboardModifier


def close_all() -> None:
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def opened(bridge: Bridge, theme: Theme, preferences: Preferences) -> MainWindow:
    made = MainWindow(bridge, theme, preferences)
    made.start()
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def window(bridge: Bridge, theme: Theme, run, until) -> Iterator[MainWindow]:
    made = opened(bridge, theme, Preferences())

    async def filled() -> None:
        await until(lambda: made.house.ready and made.conversation.currentIndex() == 1)

    run(filled())
    yield made
    close_all()


def ids(stream: Stream) -> list[int]:
    return [stream.model.id_at(row) or 0 for row in range(stream.model.rowCount())]


def test_columns_show_views_side_by_side_and_open_the_thread(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        QTest.keyClick(window.list.table, Key.Key_C, Mod.ControlModifier | Mod.ShiftModifier)
        assert window.streams.on
        assert window.rail.columns.isChecked()
        assert window.sidebar.isHidden()
        first, second, third = window.streams_pane.streams
        await until(lambda: all(one.model.loaded for one in (first, second, third)))
        assert [first.key, second.key, third.key] == ["needs_reply", "unread", "mine"]
        assert first.table.hasFocus()
        await until(lambda: first.table.current_id == window.list.table.current_id == 8)
        QTest.keyClick(first.table, Key.Key_Right)
        assert second.table.hasFocus()
        assert second.table.current_id is None
        before = window.list.table.current_id
        QTest.keyClick(second.table, Key.Key_Down)
        chosen = second.table.current_id
        assert chosen in ids(second)
        await until(lambda: window.list.table.current_id == chosen and window.sidebar.view.key == "unread")
        assert before != chosen
        await until(lambda: window.conversation.thread_pane.acts.row.id == chosen)
        assert first.table.current_id is None
        assert second.table.current_id == chosen

    run(story())


def test_what_is_done_from_a_column_is_what_the_thread_shows(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        window.streams.show(True)
        first = window.streams_pane.streams[0]
        await until(lambda: first.model.loaded and first.model.rowCount() > 2)
        first.table.go_to_row(1)
        one, following = ids(first)[1], ids(first)[2]
        await until(lambda: window.list.table.current_id == one)
        window.actions_table["done"].trigger()
        await until(lambda: desk.rows[one].status is Status.DONE and one not in ids(first))
        assert window.list.table.current_id == following
        assert first.table.current_id == following

    run(story())


def test_every_column_is_live(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        window.streams.show(True)
        unread = window.streams_pane.streams[1]
        await until(lambda: unread.model.loaded)
        quiet = next(row.id for row in desk.rows.values() if row.id not in ids(unread) and not row.spam)
        desk.arrive(quiet, "hello")
        await until(lambda: quiet in ids(unread))
        desk.saved = (SavedView(id=77, name="Direct & urgent", query="is:direct", sort=Sort.NEWEST),)
        desk.emit(Changes(views=True))
        await until(lambda: window.saved.views)
        unread.choose("saved:77")
        direct = {row.id for row in desk.rows.values() if row.kind == "direct" and not row.spam}
        await until(lambda: unread.model.loaded and set(ids(unread)) == direct)
        assert unread.title.text() == "Direct & urgent ▾"
        desk.saved = ()
        desk.emit(Changes(views=True))
        await until(lambda: unread.title.text() == "This view is gone ▾")

    run(story())


def test_up_to_four_are_added_and_closed(window: MainWindow) -> None:
    window.streams.show(True)
    pane = window.streams_pane
    pane.more.click()
    assert pane.keys == ["needs_reply", "unread", "mine", "everything"]
    assert pane.more.isHidden()
    pane.add("done")
    assert len(pane.streams) == 4
    for _ in range(5):
        pane.streams[-1].close_button.click()
    assert pane.keys == ["needs_reply"]
    window.streams.show(False)
    assert pane.streams == []
    assert window.sidebar.isVisible()
    assert window.list.isVisible()


def test_columns_are_remembered_over_a_restart(bridge: Bridge, theme: Theme, window: MainWindow, run, until) -> None:
    window.streams.show(True)
    window.streams_pane.streams[0].choose("done")
    window.remember()
    again = opened(bridge, theme, window.preferences)

    async def filled() -> None:
        await until(lambda: again.house.ready and all(one.model.loaded for one in again.streams_pane.streams))

    run(filled())
    assert again.streams.on
    assert again.streams_pane.keys == ["done", "unread", "mine"]
    again.rail.inbox.click()
    assert not again.streams.on
    assert again.sidebar.isVisible()


@pytest.mark.parametrize("kept", ["", "null", "[]", '{"on": 1, "views": "x"}', '{"views": [1, null]}', "{"])
def test_rubbish_leaves_the_list(window: MainWindow, kept: str) -> None:
    window.streams.restore(kept)
    assert not window.streams.on
    assert window.list.isVisible()


def test_searching_leaves_the_columns(window: MainWindow) -> None:
    window.streams.show(True)
    window.actions_table["search"].trigger()
    assert not window.streams.on
    assert window.list.search.hasFocus()


def menus() -> list[QMenu]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]


def test_a_right_click_offers_what_can_be_done_with_that_conversation(
    window: MainWindow, desk: FakeDesk, run, until
) -> None:
    async def story() -> None:
        window.list.table.select_everything()
        window.streams.show(True)
        (first, *_) = window.streams_pane.streams
        await until(lambda: first.model.loaded and first.table.current_id is not None)
        row = next(row for row in range(first.model.rowCount()) if first.model.id_at(row) != first.table.current_id)
        wanted = first.model.id_at(row)
        place = first.table.visualRect(first.model.index(row, 0)).center()
        QTest.mouseClick(first.table.viewport(), Qt.MouseButton.RightButton, pos=place)
        first.table.customContextMenuRequested.emit(place)
        await until(menus)
        (menu,) = menus()
        assert next(one.objectName() for one in menu.actions() if one.objectName()) == "done"
        assert window.list.table.current_id == wanted
        assert window.list.table.selected_ids() == (wanted,)
        menu.close()
        # Below the last row there is nothing to offer anything for.
        first.table.customContextMenuRequested.emit(QPoint(5, first.table.height() + 2_000))
        assert not menus()

    run(story())
