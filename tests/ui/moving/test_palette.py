"""One list for everything, found as one types."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from support.fake_desk import FakeDesk
from ui.main_window import MainWindow
from ui.moving.entries import Entry, ranked
from ui.moving.palette import Palette
from ui.preferences import Preferences
from ui.text import FSI, PDI

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def palette(window: MainWindow, press) -> Iterator[Palette]:
    press(Key.Key_K, Mod.ControlModifier)
    made = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Palette) and one.isVisible())
    yield made


def listed(palette: Palette) -> list[str]:
    return [line.id if isinstance(line, Entry) else line for line in palette.model.lines]


def answered(palette: Palette) -> bool:
    return palette.answered == palette.turn


def test_it_begins_with_what_can_be_done(palette: Palette) -> None:
    assert listed(palette)[0] == "Actions"
    assert palette.chosen == "action:done"
    assert palette.model.lines[1].key == "Ctrl+E"


def test_an_action_by_a_few_letters(window: MainWindow, palette: Palette, run, until) -> None:
    QTest.keyClicks(palette.field, "larger")
    assert palette.chosen == "action:zoom_in"
    QTest.keyClick(palette.field, Key.Key_Return)
    assert window.theme.zoom == 1.1
    assert not palette.isVisible() if QApplication.topLevelWidgets() else True
    assert window.going.recent == ["action:zoom_in"]


def test_a_person_and_their_conversation(window: MainWindow, palette: Palette, run, until) -> None:
    async def story() -> None:
        QTest.keyClicks(palette.field, "jonas")
        await until(lambda: answered(palette))
        assert palette.chosen is not None
        assert palette.chosen.startswith("person:")
        line = palette.model.lines[palette.list.currentIndex().row()]
        assert line.text.startswith(FSI)
        assert line.text.endswith(PDI)
        QTest.keyClick(palette.field, Key.Key_Return)
        await until(lambda: window.model.known(window.list.table.current_id) is not None)
        assert "Jonas" in window.model.known(window.list.table.current_id).person

    run(story())


def test_its_own_list_is_painted_with_the_keystroke_itself(
    window: MainWindow, palette: Palette, desk: FakeDesk
) -> None:
    """Before the loop goes round, and before anything is searched for: a slow search can't hold a keystroke up."""
    seen: list[list[str]] = []

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                seen.append(listed(palette))
            return False

    painted = Painted()
    palette.list.viewport().installEventFilter(painted)
    asked = len(desk.calls)
    for end, letter in enumerate("larger", 1):
        QTest.keyClicks(palette.field, letter)
        assert len(seen) >= end
        assert seen[-1] == listed(palette)
    assert "action:zoom_in" in seen[-1]
    assert "find" not in [name for name, _ in desk.calls[asked:]]


def test_views_labels_and_settings(window: MainWindow, palette: Palette, run, until) -> None:
    async def story() -> None:
        QTest.keyClicks(palette.field, "everything")
        await until(lambda: answered(palette))
        assert "view:everything" in listed(palette)
        palette.field.setText("complaint")
        assert "view:label:1" in listed(palette)
        palette.field.setText("dark")
        assert "setting:theme" in listed(palette)
        await until(lambda: answered(palette))
        palette.field.setText("text size")
        QTest.keyClick(palette.field, Key.Key_Return)
        assert window.accounts.settings_open

    run(story())


def test_the_answer_to_an_older_keystroke_never_comes_after_a_newer_one(
    window: MainWindow, palette: Palette, desk: FakeDesk, run, until
) -> None:
    waits: dict[str, asyncio.Event] = {"camille": asyncio.Event(), "jonas": asyncio.Event()}
    find = desk.find

    async def slow(typed: str, limit: int = 8):
        await waits[typed].wait()
        return await find(typed, limit)

    async def story() -> None:
        desk.find = slow
        palette.field.setText("camille")
        await asyncio.sleep(0)
        palette.field.setText("jonas")
        await asyncio.sleep(0)
        waits["jonas"].set()
        await until(lambda: answered(palette))
        shown = listed(palette)
        waits["camille"].set()
        for _ in range(20):
            await asyncio.sleep(0)
        assert listed(palette) == shown
        texts = " ".join(line.text for line in palette.model.lines if isinstance(line, Entry))
        assert "Jonas" in texts
        assert "Camille" not in texts

    run(story())


