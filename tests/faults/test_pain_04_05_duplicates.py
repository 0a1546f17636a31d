"""Pains 4 and 5 of our comparison: customers get an answer twice, or a legitimate repeat is swallowed as a copy."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from scrm_desktop.domain.commands import OutboxState
from support.fake_mastodon import TOKEN, FakeMastodon
from support.proxy import FaultProxy
from support.running import Running, running
from support.stories import asked_by

POST = r"/api/v1/statuses$"
both = pytest.mark.parametrize("honours_keys", [True, False], ids=["keys", "no_keys"])


@both
async def test_pain_04_an_unanswered_send_a_restart_and_many_polls_are_one_answer(
    tmp_path: Path, fake: FakeMastodon, px: FaultProxy
) -> None:
    """The 100 copies: it arrived, the answer was lost, and every later poll filed it anew."""
    profile = tmp_path / "profile"
    async with running(profile, px.url, TOKEN) as desk:
        conversation = await asked_by(desk, fake)
        px.fault("drop_after", method="POST", path=POST)
        row = await desk.say(conversation, "It leaves today.")
        await desk.until(lambda: _there(fake), why="the server has it")
    async with running(profile, px.url, TOKEN) as again:
        await again.state(row.id, OutboxState.SENT)
        for _ in range(5):
            await again.service.check_now()
            await again.service.retry(row.id)
            await asyncio.sleep(0.05)
        assert [post["id"] for post in fake.posts()] == [(await again.row(row.id)).remote_id]
        assert len(await again.ours(conversation)) == 1


@both
async def test_pain_04_what_was_taken_back_never_leaves_after_a_restart(
    tmp_path: Path, fake: FakeMastodon, px: FaultProxy
) -> None:
    profile = tmp_path / "profile"
    async with running(profile, px.url, TOKEN) as desk:
        conversation = await asked_by(desk, fake)
        px.fault("drop_before", method="POST", path=POST, times=None)
        row = await desk.say(conversation, "Not this one.")
        assert await desk.service.cancel(row.id)
    px.heal()
    async with running(profile, px.url, TOKEN) as again:
        late = await again.say(conversation, "But this one.")
        await again.state(late.id, OutboxState.SENT)
        assert len(fake.posts()) == 1
        assert "But this one" in fake.posts()[0]["content"]


@both
async def test_pain_05_the_same_text_twice_is_sent_twice(desk: Running, fake: FakeMastodon) -> None:
    """Sending 'ok' twice is a thing people do."""
    conversation = await asked_by(desk, fake)
    rows = [await desk.say(conversation, "ok") for _ in range(2)]
    for row in rows:
        await desk.state(row.id, OutboxState.SENT)
    assert len(fake.posts()) == 2
    assert len(await desk.ours(conversation)) == 2
    assert len({(await desk.row(row.id)).remote_id for row in rows}) == 2


@both
async def test_pain_05_also_when_the_answer_to_the_first_was_lost(
    desk: Running, fake: FakeMastodon, px: FaultProxy
) -> None:
    """The first is looked for by its text; the second, of the same words, must not be taken for it, nor it for that."""
    conversation = await asked_by(desk, fake)
    px.fault("drop_after", method="POST", path=POST)
    rows = [await desk.say(conversation, "ok") for _ in range(2)]
    for row in rows:
        await desk.state(row.id, OutboxState.SENT)
    assert len(fake.posts()) == 2
    assert {(await desk.row(row.id)).remote_id for row in rows} == {post["id"] for post in fake.posts()}


async def test_pain_05_the_same_text_to_two_customers(desk: Running, fake: FakeMastodon) -> None:
    for who in ("camille", "jonas"):
        conversation = await asked_by(desk, fake, f"Hello from {who}", who=who)
        row = await desk.say(conversation, "It leaves today.")
        await desk.state(row.id, OutboxState.SENT)
    assert len(fake.posts()) == 2


async def _there(fake: FakeMastodon) -> bool:
    return bool(fake.posts())
