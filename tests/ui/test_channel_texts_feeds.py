"""Every English sentence of the feeds channel that a person may read is known to the translators."""

from __future__ import annotations

import pytest

from scrm_desktop.channels.feeds import CHANNEL, addresses, channel, document, fetch, guard, session, trouble, typical
from ui.channel_texts import feeds, templates

CODE = (addresses, channel, document, fetch, guard, session, trouble, typical)
SAID = sorted(
    {
        value
        for module in CODE
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str) and value.endswith(".") and " " in value
    }
    | set(typical.TYPICAL.missing)
    | {why for _, why in CHANNEL.info.why_not}
    | {words for one in CHANNEL.info.login.fields for words in (one.label, one.help) if words}
)


@pytest.mark.parametrize("sentence", SAID)
def test_it_can_be_translated(sentence: str) -> None:
    assert sentence in (*feeds.SENTENCES, *feeds.TEMPLATES)


def test_sentences_with_gaps_are_found_again() -> None:
    assert set(feeds.TEMPLATES) <= set(templates())
    assert not any("{" in one for one in feeds.SENTENCES)