def test_return_before_the_answer_waits_for_it(window: MainWindow, palette: Palette, run, until) -> None:
    async def story() -> None:
        palette.field.setText("okafor")
        QTest.keyClick(palette.field, Key.Key_Return)
        await until(lambda: window.going.recent)
        assert window.going.recent[0].startswith("person:")

    run(story())


def test_what_was_used_last_comes_first_also_after_a_restart(
    window: MainWindow, palette: Palette, preferences: Preferences, press, run, until
) -> None:
    palette.field.setText("full screen")
    palette._enter()
    window.setWindowState(Qt.WindowState.WindowNoState)
    press(Key.Key_K, Mod.ControlModifier)
    again = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Palette) and one.isVisible())
    assert listed(again)[:2] == ["Recent", "action:full_screen"]
    again.close()
    window.remember()
    assert '["action:full_screen"]' in preferences.window["recent"]


def test_others_put_their_own_entries_in(window: MainWindow, press, run, until) -> None:
    used: list[str] = []

    async def search(typed: str) -> list[Entry]:
        return [Entry(id="reply:2", group="Actions", text=f"About {typed}", run=lambda: None, fits=10)]

    window.going.sources.append(
        lambda: [Entry(id="reply:1", group="Actions", text="Where is my parcel", run=lambda: used.append("reply:1"))]
    )
    window.going.searches.append(search)

    async def story() -> None:
        press(Key.Key_K, Mod.ControlModifier)
        palette = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Palette) and one.isVisible())
        palette.field.setText("parcel")
        await until(lambda: answered(palette))
        assert {"reply:1", "reply:2"} <= set(listed(palette))
        palette.field.setText("where is my")
        QTest.keyClick(palette.field, Key.Key_Return)
        assert used == ["reply:1"]

    run(story())


def test_hostile_names_are_shut_in(window: MainWindow, palette: Palette, desk: FakeDesk, run, until) -> None:
    desk.rows[2] = replace(desk.rows[2], person="\u202eevil <b>\u0000zork</b>\n" + "x" * 500)

    async def story() -> None:
        palette.field.setText("zork")
        await until(lambda: answered(palette))
        for line in palette.model.lines:
            if isinstance(line, Entry) and "zork" in line.text:
                assert "\u202e" not in line.text + line.detail
                assert "\n" not in line.text
                assert len(line.text) < 130
                return
        raise AssertionError(listed(palette))

    run(story())


def test_arrows_pass_over_headings(palette: Palette) -> None:
    seen: list[str | None] = [palette.chosen]
    for _ in range(40):
        QTest.keyClick(palette.field, Key.Key_Down)
        seen.append(palette.chosen)
    assert None not in seen
    ids = [one for one in listed(palette) if ":" in one]
    assert seen[: len(ids)] == ids
    QTest.keyClick(palette.field, Key.Key_PageUp)
    QTest.keyClick(palette.field, Key.Key_PageUp)
    QTest.keyClick(palette.field, Key.Key_PageUp)
    assert palette.chosen == ids[0]


def test_groups_are_ordered_by_their_best_and_short() -> None:
    many = [Entry(id=f"a:{n}", group="Actions", text=f"Mark {n}", run=lambda: None) for n in range(50)]
    one = Entry(id="v:1", group="Views", text="Mark", run=lambda: None)
    groups = ranked([*many, one], "mark", ())
    assert [name for name, _ in groups] == ["Views", "Actions"]
    assert len(groups[1][1]) == 6
    first = ranked(many, "mark", ("a:40",))[0][1][0]
    assert first.id == "a:40"
