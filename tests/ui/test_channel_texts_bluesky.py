"""Every English sentence of Bluesky's that a person may read is known to the translators."""

from __future__ import annotations

import pytest

from scrm_desktop.channels.bluesky import (
    CHANNEL,
    counting,
    deeds,
    identity,
    login,
    normalise,
    refusals,
    session,
    typical,
    writing,
)
from ui.channel_texts import bluesky, templates

CODE = (counting, deeds, identity, login, normalise, refusals, typical, writing)
SAID = sorted(
    {
        value
        for module in CODE
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str) and value.endswith(".") and " " in value
    }
    | set(typical.TYPICAL.missing)
    | {why for _, why in CHANNEL.info.why_not}
    | {CHANNEL.info.login.explain}
    | {words for one in CHANNEL.info.login.fields for words in (one.label, one.help) if words}
    | {one.title for one in session.STREAMS}
)


@pytest.mark.parametrize("sentence", SAID)
def test_it_can_be_translated(sentence: str) -> None:
    assert sentence in (*bluesky.SENTENCES, *bluesky.TEMPLATES)


def test_sentences_with_gaps_are_found_again() -> None:
    assert set(bluesky.TEMPLATES) <= set(templates())
    assert not any("{" in one for one in bluesky.SENTENCES)
