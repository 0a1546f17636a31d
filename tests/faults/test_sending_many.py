"""Faults 16 to 18: a week's backlog, a clock that jumps, and media that must not be uploaded twice."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.views import Draft, Mode
from support.engine_parts import Clock
from support.fake_mastodon import TOKEN, FakeMastodon
from support.pictures import small_png
from support.proxy import FaultProxy
from support.running import Running, running
from support.stories import asked_by

POST = r"/api/v1/statuses$"


async def backlog(desk: Running, fake: FakeMastodon, chats: int) -> list[int]:
    """Customers write; the conversations, in order."""
    for number in range(chats):
        fake.mention(f"Question {number:03d}?", who=fake.person(f"c{number:03d}"))
    await desk.service.check_now()
    return [await desk.conversation(f"Question {number:03d}?") for number in range(chats)]


@pytest.mark.parametrize(
    ("chats", "each"),
    [(10, 10), pytest.param(50, 20, marks=[pytest.mark.servers, pytest.mark.timeout(400)])],
    ids=["hundred", "thousand"],
)
async def test_16_many_replies_after_a_week_offline(
    tmp_path: Path, fake: FakeMastodon, px: FaultProxy, chats: int, each: int
) -> None:
    clock = Clock()
    async with running(tmp_path / "profile", px.url, TOKEN, clock=clock) as desk:
        ids = await backlog(desk, fake, chats)
        px.fault("drop_before", times=None)
        targets = [await desk.service.reply_target(chat, Mode.PUBLIC) for chat in ids]
        for turn in range(each):
            for chat, target in zip(ids, targets, strict=True):
                draft = Draft(
                    conversation_id=chat, mode=Mode.PUBLIC, account_id=desk.account.id, text=f"Answer {turn:02d}"
                )
                await desk.service.send(draft, target)
        assert fake.posts() == []
    px.heal()
    px.fault("status", method="POST", path=POST, skip=40, status=429, headers={"retry-after": "1"})
    clock.jump(days=7)
    async with running(tmp_path / "profile", px.url, TOKEN, clock=clock) as desk:

        async def all_ask() -> bool:
            rows = await desk.service.outbox()
            return len(rows) == chats * each and all(row.error_code == "WaitedTooLong" for row in rows)

        await desk.until(all_ask, 40, "stale ones ask first")
        assert fake.posts() == []
        for row in await desk.service.outbox():
            await desk.service.retry(row.id)
        await desk.until(lambda: is_empty(desk), 200, "all are sent")
    sent: dict[str, list[str]] = {}
    for post in fake.posts():
        sent.setdefault(post["in_reply_to_id"], []).append(fake.sources[post["id"]].split(" ", 1)[1])
    assert len(sent) == chats
    assert all(texts == [f"Answer {turn:02d}" for turn in range(each)] for texts in sent.values())


async def is_empty(desk: Running) -> bool:
    return not await desk.service.outbox()


async def test_17_the_clock_goes_back_an_hour_while_sending(tmp_path: Path, fake: FakeMastodon, px: FaultProxy) -> None:
    clock = Clock()
    async with running(tmp_path / "profile", px.url, TOKEN, clock=clock) as desk:
        conversation = await asked_by(desk, fake)
        px.fault("status", method="POST", path=POST, times=2, status=503)
        first = await desk.say(conversation, "One.")
        await asyncio.to_thread(px.wait_for, lambda line: line.fault == "status")
        clock.jump(hours=-1)
        second = await desk.say(conversation, "Two.")
        await desk.state(first.id, OutboxState.SENT)
        await desk.state(second.id, OutboxState.SENT)
        said = [fake.sources[post["id"]].split(" ", 1)[1] for post in fake.posts()]
        assert said == ["One.", "Two."]

        async def echoed() -> bool:
            return all(item.message_id for item in await desk.items(conversation))

        # Sent is committed a moment before the echo is: until then a bubble stands where our own clock put it.
        await desk.until(echoed)
        texts = [item.text for item in await desk.items(conversation)]
        assert [next(word for word in ("parcel", "One.", "Two.") if word in text) for text in texts] == [
            "parcel",
            "One.",
            "Two.",
        ]


@pytest.mark.parametrize("kind", ["drop_before", "status"])
async def test_18_media_uploaded_and_post_fails(
    desk: Running, fake: FakeMastodon, px: FaultProxy, tmp_path: Path, kind: str
) -> None:
    conversation = await asked_by(desk, fake)
    picture = tmp_path / "shelf.png"
    picture.write_bytes(small_png())
    px.fault(kind, method="POST", path=POST, status=503)
    row = await desk.say(conversation, "Look.", media=((str(picture), "Our shelf"),))
    await desk.state(row.id, OutboxState.SENT)
    assert len(px.seen("POST", "/media")) == 1
    (post,) = fake.posts()
    assert [one["id"] for one in post["media_attachments"]] == list(fake.media)
