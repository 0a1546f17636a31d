"""Where panes stand, how large text is, where the window goes after Done; all of it survives a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.preferences import ZOOMS, Preferences
from ui.theme import Theme

Key, Mod = Qt.Key, Qt.KeyboardModifier


def shown(window: MainWindow) -> list[int]:
    return [window.model.id_at(row) or 0 for row in range(window.model.rowCount())]


@pytest.mark.parametrize(("where", "then"), [("next", 2), ("previous", 8), ("list", None)])
def test_where_done_goes(
    window: MainWindow, desk: FakeDesk, preferences: Preferences, press, run, until, where: str, then: int | None
) -> None:
    preferences.set("next_after", where)

    async def story() -> None:
        press(Key.Key_J)
        assert window.list.table.current_id == 1
        press(Key.Key_E)
        await until(lambda: 1 not in shown(window))
        assert window.list.table.current_id == then
        if then is None:
            # The next step goes on from the place of the one that left.
            press(Key.Key_J)
            assert window.list.table.current_id == 2

    run(story())


def test_the_conversation_below_the_list(window: MainWindow) -> None:
    window.actions_table["pane_below"].trigger()
    assert window.list.geometry().bottom() < window.conversation.geometry().top()
    window.actions_table["pane_right"].trigger()
    assert window.list.geometry().right() < window.conversation.geometry().left()


def test_the_conversation_in_the_list_s_place(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    window.actions_table["pane_off"].trigger()
    assert window.list.isVisible()
    assert not window.conversation.isVisible()

    async def story() -> None:
        press(Key.Key_J)
        assert desk.rows[1].unread
        assert not window.reading._timer.isActive(), "what is out of sight is not being read"
        press(Key.Key_Return)
        assert window.conversation.isVisible()
        assert not window.list.isVisible()
        await until(lambda: not desk.rows[1].unread)
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
        assert window.list.isVisible()
        assert not window.conversation.isVisible()
        assert window.list.table.hasFocus()
        press(Key.Key_R)
        assert window.conversation.composer.form.field.hasFocus()
        window.conversation.header.back.click()
        assert window.list.isVisible()

    run(story())


def test_a_very_narrow_window_shows_one_at_a_time(window: MainWindow, run, until) -> None:
    async def story() -> None:
        window.resize(800, 700)
        await until(lambda: not window.conversation.isVisible())
        window.resize(1440, 900)
        await until(window.conversation.isVisible)

    run(story())


def test_f6_goes_round_the_panes(window: MainWindow, press) -> None:
    press(Key.Key_F6)
    seen = [QApplication.focusWidget()]
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == len(window.going.panes()) == 6
    assert seen[-1] is window.list.table
    QTest.keyClick(QApplication.focusWidget(), Key.Key_F6, Mod.ShiftModifier)
    assert QApplication.focusWidget() is window.sidebar.list


def test_tab_goes_through_the_panes_from_left_to_right(window: MainWindow) -> None:
    window.rail.menu.setFocus()
    order: list[str] = []
    for _ in range(80):
        widget = QApplication.focusWidget()
        for name in ("rail", "sidebar", "list", "conversation", "customer", "status"):
            if getattr(window, name).isAncestorOf(widget) and (not order or order[-1] != name):
                order.append(name)
        QTest.keyClick(widget, Key.Key_Tab)
    first = order[: len(set(order))]
    wanted = ("rail", "sidebar", "list", "conversation", "customer", "status")
    assert first == [name for name in wanted if name in order]
    assert {"rail", "sidebar", "list", "conversation"} <= set(order)


def test_zoom_by_keys_stays_within_its_bounds(window: MainWindow, press, preferences: Preferences) -> None:
    height = window.list.table.rowHeight(0)
    for _ in range(20):
        press(Key.Key_Plus, Mod.ControlModifier)
    assert preferences.zoom == ZOOMS[-1] == 200
    assert window.list.table.rowHeight(0) == 2 * height
    assert window.list.search.font().pixelSize() == 26
    for _ in range(20):
        press(Key.Key_Minus, Mod.ControlModifier)
    assert preferences.zoom == ZOOMS[0] == 80
    press(Key.Key_0, Mod.ControlModifier)
    assert preferences.zoom == 100
    assert window.list.table.rowHeight(0) == height


@pytest.mark.parametrize("zoom", [100, 200])
def test_nothing_is_cut(window: MainWindow, preferences: Preferences, run, until, zoom: int) -> None:
    """Every label and button that may not be elided has the room that its text needs."""

    async def story() -> None:
        preferences.set("zoom", zoom)
        window.resize(1440, 900)
        await until(lambda: window.theme.zoom == zoom / 100)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        assert window.width() <= 1440
        cut = [
            f"{type(one).__name__} {one.text()!r} {one.width()} < {one.sizeHint().width()}"
            for one in window.findChildren(QPushButton) + window.findChildren(QLabel)
            if one.isVisible() and one.text() and not getattr(one, "wordWrap", bool)() and hasattr(one, "text")
            and type(one) in (QPushButton, QLabel) and one.width() < one.sizeHint().width() - 1
        ]  # fmt: skip
        assert cut == []

    run(story())


def test_a_start_at_the_largest_text_keeps_the_window_s_width(
    window: MainWindow, bridge: Bridge, theme: Theme, preferences: Preferences
) -> None:
    preferences.set("zoom", 200)
    other = MainWindow(bridge, theme, preferences)
    other.show()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert other.arrangement.one_at_a_time
    assert other.width() <= 1440
    assert other.minimumSizeHint().width() <= 1000


def test_delegates_draw_larger(window: MainWindow, preferences: Preferences) -> None:
    def ink(image: QImage) -> int:
        ground = image.pixelColor(2, image.height() - 4)
        return sum(image.pixelColor(x, y) != ground for x in range(60, 240) for y in range(0, image.height(), 2))

    small = window.list.table.viewport().grab().toImage().copy(0, 0, 300, 84)
    preferences.set("zoom", 200)
    large = window.list.table.viewport().grab().toImage().copy(0, 0, 300, 168)
    assert ink(large) > ink(small)


def test_places_survive_a_restart(
    bridge: Bridge, theme: Theme, window: MainWindow, preferences: Preferences, tmp_path: Path, run
) -> None:
    window.resize(1300, 800)
    window.actions_table["pane_below"].trigger()
    window.arrangement.inner.setSizes([340, 427])
    window.arrangement.columns.setSizes([260, 700, 300])
    preferences.set("zoom", 125)
    # Larger text may ask for more room: what is compared is what this window then shows.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    sizes = window.arrangement.inner.sizes(), window.arrangement.columns.sizes()
    window.remember()
    again = Preferences(tmp_path)
    assert again.zoom == 125
    other = MainWindow(bridge, theme, again)
    # The screen of these tests is smaller than the window was.
    other.resize(1300, 800)
    other.show()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert other.arrangement.place == "below"
    for now, before in zip((other.arrangement.inner.sizes(), other.arrangement.columns.sizes()), sizes, strict=True):
        assert all(abs(one - two) <= 2 for one, two in zip(now, before, strict=True)), (now, before)


def test_less_motion_stops_the_cursor(window: MainWindow, preferences: Preferences, qapp: QApplication) -> None:
    before = qapp.cursorFlashTime()
    preferences.set("calm", value=True)
    assert qapp.cursorFlashTime() == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    preferences.set("calm", value=False)
    assert qapp.cursorFlashTime() == before
