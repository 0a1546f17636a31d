"""The account wizard with several networks: what each allows and why not, in the person's language and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scrm_desktop.channels.mastodon.channel import INFO
from scrm_desktop.channels.telegram.channel import INFO as TELEGRAM
from scrm_desktop.domain.accounts import Capabilities, ChannelInfo
from support.fake_desk import FakeDesk
from ui import translations
from ui.bridge import Bridge
from ui.dialogs.account_wizard import AccountWizard
from ui.dialogs.network_notes import NetworkNotes, paragraphs, short
from ui.theme import Theme

OFF = Capabilities(
    reply=False, public=False, direct=False, media=False, edit=False, delete=False, favourite=False, boost=False,
    mute=False, block=False, report=False, content_warning=False,
)  # fmt: skip
WHY = "What others write under your posts stays where it is on Mastodon."
READ_ONLY = replace(INFO, name="reader", title="Reader", typical=OFF, why_not=(("reply", WHY), ("public", WHY)))


@pytest.fixture
def wizard(
    qapp: QApplication, bridge: Bridge, desk: FakeDesk, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AccountWizard]:
    infos: tuple[ChannelInfo, ...] = (INFO, READ_ONLY)
    monkeypatch.setattr(desk, "channels", lambda: infos)
    parent = QWidget()
    made = AccountWizard(parent, bridge, theme)
    made.show()
    yield made
    made.close()
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    translations.install(qapp, "fr")
    yield
    translations.remove(qapp)
    QLocale.setDefault(before)


def said(notes: NetworkNotes) -> str:
    return "\n".join(label.text() for label in notes.details.findChildren(QLabel) if label.isVisible())


def test_each_network_says_what_it_allows_and_why_not(wizard: AccountWizard) -> None:
    mastodon, reader = wizard.findChildren(NetworkNotes)
    assert mastodon.line.text().startswith("Public answers, Direct messages")
    assert reader.line.text() == "Can only be read"
    assert said(mastodon) == ""
    mastodon.unfold.click()
    assert "Possible: Answering from here, Public answers" in said(mastodon)
    assert "Not possible: Emoji reactions. Mastodon has favourites, and no other reactions." in said(mastodon)
    assert said(reader) == ""
    mastodon.unfold.click()
    assert said(mastodon) == ""


def test_the_keyboard_alone_unfolds_and_chooses(wizard: AccountWizard) -> None:
    mastodon, _ = wizard.findChildren(NetworkNotes)
    button = next(one for one in wizard.findChildren(QPushButton) if one.text() == "Mastodon")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert wizard.focusWidget() is mastodon.unfold
    QTest.keyClick(mastodon.unfold, Qt.Key.Key_Space)
    assert said(mastodon)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert wizard._fields is not None


def test_it_grows_until_all_that_is_asked_can_be_seen(wizard: AccountWizard, qtbot: QtBot) -> None:
    before = wizard.height()
    wizard._choose(TELEGRAM)
    qtbot.waitUntil(lambda: wizard.height() > before)
    assert wizard._fields is not None
    edits = [one for one in wizard._fields.findChildren(QLineEdit) if one.isVisible()]
    assert len(edits) == 3
    qtbot.waitUntil(lambda: all(one.height() >= one.sizeHint().height() for one in edits))
    sheet, page = wizard._sheet, wizard._fields
    assert sheet is not None
    qtbot.waitUntil(lambda: page.height() <= sheet.viewport().height())


def test_return_on_a_network_chooses_it(wizard: AccountWizard) -> None:
    button = next(one for one in wizard.findChildren(QPushButton) if one.text() == "Mastodon")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert wizard._fields is not None


def test_another_network_can_be_chosen_after_all(wizard: AccountWizard) -> None:
    first = next(one for one in wizard.findChildren(QPushButton) if one.text() == "Mastodon")
    assert wizard.focusWidget() is first
    assert wizard._others.isHidden()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert wizard.focusWidget() is not first
    assert not wizard._others.isHidden()
    wizard._others.click()
    assert wizard.focusWidget() is first
    assert wizard._others.isHidden()
    assert wizard._go.isHidden()
    assert wizard._heading.text() == "Connect an account"


def test_in_french(french: None) -> None:
    assert short(INFO).startswith("Réponses publiques, Messages privés")
    assert short(READ_ONLY) == "Lecture seule"
    told = " ".join(paragraphs(INFO))
    assert "Mastodon a des favoris" in told
    assert told.startswith("Possible\xa0: Réponse depuis ici, Réponses publiques")
    assert "Impossible\xa0: Approbation des commentaires, Marquage comme indésirable" in told
