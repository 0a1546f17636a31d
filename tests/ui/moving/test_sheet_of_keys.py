"""The sheet of keys: complete, searchable, on paper."""

from __future__ import annotations

from pathlib import Path

from ui.actions import EVERY
from ui.main_window import MainWindow
from ui.moving.cheat_sheet import CheatSheet, blocks, columns


def test_it_shows_every_key_that_works_now(window: MainWindow) -> None:
    actions = window.actions_table
    held = {words: keys for _, rows in blocks(actions) for words, keys in rows}
    assert len(held) == sum(bool(spec.keys) for spec in EVERY)
    assert held["Done"] == ["Ctrl+E", "E"]
    window.accounts.shortcuts.give("done", ("F8",))
    assert {words: keys for _, rows in blocks(actions) for words, keys in rows}["Done"] == ["F8"]


def test_it_can_be_searched(window: MainWindow) -> None:
    sheet = CheatSheet(window, window.theme, window.actions_table)
    assert "Undo" in sheet.text.toPlainText()
    sheet.field.setText("larger")
    assert "Larger text" in sheet.text.toPlainText()
    assert "Undo" not in sheet.text.toPlainText()
    sheet.field.setText("qqqq")
    assert sheet.text.toPlainText().strip() == "Nothing found."


def test_it_is_saved_as_a_pdf(window: MainWindow, tmp_path: Path) -> None:
    sheet = CheatSheet(window, window.theme, window.actions_table)
    saved: list[str] = []
    failed: list[str] = []
    sheet.saved.connect(saved.append)
    sheet.failed.connect(failed.append)
    sheet.save(str(tmp_path / "keys.pdf"))
    assert saved == [str(tmp_path / "keys.pdf")]
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    sheet.save(str(tmp_path / "missing" / "keys.pdf"))
    assert failed == [str(tmp_path / "missing" / "keys.pdf")]


def test_columns_are_of_about_one_length(window: MainWindow) -> None:
    left, right = (sum(len(rows) + 2 for _, rows in column) for column in columns(blocks(window.actions_table)))
    assert abs(left - right) <= 14
