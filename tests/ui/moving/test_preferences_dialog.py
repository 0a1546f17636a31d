"""Settings: kept at once, found by their words, each in the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from scrm_desktop.config import load_settings
from ui.main_window import MainWindow
from ui.prefs.dialog import PreferencesDialog
from ui.prefs.fields import FIELDS
from ui.prefs.table import PAGES, SETTINGS

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def dialog(window: MainWindow, press) -> PreferencesDialog:
    press(Key.Key_Comma, Mod.ControlModifier)
    return next(one for one in window.findChildren(PreferencesDialog))


def shown(dialog: PreferencesDialog) -> set[str]:
    return {name for name, row in dialog._rows.items() if row.isVisible()}


def choose(dialog: PreferencesDialog, name: str, value: object) -> None:
    box = dialog.fields[name]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_every_setting_has_a_page_and_a_field(dialog: PreferencesDialog) -> None:
    assert {one.page for one in SETTINGS} == {page.id for page in PAGES}
    assert set(FIELDS) <= {one.id for one in SETTINGS} == set(dialog.fields)


def test_what_is_chosen_is_kept_and_done_at_once(window: MainWindow, dialog: PreferencesDialog, tmp_path: Path) -> None:
    choose(dialog, "theme", "dark")
    assert window.theme.tokens.dark
    choose(dialog, "theme", "contrast")
    assert window.theme.tokens.bg.name() == "#000000"
    choose(dialog, "zoom", 150)
    assert window.theme.zoom == 1.5
    choose(dialog, "reading_pane", "below")
    assert window.arrangement.place == "below"
    choose(dialog, "next_after", "list")
    for name, expected in (("calm", True), ("menu_bar", True), ("letters", False)):
        box = dialog.fields[name]
        assert isinstance(box, QCheckBox)
        box.setChecked(expected)
    assert window.menuBar().isVisible()
    name = dialog.fields["name"]
    assert isinstance(name, QLineEdit)
    name.setFocus()
    name.setText("  Nadia ")
    dialog.accept()
    kept = load_settings(tmp_path)
    assert (kept.theme, kept.zoom, kept.reading_pane, kept.next_after) == ("contrast", 150, "below", "list")
    assert (kept.calm, kept.menu_bar, kept.letters, kept.name) == (True, True, False, "Nadia")
    window.theme.set_calm(calm=False)


@pytest.mark.parametrize(
    ("typed", "setting"),
    [("dark", "theme"), ("zoom", "zoom"), ("reading pane", "reading_pane"), ("profil", "folder"), ("remap", "keys"),
     ("by accident", "letters"), ("mark unread", "keys")],
)  # fmt: skip
def test_the_search_finds_settings(dialog: PreferencesDialog, typed: str, setting: str) -> None:
    dialog.field.setText(typed)
    assert setting in shown(dialog)
    assert len(shown(dialog)) < len(SETTINGS)


def test_nothing_found_is_said_and_the_page_comes_back(dialog: PreferencesDialog) -> None:
    dialog.field.setText("qqqqqq")
    assert shown(dialog) == set()
    assert dialog._nothing.isVisible()
    dialog.field.clear()
    assert shown(dialog) == {"language", "name"}


def test_pages_by_keyboard(dialog: PreferencesDialog) -> None:
    dialog.pages.setFocus()
    QTest.keyClick(dialog.pages, Key.Key_Down)
    assert "theme" in shown(dialog)
    assert "language" not in shown(dialog)


def test_a_setting_can_be_opened_by_its_name(window: MainWindow) -> None:
    window.accounts.setting("next_after")
    dialog = next(one for one in window.findChildren(PreferencesDialog))
    expected = {"next_after", "undo_seconds", "stop_if_news", "sending_hours", "ask_descriptions", "spelling"}
    assert shown(dialog) == expected
    window.accounts.setting("accounts")
    assert shown(dialog) == {"accounts"}
