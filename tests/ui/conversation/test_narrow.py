"""A narrow composer, and lists over it: what matters stays readable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from support.fake_desk import FakeDesk
from ui.panes.conversation.elided import ElidedLabel


@pytest.mark.parametrize(("width", "seen"), [(400, "en tant que @maisonverte"), (110, "@maisonverte"), (12, "")])
def test_the_account_line_gives_up_its_words_before_its_name(qapp: QApplication, width: int, seen: str) -> None:
    label = ElidedLabel()
    label.setText("en tant que @maisonverte")
    label.brief = "@maisonverte"
    label.resize(width, 20)
    assert label._fitting() == seen
    label.resize(60, 20)
    assert label._fitting().startswith("@mai")
    assert label._fitting().endswith("…")


@pytest.mark.parametrize("typed", ["/", "@c"])
def test_whom_it_reaches_stays_readable_while_one_chooses(opened, desk: FakeDesk, run, until, typed: str) -> None:
    desk.add_canned("Hours", "We are open.")
    pane = opened(1)
    form = pane.composer.form
    QTest.keyClicks(form.field, typed)
    popup = pane.composer.tools.completer.popup
    run(until(lambda: popup.isVisible() and popup.list.count()))
    over = form.mapTo(pane.window(), QPoint(0, 0)).y()
    assert popup.geometry().bottom() < over
    assert popup.height() <= popup.list.height() + popup.foot.height() * (not popup.foot.isHidden()) + 20
