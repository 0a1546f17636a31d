"""No remote picture before it is asked for; and a menu that offers what can be done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QMessageBox

from scrm_desktop.domain.commands import Deed, DoDeed
from scrm_desktop.domain.messages import AttachmentKind, Moderation, Reaction, RemoteAttachment, Visibility
from support.fake_desk import FakeDesk
from support.thread_items import PICTURE, message, note, one_of_each
from ui.delegates.thread_text import split_subject
from ui.panes.conversation.links import ask_to_open
from ui.panes.conversation.pane import ConversationPane
from ui.panes.conversation.pictures import read_picture
from ui.panes.conversation.saving import harmless_name


def menu_texts(pane: ConversationPane, item) -> list[str]:
    menu = pane.thread_pane.menu.build(item, marked=False)
    return [action.text() for action in menu.actions() if action.text()]


def choose(pane: ConversationPane, item, text: str) -> None:
    menu = pane.thread_pane.menu.build(item, marked=False)
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_nothing_is_fetched_until_somebody_clicks(opened, desk: FakeDesk, run, until, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(file))
    asked: list[str] = []

    async def picture(account: int, url: str) -> Path:
        asked.append(url)
        return file

    desk.picture = picture  # type: ignore[method-assign]
    pane = opened(1, one_of_each())
    pane.grab()
    assert asked == []
    item = next(item for item in pane.thread_pane.model.items if item.attachments)
    pane.thread_pane.do("picture", item, PICTURE.url)
    run(until(lambda: isinstance(pane.thread_pane.pictures.state(PICTURE.url), QPixmap)))
    assert asked == [PICTURE.url]
    pane.grab()
    pane.thread_pane.do("picture_hide", item, PICTURE.url)
    assert pane.thread_pane.pictures.state(PICTURE.url) == ""


def test_a_picture_that_cannot_be_had_says_so(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1, [message(1, attachments=(PICTURE,))])
    pane.thread_pane.do("picture", pane.thread_pane.model.items[0], PICTURE.url)
    run(until(lambda: pane.thread_pane.pictures.state(PICTURE.url) == "failed"))


def test_a_file_that_is_no_picture_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://x/'/></svg>")
    assert read_picture(file) is None
    file.write_bytes(b"GIF89a nonsense")
    assert read_picture(file) is None


def test_a_huge_picture_is_read_small(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    QImage(5000, 100, QImage.Format.Format_Mono).save(str(file))
    image = read_picture(file)
    assert image is not None and image.width() <= 1280


def test_the_menu_of_a_customers_message(opened) -> None:
    pane = opened(1, [message(1)])
    texts = menu_texts(pane, pane.thread_pane.model.items[0])
    for text in (
        "Answer this one",
        "Copy text",
        "Open in browser…",
        "Favourite",
        "Boost",
        "Mute…",
        "Block…",
        "Report…",
    ):
        assert text in texts
    assert "Delete…" not in texts


def test_the_menu_of_our_message_and_of_a_private_one(opened) -> None:
    pane = opened(1, [message(1)])
    own = menu_texts(pane, message(2, own=True))
    assert "Edit…" in own and "Delete…" in own and "Block…" not in own
    assert "Boost" not in menu_texts(pane, message(3, visibility=Visibility.DIRECT))


def test_the_menu_offers_only_what_the_server_can(opened, desk: FakeDesk) -> None:
    desk.capability = replace(desk.capability, favourite=False, boost=False, edit=False, report=False)
    pane = opened(1, [message(1)])
    texts = menu_texts(pane, message(1)) + menu_texts(pane, message(2, own=True))
    assert not {"Favourite", "Boost", "Edit…", "Report…"} & set(texts)


def test_a_favourite_is_queued_and_a_block_asks_first(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1, [message(1)])
    item = pane.thread_pane.model.items[0]
    choose(pane, item, "Favourite")
    run(until(lambda: desk.outbox_rows))
    assert next(iter(desk.outbox_rows.values())).command == DoDeed(deed=Deed.FAVOURITE, target="r1")
    choose(pane, item, "Block…")
    assert len(desk.outbox_rows) == 1
    box = pane.findChild(QMessageBox)
    assert box is not None
    next(button for button in box.buttons() if button.text() == "Block").click()
    run(until(lambda: len(desk.outbox_rows) == 2))


def test_a_note_can_be_taken_away(opened) -> None:
    pane = opened(1, [message(1), note(2, "wrong")])
    assert "Remove note" in menu_texts(pane, pane.thread_pane.model.items[1])


def test_a_link_shows_its_host_and_a_bad_one_is_not_opened(opened) -> None:
    pane = opened(1)
    box = ask_to_open(pane, "https://аррӏе.com/login")
    assert "xn--80ak6aa92e.com" in box.text()
    box.close()
    box = ask_to_open(pane, "file:///etc/passwd")
    assert all(box.buttonRole(button) is not QMessageBox.ButtonRole.AcceptRole or "Open" not in button.text()
               for button in box.buttons())  # fmt: skip
    assert "not opened" in box.text()
    box.close()


def test_a_message_and_its_versions_can_be_read_in_plain_windows(opened) -> None:
    from PySide6.QtWidgets import QDialog, QPlainTextEdit

    pane = opened(1, one_of_each())
    items = {item.key: item for item in pane.thread_pane.model.items}
    for act, key, expected in (("details", "m:3", "48190"), ("versions", "m:7", "Colis perdu")):
        pane.thread_pane.do(act, items[key])
        dialog = pane.findChildren(QDialog)[-1]
        field = dialog.findChild(QPlainTextEdit)
        assert field is not None and expected in field.toPlainText()
        dialog.close()


def test_the_reader_breaks_a_word_of_a_megabyte(opened) -> None:
    from ui.panes.conversation.reader import short_lines

    assert max(len(line) for line in short_lines("x" * 1_000_000).split("\n")) <= 1000


def test_the_menu_moderates_where_the_site_has_a_queue(opened, desk: FakeDesk, run, until) -> None:
    desk.capability = replace(desk.capability, approve=True, spam=True, trash=True, hide=True)
    pane = opened(1, [message(1, moderation=Moderation.HELD)])
    item = pane.thread_pane.model.items[0]
    texts = menu_texts(pane, item)
    assert {"Approve", "Mark as spam on the site", "Move to the site's trash", "Hide from everybody"} <= set(texts)
    assert "Not spam (on the site)" in menu_texts(pane, message(2, moderation=Moderation.SPAM))
    assert "Approve" not in menu_texts(pane, message(2, own=True))
    choose(pane, item, "Approve")
    run(until(lambda: desk.outbox_rows))
    assert next(iter(desk.outbox_rows.values())).command == DoDeed(deed=Deed.APPROVE, target="r1")
    assert "waits for approval" in pane.thread_pane.words.spoken(pane.thread_pane.model.row_at(1))


def test_an_emoji_is_put_and_taken_back(opened, desk: FakeDesk, run, until) -> None:
    desk.capability = replace(desk.capability, reactions=("👍", "❤"))
    pane = opened(1, [message(1, emoji=(Reaction(emoji="❤", count=2, mine=True),))])
    menu = pane.thread_pane.menu.build(pane.thread_pane.model.items[0], marked=False)
    react = next(action.menu() for action in menu.actions() if action.text() == "React")
    by_text = {action.text(): action for action in react.actions()}
    assert not by_text["👍"].isChecked()
    assert by_text["❤"].isChecked()
    by_text["❤"].trigger()
    run(until(lambda: desk.outbox_rows))
    command = next(iter(desk.outbox_rows.values())).command
    assert command == DoDeed(deed=Deed.UNREACT, target="r1", value="❤")


def test_a_file_behind_our_login_is_saved_and_one_on_the_web_opened(opened) -> None:
    file = RemoteAttachment(remote_id="f", kind=AttachmentKind.FILE, url="part:7", description="../../bill.pdf")
    pane = opened(1, [message(1, attachments=(file,))])
    texts = menu_texts(pane, pane.thread_pane.model.items[0])
    assert any(text.startswith("Save “") for text in texts)
    assert harmless_name(file.description) == "bill.pdf"
    assert harmless_name(".bashrc") == "bashrc"
    assert harmless_name("a\u202egpj.exe\\b:c") == "bc"
    assert harmless_name("...") == "file"


def test_subject_quote_and_notice_have_their_place(opened) -> None:
    text = "Broken lamp\nIt arrived in pieces."
    item = message(1, text, subject="Broken lamp", quoted="> the old mail", notice="This message is encrypted.")
    pane = opened(1, [item])

    def sheet_texts() -> str:
        sheet = pane.thread_pane.delegate.sheet(pane.thread_pane.model.row_at(1))
        return "\n".join([*(part.text for part in sheet.texts), *(one.text for one in sheet.captions)])

    assert split_subject(item) == ("Broken lamp", "It arrived in pieces.")
    assert split_subject(replace(item, text="Other")) == ("", "Other")
    assert "the old mail" not in sheet_texts()
    pane.thread_pane.do("fold", item)
    assert "the old mail" in sheet_texts()
