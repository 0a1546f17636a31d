"""The search field, its chips and the saved views, in the whole window, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.query import parse
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.views import Sort
from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.dialogs.view_name import ViewNameDialog
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Theme

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(bridge: Bridge, theme: Theme, run, until) -> Iterator[MainWindow]:
    made = MainWindow(bridge, theme, Preferences())
    made.start()
    made.show()
    made.activateWindow()

    async def filled() -> None:
        await until(lambda: made.house.ready and made.conversation.currentIndex() == 1)

    run(filled())
    made.list.search.setFocus()
    yield made
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shown(window: MainWindow) -> list[int]:
    return sorted(window.model.id_at(row) or 0 for row in range(window.model.rowCount()))


def fits(desk: FakeDesk, typed: str) -> list[int]:
    return sorted(row.id for row in desk.rows.values() if desk.found_by(row, parse(typed).node))


def chips(window: MainWindow) -> list[str]:
    return [chip.text() for chip in window.list.terms.chips]


def labels(window: MainWindow) -> list[str]:
    return [entry.text for entry in window.sidebar._model.entries]


@pytest.fixture
def typed(window: MainWindow, until) -> Callable[[str], object]:
    async def write(words: str) -> None:
        QTest.keyClicks(window.list.search, words)
        window.list._ask()
        await until(lambda: window.model.loaded)

    return write


def test_what_is_typed_filters_and_is_shown_as_chips(window: MainWindow, desk: FakeDesk, typed, run, until) -> None:
    async def story() -> None:
        await typed("is:open -is:unread ")
        wanted = fits(desk, "is:open -is:unread")
        assert wanted
        await until(lambda: shown(window) == wanted)
        assert chips(window) == ["Open  ✕", "Not: Unread  ✕"]
        window.list.terms.chips[1].setFocus()
        QTest.keyClick(window.list.terms.chips[1], Key.Key_Delete)
        await until(lambda: shown(window) == fits(desk, "is:open"))
        assert window.list.search.text() == "is:open"
        assert chips(window) == ["Open  ✕"]
        QTest.keyClick(window.list.search, Key.Key_Escape)
        await until(lambda: shown(window) == [1, 2, 4, 5, 6, 8])
        assert chips(window) == []

    run(story())


def test_an_error_stands_under_the_field_and_the_list_stays(window: MainWindow, typed, run) -> None:
    async def story() -> None:
        await typed("is:open ")
        before = shown(window)
        await typed("lable:x")
        assert window.list.terms.told.text() == "There is no field “lable:”. Did you mean “label:”?"
        assert window.list.terms.told.property("wrong") is True
        assert shown(window) == before
        assert not window.list.terms.save.isVisible()
        QTest.keyClick(window.list.search, Key.Key_A, Mod.ControlModifier)
        await typed("is:ope")
        assert window.list.terms.told.property("wrong") is False

    run(story())


def test_completing_needs_no_mouse(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        field = window.list.search
        QTest.keyClicks(field, "lab")
        assert field.popup.isVisible()
        QTest.keyClick(field, Key.Key_Tab)
        assert field.text() == "label:"
        assert field.popup.isVisible()
        QTest.keyClick(field, Key.Key_Down)
        QTest.keyClick(field, Key.Key_Down)
        QTest.keyClick(field, Key.Key_Return)
        name = desk.house_labels[0].name
        assert parse(field.text()).node == parse(f'label:"{name}"').node
        assert not field.popup.isVisible()
        await until(lambda: shown(window) == fits(desk, f'label:"{name}"'))
        QTest.keyClick(field, Key.Key_Space, Mod.ControlModifier)
        assert field.popup.isVisible()
        QTest.keyClick(field, Key.Key_Escape)
        assert not field.popup.isVisible()
        assert field.text()
        QTest.keyClick(field, Key.Key_Down)
        assert window.list.table.hasFocus()

    run(story())


def leaf(menu: QMenu, *path: str) -> None:
    """Trigger an entry of nested menus."""
    for name in path[:-1]:
        menu = next(action.menu() for action in menu.actions() if action.text() == name)
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()


def test_the_filter_menu_writes_the_same_terms(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        menu = window.list.chips.filter.menu()
        menu.fill()
        leaf(menu, "State", "Open")
        menu.fill()
        leaf(menu, "State", "Not", "Unread")
        menu.fill()
        leaf(menu, "Waiting for", "Longer than", "1h")
        assert window.list.search.text() == "is:open -is:unread waiting:>1h"
        await until(lambda: shown(window) == fits(desk, "is:open -is:unread waiting:>1h"))
        menu.fill()
        leaf(menu, "Customer…")
        assert window.list.search.text().endswith(" from:")
        assert window.list.search.popup.isVisible()
        assert window.list.terms.told.property("wrong") in (None, False)

    run(story())


def test_a_query_is_saved_and_undone_by_keys(window: MainWindow, desk: FakeDesk, typed, run, until) -> None:
    async def story() -> None:
        await typed("est:ouvert ")
        QTest.keyClick(window.list.search, Key.Key_S, Mod.ControlModifier)
        dialog = window.findChild(ViewNameDialog)
        assert dialog is not None
        QTest.keyClicks(dialog.field, "Open ones")
        QTest.keyClick(dialog.field, Key.Key_Return)
        await until(lambda: "Open ones" in labels(window))
        await until(lambda: window.sidebar.view.text == "Open ones")
        (view,) = desk.saved
        assert (view.name, view.query) == ("Open ones", "is:open")
        await until(lambda: shown(window) == fits(desk, "is:open"))
        await until(lambda: window.saved.counts == {view.id: len(fits(desk, "is:open"))})
        assert window.list.search.text() == ""
        window.actions_table["undo"].trigger()
        await until(lambda: "Open ones" not in labels(window))
        assert window.sidebar.view.key == "needs_reply"
        window.actions_table["redo"].trigger()
        await until(lambda: "Open ones" in labels(window))

    run(story())


def view(name: str, query: str, id: int) -> SavedView:
    return SavedView(id=id, name=name, query=query, sort=Sort.WAITING)


@pytest.fixture
def saved(window: MainWindow, desk: FakeDesk, run, until) -> tuple[SavedView, ...]:
    desk.saved = (view("First", "is:open", 901), view("Second", "label:gone", 902), view("Third", "is:unread", 903))
    desk.emit(Changes(views=True))

    async def there() -> None:
        await until(lambda: "Third" in labels(window) and window.saved.counts)

    run(there())
    return desk.saved


def test_saved_views_stand_below_the_channels_and_are_moved_renamed_edited_deleted(
    window: MainWindow, desk: FakeDesk, saved: tuple[SavedView, ...], run, until
) -> None:
    async def story() -> None:
        named = labels(window)
        assert named.index("Channels") < named.index("Saved views") < named.index("Labels")
        actions = window.saved_actions
        actions.move(saved[0], 1)
        await until(lambda: [one.name for one in desk.saved] == ["Second", "First", "Third"])
        actions.rename(saved[0])
        dialog = window.findChild(ViewNameDialog)
        assert dialog.field.text() == "First"
        dialog.field.setText("Uno")
        dialog.save.click()
        await until(lambda: "Uno" in labels(window))
        actions.move(desk.saved[2], -1)
        actions.move(desk.saved[2], -1)
        await until(lambda: [one.name for one in desk.saved] == ["Third", "Second", "Uno"])
        for _ in range(2):
            window.actions_table["undo"].trigger()
            await until(lambda: not window.triage_actions.triage._busy)
        await until(lambda: [one.name for one in desk.saved] == ["Second", "Uno", "Third"])
        actions.edit(desk.saved[1])
        assert window.list.search.text() == "is:open"
        window.list.search.setText("is:open is:direct")
        window.list.ask_to_save()
        dialog = next(one for one in window.findChildren(ViewNameDialog) if one.isVisible())
        dialog.save.click()
        await until(lambda: desk.saved[1].query == "is:open is:direct")
        assert len(desk.saved) == 3
        await until(lambda: window.sidebar.view.key == "saved:901" and window.model.loaded)
        await until(lambda: shown(window) == fits(desk, "is:open is:direct"))
        actions.delete(desk.saved[1])
        await until(lambda: "Uno" not in labels(window))
        assert window.sidebar.view.key == "needs_reply"

    run(story())


def test_a_view_that_names_a_deleted_label_says_so(
    window: MainWindow, desk: FakeDesk, saved: tuple[SavedView, ...], run, until
) -> None:
    async def story() -> None:
        window.sidebar.choose("saved:902")
        assert window.list.terms.told.text() == "There is no label “gone” (any more)."
        assert window.list.terms.told.isVisible()
        await desk.add_label("gone", "red")
        await until(lambda: not window.list.terms.told.text())

    run(story())


def test_counts_follow_the_news_and_say_what_was_not_counted(
    window: MainWindow, desk: FakeDesk, saved: tuple[SavedView, ...], run, until
) -> None:
    async def story() -> None:
        before = window.saved.counts[903]
        quiet = next(row.id for row in desk.rows.values() if not row.unread and not row.spam)
        desk.calls.clear()
        desk.arrive(quiet, "hello")
        desk.arrive(quiet, "hello again")
        await until(lambda: window.saved.counts[903] == before + 1)
        assert [name for name, _ in desk.calls].count("saved_counts") == 1
        desk.slow_views.add(901)
        window.saved.refresh()
        await until(lambda: window.saved.counts[901] is None)
        entry = next(one for one in window.sidebar._model.entries if one.key == "saved:901")
        assert "not counted" in entry.tip
        assert entry.count == 0

    run(story())


def test_a_large_count_says_that_there_are_more(
    window: MainWindow, desk: FakeDesk, saved: tuple[SavedView, ...]
) -> None:
    from ui.models.sidebar import number_of

    window.saved.counts = {901: 1000, 902: 999}
    window.saved.changed.emit()
    found = {entry.key: entry for entry in window.sidebar._model.entries}
    assert number_of(found["saved:901"]) == "999+"
    assert number_of(found["saved:902"]) == "999"
