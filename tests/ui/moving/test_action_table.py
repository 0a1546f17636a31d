"""Every action in one table; peers.md, pain 18: shortcuts clash and fire by accident."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QMenu

from ui import keys
from ui.actions import EVERY, Section
from ui.main_window import MainWindow
from ui.moving.menus import fill, sections

Key, Mod = Qt.Key, Qt.KeyboardModifier
_DIGITS_AND_SIGNS = set("0123456789&é\"'(-è_çà)²~#{[|`\\^@]}")


def test_no_two_actions_share_a_key() -> None:
    held = [keys.canonical(key) for spec in EVERY for key in spec.keys]
    assert len(held) == len(set(held)), sorted(key for key in held if held.count(key) > 1)
    with_twins = keys.with_twins({spec.id: spec.keys for spec in EVERY})
    pressed = [keys.canonical(key) for held in with_twins.values() for key in held]
    assert len(pressed) == len(set(pressed))


def test_every_id_is_there_once() -> None:
    assert len({spec.id for spec in EVERY}) == len(EVERY)


def test_no_action_with_a_key_is_outside_the_table(window: MainWindow) -> None:
    outside = [
        action.text()
        for action in window.findChildren(QAction)
        if action.shortcuts() and action.objectName() not in {spec.id for spec in EVERY}
    ]
    assert outside == []
    assert window.findChildren(QShortcut) == []


def test_every_action_does_something(window: MainWindow) -> None:
    idle = [spec.id for spec in EVERY if not window.actions_table[spec.id].receivers("2triggered(bool)")]
    assert idle == []


def test_the_menus_hold_every_action(window: MainWindow) -> None:
    menu = QMenu(window)
    fill(menu, window.actions_table)
    below = [action.menu() for action in menu.actions()]
    listed = [entry.objectName() for one in below if isinstance(one, QMenu) for entry in one.actions()]
    assert sorted(name for name in listed if name) == sorted(spec.id for spec in EVERY)
    assert [section for section, _ in sections()] == list(Section)


def test_each_key_has_a_way_on_a_french_keyboard_and_without_single_letters() -> None:
    """What needs the digit row there has another key, and so has what is one letter."""

    def easy(key: str) -> bool:
        last = key.rpartition("+")[2]
        return len(key) > 1 and (len(last) > 1 or last not in _DIGITS_AND_SIGNS)

    hard = [spec.id for spec in EVERY if spec.keys and not any(easy(key) for key in spec.keys)]
    # The hyphen is a key of its own there and takes no Shift.
    assert hard == ["zoom_out"]
