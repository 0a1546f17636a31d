"""Whatever order pages arrive in, the same stands in the store at the end."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from scrm_desktop.domain.events import Event
from scrm_desktop.domain.views import InboxQuery
from scrm_desktop.store import Store
from support.factories import CONNECTED, Clock, at, context, gone, make_login, make_page, make_profile, mention, own


def story() -> list[Event]:
    """Three threads: one with edits and a deletion, one below a post of ours, one held together by strangers."""
    anna, bert = make_profile("201"), make_profile("202")
    return [
        mention("a1", "first", author=anna, minutes=1),
        mention("a1", "first, edited", author=anna, minutes=1, edited_at=at(30)),
        mention("a1", "first, edited twice", author=anna, minutes=1, edited_at=at(31)),
        own("a2", "answer", parent="a1", parent_author="201", key="post:a1", minutes=2),
        # As a channel that knows nothing of what stands above would name it.
        mention("a3", "thanks", author=anna, parent="a2", key="post:a3", minutes=3),
        gone("a3"),
        mention("a4", "one more thing", author=anna, parent="a3", key="post:a3", minutes=4),
        own("p1", "our post", minutes=5),
        own("p2", "our post, continued", parent="p1", parent_author="1", key="", minutes=6),
        mention("p3", "to the post", author=bert, parent="p2", key="post:p3", minutes=7),
        own("p4", "to them", parent="p3", parent_author="202", key="post:p3", minutes=8),
        context("c1", "a stranger", author=make_profile("301"), minutes=9),
        mention("c2", "look, brand", author=bert, parent="c1", key="post:c1", minutes=10),
        context("c3", "stranger again", author=make_profile("302"), parent="c2", minutes=11),
        mention("c4", "and I say", author=anna, parent="c3", key="post:c4", minutes=12),
        gone("never-came"),
    ]


async def final_state(profile: Path, events: list[Event], sizes: random.Random) -> list[Any]:
    """What the store shows after these events, without the numbers it made up itself."""
    store = Store.open(profile, clock=Clock())
    try:
        account, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
        rest = list(events)
        while rest:
            size = sizes.randint(1, 5)
            await store.pages.save(account, make_page(*rest[:size]))
            rest = rest[size:]
        ids = await store.reads.conversation_ids(InboxQuery(), me="me")
        rows = await store.reads.conversation_rows(ids)
        found: list[Any] = [await store.reads.counts(me="me")]
        for one in ids:
            row = rows[one]
            items = [item for item in await store.reads.messages(one) if item.event != "joined"]
            found.append(
                (
                    row.handle, row.last_text, row.last_at, row.unread, row.status, row.waiting_since, row.kind,
                    [(item.remote_id, item.text, item.at, item.context, item.deleted_at, item.edited_at, item.versions)
                     for item in items],
                )
            )  # fmt: skip
        return found
    finally:
        store.close()


async def test_the_story_in_order(tmp_path: Path) -> None:
    _, c, p, a = await final_state(tmp_path / "p", story(), random.Random(1))
    assert [item[0] for item in c[-1]] == ["c1", "c2", "c3", "c4"]
    assert [(item[0], item[3]) for item in p[-1]] == [("p1", True), ("p2", True), ("p3", False), ("p4", False)]
    assert [item[0] for item in a[-1]] == ["a1", "a2", "a3", "a4"]
    assert a[-1][0][1] == "first, edited twice"
    assert [version.text for version in a[-1][0][6]] == ["first", "first, edited"]
    assert a[-1][2][4] is not None
    assert (a[3], a[5]) == (2, at(4))


@pytest.mark.parametrize("seed", range(60))
async def test_any_other_order_ends_the_same(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    events = story()
    expected = await final_state(tmp_path / "ordered", events, random.Random(1))
    chance.shuffle(events)
    if seed % 3 == 0:
        # What comes again changes nothing.
        events += chance.sample(events, 6)
    assert await final_state(tmp_path / "shuffled", events, chance) == expected
