"""The page of what each network allows is what the channels say today."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from scrm_desktop.channels import overview
from scrm_desktop.channels.mastodon.channel import INFO
from scrm_desktop.domain.abilities import ABILITIES, allowed, in_short, reasons
from scrm_desktop.domain.accounts import Capabilities

PAGE = Path(__file__).parents[2] / "docs" / "channels.md"
SILENT = Capabilities(reply=False, public=False, direct=False, media=False)


def test_the_page_is_up_to_date() -> None:
    assert overview.main(["--check", str(PAGE)]) == 0, "run: make channels"


def test_a_page_that_is_not_is_noticed_and_written(tmp_path: Path) -> None:
    page = tmp_path / "channels.md"
    assert overview.main(["--check", str(page)]) == 1
    page.write_text("old", encoding="utf-8")
    assert overview.main(["--check", str(page)]) == 1
    assert overview.main([str(page)]) == 0
    assert page.read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8")


def test_every_flag_has_a_name_for_people() -> None:
    flags = {one.name for one in fields(Capabilities) if one.type == "bool"}
    assert flags | {"reactions"} == {name for name, _ in ABILITIES}


def test_a_network_that_can_only_be_read() -> None:
    feed = replace(
        INFO, title="Feeds", typical=SILENT, why_not=(("reply", "It is only read."), ("public", "It is only read."))
    )
    made = overview.page([INFO, feed])
    assert "| Public answers | ✓ | – |" in made
    assert "| Characters in a message | 500 | – |" in made
    assert "- **Answering from here, Public answers**: It is only read." in made
    assert in_short(SILENT) == []


@pytest.mark.parametrize(("emoji", "shown"), [((), "–"), (("👍", "❤"), "👍 ❤"), (tuple("abcdefgh"), "✓")])
def test_few_emoji_are_shown_themselves(emoji: tuple[str, ...], shown: str) -> None:
    made = overview.page([replace(INFO, typical=Capabilities(reactions=emoji))])
    assert f"| Emoji reactions | {shown} |" in made


def test_what_is_allowed_in_one_line() -> None:
    assert in_short(INFO.typical)[:2] == ["Public answers", "Direct messages"]
    assert "Boosts" in allowed(INFO.typical)
    assert "Boosts" not in in_short(INFO.typical)
    assert [labels for labels, _ in reasons(INFO)][1] == "Approving comments, Marking as spam, Moving to the trash"
