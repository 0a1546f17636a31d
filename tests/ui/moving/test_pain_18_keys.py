"""Pain 18 of our comparison: shortcuts clash with a language's letters, fire by accident, and can't be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from support.fake_desk import FakeDesk
from ui.main_window import MainWindow
from ui.preferences import Preferences

Key, Mod = Qt.Key, Qt.KeyboardModifier
ALT_GR = Mod.ControlModifier | Mod.AltModifier


def triaged(desk: FakeDesk) -> list[object]:
    return [what for name, what in desk.calls if name == "triage"]


@pytest.mark.parametrize(
    ("key", "letter"),
    [(Key.Key_E, "ę"), (Key.Key_L, "ł"), (Key.Key_Z, "ż"), (Key.Key_S, "ś"), (Key.Key_E, "€"), (Key.Key_M, "µ")],
)
def test_pain_18_a_letter_by_alt_gr_is_a_letter(
    window: MainWindow, desk: FakeDesk, french_key, key: Qt.Key, letter: str
) -> None:
    """The Polish ę that logged people out: AltGr comes as Ctrl and Alt on some systems."""
    field = window.conversation.composer.form.field
    french_key(key, ALT_GR, letter, on=field)
    assert field.toPlainText() == letter
    french_key(key, ALT_GR, letter)
    assert not triaged(desk)


def test_pain_18_a_whole_sentence_in_the_text_closes_nothing(window: MainWindow, desk: FakeDesk, press) -> None:
    """Text lost, resolved by accident: every key of one letter is in this sentence."""
    field = window.conversation.composer.form.field
    field.setFocus()
    sentence = "jklm swap used hf rn dex ! ? / the quick brown fox"
    QTest.keyClicks(field, sentence)
    assert field.toPlainText() == sentence
    assert not triaged(desk)


def test_pain_18_what_was_closed_by_accident_comes_back(window: MainWindow, desk: FakeDesk, press, run, until) -> None:
    number = window.list.table.current_id
    press(Key.Key_E)
    run(until(lambda: len(triaged(desk)) == 1))
    assert desk.rows[number].status == "done"
    run(until(window.actions_table["undo"].isEnabled))
    press(Key.Key_Z, Mod.ControlModifier)
    run(until(lambda: desk.rows[number].status == "open"))


def test_pain_18_switched_off_no_letter_does_anything_and_every_action_has_another_key(
    window: MainWindow, desk: FakeDesk, preferences: Preferences, press, run, until
) -> None:
    preferences.set("letters", value=False)
    for key in (Key.Key_E, Key.Key_S, Key.Key_W, Key.Key_M, Key.Key_U, Key.Key_L, Key.Key_A, Key.Key_P):
        press(key)
    assert not triaged(desk)
    press(Key.Key_E, Mod.ControlModifier)
    run(until(lambda: len(triaged(desk)) == 1))


def test_pain_18_a_key_held_down_closes_one_conversation(window: MainWindow, desk: FakeDesk, run, until) -> None:
    assert not window.actions_table["done"].autoRepeat()
    assert not window.actions_table["send"].autoRepeat()
    assert window.actions_table["next"].autoRepeat()
