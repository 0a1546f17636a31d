"""Where nothing can be answered the pane says so, and offers the browser."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from scrm_desktop.domain.accounts import NO_REPLY
from scrm_desktop.domain.views import Mode
from support.fake_desk import FakeDesk
from support.thread_items import message
from ui.panes.conversation.pane import ConversationPane


def read_only(desk: FakeDesk) -> None:
    desk.capability = replace(desk.capability, reply=False, public=False, direct=False)


def test_it_is_not_there_where_one_can_answer(opened) -> None:
    assert not opened(1).read_only.isVisible()


def test_it_says_why_and_opens_the_newest_message(pane: ConversationPane, desk: FakeDesk, run, until) -> None:
    read_only(desk)
    desk.threads[2] = [message(1, "older"), message(2, "newer")]
    pane.show_conversation(desk.rows[2])
    run(until(lambda: pane.read_only.address))
    assert pane.read_only.isVisible()
    assert pane.read_only.label.text() == NO_REPLY
    assert pane.composer.mode is Mode.NOTE
    pane.read_only.button.setFocus()
    QTest.keyClick(pane.read_only.button, Qt.Key.Key_Space)
    (asked,) = pane.window().findChildren(QMessageBox)
    assert asked.informativeText() == pane.read_only.address == message(2, "newer").url
    asked.reject()


def test_without_an_address_there_is_only_the_reason(pane: ConversationPane, desk: FakeDesk, run, until) -> None:
    read_only(desk)
    desk.threads[2] = [replace(message(1, "nowhere"), url="")]
    pane.show_conversation(desk.rows[2])
    run(until(pane.thread_pane.model.rowCount))
    assert pane.read_only.isVisible()
    assert not pane.read_only.button.isVisible()


def test_it_goes_with_its_conversation(opened, pane: ConversationPane, desk: FakeDesk) -> None:
    able = desk.capability
    read_only(desk)
    pane.show_conversation(desk.rows[2])
    assert pane.read_only.isVisible()
    desk.capability = able
    assert not opened(1).read_only.isVisible()
