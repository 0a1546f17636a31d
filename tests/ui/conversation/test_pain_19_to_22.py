"""Pains 19 to 22 of our comparison, at the composer: drafts, notes gone public, weak canned responses, attachments."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.commands import OutboxState, SendMessage
from scrm_desktop.domain.triage import AddNote
from scrm_desktop.domain.views import Draft, Mode
from support.fake_desk import FakeDesk
from ui.panes.conversation.ask_form import AskForm
from ui.panes.conversation.pane import ConversationPane

Key, Mod = Qt.Key, Qt.KeyboardModifier


def asked(desk: FakeDesk, name: str) -> list[object]:
    return [what for one, what in desk.calls if one == name]


def text(pane: ConversationPane) -> str:
    return pane.composer.form.field.toPlainText()


# -- 19: a draft is lost, or goes to the wrong person ---------------------------------------------
def test_pain_19_what_is_typed_for_one_customer_is_never_sent_to_another(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "For Camille only")
    opened(2)
    assert text(pane) == ""
    QTest.keyClicks(pane.composer.form.field, "For the other one")
    run(until(pane.composer.form.send.isEnabled))
    pane.composer.submit()
    run(until(lambda: desk.outbox_rows))
    (draft, _) = asked(desk, "send")[0]
    assert draft.conversation_id == 2
    assert "Camille only" not in draft.text
    opened(1)
    run(until(lambda: text(pane) == "For Camille only"))


def test_pain_19_what_is_typed_before_the_stored_draft_is_there_is_joined_to_it(
    opened, desk: FakeDesk, run, until
) -> None:
    """A slow disk: somebody types, and is gone again, before what they wrote yesterday has come back."""
    desk.drafts[(1, Mode.PUBLIC, 1)] = Draft(conversation_id=1, mode=Mode.PUBLIC, account_id=1, text="yesterday")
    pane = opened(2)
    pane.show_conversation(desk.rows[1])
    pane.composer.form.field.insertPlainText("today")
    pane.show_conversation(desk.rows[2])
    pane.show_conversation(desk.rows[1])
    run(until(lambda: text(pane) == "yesterday\ntoday"))
    run(pane.flush())
    assert desk.drafts[(1, Mode.PUBLIC, 1)].text == "yesterday\ntoday"


def test_pain_19_going_away_while_a_draft_is_on_its_way_mixes_nothing(opened, desk: FakeDesk, run, until) -> None:
    """The draft of the one that was left comes back late, when another stands there already."""
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "One")
    opened(2)
    QTest.keyClicks(pane.composer.form.field, "Two")
    for _ in range(4):
        pane.show_conversation(desk.rows[1])
        pane.show_conversation(desk.rows[2])
    run(until(lambda: text(pane) == "Two"))
    run(pane.flush())
    kept = {key[0]: draft.text for key, draft in desk.drafts.items()}
    assert kept == {1: "One", 2: "Two"}


# -- 20: a note is sent as public -----------------------------------------------------------------
def test_pain_20_a_note_written_by_keys_reaches_nobody(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    pane.set_mode(Mode.NOTE)
    form = pane.composer.form
    QTest.keyClicks(form.field, "She shouts. Give her 10 %.")
    run(until(form.send.isEnabled))
    assert form.send.text().startswith("Add note")
    QTest.keyClick(form.field, Key.Key_Return, Mod.ControlModifier)
    run(until(lambda: asked(desk, "triage")))
    assert [type(one) for one in asked(desk, "triage")] == [AddNote]
    assert not asked(desk, "send")


def test_pain_20_a_note_does_not_become_an_answer_by_another_mode(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    pane.set_mode(Mode.NOTE)
    QTest.keyClicks(pane.composer.form.field, "She shouts.")
    pane.set_mode(Mode.PUBLIC)
    run(until(lambda: pane.composer.target.found is not None))
    assert text(pane) == ""
    assert not pane.composer.form.send.isEnabled()
    pane.set_mode(Mode.NOTE)
    run(until(lambda: text(pane) == "She shouts."))


def test_pain_20_what_was_sent_too_soon_can_be_taken_back(opened, desk: FakeDesk, run, until) -> None:
    desk.holds = True
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "Idiot")
    run(until(pane.composer.form.send.isEnabled))
    pane.composer.submit()
    run(until(lambda: text(pane) == "" and not pane.composer.submission.busy))
    assert [care.hold > 0 and care.stop_if_news for care in desk.cares] == [True]
    (number,) = desk.outbox_rows
    pane.sends.undo(number)
    run(until(lambda: text(pane) == "Idiot"))
    assert desk.outbox_rows[number].state is OutboxState.CANCELLED


# -- 21: canned responses are too weak ------------------------------------------------------------
def test_pain_21_several_at_the_cursor_with_a_file_and_what_only_the_writer_knows(
    opened, desk: FakeDesk, run, until, tmp_path: Path
) -> None:
    file = tmp_path / "label.png"
    QImage(20, 20, QImage.Format.Format_RGB32).save(str(file))
    desk.add_canned("Refund", "You get {{?amount}} back.", category="Money")
    desk.add_canned("Label", "Here is your label, {{first_name|dear customer}}.", media=((str(file), "the label"),))
    pane = opened(1)
    field = pane.composer.form.field
    QTest.keyClicks(field, "Hello!  Bye.")
    cursor = field.textCursor()
    cursor.setPosition(7)
    field.setTextCursor(cursor)
    QTest.keyClicks(field, "/lab")
    run(until(lambda: pane.composer.tools.completer.active and pane.composer.tools.completer.popup.chosen))
    QTest.keyClick(field, Key.Key_Return)
    run(until(lambda: "your label, Camille." in text(pane)))
    QTest.keyClicks(field, " /money")
    run(until(lambda: pane.composer.tools.completer.popup.chosen is not None))
    QTest.keyClick(field, Key.Key_Return)
    run(until(lambda: [one for one in QApplication.topLevelWidgets() if isinstance(one, AskForm) and one.isVisible()]))
    form = next(one for one in QApplication.topLevelWidgets() if isinstance(one, AskForm) and one.isVisible())
    QTest.keyClicks(form.fields["amount"], "12 EUR")
    form.go.click()
    assert text(pane) == "Hello! Here is your label, Camille. You get 12 EUR back. Bye."
    run(until(lambda: [words for _, words in pane.composer.form.files.media()] == ["the label"]))


# -- 22: attachments: limits and types of each channel --------------------------------------------
@pytest.mark.parametrize(
    ("rule", "told"),
    [({"image_size_limit": 50}, "this server takes 50"), ({"image_pixel_limit": 100}, "megapixels")],
)
def test_pain_22_a_file_the_network_would_refuse_says_which_rule_and_is_not_uploaded(
    opened, desk: FakeDesk, run, until, tmp_path: Path, rule: dict[str, int], told: str
) -> None:
    desk.capability = replace(desk.capability, **rule)
    file = tmp_path / "chair.png"
    QImage(300, 300, QImage.Format.Format_RGB32).save(str(file))
    pane = opened(1)
    form = pane.composer.form
    QTest.keyClicks(form.field, "Look")
    pane.composer.files.add([str(file)])
    run(until(form.files.problem))
    run(until(form.send.isEnabled))
    pane.composer.submit()
    assert told in form.error.text()
    assert not asked(desk, "send")
    assert text(pane) == "Look"
    form.files.set_media(())
    run(until(form.send.isEnabled))
    pane.composer.submit()
    run(until(lambda: desk.outbox_rows))
    (row,) = desk.outbox_rows.values()
    assert isinstance(row.command, SendMessage)
    assert not row.command.media
