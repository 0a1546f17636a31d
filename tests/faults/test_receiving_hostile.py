"""Faults 36 to 39: what was never meant to be sent; the bad is set aside, the rest goes on."""

from __future__ import annotations

import contextlib
import copy
import json
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from support.fake_mastodon import FakeMastodon
from support.running import Running
from support.stories import asked_by

Json = dict[str, Any]
NOTES = r"/api/v[12]/notifications"


async def surrounded(desk: Running, fake: FakeMastodon, bad: Callable[[Json], object]) -> list[str]:
    """A good one, a bad one, a good one; the last texts of what is shown when both good ones are there."""
    who = fake.person("camille")
    fake.mention("Good before", who=who)
    fake.mention("Bad one", who=who)
    fake.notifications[-1]["status"] = copy.deepcopy(fake.notifications[-1]["status"])
    bad(fake.notifications[-1])
    twin = fake.notifications[-1]["status"]
    if isinstance(twin, dict):
        fake.statuses[twin["id"]] = twin
    fake.mention("Good after", who=who)
    await desk.service.check_now()
    await desk.conversation("Good before")
    await desk.conversation("Good after")
    await desk.service.sync_once()
    return [row.last_text for row in await desk.rows()]


HARMLESS: dict[str, Callable[[Json], object]] = {
    "new_fields": lambda note: note["status"].update({"mood": {"colour": [1, 2]}, "quote": None, "tags": None}),
    "null_counts": lambda note: note["status"].update({"replies_count": None, "favourites_count": None}),
    "null_lists": lambda note: note["status"].update({"media_attachments": None, "emojis": None, "mentions": None}),
    "null_language": lambda note: note["status"].update({"language": None, "url": None, "spoiler_text": None}),
    "unknown_visibility": lambda note: note["status"].update({"visibility": "galaxy"}),
    "text_is_number": lambda note: note["status"].update({"content": 7}),
    "null_profile": lambda note: note["status"]["account"].update({"note": None, "display_name": None}),
}


@pytest.mark.parametrize("name", HARMLESS)
async def test_36_new_fields_and_nulls_are_read_over(desk: Running, fake: FakeMastodon, name: str) -> None:
    fake.person("noise")
    shown = await surrounded(desk, fake, lambda note: HARMLESS[name](copied(note)))
    assert len(shown) == 3


def copied(note: Json) -> Json:
    """The same notification with an author of its own, so that the others keep theirs."""
    note["status"]["account"] = copy.deepcopy(note["status"]["account"])
    return note


@pytest.mark.parametrize("streams", [True])
async def test_36_unknown_events_on_the_stream_and_unknown_kinds(desk: Running, fake: FakeMastodon) -> None:
    async def listening() -> bool:
        return fake.stream_opened == 2

    await desk.until(listening, why="both streams, user and direct, are open")
    opened = fake.stream_opened
    fake.emit("announcement.reaction", "{}")
    fake.emit("moon_phase", "not even json")
    fake.emit("notification", "not even json")
    fake.emit("delete", "")
    fake.notify("moon_phase", who=fake.person("camille"))
    fake.mention("Heard by the stream", who=fake.person("jonas"))
    assert await desk.conversation("Heard by the stream")
    assert fake.stream_opened == opened, "no event of a kind we do not know ends the stream"


POISON: dict[str, Callable[[Json], object]] = {
    "no_account": lambda note: note["status"].pop("account"),
    "bad_time": lambda note: note["status"].update({"created_at": "yesterday"}),
    "status_is_text": lambda note: note.update({"status": "hello"}),
}


@pytest.mark.parametrize("name", POISON)
async def test_37_one_poison_message_is_set_aside_with_its_raw_text(
    desk: Running, fake: FakeMastodon, name: str
) -> None:
    shown = await surrounded(desk, fake, POISON[name])
    assert sorted(text for text in shown if "Good" in text) == ["@bakery Good after", "@bakery Good before"]
    kept = await poisons(desk)
    assert len(kept) == 1, "kept once, however often it was read"
    assert fake.notifications[1]["id"] in kept[0]


async def poisons(desk: Running) -> list[str]:
    """The raw text of what was set aside, read from the profile's own database."""
    file = desk.profile / "cache.sqlite"
    with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        return [row[0] for row in database.execute("SELECT raw FROM poison")]


@pytest.mark.parametrize(
    "remote_id",
    ["12345678901234567890", str(2**63), "01ARZ3NDEKTSV4RRFFQ69G5FAV", "a/b", "..%2e/x y?z#&", "é\N{SNOWMAN}"],
)
async def test_38_ids_are_text(desk: Running, fake: FakeMastodon, remote_id: str) -> None:
    conversation = await asked_by(desk, fake, "Odd id", remote_id=remote_id)
    (item,) = await desk.items(conversation)
    assert item.remote_id == remote_id
    row = await desk.say(conversation, "Odd answer")

    async def answered() -> bool:
        return bool(fake.posts())

    await desk.until(answered, why="the answer is sent")
    assert fake.posts()[0]["in_reply_to_id"] == remote_id
    assert (await desk.row(row.id)).error == ""
    fake.edit(fake.statuses[remote_id], "@bakery Odd id, edited")
    await desk.service.check_now()

    async def noticed() -> bool:
        return any("edited" in one.text for one in await desk.items(conversation))

    await desk.until(noticed, why="it can be read again by its id")


async def test_39_surrogates_and_nul_are_replaced(desk: Running, fake: FakeMastodon) -> None:
    shown = await surrounded(
        desk, fake, lambda note: note["status"].update({"content": "<p>half \ud83d emoji, nul \x00 end</p>"})
    )
    assert len(shown) == 3
    (odd,) = [text for text in shown if "half" in text]
    assert "\x00" not in odd
    odd.encode()


@pytest.mark.parametrize("kind", ["huge_number", "deep"])
async def test_39_a_page_that_can_not_be_parsed_is_an_error_and_no_crash(
    desk: Running, fake: FakeMastodon, kind: str
) -> None:
    await asked_by(desk, fake, "Before")
    bad = b"[" * 100_000 + b"]" * 100_000 if kind == "deep" else b'[{"id": ' + b"9" * 5000 + b"}]"
    fake.script("GET", NOTES, lambda _: (200, {}, bad), times=6)
    fake.mention("After", who=fake.person("jonas"))
    await desk.service.check_now()
    assert await desk.conversation("After")
    assert await desk.conversation("Before")


async def test_39_a_huge_number_inside_one_message(desk: Running, fake: FakeMastodon) -> None:
    huge = "9" * 5000
    who = fake.person("camille")
    fake.mention("Good one", who=who)
    page = json.dumps(fake.notifications).replace('"favourites_count": 0', f'"favourites_count": {huge}')
    fake.script("GET", NOTES, lambda _: (200, {}, page.encode()), times=1)
    await desk.service.check_now()
    assert await desk.conversation("Good one")
