"""Total: any JSON whatever gives events or poison, and never an exception."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrm_desktop.channels.mastodon.api import Api
from scrm_desktop.channels.mastodon.instance import read
from scrm_desktop.channels.mastodon.normalise import Us
from scrm_desktop.channels.mastodon.reading import DIRECT, NOTIFICATIONS, OWN, Reader
from scrm_desktop.channels.mastodon.threads import Threads
from scrm_desktop.domain.events import Page
from support.mastodon_parts import INSTANCE, ME, notification, status
from support.recordings import SERVER, Replay

US = Us(ME, "house.example")
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
ANYTHING = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
STATUS_KEYS = sorted({*status("1", 1), "edited_at", "poll", "media_attachments", "emojis", "spoiler_text", "quote"})


def events(stream: str, items: list[Any]) -> Page:
    from scrm_desktop.channels.http import Http

    async def run() -> Page:
        async with Http(transport=Replay().transport).client(SERVER) as client:
            api = Api(client)
            return await Reader(api, ME, Threads(api)).events(stream, items, US)

    return asyncio.run(run())


@pytest.mark.parametrize("stream", [NOTIFICATIONS, DIRECT, OWN])
@settings(deadline=None, max_examples=60)
@given(items=st.lists(ANYTHING, max_size=4))
def test_anything_at_all(stream: str, items: list[Any]) -> None:
    page = events(stream, items)
    assert len(page.events) + len(page.poison) <= len(items)


@settings(deadline=None, max_examples=150)
@given(changes=st.dictionaries(st.sampled_from(STATUS_KEYS), ANYTHING, max_size=6), by=st.sampled_from(["1", "2"]))
def test_a_status_with_fields_that_are_not_what_they_should_be(changes: dict[str, Any], by: str) -> None:
    broken = {**status("11", 1, by=by, names=(ME,)), **changes}
    good = status("12", 2, names=(ME,))
    page = events(NOTIFICATIONS, [notification("1", 1, status=broken), notification("2", 2, status=good)])
    ids = [one.message.remote_id for one in page.events if hasattr(one, "message")]
    assert "12" in ids  # the others go on
    assert len(page.events) + len(page.poison) >= 1


@settings(deadline=None, max_examples=100)
@given(changes=st.dictionaries(st.sampled_from(sorted(INSTANCE)), ANYTHING, max_size=4))
def test_any_description_of_a_server_is_read(changes: dict[str, Any]) -> None:
    found = read({**INSTANCE, **changes}, SERVER)
    assert found.capabilities.max_characters > 0
    assert found.capabilities.url_length > 0
