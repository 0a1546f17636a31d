"""Total: any JSON whatever gives events or poison, and never an exception."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scrm_desktop.channels.kit.shelf import check_page
from scrm_desktop.channels.matrix.normalise import SHOWN, Room, Unreadable, Us, events, invitation, reactions
from scrm_desktop.channels.matrix.places import Place
from scrm_desktop.domain.events import MessageSeen, Page
from support.fake_matrix import GROUP, US
from support.matrix_bench import event

OURSELVES, ROOM = Us(US, "Acme"), Room(GROUP)
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
ANYTHING = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
OUTER = ("event_id", "type", "sender", "origin_server_ts", "content", "unsigned", "state_key", "redacts")
INNER = ("msgtype", "body", "url", "info", "file", "filename", "m.mentions", "m.relates_to", "m.new_content", "geo_uri")
TYPES = st.sampled_from([*sorted(SHOWN), "m.reaction", "m.room.redaction"])
KINDS = st.sampled_from(["m.text", "m.image", "m.file", "m.location", "m.emote", "x"])


@settings(deadline=None, max_examples=150)
@given(told=st.lists(ANYTHING, max_size=4))
def test_anything_at_all(told: list[Any]) -> None:
    read = events(told, ROOM, OURSELVES)
    assert len(read.poison) == len(told)
    reactions(told, OURSELVES)


@settings(deadline=None, max_examples=200)
@given(
    outer=st.dictionaries(st.sampled_from(OUTER), ANYTHING, max_size=3),
    inner=st.dictionaries(st.sampled_from(INNER), ANYTHING, max_size=5),
    kind=TYPES,
    msgtype=KINDS,
)
def test_an_event_with_fields_that_are_not_what_they_should_be(
    outer: dict[str, Any], inner: dict[str, Any], kind: str, msgtype: str
) -> None:
    broken = {**event(1, {"msgtype": msgtype, "body": "x", **inner}, type=kind), **outer}
    read = events([broken, event(2, {"msgtype": "m.text", "body": "good"})], ROOM, OURSELVES)
    check_page(Page(events=tuple(read.events)), in_order=False)
    texts = [one.message.text for one in read.events if isinstance(one, MessageSeen)]
    assert "good" in texts
    assert all(Place.read(one.message.remote_id) for one in read.events if isinstance(one, MessageSeen))


@settings(deadline=None, max_examples=80)
@given(told=ANYTHING, state=st.lists(ANYTHING, max_size=3))
def test_any_invitation(told: Any, state: list[Any]) -> None:
    for one in (told, {"invite_state": told}, {"invite_state": {"events": state}}):
        try:
            invitation(one, GROUP, OURSELVES, datetime.now(UTC))
        except Unreadable as error:
            assert str(error)
