"""One person with several profiles: proposed on the card, looked at side by side, joined, and told apart again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from scrm_desktop.domain.triage import NotSamePerson, SamePerson
from support.fake_desk import FakeDesk
from ui.dialogs.picker import Picker
from ui.dialogs.same_person import SamePersonDialog
from ui.main_window import MainWindow
from ui.models.thread_events import event_words
from ui.moving.entries import Entry

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def shown(window: MainWindow, desk: FakeDesk, run, until) -> int:
    """The conversation whose customer stands on the card."""
    run(until(lambda: window.customer.card is not None))
    number = window.list.table.current_id
    assert number is not None
    return number


def words(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.customer.widget().findChildren(QLabel))


def button(window: MainWindow, text: str) -> QPushButton:
    return next(one for one in window.customer.widget().findChildren(QPushButton) if one.text() == text)


def dialog() -> SamePersonDialog:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, SamePersonDialog) and one.isVisible())


def other_than(desk: FakeDesk, *shown: int) -> int:
    names = {desk.rows[one].person for one in shown}
    return next(number for number, row in desk.rows.items() if row.person not in names)


def test_by_keys_alone_found_compared_joined_and_undone(
    window: MainWindow, desk: FakeDesk, shown: int, press, run, until
) -> None:
    other = other_than(desk, shown)

    async def story() -> None:
        press(Key.Key_Y, Mod.ControlModifier | Mod.ShiftModifier)
        opened = dialog()
        assert not opened.go.isEnabled()
        QTest.keyClicks(opened.field, desk.rows[other].person.split()[0])
        await until(lambda: opened.other is not None)
        assert desk.rows[other].handle in " ".join(label.text() for label in opened.right.findChildren(QLabel))
        assert desk.rows[shown].handle in " ".join(label.text() for label in opened.left.findChildren(QLabel))
        QTest.keyClick(opened.field, Key.Key_Return)
        assert not any(isinstance(what, SamePerson) for _, what in desk.calls)
        assert opened.focusWidget() is opened.go
        QTest.keyClick(opened.go, Key.Key_Return)
        await until(lambda: len(window.customer.card.keys if window.customer.card else ()) == 2)
        assert f"@{desk.rows[other].handle}" in "\n".join(
            one.accessibleName() for one in window.customer.widget().findChildren(type(button_like(window)))
        )
        await until(window.actions_table["undo"].isEnabled)
        window.actions_table["undo"].trigger()
        await until(lambda: len(window.customer.card.keys if window.customer.card else ()) == 1)

    run(story())


def button_like(window: MainWindow):
    from ui.panes.customer.cards import LineButton

    return window.customer.widget().findChildren(LineButton)[0]


def test_a_likely_match_is_offered_with_its_reason(window: MainWindow, desk: FakeDesk, shown: int, run, until) -> None:
    other = other_than(desk, shown)
    desk.alike[shown] = (other,)

    async def story() -> None:
        window.customer._read()
        await until(lambda: "Perhaps the same person" in words(window))
        assert "same handle, same name" in words(window)
        assert not desk.joined_people
        button(window, "Compare…").click()
        opened = dialog()
        await until(lambda: opened.other is not None and opened.go.isEnabled())
        line = opened.model.lines[opened.list.currentIndex().row()]
        assert isinstance(line, Entry)
        assert "same handle" in line.detail
        opened.reject()
        button(window, "Not the same").click()
        await until(lambda: "Perhaps the same person" not in words(window))
        assert ("triage", NotSamePerson(
            profile=desk.key_of(other), others=(desk.key_of(shown),), conversation=shown
        )) in desk.calls  # fmt: skip
        await until(window.actions_table["undo"].isEnabled)
        window.actions_table["undo"].trigger()
        await until(lambda: "Perhaps the same person" in words(window))

    run(story())


def test_pain_14_told_apart_again_from_the_card(window: MainWindow, desk: FakeDesk, shown: int, run, until) -> None:
    other = other_than(desk, shown)

    async def story() -> None:
        desk.arrange_people(SamePerson(profiles=(desk.key_of(shown), desk.key_of(other))))
        await until(lambda: len(window.customer.card.keys if window.customer.card else ()) == 2)
        button(window, "Not the same person…").click()
        await until(lambda: len(window.customer.card.keys if window.customer.card else ()) == 1)

    run(story())


def test_of_three_profiles_one_is_chosen(window: MainWindow, desk: FakeDesk, shown: int, run, until) -> None:
    second = other_than(desk, shown)
    third = other_than(desk, shown, second)

    async def story() -> None:
        desk.arrange_people(SamePerson(profiles=tuple(desk.key_of(one) for one in (shown, second, third))))
        await until(lambda: len(window.customer.card.keys if window.customer.card else ()) == 3)
        window.actions_table["not_same_person"].trigger()
        picker = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Picker) and one.isVisible())
        QTest.keyClicks(picker.field, desk.rows[third].handle)
        QTest.keyClick(picker.field, Key.Key_Return)
        await until(lambda: len(window.customer.card.keys if window.customer.card else ()) == 2)
        assert desk.key_of(third) not in (window.customer.card.keys if window.customer.card else ())

    run(story())


def test_nobody_to_part_is_said(window: MainWindow, desk: FakeDesk, shown: int) -> None:
    told: list[str] = []
    window.people.told.connect(told.append)
    window.actions_table["not_same_person"].trigger()
    assert "one profile only" in told[0]


def test_nobody_is_found(window: MainWindow, desk: FakeDesk, shown: int, run, until) -> None:
    async def story() -> None:
        window.actions_table["same_person"].trigger()
        opened = dialog()
        QTest.keyClicks(opened.field, "zzzz")
        await until(lambda: opened.hint.text() == "Nothing found.")
        QTest.keyClick(opened.field, Key.Key_Return)
        assert not opened.go.isEnabled()
        QTest.keyClick(opened.field, Key.Key_Escape)
        assert not opened.isVisible()

    run(story())


def test_hostile_names_stay_plain(window: MainWindow, desk: FakeDesk, shown: int, run, until) -> None:
    other = other_than(desk, shown)
    from dataclasses import replace

    items = desk.threads[other]
    place = next(n for n, item in enumerate(items) if item.author is not None and item.author.remote_id == f"p{other}")
    author = items[place].author
    assert author is not None
    items[place] = replace(items[place], author=replace(author, display_name="<b>x</b>\u202e", bio="<img src=x>" * 99))
    desk.alike[shown] = (other,)

    async def story() -> None:
        window.customer._read()
        await until(lambda: "Perhaps the same person" in words(window))
        button(window, "Compare…").click()
        opened = dialog()
        await until(lambda: opened.other is not None)
        for label in [*opened.findChildren(QLabel), *window.customer.findChildren(QLabel)]:
            assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
        opened.reject()

    run(story())


def test_the_log_says_who_was_joined_with_whom(desk: FakeDesk) -> None:
    from dataclasses import replace

    from scrm_desktop.domain.views import ItemKind

    item = replace(desk.threads[1][0], kind=ItemKind.EVENT, actor="Ada", event="same_person", event_detail="@anna@x")
    assert "joined this customer with" in event_words(item)
    assert "somebody else" in event_words(replace(item, event="not_same_person"))
