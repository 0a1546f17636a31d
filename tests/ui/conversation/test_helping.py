"""Signature, emoji, people and what was sent before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.triage import AddNote
from scrm_desktop.domain.views import Mode
from support.fake_desk import FakeDesk
from ui.dialogs.picker import Picker
from ui.panes.conversation.emoji_picker import EmojiPicker, emoji, load_recent, save_recent, search

Key = Qt.Key


def shown(kind: type) -> list:
    return [one for one in QApplication.allWidgets() if type(one) is kind and one.isVisible()]


def texts(desk: FakeDesk) -> list[str]:
    return [row.command.text for row in desk.outbox_rows.values() if isinstance(row.command, SendMessage)]


def test_an_answer_is_signed_and_the_signature_counted(opened, desk: FakeDesk, run, until) -> None:
    desk.signed[1] = "— Nadia"
    pane = opened(1)
    form = pane.composer.form
    run(until(form.signature.isVisible))
    assert form.signature.text() == "— Nadia" and form.signature.isChecked()
    QTest.keyClicks(form.field, "Bonjour")
    whole = "@camille@piaille.fr Bonjour\n— Nadia"
    assert form.counter.text() == f"{len(whole)} / 500"
    run(until(form.send.isEnabled))
    pane.composer.submit()
    run(until(lambda: texts(desk) == [whole]))


def test_it_is_left_out_of_one_answer_and_of_every_note(opened, desk: FakeDesk, run, until) -> None:
    desk.signed[1] = "— Nadia"
    pane = opened(1)
    form = pane.composer.form
    run(until(form.signature.isVisible))
    QTest.keyClicks(form.field, "Oui")
    form.signature.click()
    run(until(form.send.isEnabled))
    pane.composer.submit()
    run(until(lambda: texts(desk) == ["@camille@piaille.fr Oui"] and not form.field.toPlainText()))
    assert form.signature.isChecked(), "only that one"
    pane.set_mode(Mode.NOTE)
    assert not form.signature.isVisible()
    QTest.keyClicks(form.field, "call him")
    pane.composer.submit()
    run(until(lambda: ("triage", AddNote(conversation=1, text="call him")) in desk.calls))
    pane.set_mode(Mode.PUBLIC)
    assert form.signature.isVisible()


def test_a_text_that_is_signed_already_is_not_signed_twice(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    desk.signed[1] = "— Nadia"
    desk.emit(Changes(texts=True))
    run(until(pane.composer.form.signature.isVisible))
    pane.composer.add_text("Bonjour\n— Nadia")
    assert pane.composer.signing.signed("Bonjour\n— Nadia") == "Bonjour\n— Nadia"


def test_people_of_the_conversation_and_of_the_account_are_named(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    field = pane.composer.form.field
    QTest.keyClicks(field, "See @jon")
    completer = pane.composer.tools.completer
    run(until(lambda: completer.active))
    assert completer.popup.chosen.title == "Jonas Okafor"
    QTest.keyClick(field, Key.Key_Return)
    assert field.toPlainText().startswith("See @jonas") and field.toPlainText().endswith(" ")
    QTest.keyClicks(field, "a@jon")
    assert not completer.active, "an address is no mention"


def test_a_direct_message_offers_only_those_who_read_it(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    pane.set_mode(Mode.DIRECT)
    QTest.keyClicks(pane.composer.form.field, "@jon")
    run(until(lambda: ("people", (1, "jon", True)) in desk.calls))
    run(pane.flush())
    assert not pane.composer.tools.completer.active


def test_what_was_sent_before_is_at_hand(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    pane.composer.form.again.click()
    run(until(lambda: shown(Picker)))
    (picker,) = shown(Picker)
    said = picker.list.item(0).text()
    QTest.keyClick(picker.field, Key.Key_Return)
    assert pane.composer.form.field.toPlainText().startswith(said[:40])


def test_an_emoji_is_found_in_both_languages_and_remembered(opened, run, until, tmp_path: Path) -> None:
    pane = opened(1)
    pane.paste_folder = tmp_path / "pasted"
    for words in ("thumbs", "pouce", "+1"):
        assert search(words)[0][0] == "👍", words
    assert search("zzzz") == []
    QTest.keyClicks(pane.composer.form.field, "Merci ")
    pane.composer.form.emoji.click()
    run(until(lambda: shown(EmojiPicker)))
    (picker,) = shown(EmojiPicker)
    QTest.keyClicks(picker.field, "seedling")
    assert picker.name.text() == "seedling"
    QTest.keyClick(picker.field, Key.Key_Return)
    assert pane.composer.form.field.toPlainText() == "Merci 🌱"
    run(until(lambda: load_recent(tmp_path) == ["🌱"]))
    pane.composer.pick_emoji()
    run(until(lambda: shown(EmojiPicker)))
    (picker,) = shown(EmojiPicker)
    assert picker.list.item(0).text() == "🌱"
    QTest.keyClick(picker.field, Key.Key_Right)
    assert picker.list.currentRow() == 1
    QTest.keyClick(picker.field, Key.Key_Down)
    assert picker.list.currentRow() > 5
    picker.close()


def test_a_damaged_list_of_recent_ones_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "emoji-recent.json").write_text('{"a": 1}')
    assert load_recent(tmp_path) == [] == load_recent(None)
    (tmp_path / "emoji-recent.json").write_text('["🌱", 3, ["x"], "<b>"]')
    assert load_recent(tmp_path) == ["🌱"]
    save_recent(tmp_path / "none" / "there", ["🌱"])
    assert len({one[0] for one in emoji()}) == len(emoji()) > 1500


def test_ctrl_enter_sends_although_the_list_of_people_is_open(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    field, completer = pane.composer.form.field, pane.composer.tools.completer
    QTest.keyClicks(field, "Hello @cam")
    run(until(lambda: completer.active and completer.popup.chosen is not None))

    def is_taken(modifiers: Qt.KeyboardModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Return, modifiers)
        event.ignore()
        QApplication.sendEvent(field, event)
        return event.isAccepted()

    assert is_taken(Qt.KeyboardModifier.NoModifier), "Enter chooses"
    assert not is_taken(Qt.KeyboardModifier.ControlModifier), "Ctrl+Enter is the window's"
    assert not is_taken(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
