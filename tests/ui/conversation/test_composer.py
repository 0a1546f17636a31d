"""The composer: whom it goes to, what it may hold, and that nothing typed is lost or sent twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.triage import AddNote, RemoveNote
from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.errors import InputError
from support.fake_desk import FakeDesk
from ui.panes.conversation.composer_look import look_of
from ui.panes.conversation.pane import ConversationPane


def calls(desk: FakeDesk, name: str) -> list[object]:
    return [what for asked, what in desk.calls if asked == name]


def ready(pane: ConversationPane) -> bool:
    return pane.composer.form.send.isEnabled()


def test_a_public_reply_goes_out_once_and_the_field_is_empty_again(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    field = pane.composer.form.field
    QTest.keyClicks(field, "Bonjour Camille")
    run(until(lambda: ready(pane)))
    pane.composer.form.send.click()
    pane.composer.form.send.click()
    pane.composer.submit()
    run(until(lambda: field.toPlainText() == ""))
    assert len(calls(desk, "send")) == 1
    command = next(iter(desk.outbox_rows.values())).command
    assert isinstance(command, SendMessage) and command.text == "@camille@piaille.fr Bonjour Camille"


def test_each_text_has_a_token_of_its_own(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    for count in (1, 2):
        run(until(lambda: pane.composer.target.found is not None))
        QTest.keyClicks(pane.composer.form.field, "Merci")
        run(until(lambda: ready(pane)))
        pane.composer.submit()
        run(until(lambda count=count: len(desk.outbox_rows) == count and not pane.composer.form.field.toPlainText()))
    tokens = [draft.token for draft, _ in calls(desk, "send")]
    assert len(set(tokens)) == 2 and all(tokens)


def test_a_refused_text_stays_with_the_reason(opened, desk: FakeDesk, run, until, bridge) -> None:
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "Bonjour")
    run(until(lambda: ready(pane)))
    run(pane.flush())
    desk.fail_next = InputError("This file is too large.")
    pane.composer.submit()
    run(until(pane.composer.form.error.isVisible))
    assert pane.composer.form.field.toPlainText() == "Bonjour"
    assert "too large" in pane.composer.form.error.text()
    assert ready(pane) and not pane.composer.form.field.isReadOnly()


def test_the_modes_differ_in_colour_verb_and_recipient(opened, theme, run, until) -> None:
    pane = opened(1)
    form = pane.composer.form
    seen = []
    for mode in Mode:
        pane.set_mode(mode)
        run(until(lambda mode=mode: mode is Mode.NOTE or pane.composer.target.found is not None))
        look = look_of(mode, theme)
        seen.append((form.send.text(), form.recipient.text(), look.line.name(), look.button.name()))
    assert [verb.split(" ⌃")[0].split(" ⌘")[0] for verb, *_ in seen] == [
        "Reply publicly",
        "Send direct message",
        "Add note",
    ]
    assert "everyone can read it" in seen[0][1] and "@camille@piaille.fr" in seen[0][1]
    assert "only" in seen[1][1] and "Only your team" in seen[2][1]
    for part in range(4):
        assert len({one[part] for one in seen}) == 3


def test_the_box_is_painted_in_the_colour_of_its_mode(opened, theme) -> None:
    pane = opened(1)
    box = pane.composer.form.box
    pane.set_mode(Mode.NOTE)
    ground = QColor(box.grab().toImage().pixelColor(box.width() // 2, box.height() - 7))
    assert ground == theme.tokens.note


def test_a_private_conversation_has_no_public_reply(opened) -> None:
    pane = opened(3)
    tabs = pane.composer.form.tabs
    assert pane.composer.mode is Mode.DIRECT
    assert not tabs.isTabEnabled(0)
    assert "private" in tabs.tabToolTip(0)
    pane.set_mode(Mode.PUBLIC)
    assert pane.composer.mode is Mode.DIRECT


def test_no_content_warning_where_the_network_has_none(opened, desk: FakeDesk) -> None:
    assert not opened(1).composer.form.warn.isHidden()
    desk.capability = replace(desk.capability, content_warning=False)
    pane = opened(2)
    assert pane.composer.form.warn.isHidden()
    assert not pane.composer.form.attach.isHidden()


def test_a_note_is_a_note_and_can_be_undone(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    undo: list[object] = []
    pane.undoable.connect(undo.append)
    pane.set_mode(Mode.NOTE)
    QTest.keyClicks(pane.composer.form.field, "call the carrier")
    pane.composer.submit()
    run(until(lambda: undo and pane.composer.form.field.toPlainText() == ""))
    assert calls(desk, "triage") == [AddNote(conversation=1, text="call the carrier")]
    assert isinstance(undo[0], RemoveNote)
    assert not calls(desk, "send")


def test_a_draft_is_saved_after_a_pause_and_found_again(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "half a sent")
    assert pane.has_unsaved()
    run(until(lambda: (1, Mode.PUBLIC, 1) in desk.drafts))
    run(until(lambda: not pane.has_unsaved()))
    opened(2)
    assert pane.composer.form.field.toPlainText() == ""
    opened(1)
    run(until(lambda: pane.composer.form.field.toPlainText() == "half a sent"))


def test_going_elsewhere_saves_at_once(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "kept")
    opened(2)
    run(until(lambda: desk.drafts.get((1, Mode.PUBLIC, 1)) is not None))
    QTest.keyClicks(pane.composer.form.field, "two")
    run(pane.flush())
    assert {key: draft.text for key, draft in desk.drafts.items()} == {
        (1, Mode.PUBLIC, 1): "kept",
        (2, Mode.PUBLIC, 1): "two",
    }


def test_each_mode_has_a_draft_of_its_own_and_none_is_hidden(opened, desk: FakeDesk, run, until) -> None:
    desk.drafts[(1, Mode.NOTE, 1)] = Draft(conversation_id=1, mode=Mode.NOTE, account_id=1, text="begun as a note")
    pane = opened(2)
    pane.show_conversation(desk.rows[1])
    run(until(lambda: pane.composer.mode is Mode.NOTE))
    run(until(lambda: pane.composer.form.field.toPlainText() == "begun as a note"))
    pane.set_mode(Mode.PUBLIC)
    run(until(lambda: pane.composer.target.found is not None))
    assert pane.composer.form.field.toPlainText() == ""


def test_after_sending_no_draft_comes_back(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "Bonjour")
    run(until(lambda: ready(pane)))
    pane.composer.submit()
    run(until(lambda: desk.outbox_rows))
    run(pane.flush())
    assert desk.drafts == {}


def test_the_counter_counts_what_the_network_gets_and_stops_in_time(opened, desk: FakeDesk, run, until) -> None:
    desk.capability = replace(desk.capability, max_characters=40)
    pane = opened(1)
    field, form = pane.composer.form.field, pane.composer.form
    prefix = len("@camille@piaille.fr ")
    field.setPlainText("x" * (40 - prefix))
    assert form.counter.text() == "40 / 40" and ready(pane)
    field.insertPlainText("x")
    assert form.counter.text() == "41 / 40" and not ready(pane)
    pane.composer.submit()
    assert not calls(desk, "send")


def test_answering_another_message_says_so_and_can_be_taken_back(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    first = pane.thread_pane.model.items[0]
    pane.thread_pane.do("answer", first)
    assert pane.composer.form.banner.isVisible()
    assert "48190" in pane.composer.form.banner.label.text()
    run(until(lambda: pane.composer.target.found and pane.composer.target.found.message_remote_id == first.remote_id))
    pane.composer.form.banner.close_button.click()
    run(until(lambda: pane.composer.target.found and pane.composer.target.found.message_remote_id != first.remote_id))
    assert not pane.composer.form.banner.isVisible()


def test_an_edit_of_what_is_answered_is_told_with_both_texts(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "Bonjour")
    last = desk.threads[1][-1]
    desk.threads[1][-1] = replace(last, text="Tout est réglé", edited_at=last.at)
    desk.emit(Changes(conversations=frozenset({1})))
    run(until(pane.composer.form.banner.isVisible))
    assert "Tout est réglé" in pane.composer.form.banner.label.text()
    assert "Troisième relance" in pane.composer.form.banner.label.text()


def test_files_are_attached_described_and_removed(opened, desk: FakeDesk, run, until, tmp_path: Path) -> None:
    picture = tmp_path / "leg.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(picture))
    pane = opened(1)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    pane.composer.form.field.insertFromMimeData(data)
    chip = pane.composer.form.files._chips[0]
    QTest.keyClicks(chip.description, "the scratched leg")
    assert pane.composer.form.files.media() == ((str(picture), "the scratched leg"),)
    run(pane.flush())
    assert desk.drafts[(1, Mode.PUBLIC, 1)].media == ((str(picture), "the scratched leg"),)
    chip.removed.emit()
    assert pane.composer.form.files.media() == ()


def test_too_many_files_are_refused_in_words(opened, desk: FakeDesk, tmp_path: Path) -> None:
    paths = []
    for number in range(5):
        paths.append(str(tmp_path / f"{number}.png"))
        QImage(4, 4, QImage.Format.Format_RGB32).save(paths[-1])
    pane = opened(1)
    pane.composer.files.add(paths)
    assert len(pane.composer.form.files.media()) == 4
    assert "4" in pane.composer.form.error.text()


def test_a_pasted_picture_becomes_a_private_file(opened, tmp_path: Path) -> None:
    pane = opened(1)
    pane.paste_folder = tmp_path / "pasted"
    data = QMimeData()
    data.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    pane.composer.form.field.insertFromMimeData(data)
    ((path, _),) = pane.composer.form.files.media()
    assert Path(path).parent == tmp_path / "pasted"
    assert Path(path).stat().st_mode & 0o077 == 0


def test_only_plain_text_is_pasted(opened) -> None:
    pane = opened(1)
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='/etc/passwd'>")
    data.setText("bold")
    pane.composer.form.field.insertFromMimeData(data)
    assert pane.composer.form.field.toPlainText() == "bold"


def test_a_content_warning_goes_with_the_answer(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    pane.composer.form.warn.click()
    QTest.keyClicks(pane.composer.form.warning, "parcel")
    QTest.keyClicks(pane.composer.form.field, "it is lost")
    run(until(lambda: ready(pane)))
    pane.composer.submit()
    run(until(lambda: calls(desk, "send")))
    assert calls(desk, "send")[0][0].content_warning == "parcel"  # type: ignore[index]


def test_ctrl_enter_sends_and_a_held_key_sends_nothing_more(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1)
    QTest.keyClicks(pane.composer.form.field, "Bonjour")
    run(until(lambda: ready(pane)))
    for _ in range(5):
        QTest.keyClick(pane.composer.form.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    run(until(lambda: desk.outbox_rows))
    run(until(lambda: pane.composer.form.field.toPlainText() == ""))
    assert len(calls(desk, "send")) == 1


def test_what_is_typed_before_the_draft_came_back_is_joined_to_it(opened, desk: FakeDesk, run, until) -> None:
    desk.drafts[(1, Mode.PUBLIC, 1)] = Draft(conversation_id=1, mode=Mode.PUBLIC, account_id=1, text="Bonjour")
    pane = opened(2)
    desk.delay = 0.05
    pane.show_conversation(desk.rows[1])
    QTest.keyClicks(pane.composer.form.field, "Camille")
    run(until(lambda: pane.composer.form.field.toPlainText() == "Bonjour\nCamille"))
    run(pane.flush())
    assert desk.drafts[(1, Mode.PUBLIC, 1)].text == "Bonjour\nCamille"


def test_opening_a_conversation_saves_nothing(opened, desk: FakeDesk, run, until) -> None:
    desk.drafts[(1, Mode.PUBLIC, 1)] = Draft(conversation_id=1, mode=Mode.PUBLIC, account_id=1, text="Bonjour")
    pane = opened(1)
    run(until(lambda: pane.composer.form.field.toPlainText() == "Bonjour"))
    run(pane.flush())
    assert not calls(desk, "save_draft")


def test_a_text_taken_back_with_its_mention_is_counted_once(opened, run, until) -> None:
    pane = opened(1)
    pane.composer.add_text("@camille@piaille.fr Bonjour")
    run(until(lambda: pane.composer.target.found is not None))
    assert pane.composer.form.counter.text() == "27 / 500"


@pytest.mark.parametrize("mode", [Mode.NOTE, Mode.PUBLIC, Mode.DIRECT])
def test_the_verb_on_the_button_is_whole_in_a_narrow_pane(opened, mode: Mode, run, until) -> None:
    pane = opened(1)
    pane.window().resize(400, 700)
    form = pane.composer.form
    for chosen in (Mode.NOTE, Mode.DIRECT, mode):
        pane.composer.set_mode(chosen)
    run(until(lambda: form.send.width() >= form.send.sizeHint().width()))
    verb = {Mode.NOTE: "Add note", Mode.PUBLIC: "Reply publicly", Mode.DIRECT: "Send direct message"}[mode]
    assert form.send.text().startswith(verb)
