"""The composer offers what the network has: no files and no warnings where there are none."""

from __future__ import annotations

from dataclasses import replace

from support.fake_desk import FakeDesk
from ui.panes.conversation.pane import ConversationPane


def offered(pane: ConversationPane) -> tuple[bool, bool, bool]:
    form = pane.composer.form
    return form.attach.isVisible(), form.warn.isVisible(), form.field.takes_files


def test_a_network_without_files_and_warnings_offers_none(opened, desk: FakeDesk) -> None:
    assert offered(opened(1)) == (True, True, True)
    desk.capability = replace(desk.capability, media=False, content_warning=False)
    pane = opened(2)
    assert offered(pane) == (False, False, False)
    pane.composer.form.show_warning(True)
    assert not pane.composer.form.warning.isVisible()
    assert not pane.composer.form.warn.isChecked()
    desk.capability = replace(desk.capability, media=True)
    assert offered(opened(1)) == (True, False, True)
