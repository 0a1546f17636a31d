"""Everything that a list finds at once: selected, named, worked on in portions, stopped, taken back whole."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.triage import Status, TriageAction
from scrm_desktop.errors import StoreError
from support.fake_desk import FakeDesk
from ui import text, triage
from ui.dialogs.picker import Picker
from ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two conversations at a time."""
    monkeypatch.setattr(triage, "PORTION", 2)


def opened(desk: FakeDesk) -> set[int]:
    return {number for number, row in desk.rows.items() if row.status is Status.OPEN and row.waiting_since}


@pytest.mark.usefixtures("small")
def test_pain_31_bulk_acts_on_everything_that_matches(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    told: list[tuple[int, int]] = []
    window.triage_actions.triage.progress.connect(lambda done, total: told.append((done, total)))

    async def story() -> None:
        assert window.list.bulk.isHidden()
        press(Key.Key_A, Mod.ControlModifier)
        assert window.list.table.selected_ids() == (8, 1, 2, 4, 5, 6)
        assert not window.list.bulk.isHidden()
        assert window.list.bulk.count.text() == "6 selected"
        assert window.list.bulk.all.isHidden()
        QTest.mouseClick(window.list.bulk.buttons["done"], Qt.MouseButton.LeftButton)
        await until(lambda: not opened(desk) and window.model.rowCount() == 0)
        await until(lambda: window.triage_actions.triage.can_undo)
        assert told == [(0, 6), (2, 6), (4, 6), (6, 6)]
        assert window.status.progress.isHidden()
        # One step takes all of it back, and one does all of it again.
        window.actions_table["undo"].trigger()
        await until(lambda: opened(desk) == {8, 1, 2, 4, 5, 6})
        await until(lambda: not window.triage_actions.triage.can_undo)
        window.actions_table["redo"].trigger()
        await until(lambda: not opened(desk))
        await until(lambda: window.model.found == window.house.counts.needs_reply == 0)
        await asyncio.sleep(0.05)

    run(story())


@pytest.mark.usefixtures("small")
def test_what_is_stopped_can_be_taken_back_as_far_as_it_came(
    window: MainWindow, desk: FakeDesk, press, run, until
) -> None:
    def second_portion(done: int, _total: int) -> None:
        if done == 2:
            QTest.mouseClick(window.status.progress.stop, Qt.MouseButton.LeftButton)

    words: list[str] = []
    window.triage_actions.triage.told.connect(words.append)
    window.triage_actions.triage.progress.connect(second_portion)

    async def story() -> None:
        press(Key.Key_A, Mod.ControlModifier)
        window.actions_table["done"].trigger()
        await until(lambda: window.triage_actions.triage.can_undo)
        assert opened(desk) == {5, 6}
        assert "stopped" in words[-1]
        window.actions_table["undo"].trigger()
        await until(lambda: opened(desk) == {8, 1, 2, 4, 5, 6})
        await until(lambda: window.model.rowCount() == window.house.counts.needs_reply == 6)
        await asyncio.sleep(0.05)

    run(story())


@pytest.mark.usefixtures("small")
def test_what_fails_in_the_middle_can_be_taken_back_as_far_as_it_came(
    window: MainWindow, desk: FakeDesk, press, run, until, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, calls = desk.triage, 0

    async def fails(action: TriageAction) -> TriageAction:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise StoreError("the disk is gone")
        return await whole(action)

    failures: list[Any] = []
    window._bridge.failed.connect(failures.append)
    monkeypatch.setattr(desk, "triage", fails)

    async def story() -> None:
        press(Key.Key_A, Mod.ControlModifier)
        window.actions_table["pending"].trigger()
        await until(lambda: window.triage_actions.triage.can_undo and failures)
        assert opened(desk) == {2, 4, 5, 6}
        window.actions_table["undo"].trigger()
        await until(lambda: opened(desk) == {8, 1, 2, 4, 5, 6})
        await until(lambda: window.model.rowCount() == window.house.counts.needs_reply == 6)
        await asyncio.sleep(0.05)

    run(story())


def test_the_bar_selects_all_and_lets_go_again(window: MainWindow, press, run) -> None:
    press(Key.Key_Down, Mod.ShiftModifier)
    bar = window.list.bulk
    assert (bar.count.text(), bar.all.text()) == ("2 selected", "Select all 6")
    QTest.mouseClick(bar.all, Qt.MouseButton.LeftButton)
    assert window.list.table.selected_count() == 6
    press(Key.Key_Escape)
    assert window.list.table.selected_count() == 1
    assert bar.isHidden()
    assert window.list.table.selected_ids() == (window.list.table.current_id,)


def test_a_label_on_all_of_them_keeps_them_selected(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    async def story() -> None:
        press(Key.Key_A, Mod.ControlModifier)
        window.actions_table["label"].trigger()
        (picker,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Picker) and one.isVisible()]
        label = desk.house_labels[0]
        QTest.keyClicks(picker.field, label.name)
        QTest.keyClick(picker.field, Key.Key_Return)
        await until(lambda: all(label in desk.rows[number].labels for number in (8, 1, 2, 4, 5, 6)))
        await asyncio.sleep(0.05)
        assert window.list.table.selected_count() == 6

    run(story())


def test_a_million_rows_are_selected_at_no_cost(window: MainWindow, desk: FakeDesk, run, until) -> None:
    desk._many = 1_000_000

    async def story() -> None:
        window.sidebar.choose("everything")
        await until(lambda: window.model.rowCount() > 1_000_000)
        window.list.table.select_everything()
        assert window.list.table.selected_count() == window.model.rowCount()
        assert len(window.list.table.first_selected(500)) == 500
        assert len(window.list.table.selected_ids()) == window.model.rowCount()
        assert window.list.bulk.count.text() == f"{text.number(window.model.rowCount())} selected"

    run(story())


@pytest.mark.parametrize("width", [240, 300, 352, 600])
def test_the_bar_shows_whole_buttons_only_and_never_widens_the_list(window: MainWindow, press, width: int) -> None:
    press(Key.Key_A, Mod.ControlModifier)
    bar = window.list.bulk
    bar.resize(width, bar.height())
    shown = [button for button in bar.buttons.values() if not button.isHidden()]
    assert sum(button.sizeHint().width() + 5 for button in shown) < width - 24
    assert shown or width < 250
    assert bar.minimumSizeHint().width() == 0
