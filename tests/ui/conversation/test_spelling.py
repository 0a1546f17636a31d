"""Misspelt words are underlined once they are known, and the field's menu puts them right."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from scrm_desktop.spelling.checker import Checker
from scrm_desktop.spelling.personal import PersonalWords
from ui.panes.conversation.composer_field import ComposerField
from ui.panes.conversation.spelling import FieldSpelling
from ui.preferences import Preferences

FAKE = (sys.executable, str(Path(__file__).parents[2] / "support" / "fake_hunspell.py"))


@pytest.fixture
def field(qapp: QApplication) -> ComposerField:
    made = ComposerField()
    made.resize(400, 100)
    made.show()
    return made


@pytest.fixture
def spelling(field: ComposerField, tmp_path: Path) -> Iterator[FieldSpelling]:
    (tmp_path / "en.dic").write_text("2\nparcel\nthe\n", "utf-8")

    def make(profile: Path | None) -> Checker:
        return Checker(FAKE, {"en": tmp_path / "en"}, PersonalWords(profile))

    made = FieldSpelling(field, Preferences(tmp_path), lambda: "en", lambda: QColor("red"), make)
    yield made
    made.close()


def marked(field: ComposerField) -> list[str]:
    return [one.cursor.selectedText() for one in field.extraSelections()]  # type: ignore[attr-defined]


def texts(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions()]


def test_a_word_is_marked_and_put_right(field: ComposerField, spelling: FieldSpelling, run, until) -> None:
    field.setPlainText("🎉 the pacrel NASA")
    run(until(lambda: marked(field) == ["pacrel"]))
    place = field.textCursor()
    place.setPosition(9)
    menu = QMenu()
    spelling.fill(menu, place)
    assert texts(menu)[:2] == ["parcel", "Add to my words"]
    menu.actions()[0].trigger()
    assert field.toPlainText() == "🎉 the parcel NASA"
    run(until(lambda: marked(field) == []))
    field.undo()
    assert field.toPlainText() == "🎉 the pacrel NASA"


def test_my_words_and_off(field: ComposerField, spelling: FieldSpelling, run, until, tmp_path: Path) -> None:
    field.setPlainText("zzz qqq the")
    run(until(lambda: marked(field) == ["zzz", "qqq"]))
    menu = QMenu()
    spelling.fill(menu, QTextCursor(field.document()))
    assert texts(menu)[0] == "No suggestion"
    menu.actions()[1].trigger()
    assert marked(field) == ["qqq"]
    run(until(lambda: "zzz" in PersonalWords(tmp_path)))
    inner = next(one.menu() for one in menu.actions() if one.text() == "Spelling")
    assert isinstance(inner, QMenu)
    assert [one.isEnabled() for one in inner.actions()] == [True, True, False, True]
    inner.actions()[-1].trigger()
    assert marked(field) == []


def test_the_menu_opens_by_keyboard_at_the_word(field: ComposerField, qapp: QApplication) -> None:
    field.setPlainText("the pacrel")
    asked: list[int] = []
    field.menu_asked.connect(lambda menu, place: asked.append(place.position()))
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and asked == [10]
    menu.close()


def test_who_takes_part_is_no_mistake(qapp: QApplication, field: ComposerField, tmp_path: Path, run, until) -> None:
    (tmp_path / "en.dic").write_text("1\nthe\n", "utf-8")
    made = FieldSpelling(
        field,
        Preferences(tmp_path),
        lambda: "en",
        lambda: QColor("red"),
        lambda profile: Checker(FAKE, {"en": tmp_path / "en"}, PersonalWords(profile)),
        names=lambda: "Jónas Okafor-Byrne jokafor@toot.example",
    )
    field.setPlainText("the pacrel Okafor okafor Byrne's d’Okafor jokafor Jónas Okafur the")
    run(until(lambda: marked(field) == ["pacrel", "Okafur"]))
    made.close()
