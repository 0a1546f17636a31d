"""Canned responses in the composer (pain 21): found by a slash, several in one text, never with an empty place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from support.fake_desk import FakeDesk
from ui.panes.conversation.ask_form import AskForm
from ui.panes.conversation.pane import ConversationPane

Key = Qt.Key


@pytest.fixture
def responses(desk: FakeDesk) -> FakeDesk:
    desk.add_canned("Hours", "We are open, {{first_name}}.", language="en", category="Info", shortcut="hours")
    desk.add_canned("Horaires", "Nous sommes ouverts.", language="fr", uses=2)
    desk.add_canned("Remboursement", "C’est parti, {{first_name}} !", language="fr", uses=5)
    desk.add_canned("Bon", "Votre code : {{?code}}", language="fr")
    desk.add_canned("Commande", "Pour {{order_number}}, demain.", language="fr")
    return desk


def titles(pane: ConversationPane) -> list[str]:
    popup = pane.composer.tools.completer.popup
    return [popup.list.item(row).text() for row in range(popup.list.count())] if popup.isVisible() else []


def form() -> AskForm | None:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, AskForm) and one.isVisible()), None)


def test_a_slash_offers_the_customers_language_first_and_enter_inserts(opened, responses, run, until) -> None:
    pane = opened(1)
    field = pane.composer.form.field
    QTest.keyClicks(field, "Bonjour, /")
    run(until(lambda: titles(pane)))
    assert titles(pane) == ["Remboursement", "Horaires", "Bon", "Commande", "Hours"]
    QTest.keyClicks(field, "hor")
    assert titles(pane) == ["Horaires", "Hours"]
    QTest.keyClick(field, Key.Key_Return)
    run(until(lambda: field.toPlainText() == "Bonjour, Nous sommes ouverts."))
    assert not pane.composer.tools.completer.active
    run(until(lambda: responses.responses[2].uses == 3))
    QTest.keyClicks(field, " /remb")
    run(until(lambda: titles(pane) == ["Remboursement"]))
    QTest.keyClick(field, Key.Key_Tab)
    run(until(lambda: field.toPlainText() == "Bonjour, Nous sommes ouverts. C’est parti, Camille !"))


def test_arrows_choose_and_escape_leaves_the_slash_as_typed(opened, responses, run, until) -> None:
    pane = opened(1)
    field = pane.composer.form.field
    left: list[bool] = []
    pane.left.connect(lambda: left.append(True))
    QTest.keyClicks(field, "/h")
    run(until(lambda: titles(pane) == ["Horaires", "Hours"]))
    QTest.keyClick(field, Key.Key_Down)
    assert pane.composer.tools.completer.popup.chosen.title == "Hours"
    QTest.keyClick(field, Key.Key_Escape)
    assert (field.toPlainText(), titles(pane), left) == ("/h", [], [])
    QTest.keyClicks(field, "o")
    assert titles(pane) == [], "what was refused is not offered again"
    QTest.keyClick(field, Key.Key_Return)
    assert field.toPlainText() == "/ho\n"


@pytest.mark.parametrize("typed", ["and/or", "1/2", "https://x", "/ ", "/zzzz"])
def test_a_slash_that_means_nothing_offers_nothing(opened, responses, run, until, typed: str) -> None:
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, typed)
    run(pane.flush())
    assert titles(pane) == []


def test_the_button_opens_the_list_and_escape_takes_its_slash_back(opened, responses, run, until) -> None:
    pane = opened(1)
    field = pane.composer.form.field
    QTest.keyClicks(field, "Bonjour")
    pane.composer.form.replies.click()
    run(until(lambda: len(titles(pane)) == 5))
    assert field.toPlainText() == "Bonjour /"
    QTest.keyClick(field, Key.Key_Escape)
    assert field.toPlainText() == "Bonjour "


def test_what_only_the_writer_knows_is_asked_in_one_form(opened, responses, run, until) -> None:
    pane = opened(1)
    field = pane.composer.form.field
    QTest.keyClicks(field, "/bon")
    run(until(lambda: titles(pane)))
    QTest.keyClick(field, Key.Key_Return)
    run(until(form))
    asked = form()
    assert asked is not None and list(asked.fields) == ["code"]
    QTest.keyClicks(asked.fields["code"], "MERCI15")
    asked.go.click()
    assert field.toPlainText() == "Votre code : MERCI15"


def test_an_empty_place_is_marked_and_never_sent(opened, responses, desk, run, until) -> None:
    pane = opened(1)
    field = pane.composer.form.field
    QTest.keyClicks(field, "/commande")
    run(until(lambda: titles(pane)))
    QTest.keyClick(field, Key.Key_Return)
    run(until(lambda: field.toPlainText() == "Pour {{order_number}}, demain."))
    (mark,) = field.document().firstBlock().layout().formats()
    assert (mark.start, mark.length) == (5, len("{{order_number}}"))
    run(until(pane.composer.form.send.isEnabled))
    pane.composer.submit()
    run(until(form))
    asked = form()
    assert asked is not None and not asked.go.isEnabled()
    asked.reject()
    assert not desk.outbox_rows
    pane.composer.submit()
    run(until(form))
    asked = form()
    assert asked is not None
    QTest.keyClicks(asked.fields["order_number"], "48190")
    asked.go.click()
    run(until(lambda: desk.outbox_rows))
    (row,) = desk.outbox_rows.values()
    assert row.command.text.endswith("Pour 48190, demain.")


def test_what_comes_late_is_not_put_into_another_conversation(opened, responses, desk, run, until) -> None:
    pane = opened(1)
    field = pane.composer.form.field
    QTest.keyClicks(field, "/horaires")
    run(until(lambda: titles(pane)))
    desk.delay = 0.05
    QTest.keyClick(field, Key.Key_Return)
    pane.show_conversation(desk.rows[2])
    run(until(lambda: ("variables", 1) in desk.calls))
    desk.delay = 0
    run(until(lambda: pane.composer.target.found is not None))
    assert "ouverts" not in field.toPlainText()


def test_files_of_a_response_come_along(opened, desk, run, until, tmp_path: Path) -> None:
    picture = str(tmp_path / "map.png")
    QImage(4, 4, QImage.Format.Format_RGB32).save(picture)
    desk.add_canned("Way", "Here is the way", media=((picture, "a map"),))
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "/way")
    run(until(lambda: titles(pane)))
    QTest.keyClick(pane.composer.form.field, Key.Key_Return)
    run(until(lambda: pane.composer.form.files.media() == ((picture, "a map"),)))


def test_without_responses_the_list_leads_to_where_they_are_written(opened, desk, run, until) -> None:
    pane = opened(1)
    asked: list[bool] = []
    pane.composer.manage.connect(lambda: asked.append(True))
    pane.composer.form.replies.click()
    popup = pane.composer.tools.completer.popup
    run(until(lambda: "no canned responses" in popup.foot.text()))
    popup.foot.linkActivated.emit("manage")
    assert asked and not popup.isVisible()
