"""Keys: on a French keyboard, remapped, switched off; peers.md, pain 18."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from scrm_desktop.config import load_settings
from support.fake_desk import FakeDesk
from ui import keys
from ui.main_window import MainWindow
from ui.moving.cheat_sheet import CheatSheet
from ui.preferences import Preferences
from ui.prefs.dialog import PreferencesDialog
from ui.prefs.keys_page import KeysPage

Key, Mod = Qt.Key, Qt.KeyboardModifier


def settings_page(window: MainWindow) -> KeysPage:
    window.accounts.setting("keys")
    dialog = next(one for one in window.findChildren(PreferencesDialog))
    page = dialog.fields["keys"]
    assert isinstance(page, KeysPage)
    return page


# -- a French keyboard --------------------------------------------------------------------------
def test_slash_and_question_mark_by_what_they_write(window: MainWindow, french_key) -> None:
    """Shift+: writes a slash there, Shift+, a question mark."""
    french_key(Key.Key_Slash, Mod.ShiftModifier, "/")
    assert window.list.search.hasFocus()
    french_key(Key.Key_Question, Mod.ShiftModifier, "?")
    assert window.findChildren(CheatSheet)


def test_signs_by_alt_gr_also_where_it_comes_as_ctrl_and_alt(window: MainWindow, french_key) -> None:
    window.accounts.shortcuts.give("zoom_reset", ("#",))
    asked: list[bool] = []
    window.actions_table["zoom_reset"].triggered.connect(lambda: asked.append(True))
    for held in (Mod.NoModifier, Mod.GroupSwitchModifier, Mod.ControlModifier | Mod.AltModifier):
        french_key(Key.Key_NumberSign, held, "#", on=window.sidebar.list)
    assert len(asked) == 3
    french_key(Key.Key_NumberSign, Mod.ControlModifier, "#", on=window.sidebar.list)
    french_key(Key.Key_NumberSign, Mod.AltModifier, "#", on=window.sidebar.list)
    assert len(asked) == 3


def test_ctrl_and_the_unshifted_digit_row(window: MainWindow, press) -> None:
    press(Key.Key_QuoteDbl, Mod.ControlModifier)
    assert window.conversation.composer.form.field.hasFocus()
    assert window.conversation.composer.mode.value == "note"
    press(Key.Key_Equal, Mod.ControlModifier)
    assert window.theme.zoom > 1
    press(Key.Key_Agrave, Mod.ControlModifier)
    assert window.theme.zoom == 1


@pytest.mark.parametrize("where", ["field", "search"])
def test_typing_is_never_a_command(window: MainWindow, desk: FakeDesk, french_key, where: str) -> None:
    target = window.conversation.composer.form.field if where == "field" else window.list.search
    for key, held, text in ((Key.Key_E, Mod.NoModifier, "e"), (Key.Key_Slash, Mod.ShiftModifier, "/"),
                            (Key.Key_Question, Mod.ShiftModifier, "?")):  # fmt: skip
        french_key(key, held, text, on=target)
    typed = target.toPlainText() if where == "field" else target.text()
    assert typed == "e/?"
    assert not window.findChildren(CheatSheet)
    assert not [name for name, _ in desk.calls if name == "triage"]


# -- switched off -------------------------------------------------------------------------------
def test_single_keys_can_be_switched_off(window: MainWindow, preferences: Preferences, press, tmp_path: Path) -> None:
    press(Key.Key_J)
    assert window.list.table.current_id == 1
    preferences.set("letters", value=False)
    press(Key.Key_K)
    press(Key.Key_Slash)
    assert window.list.table.current_id == 1
    assert window.list.table.hasFocus()
    press(Key.Key_Up, Mod.AltModifier)
    assert window.list.table.current_id == 8
    assert window.actions_table.shown("search") == "Ctrl+F"
    assert not load_settings(tmp_path).letters


# -- remapped -----------------------------------------------------------------------------------
def test_a_key_is_given_by_pressing_it(window: MainWindow, press, tmp_path: Path) -> None:
    page = settings_page(window)
    button = page.buttons["next"]
    button.click()
    assert button.text() == "Press the keys…"
    QTest.keyClick(button, Key.Key_Control)
    QTest.keyClick(button, Key.Key_T, Mod.ControlModifier)
    assert button.text() == "Ctrl+T"
    assert window.accounts.shortcuts.changed == {"next": ("Ctrl+T",)}
    window.accounts._open["settings"].accept()
    press(Key.Key_T, Mod.ControlModifier)
    assert window.list.table.current_id == 1
    press(Key.Key_J)
    assert window.list.table.current_id == 1
    assert keys.read(load_settings(tmp_path).keys, {"next"}) == {"next": ("Ctrl+T",)}


def test_who_has_a_key_is_named_before_it_is_taken(window: MainWindow) -> None:
    page = settings_page(window)
    page.buttons["next"].click()
    QTest.keyClick(page.buttons["next"], Key.Key_E, Mod.ControlModifier)
    (box,) = [one for one in page.findChildren(QMessageBox) if one.isVisible()]
    assert "Done" in box.informativeText()
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert window.accounts.shortcuts.changed == {}
    page.buttons["next"].click()
    QTest.keyClick(page.buttons["next"], Key.Key_E, Mod.ControlModifier)
    (box,) = [one for one in page.findChildren(QMessageBox) if one.isVisible()]
    next(one for one in box.buttons() if box.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole).click()
    assert window.accounts.shortcuts.every["next"] == ("Ctrl+E",)
    assert window.accounts.shortcuts.every["done"] == ("E",)


def test_one_and_all_can_be_reset(window: MainWindow) -> None:
    shortcuts = window.accounts.shortcuts
    shortcuts.give("next", ("Ctrl+E", "F7"))
    shortcuts.give("label", ())
    assert shortcuts.every["label"] == ()
    shortcuts.reset("done")
    assert shortcuts.every["done"] == shortcuts.defaults["done"]
    assert shortcuts.every["next"] == ("F7",)
    shortcuts.reset_all()
    assert shortcuts.every == shortcuts.defaults


def test_escape_ends_listening(window: MainWindow) -> None:
    page = settings_page(window)
    before = page.buttons["next"].text()
    page.buttons["next"].click()
    QTest.keyClick(page.buttons["next"], Key.Key_Escape)
    assert page.buttons["next"].text() == before
    assert not page.buttons["next"].isChecked()
    assert window.accounts._open


def test_kept_keys_that_make_no_sense_do_no_harm() -> None:
    for kept in ("[", "[]", '{"next": 7, "unknown": ["F7"], "done": [1, "", "F8"]}', '"x"'):
        found = keys.read(kept, {"next", "done"})
        assert set(found) <= {"done"}
        assert found.get("done", ("F8",)) == ("F8",)


def test_tool_tips_tell_the_key_that_works(window: MainWindow) -> None:
    assert window.conversation.header.done.toolTip().endswith("(Ctrl+E)")
    window.accounts.shortcuts.give("done", ("F8",))
    assert window.conversation.header.done.toolTip().endswith("(F8)")
    assert QApplication.instance() is not None
