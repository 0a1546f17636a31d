"""Steps that many fault tests share: a customer asks, our answer is there exactly once."""

from __future__ import annotations

import asyncio

from scrm_desktop.domain.commands import OutboxState
from support.fake_mastodon import FakeMastodon
from support.running import Running


async def asked_by(
    desk: Running, fake: FakeMastodon, text: str = "Where is my parcel?", *, who: str = "camille", **more: object
) -> int:
    """A customer writes; the conversation."""
    person = fake.found(who) or fake.person(who)
    fake.mention(text, who=person, **more)
    await desk.service.check_now()
    return await desk.conversation(text)


async def sent_exactly_once(desk: Running, fake: FakeMastodon, outbox_id: int, conversation: int) -> None:
    """The row is sent, the server holds one copy, and the echo does not make a second bubble."""
    row = await desk.state(outbox_id, OutboxState.SENT, OutboxState.FAILED, OutboxState.CANCELLED)
    assert row.state is OutboxState.SENT, row
    assert [post["id"] for post in fake.posts()] == [row.remote_id]
    await desk.service.check_now()
    await asyncio.sleep(0.3)
    assert len(await desk.ours(conversation)) == 1, "the echo is the same bubble"
    assert len(fake.posts()) == 1
