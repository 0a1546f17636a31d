"""Faults 28 to 31: things that arrive in the wrong order, are edited, deleted, or answer each other in a circle."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from scrm_desktop.domain.events import Event, MessageGone
from scrm_desktop.domain.views import ThreadItem
from support.fake_mastodon import FakeMastodon
from support.running import Running
from support.storage import OneAccount, seen
from support.stories import asked_by

SEEDS = 1000


def story(seed: int) -> list[Event]:
    """A question, edited twice; an answer to it that is deleted; a second one that stays, and one to that."""
    root, gone, kept, leaf = (f"{seed}-{name}" for name in ("root", "gone", "kept", "leaf"))
    return [
        seen(root, "First version", at=0),
        seen(root, "Second version", at=0, edited=10),
        seen(root, "Third version", at=0, edited=20),
        seen(gone, "I take this back", at=30, parent=root, thread=root),
        MessageGone(remote_id=gone),
        seen(kept, "Any news?", at=40, parent=root, thread=root),
        seen(leaf, "Hello?", at=50, parent=kept, thread=kept),
    ]


def essence(items: tuple[ThreadItem, ...]) -> list[tuple[str, str, bool, bool]]:
    """What the person sees of a thread in the end."""
    named = [item for item in items if item.remote_id]
    return [
        (item.remote_id.partition("-")[2], item.text, item.edited_at is not None, item.deleted_at is not None)
        for item in named
    ]


async def test_28_the_end_is_the_same_in_any_order(tmp_path: Path) -> None:
    shuffled = []
    for seed in range(SEEDS):
        events = story(seed)
        random.Random(seed).shuffle(events)
        shuffled.append(events)
    async with OneAccount(tmp_path / "profile") as home:
        for step in range(len(shuffled[0])):
            await home.save(events[step] for events in shuffled)
        threads = await home.threads()
    assert len(threads) == SEEDS
    ends = {tuple(essence(items)) for items in threads}
    (end,) = ends
    assert [(name, deleted) for name, _, _, deleted in end] == [
        ("root", False),
        ("gone", True),
        ("kept", False),
        ("leaf", False),
    ]
    assert end[0][1:3] == ("Third version", True)


async def test_29_an_edited_message_keeps_its_versions(desk: Running, fake: FakeMastodon) -> None:
    conversation = await asked_by(desk, fake, "My parcel is late")
    status = next(one for one in fake.statuses.values() if "parcel" in one["content"])
    for text in ("My parcel is LATE", "My parcel is lost, I want my money back"):
        fake.edit(status, f"@bakery {text}")

        async def known(text: str = text) -> bool:
            return any(text in item.text for item in await desk.items(conversation))

        await desk.until(known, why=f"{text!r} is noticed")
    for _ in range(3):
        await desk.service.sync_once()
    (item,) = await desk.items(conversation)
    kept = [version.text for version in item.versions]
    assert len(kept) == 2
    assert "My parcel is late" in kept[0]
    assert "My parcel is LATE" in kept[1]
    assert item.edited_at is not None


async def test_30_a_deleted_parent_leaves_a_place_and_the_thread_stays(desk: Running, fake: FakeMastodon) -> None:
    conversation = await asked_by(desk, fake, "Where is my parcel?")
    question = next(one for one in fake.statuses.values() if "parcel" in one["content"])
    answer = await desk.say(conversation, "It leaves today.")

    async def arrived() -> bool:
        return bool(fake.posts())

    await desk.until(arrived)
    fake.mention("Thank you", who=fake.accounts[question["account"]["id"]], reply_to=fake.posts()[0])
    fake.delete(question)
    await desk.conversation("Thank you")

    async def marked() -> bool:
        return any(item.deleted_at for item in await desk.items(conversation))

    await desk.until(marked, why="the deletion is noticed")
    items = await desk.items(conversation)
    assert [item.deleted_at is not None for item in items] == [True, False, False]
    assert items[1].key == f"o:{answer.id}"
    assert "Thank you" in items[2].text


async def test_30_replies_whose_parent_nobody_can_see(desk: Running, fake: FakeMastodon) -> None:
    who = fake.person("camille")
    lost = fake.status("gone before we came", who=who)
    fake.mention("As I said", who=who, reply_to=lost)
    fake.delete(lost)
    await desk.service.check_now()
    conversation = await desk.conversation("As I said")
    (item,) = await desk.items(conversation)
    assert item.in_reply_to == lost["id"]


@pytest.mark.timeout(60)
async def test_31_messages_that_answer_each_other_in_a_circle(desk: Running, fake: FakeMastodon) -> None:
    who = fake.person("camille")
    first, second, alone = (fake.mention(text, who=who) for text in ("Circle A", "Circle B", "My own parent"))
    for child, parent in ((first, second), (second, first), (alone, alone)):
        child["in_reply_to_id"], child["in_reply_to_account_id"] = parent["id"], who["id"]
    await desk.service.check_now()
    own = await desk.conversation("My own parent")
    assert len(await desk.items(own)) == 1

    async def both() -> bool:
        shown = [item.text for row in await desk.rows() for item in await desk.items(row.id)]
        return sum("Circle" in text for text in shown) == 2

    await desk.until(both, why="both of the circle are shown, once each")
