"""A handle is written as its network writes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrm_desktop.channels.registry import channels
from support.fake_desk import FakeDesk
from support.fake_desk_data import CHANNEL
from ui.handles import called


@pytest.mark.parametrize(
    ("channel", "handle", "shown"),
    [
        ("mastodon", "camille@piaille.fr", "@camille@piaille.fr"),
        ("bluesky", "camille.bsky.social", "@camille.bsky.social"),
        ("email", "camille@far.example", "camille@far.example"),
        ("feeds", "blog.example", "blog.example"),
        ("mastodon", "", ""),
    ],
)
def test_by_network(channel: str, handle: str, shown: str) -> None:
    assert called(channels()[channel].info, handle) == shown


def test_a_network_that_is_gone_keeps_the_sign() -> None:
    assert called(None, "a\nb") == "@a b"


def test_a_mail_address_stands_as_it_is_in_header_and_composer(opened, desk: FakeDesk, run, until) -> None:
    without = replace(CHANNEL, at=False)
    desk.channels = lambda: (without,)  # type: ignore[method-assign]
    pane = opened(1)
    pane._channels = {without.name: without}
    pane.show_conversation(pane._row)
    assert pane.header.about.text().startswith("camille@piaille.fr · ")
    run(until(lambda: "camille@piaille.fr" in pane.composer.form.recipient.text()))
    assert "@camille" not in pane.composer.form.recipient.text()
    run(until(lambda: pane.composer.form.account.text() == "as maisonverte"))
