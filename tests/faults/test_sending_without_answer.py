"""Faults 2 to 8: the request left, or seemed to, and nobody said what became of it.

Each runs against a server that honours idempotency keys and against one that ignores them.
"""

from __future__ import annotations

import asyncio

import pytest

from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.views import Mode
from support.fake_mastodon import TOKEN, FakeMastodon
from support.proxy import FaultProxy
from support.running import Running
from support.stories import asked_by, sent_exactly_once

POST = r"/api/v1/statuses$"
both = pytest.mark.parametrize("honours_keys", [True, False], ids=["keys", "no_keys"])


@both
@pytest.mark.parametrize("mode", [Mode.PUBLIC, Mode.DIRECT])
async def test_02_reset_after_commit(desk: Running, fake: FakeMastodon, px: FaultProxy, mode: Mode) -> None:
    conversation = await asked_by(desk, fake)
    px.fault("drop_after", method="POST", path=POST)
    row = await desk.say(conversation, "It leaves today.", mode)
    await sent_exactly_once(desk, fake, row.id, conversation)
    assert len(px.seen("POST", POST)) == 1, "it was found, and never sent again"


@both
async def test_03_reset_before_forwarding(desk: Running, fake: FakeMastodon, px: FaultProxy) -> None:
    conversation = await asked_by(desk, fake)
    px.fault("drop_before", method="POST", path=POST)
    row = await desk.say(conversation, "It leaves today.")
    await sent_exactly_once(desk, fake, row.id, conversation)
    assert len(px.seen("POST", POST)) == 2


@both
async def test_04_gateway_timeout_though_committed(desk: Running, fake: FakeMastodon, px: FaultProxy) -> None:
    conversation = await asked_by(desk, fake)
    px.fault("status_after", method="POST", path=POST, status=504, body=b"<h1>504 Gateway Time-out</h1>")
    row = await desk.say(conversation, "It leaves today.")
    await sent_exactly_once(desk, fake, row.id, conversation)


@both
@pytest.mark.parametrize("kind", ["truncate", "garble"])
async def test_05_a_good_answer_that_can_not_be_read(
    desk: Running, fake: FakeMastodon, px: FaultProxy, kind: str
) -> None:
    conversation = await asked_by(desk, fake)
    px.fault(kind, method="POST", path=POST)
    row = await desk.say(conversation, "It leaves today.")
    await sent_exactly_once(desk, fake, row.id, conversation)
    assert len(px.seen("POST", POST)) == 1


async def test_06_a_captive_portal_is_not_sent_and_is_named(desk: Running, fake: FakeMastodon, px: FaultProxy) -> None:
    conversation = await asked_by(desk, fake)
    px.fault("html", times=None)
    row = await desk.say(conversation, "It leaves today.")

    async def told() -> bool:
        return (await desk.health()).title == "Network sign-in needed"

    await desk.until(told, why="the portal is named")
    assert (await desk.health()).health in (Health.OFFLINE, Health.TROUBLE)
    assert (await desk.row(row.id)).state not in (OutboxState.SENT, OutboxState.FAILED)
    assert fake.posts() == []
    px.heal()
    await sent_exactly_once(desk, fake, row.id, conversation)


@both
async def test_07_a_late_commit_within_the_settle_time(desk: Running, fake: FakeMastodon, px: FaultProxy) -> None:
    conversation = await asked_by(desk, fake)
    px.fault("late", method="POST", path=POST, seconds=1.0)
    row = await desk.say(conversation, "It leaves today.")
    await sent_exactly_once(desk, fake, row.id, conversation)
    assert len(px.seen("POST", POST)) == 1


async def test_07_a_commit_later_than_that_is_caught_by_the_key(
    desk: Running, fake: FakeMastodon, px: FaultProxy
) -> None:
    conversation = await asked_by(desk, fake)
    px.fault("late", method="POST", path=POST, seconds=4.5)
    row = await desk.say(conversation, "It leaves today.")
    await desk.state(row.id, OutboxState.SENT)
    await asyncio.to_thread(px.wait_for, lambda line: line.fault == "late" and line.upstream_status == 200)
    assert len(fake.posts()) == 1


@pytest.mark.parametrize("honours_keys", [False])
async def test_07_without_keys_a_private_one_asks_the_person(desk: Running, fake: FakeMastodon, px: FaultProxy) -> None:
    fake.software("4.0.0 (not true; really snac/2.75)")
    await desk.service.remove_account(desk.account.id)
    account = await desk.service.sign_in_with_token("mastodon", px.url, TOKEN)
    desk.account = account
    conversation = await asked_by(desk, fake, visibility="direct")
    px.fault("late", method="POST", path=POST, seconds=6)
    row = await desk.say(conversation, "Your address, please?", Mode.DIRECT)

    async def asks() -> bool:
        return (await desk.row(row.id)).error_code == "MaybeSent"

    await desk.until(asks, why="the person is asked")
    await asyncio.to_thread(px.wait_for, lambda line: line.fault == "late" and line.upstream_status == 200)
    assert (await desk.row(row.id)).state is OutboxState.UNCONFIRMED
    assert len(px.seen("POST", POST)) == 1, "nothing is sent again without a word"
    await desk.service.retry(row.id)
    await desk.state(row.id, OutboxState.SENT)
    assert len(fake.posts()) == 1


@pytest.mark.parametrize("honours_keys", [False])
async def test_08_nine_kinds_of_fault_in_a_row_on_a_server_without_keys(
    desk: Running, fake: FakeMastodon, px: FaultProxy
) -> None:
    kinds = ["drop_before", "drop_after", "status_after", "truncate", "garble", "html", "status", "late", "hang"]
    rows = {}
    for number, kind in enumerate(kinds):
        conversation = await asked_by(desk, fake, f"Question {number}?")
        px.fault(kind, method="POST", path=POST, status=502, seconds=0.5)
        rows[kind] = await desk.say(conversation, f"Answer {number}.")
        await asyncio.to_thread(px.wait_for, lambda line, kind=kind: line.fault == kind)
    for kind, row in rows.items():
        assert (await desk.state(row.id, OutboxState.SENT, seconds=30)).state is OutboxState.SENT, kind
    said = sorted(fake.sources[post["id"]] for post in fake.posts())
    assert [text.split(" ", 1)[1] for text in said] == [f"Answer {number}." for number in range(len(rows))]
