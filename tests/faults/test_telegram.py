"""Telegram's queue and its missing read-back, with the whole engine: nothing lost, nothing twice, nothing forgotten."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.commands import Deed, DoDeed, OutboxState
from scrm_desktop.domain.views import Mode
from scrm_desktop.errors import DiskFull
from support.engine_parts import QUICK
from support.fake_telegram import ANNA, BEN, GROUP, TOKEN, FakeTelegram
from support.proxy import FaultProxy
from support.running import Running, running

SEND = r"/sendMessage$"
NAMED = {"entities": [{"type": "mention", "offset": 0, "length": 9}]}
#: The program listens for longer than these tests take.
TIMING = replace(QUICK, stream_silence=30.0)


@pytest.fixture
def bot() -> Iterator[FakeTelegram]:
    """A bot's server."""
    with FakeTelegram(patience=1.0) as server:
        yield server


@pytest.fixture
def way(bot: FakeTelegram) -> Iterator[FaultProxy]:
    """The proxy in front of it."""
    with FaultProxy(bot.url) as proxy:
        yield proxy


@pytest.fixture
async def shop(tmp_path: Path, way: FaultProxy) -> AsyncIterator[Running]:
    """An engine that reads the bot's messages through the proxy."""
    async with running(tmp_path / "profile", way.url, TOKEN, timing=TIMING, channel="telegram") as made:
        yield made


async def asked(shop: Running, bot: FakeTelegram, text: str = "Where is my parcel?", **more: Any) -> int:
    bot.message(text, **more)
    return await shop.conversation(text)


def texts(bot: FakeTelegram) -> list[str]:
    return [one["text"] for one in bot.sent()]


