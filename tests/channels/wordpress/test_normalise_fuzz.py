"""Total: any JSON whatever gives events or poison, and never an exception."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scrm_desktop.channels.kit.shelf import check_page
from scrm_desktop.channels.wordpress.normalise import Us, page
from scrm_desktop.domain.events import MessageSeen
from support.fake_wordpress import FakeWordPress

US = Us("1")
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
ANYTHING = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
GOOD: dict[str, Any] = FakeWordPress().write("good")
KEYS = [*sorted(GOOD), "_embedded"]


@settings(deadline=None, max_examples=150)
@given(items=st.lists(ANYTHING, max_size=4))
def test_anything_at_all(items: list[Any]) -> None:
    found = page(items, US)
    assert page(items, US) == found
    assert len(found.poison) <= len(items)


@settings(deadline=None, max_examples=250)
@given(changes=st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=6), up=ANYTHING, title=ANYTHING)
def test_a_comment_with_fields_that_are_not_what_they_should_be(changes: dict[str, Any], up: Any, title: Any) -> None:
    told = {"_embedded": {"up": [up, {"title": {"rendered": title}}]}}
    found = page([{**GOOD, **told, **changes, "id": 7}, {**GOOD, "id": 8}], US)
    check_page(found, in_order=False)
    texts = [one.message.text for one in found.events if isinstance(one, MessageSeen)]
    assert "good" in texts


@settings(deadline=None, max_examples=100)
@given(raw=st.text(max_size=300), name=st.text(max_size=40), mail=st.text(max_size=40))
def test_hostile_words_and_names(raw: str, name: str, mail: str) -> None:
    hostile = {**GOOD, "content": {"raw": raw}, "author_name": name, "author_email": mail}
    check_page(page([hostile], US))


def test_markup_is_gone_and_scripts_with_it() -> None:
    raw = (
        '<script>alert(1)</script>Hi <b>there</b><img src="file:///etc/passwd"> <a href="https://x.example">x</a>\nBye'
    )
    (found,) = page([{**GOOD, "content": {"raw": raw}}], US).events
    assert isinstance(found, MessageSeen)
    assert found.message.text == "Hi there x (https://x.example)\nBye"
