"""Merging what is selected into the conversation that is shown, and taking it apart again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from scrm_desktop.errors import InputError
from support.fake_desk import FakeDesk
from ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier


def test_pain_12_a_merge_is_undone_done_again_and_taken_apart(
    window: MainWindow, desk: FakeDesk, press, run, until
) -> None:
    async def story() -> None:
        assert not window.actions_table["merge"].isEnabled()
        press(Key.Key_Down, Mod.ShiftModifier)
        await until(window.actions_table["merge"].isEnabled)
        shown = window.list.table.current_id
        gone = ({8, 1} - {shown}).pop()
        press(Key.Key_G, Mod.ControlModifier | Mod.ShiftModifier)
        await until(lambda: gone not in desk.rows and window.model.place(gone) < 0)
        await until(lambda: window.list.table.current_id == shown)
        window.actions_table["undo"].trigger()
        await until(lambda: gone in desk.rows and window.model.place(gone) >= 0)
        window.actions_table["redo"].trigger()
        await until(lambda: gone not in desk.rows)
        await until(lambda: window.model.place(gone) < 0 and window.list.table.current_id == shown)
        window.actions_table["unmerge"].trigger()
        await until(lambda: gone in desk.rows and window.model.place(gone) >= 0)
        await asyncio.sleep(0.05)

    run(story())


def test_what_was_never_merged_says_so(window: MainWindow, run, until) -> None:
    failures: list[Any] = []
    window._bridge.failed.connect(failures.append)

    async def story() -> None:
        window.actions_table["unmerge"].trigger()
        await until(lambda: failures)

    run(story())
    assert isinstance(failures[0], InputError)
    assert "no merge" in failures[0].message


def test_whoever_becomes_the_customer_by_a_merge_is_shown(window: MainWindow, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        pane = window.customer
        await until(lambda: pane._card is not None)
        row = window.model.known(8)
        assert row is not None
        pane.show_conversation(replace(row, profile_id=1, person="Somebody else"))
        await until(lambda: pane._card is not None)
        faces = [label.text() for label in pane.widget().findChildren(QLabel)]
        assert any("@" in one for one in faces)
        assert pane._turn > 1

    run(story())