async def test_nothing_is_confirmed_before_it_is_stored(
    shop: Running, bot: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asked(shop, bot, "first")
    store, early = shop.service._store.pages, list[int]()
    save = type(store).save

    async def slowly(self: Any, account: Any, page: Any, **where: Any) -> Any:
        before = set(bot.confirmed)
        numbers = [one["update_id"] for one in bot.updates]
        await asyncio.sleep(0.1)
        early.extend(number for number in numbers if number in set(bot.confirmed) - before and page.events)
        return await save(self, account, page, **where)

    monkeypatch.setattr(type(store), "save", slowly)
    for number in range(230):
        bot.message(f"number {number}", who=BEN)
    await shop.conversation("number 229")
    assert early == []
    items = await shop.items((await shop.rows())[0].id, limit=400)
    assert sorted(int(item.text.split()[1]) for item in items) == list(range(230))


async def test_a_full_disk_leaves_the_updates_with_telegram(
    shop: Running, bot: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asked(shop, bot, "first")
    confirmed = len(bot.confirmed)
    store = shop.service._store.pages
    save = type(store).save

    async def full(self: Any, account: Any, page: Any, **where: Any) -> Any:
        if page.events:
            raise DiskFull(path="/profile")
        return await save(self, account, page, **where)

    with monkeypatch.context() as patched:
        patched.setattr(type(store), "save", full)
        bot.message("while the disk is full", who=BEN)
        await shop.until(lambda: told(shop, Health.TROUBLE), why="the disk is full")
        assert len(bot.confirmed) <= confirmed + 1
    await shop.conversation("while the disk is full")


async def told(shop: Running, health: Health) -> bool:
    return (await shop.health()).health is health


async def test_a_message_comes_at_once_by_the_long_poll(shop: Running, bot: FakeTelegram) -> None:
    await asked(shop, bot, "first")
    await shop.until(lambda: listening(shop), why="it listens")
    bot.message("right now", who=BEN)

    async def there() -> bool:
        return any("right now" in row.last_text for row in await shop.rows())

    await shop.until(there, 10, "it is there without anybody asking")


async def listening(shop: Running) -> bool:
    return (await shop.health()).streaming


@pytest.mark.parametrize("fault", ["drop_after", "truncate", "garble", "status_after"])
@pytest.mark.parametrize("in_group", [False, True], ids=["private", "group"])
async def test_an_unconfirmed_answer_asks_its_writer_and_is_never_sent_again(
    shop: Running, bot: FakeTelegram, way: FaultProxy, fault: str, in_group: bool
) -> None:
    more = {"chat": GROUP, **NAMED} if in_group else {}
    conversation = await asked(shop, bot, "@acme_bot where?", **more)
    way.fault(fault, method="POST", path=SEND, status=504)
    row = await shop.say(conversation, "It leaves today.", Mode.PUBLIC if in_group else Mode.DIRECT)

    async def asks() -> bool:
        return (await shop.row(row.id)).error_code == "MaybeSent"

    await shop.until(asks, why="the person is asked")
    assert (await shop.row(row.id)).state is OutboxState.UNCONFIRMED
    assert texts(bot) == ["It leaves today."]
    assert len(way.seen("POST", SEND)) == 1


async def test_what_never_left_is_sent_by_itself(shop: Running, bot: FakeTelegram, way: FaultProxy) -> None:
    conversation = await asked(shop, bot)
    bot.trouble("sendMessage", 429, "Too Many Requests: retry after 1", retry_after=1)
    row = await shop.say(conversation, "It leaves today.", Mode.DIRECT)
    await shop.state(row.id, OutboxState.SENT)
    assert texts(bot) == ["It leaves today."]
    assert len(await shop.ours(conversation)) == 1


async def test_who_blocked_the_bot_is_told_and_the_text_is_kept(shop: Running, bot: FakeTelegram) -> None:
    conversation = await asked(shop, bot, who=BEN)
    bot.blocked.add(BEN["id"])
    row = await shop.say(conversation, "It leaves today.", Mode.DIRECT)
    failed = await shop.state(row.id, OutboxState.FAILED)
    assert "has blocked the bot" in failed.error
    assert failed.command.text == "It leaves today."  # type: ignore[union-attr]


async def test_the_message_that_is_answered_is_gone(shop: Running, bot: FakeTelegram) -> None:
    conversation = await asked(shop, bot)
    for key in [one for one in bot.messages if one[1] == ANNA["id"]]:
        bot.messages[key] = {**bot.messages[key], "message_id": 9999}
        bot.messages["", ANNA["id"], 9999] = bot.messages.pop(key)
    row = await shop.say(conversation, "It leaves today.", Mode.DIRECT)
    failed = await shop.state(row.id, OutboxState.FAILED)
    assert failed.error_code == "Gone"


async def test_another_program_with_the_same_bot_is_named_and_goes_away(shop: Running, bot: FakeTelegram) -> None:
    await asked(shop, bot, "first")
    bot.webhook = "https://hooks.example.com/x"
    await shop.service.check_now()

    async def named() -> bool:
        return "web address" in (await shop.health()).message

    await shop.until(named, why="the webhook is named")
    bot.webhook = ""
    bot.message("and on it goes", who=BEN)
    await shop.conversation("and on it goes")


async def test_a_revoked_token_pauses_the_account(shop: Running, bot: FakeTelegram) -> None:
    await asked(shop, bot, "first")
    bot.token = "7000000001:AAHanother-token-of-the-same-length"
    await shop.service.check_now()
    await shop.until(lambda: told(shop, Health.SIGN_IN), why="the person is asked to sign in")
    assert TOKEN not in (await shop.health()).message


async def test_edits_deletions_and_reactions_arrive(shop: Running, bot: FakeTelegram) -> None:
    first = bot.message("Where is it?", business_connection_id="bc1")
    conversation = await shop.conversation("Where is it?")
    bot.update("edited_business_message", {**first, "text": "Where is my cake?", "edit_date": int(time.time())})
    assert await shop.conversation("Where is my cake?") == conversation
    row = await shop.say(conversation, "On its way.", Mode.DIRECT)
    await shop.state(row.id, OutboxState.SENT)
    assert bot.sent()[0]["business_connection_id"] == "bc1"
    bot.update(
        "deleted_business_messages",
        {"business_connection_id": "bc1", "chat": first["chat"], "message_ids": [first["message_id"]]},
    )
    await shop.service.check_now()

    async def gone() -> bool:
        return any(item.deleted_at for item in await shop.items(conversation))

    await shop.until(gone, why="the deletion shows")


async def test_a_reaction_to_our_answer_shows_at_once(shop: Running, bot: FakeTelegram) -> None:
    conversation = await asked(shop, bot)
    row = await shop.say(conversation, "It leaves today.", Mode.DIRECT)
    await shop.state(row.id, OutboxState.SENT)
    await shop.until(lambda: listening(shop), why="it listens")
    sent = bot.sent()[0]
    shop.changes.clear()
    thumb = {"type": "emoji", "emoji": "👍"}
    told = {"chat": sent["chat"], "message_id": sent["message_id"], "user": ANNA, "date": int(time.time())}
    bot.update("message_reaction", {**told, "old_reaction": [], "new_reaction": [thumb]})

    async def shown() -> bool:
        return any(conversation in one.conversations for one in shop.changes)

    await shop.until(shown, 10, "the window is told")
    (ours,) = await shop.ours(conversation)
    assert ours.reactions == ("favourite",)


async def test_a_private_conversation_stays_one_whoever_answers_what(shop: Running, bot: FakeTelegram) -> None:
    conversation = await asked(shop, bot)
    for text in ("One.", "Two."):
        row = await shop.say(conversation, text, Mode.DIRECT)
        await shop.state(row.id, OutboxState.SENT)
    ours = bot.sent()[-1]
    bot.message("Thanks!", reply_to_message={k: v for k, v in ours.items() if k != "reply_to_message"})
    assert await shop.conversation("Thanks!") == conversation
    assert [item.text for item in await shop.items(conversation)] == ["Where is my parcel?", "One.", "Two.", "Thanks!"]
    last = (await shop.items(conversation))[-1]
    deed = DoDeed(deed=Deed.REACT, target=last.remote_id, value="👍")
    row = await shop.service.act(shop.account.id, conversation, deed)
    await shop.state(row.id, OutboxState.SENT)
    assert [(one.emoji, one.mine) for one in (await shop.items(conversation))[-1].emoji] == [("👍", True)]


async def test_the_token_stands_nowhere_but_in_the_keyring(
    shop: Running, bot: FakeTelegram, way: FaultProxy, caplog: pytest.LogCaptureFixture
) -> None:
    conversation = await asked(shop, bot, photo=[{"file_id": "abc", "file_unique_id": "u", "width": 9, "height": 9}])
    for kind in ("drop_after", "garble", "html"):
        way.fault(kind, path="getUpdates")
        await shop.service.check_now()
        await asyncio.sleep(0.2)
    way.heal()
    bot.files["photos/abc.jpg"] = b"\xff\xd8\xff\xe0" + bytes(30)
    (picture,) = (await shop.items(conversation))[0].attachments
    await shop.service.picture(shop.account.id, picture.url)
    assert TOKEN not in caplog.text
    secret = TOKEN.partition(":")[2].encode()
    for path in shop.profile.rglob("*"):
        if path.is_file():
            assert secret not in path.read_bytes(), path


async def test_the_program_dies_between_sent_and_confirmed(tmp_path: Path, bot: FakeTelegram, way: FaultProxy) -> None:
    """The answer hangs, the program ends at once, and the next one asks instead of sending again."""
    profile = tmp_path / "profile"
    async with running(profile, way.url, TOKEN, timing=TIMING, channel="telegram", timeout=30) as first:
        conversation = await asked(first, bot, "@acme_bot where?", chat=GROUP, **NAMED)
        way.fault("hang", method="POST", path=SEND)
        row = await first.say(conversation, "It leaves today.", Mode.PUBLIC)
        await asyncio.to_thread(way.wait_for, lambda line: line.fault == "hang" and line.upstream_status == 200)
    async with running(profile, way.url, TOKEN, timing=TIMING, channel="telegram") as second:

        async def asks() -> bool:
            return (await second.row(row.id)).error_code == "MaybeSent"

        await second.until(asks, why="the person is asked")
        assert texts(bot) == ["It leaves today."]
        assert len(way.seen("POST", SEND)) == 1
        bot.message("Hello?", who=BEN)
        await second.conversation("Hello?")


async def test_a_message_that_can_not_be_read_costs_only_itself(shop: Running, bot: FakeTelegram) -> None:
    await asked(shop, bot, "first")
    bot.thread.loop.call_soon_threadsafe(
        bot._queue, "message", {**bot.messages["", 1001, 101], "date": "never", "x": 1}
    )
    bot.message("and the next", who=BEN)
    await shop.conversation("and the next")
    assert (await shop.health()).health is not Health.TROUBLE
