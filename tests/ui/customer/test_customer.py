"""The customer's card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from scrm_desktop.domain.changes import Changes
from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.panes.customer import CustomerPane
from ui.panes.customer.cards import LineButton
from ui.text import number
from ui.theme import Scheme, Theme


@pytest.fixture
def pane(bridge: Bridge, theme: Theme) -> Iterator[CustomerPane]:
    made = CustomerPane(bridge, theme)
    made.resize(286, 700)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def words(pane: CustomerPane) -> str:
    labels = [label.text() for label in pane.widget().findChildren(QLabel)]
    return "\n".join([*labels, *(line.accessibleName() for line in pane.widget().findChildren(LineButton))])


def test_nobody_is_shown_until_a_conversation_is(pane: CustomerPane) -> None:
    assert "is shown here" in words(pane)


def test_the_customer_with_numbers_and_bio(pane: CustomerPane, desk: FakeDesk, run, until) -> None:
    pane.show_conversation(desk.rows[1])
    assert "Camille Laurent" in words(pane)
    run(until(lambda: number(1840) in words(pane)))
    for part in ("@camille@piaille.fr", "Vélo", "Mastodon", "Follows us"):
        assert part in words(pane)


def test_an_earlier_conversation_can_be_opened(pane: CustomerPane, desk: FakeDesk, run, until) -> None:
    desk.rows[2] = replace(desk.rows[2], person="Camille Laurent")
    pane.show_conversation(desk.rows[1])
    run(until(lambda: "oak desk" in words(pane)))
    chosen: list[int] = []
    pane.open_conversation.connect(chosen.append)
    line = next(one for one in pane.widget().findChildren(LineButton) if "oak desk" in one.accessibleName())
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert chosen == [2, 2]


def test_a_slow_answer_for_another_customer_is_not_shown(pane: CustomerPane, desk: FakeDesk, run, until) -> None:
    desk.delay = 0.05
    pane.show_conversation(desk.rows[1])
    pane.show_conversation(desk.rows[2])
    run(until(lambda: number(1840) in words(pane)))
    assert "Jonas Okafor" in words(pane) and "Camille" not in words(pane)


def test_it_follows_changes_and_the_theme(pane: CustomerPane, desk: FakeDesk, theme: Theme, run, until) -> None:
    pane.show_conversation(desk.rows[1])
    run(until(lambda: number(1840) in words(pane)))
    item = desk.threads[1][0]
    assert item.author is not None
    desk.threads[1][0] = replace(item, author=replace(item.author, followers=2000))
    desk.emit(Changes(conversations=frozenset({1})))
    run(until(lambda: number(2000) in words(pane)))
    theme.set_scheme(Scheme.DARK)
    assert pane.grab().toImage().pixelColor(5, 690) == theme.tokens.bg
    theme.set_scheme(Scheme.LIGHT)


def test_hostile_words_are_plain(pane: CustomerPane, desk: FakeDesk, run, until) -> None:
    item = desk.threads[1][0]
    assert item.author is not None
    bad = replace(item.author, display_name="<b>x</b>\u202e", bio="<img src=/etc/passwd>" + "\u0301" * 100_000)
    desk.threads[1][0] = replace(item, author=bad)
    pane.show_conversation(desk.rows[1])
    run(until(lambda: "<img" in words(pane)))
    for label in pane.widget().findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert len(label.text()) < 1000
    pane.grab()
