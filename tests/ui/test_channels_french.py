"""No channel lands untranslated: all that a registered channel says of itself before it is connected has its French."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from scrm_desktop.channels.registry import channels
from scrm_desktop.domain.abilities import ABILITIES
from scrm_desktop.domain.accounts import ChannelInfo
from ui import error_texts, translations

INFOS = [one.info for one in channels().values()]
SAME = {"Messages", "Notifications", "Mentions", "Conversations", "Direct", "Boosts"}
"""Words that read the same in both languages."""


@pytest.fixture(autouse=True)
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    translations.install(qapp, "fr")
    yield
    translations.remove(qapp)
    QLocale.setDefault(before)


def sentences(info: ChannelInfo) -> Iterator[str]:
    """Everything that a person may read of it; names and placeholders are the network's own."""
    yield info.login.explain
    for field in (*info.login.fields, *info.options):
        yield field.label
        yield field.help
    for _, reason in info.why_not:
        yield reason
    yield from info.typical.missing


def translated(sentence: str) -> bool:
    return not sentence or sentence in SAME or error_texts.sentence(sentence) != sentence


@pytest.mark.parametrize("info", INFOS, ids=lambda info: info.name)
def test_every_sentence_of_a_channel_is_french(info: ChannelInfo) -> None:
    left = [one for one in sentences(info) if not translated(one)]
    assert not left, f"put them into ui/channel_texts/{info.name}.py, and their French into scrm_fr.ts"


def test_every_ability_is_french() -> None:
    assert not [label for _, label in ABILITIES if not translated(label)]


def test_a_sentence_that_nobody_translated_is_found() -> None:
    assert not translated("Nobody has ever translated this.")
