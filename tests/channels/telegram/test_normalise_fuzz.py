"""Total: any JSON whatever gives events or poison, and never an exception."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrm_desktop.channels.telegram.normalise import ALLOWED, Us, events
from scrm_desktop.channels.telegram.places import Place
from scrm_desktop.domain.events import MessageSeen
from support.bot_api_schema import load
from support.fake_telegram import ANNA, BEN, GROUP, private

US = Us("7000000001", "acme_bot")
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
ANYTHING = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = sorted(load().fields("Message"))
GOOD: dict[str, Any] = {"message_id": 2, "date": 1_790_000_000, "chat": private(BEN), "from": BEN, "text": "good"}


def message(number: int, **changes: Any) -> dict[str, Any]:
    return {"message_id": number, "date": 1_790_000_000, "chat": GROUP, "from": ANNA, "text": "@acme_bot ?", **changes}


@settings(deadline=None, max_examples=150)
@given(updates=st.lists(ANYTHING, max_size=4))
def test_anything_at_all(updates: list[Any]) -> None:
    found, poison = events(updates, US)
    assert len(poison) <= len(updates)
    assert events(updates, US) == (found, poison)


@pytest.mark.parametrize("kind", ALLOWED)
@settings(deadline=None, max_examples=60)
@given(value=ANYTHING)
def test_any_update_of_a_known_kind(kind: str, value: Any) -> None:
    events([{"update_id": 1, kind: value}], US)


@settings(deadline=None, max_examples=120)
@given(changes=st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=6), kind=st.sampled_from(ALLOWED[:4]))
def test_a_message_with_fields_that_are_not_what_they_should_be(changes: dict[str, Any], kind: str) -> None:
    updates = [{"update_id": 1, kind: message(1, **changes)}, {"update_id": 2, "message": GOOD}]
    found, _ = events(updates, US)
    texts = [one.message.text for one in found if isinstance(one, MessageSeen)]
    assert texts[-1] == "good"
    for one in found:
        if isinstance(one, MessageSeen):
            assert Place.read(one.message.remote_id) is not None
            assert one.thread_key or one.message.own
            assert one.message.author.handle
            assert "\x00" not in one.message.text


@settings(deadline=None, max_examples=200)
@given(
    text=st.text(max_size=30),
    told=st.lists(
        st.fixed_dictionaries(
            {"type": st.sampled_from(["text_link", "mention"])},
            optional={"offset": st.integers(-3, 40), "length": st.integers(-3, 40), "url": st.text(max_size=9)},
        ),
        max_size=5,
    ),
)
def test_entities_wherever_they_point(text: str, told: list[Any]) -> None:
    events([{"update_id": 1, "message": message(1, text=text, entities=told)}], US)


@given(inner=st.recursive(st.text(max_size=5), lambda x: st.lists(x, max_size=3) | st.builds(lambda t: {"text": t}, x)))
@settings(deadline=None, max_examples=60)
def test_formatted_messages_of_any_shape(inner: Any) -> None:
    events([{"update_id": 1, "message": message(1, rich_message={"blocks": inner})}], US)
