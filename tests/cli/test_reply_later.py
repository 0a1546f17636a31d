"""``reply --at``: kept, told of, sent when its time has come, and never over what the customer wrote first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from support.commands import Commands
from support.fake_mastodon import TOKEN, FakeMastodon


@pytest.fixture
def planned(commands: Commands, fake: FakeMastodon) -> dict[str, object]:
    """An answer of the next hours, as ``outbox`` tells of it."""
    commands("account", "add", "mastodon", "--server", fake.url, given=f"{TOKEN}\n")
    question = fake.mention("Where is my parcel?", who=fake.person("camille", "Camille"))
    commands("sync")
    (row,) = commands("inbox").json
    kept = commands("reply", str(row["id"]), "--at", "in 3 h", given="It leaves today.").json
    assert (kept["state"], "error" in kept) == ("queued", False)
    (found,) = commands("outbox").json
    return dict(found) | {"question": question}


def test_it_waits_for_its_time(planned: dict[str, object], commands: Commands, fake: FakeMastodon) -> None:
    at = datetime.fromisoformat(str(planned["scheduled_at"]))
    assert abs(at - datetime.now(UTC) - timedelta(hours=3)) < timedelta(minutes=1)
    commands("sync")
    assert fake.posts() == []
    told = commands("outbox", as_json=False).out
    assert f"queued ({at.astimezone():%Y-%m-%d %H:%M})" in told


def test_it_is_held_where_the_customer_writes_first(
    planned: dict[str, object], commands: Commands, fake: FakeMastodon
) -> None:
    question = cast("dict[str, Any]", planned["question"])
    fake.mention("Forget it, it has arrived.", who=question["account"], reply_to=question)
    commands("sync")
    (row,) = commands("outbox").json
    assert row["state"] == "held"
    assert row["error"] == "Camille wrote before your reply went; it waits for you."
    assert fake.posts() == []


@pytest.mark.parametrize("words", ["yesterday", "someday", "when the customer writes"])
def test_words_that_name_no_time_send_nothing(
    planned: dict[str, object], commands: Commands, fake: FakeMastodon, words: str
) -> None:
    commands("reply", "1", "--at", words, given="Later.", expect=None)
    assert len(commands("outbox").json) == 1
    assert fake.posts() == []
