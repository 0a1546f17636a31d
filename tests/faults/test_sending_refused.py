"""Faults 9 and 11 to 15: the server, or we ourselves, say no; the text is kept and the reason is told."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from scrm_desktop.domain.commands import OutboxState, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.errors import InputError, ParentEdited, ParentGone
from support.fake_mastodon import TOKEN, FakeMastodon
from support.proxy import FaultProxy
from support.running import Running
from support.stories import asked_by

POST = r"/api/v1/statuses$"


@pytest.mark.parametrize("status", [409, 422])
async def test_09_a_refusal_keeps_the_text_and_tells_the_reason(
    desk: Running, fake: FakeMastodon, px: FaultProxy, status: int
) -> None:
    conversation = await asked_by(desk, fake)
    px.fault("status", method="POST", path=POST, status=status, body=b'{"error": "This key was used otherwise"}')
    row = await desk.say(conversation, "It leaves today.")
    failed = await desk.state(row.id, OutboxState.FAILED)
    assert failed.error_code == "Rejected"
    assert "This key was used otherwise" in failed.error
    assert len(px.seen("POST", POST)) == 1
    assert "It leaves today." in await desk.service.cancel(row.id)


async def test_11_send_pressed_twice_is_one_row(desk: Running, fake: FakeMastodon) -> None:
    conversation = await asked_by(desk, fake)
    target = await desk.service.reply_target(conversation, Mode.PUBLIC)
    draft = Draft(
        conversation_id=conversation,
        mode=Mode.PUBLIC,
        account_id=desk.account.id,
        text="Once.",
        token="one",
    )
    rows = await asyncio.gather(*[desk.service.send(draft, target) for _ in range(5)])
    assert len({row.id for row in rows}) == 1
    await desk.state(rows[0].id, OutboxState.SENT)
    assert len(await desk.outbox()) == 1
    assert len(fake.posts()) == 1


async def test_12_parent_deleted_before_the_reply_leaves(desk: Running, fake: FakeMastodon) -> None:
    conversation = await asked_by(desk, fake)
    question = next(status for status in fake.statuses.values() if "parcel" in status["content"])
    target = await desk.service.reply_target(conversation, Mode.PUBLIC)
    fake.delete(question)
    draft = Draft(conversation_id=conversation, mode=Mode.PUBLIC, account_id=desk.account.id, text="It leaves today.")
    row = await desk.service.send(draft, target)
    failed = await desk.state(row.id, OutboxState.FAILED)
    assert failed.error_code == "Gone"
    assert "kept" in failed.error
    assert isinstance(failed.command, SendMessage)
    assert "It leaves today." in failed.command.text
    assert fake.posts() == []


async def test_12_parent_known_to_be_deleted_is_refused_at_once(desk: Running, fake: FakeMastodon) -> None:
    conversation = await asked_by(desk, fake)
    question = next(status for status in fake.statuses.values() if "parcel" in status["content"])
    target = await desk.service.reply_target(conversation, Mode.PUBLIC)
    fake.delete(question)

    async def known() -> bool:
        return any(item.deleted_at is not None for item in await desk.items(conversation))

    await desk.service.check_now()
    await desk.until(known, why="the deletion is noticed")
    draft = Draft(conversation_id=conversation, mode=Mode.PUBLIC, account_id=desk.account.id, text="It leaves today.")
    with pytest.raises(ParentGone):
        await desk.service.send(draft, target)
    assert await desk.outbox() == []


async def test_13_parent_edited_after_the_draft_began(desk: Running, fake: FakeMastodon) -> None:
    conversation = await asked_by(desk, fake)
    question = next(status for status in fake.statuses.values() if "parcel" in status["content"])
    target = await desk.service.reply_target(conversation, Mode.PUBLIC)
    fake.edit(question, "@bakery Never mind, it has come!")

    async def known() -> bool:
        return any("Never mind" in item.text for item in await desk.items(conversation))

    await desk.until(known, why="the edit is noticed")
    draft = Draft(conversation_id=conversation, mode=Mode.PUBLIC, account_id=desk.account.id, text="Sorry!")
    with pytest.raises(ParentEdited) as raised:
        await desk.service.send(draft, target)
    assert "Where is my parcel?" in raised.value.message
    assert "Never mind, it has come!" in raised.value.message
    assert await desk.outbox() == []


async def test_14_blocked_is_failed_and_never_tried_again(desk: Running, fake: FakeMastodon, px: FaultProxy) -> None:
    conversation = await asked_by(desk, fake)
    px.fault("status", method="POST", path=POST, times=None, status=403, body=b'{"error": "You are blocked"}')
    row = await desk.say(conversation, "It leaves today.")
    failed = await desk.state(row.id, OutboxState.FAILED)
    assert failed.error_code == "Forbidden"
    assert "You are blocked" in failed.error
    for _ in range(3):
        await desk.service.check_now()
        await asyncio.sleep(0.2)
    assert len(px.seen("POST", POST)) == 1


FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"


@pytest.mark.parametrize(
    ("unit", "weight"),
    [("x", 1), ("é", 1), (FAMILY, 1), ("https://example.org/" + "a" * 80 + " ", 24), ("https://e.fr ", 24)],
    ids=["letters", "accents", "families", "long_links", "short_links"],
)
async def test_15_one_over_the_limit_in_the_networks_own_counting(
    desk: Running, fake: FakeMastodon, unit: str, weight: int
) -> None:
    conversation = await asked_by(desk, fake)
    target = await desk.service.reply_target(conversation, Mode.PUBLIC)
    begin = f"{target.prefix.strip()} "
    prefix = desk.service.count(desk.account.id, begin)
    times, rest = divmod(500 - prefix, weight)
    fits = unit * times + "." * rest
    assert desk.service.count(desk.account.id, begin + fits) == 500
    draft = Draft(conversation_id=conversation, mode=Mode.PUBLIC, account_id=desk.account.id, text=fits + "!")
    with pytest.raises(InputError, match="501"):
        await desk.service.send(draft, target)
    assert await desk.outbox() == []


async def test_15_the_server_counts_as_we_do(desk: Running, fake: FakeMastodon) -> None:
    """A text of exactly our limit is taken by a server that counts for itself, one more is refused by it."""
    command = SendMessage(text="y" * 501, visibility=Visibility.PUBLIC)
    with pytest.raises(InputError):
        await desk.service.act(desk.account.id, None, command)
    with httpx.Client(base_url=fake.url, headers={"Authorization": f"Bearer {TOKEN}"}, trust_env=False) as client:
        assert client.post("/api/v1/statuses", json={"status": "y" * 501}).status_code == 422
        assert client.post("/api/v1/statuses", json={"status": "y" * 500}).status_code == 200
