"""The queue of updates: nothing is confirmed that is not stored, nothing is lost, nobody stands at it twice."""

from __future__ import annotations

import asyncio
import json
import urllib.request
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.telegram.reading import Cursor
from scrm_desktop.domain.events import MessageSeen, Page
from scrm_desktop.errors import Forbidden, RateLimited, SignInNeeded, Unsupported
from support.fake_telegram import TOKEN, FakeTelegram

UPDATES = "updates"


def texts(page: Page) -> list[str]:
    return [one.message.text for one in page.events if isinstance(one, MessageSeen)]


async def drain(session: Session, cursor: str | None = None) -> tuple[list[str], str | None]:
    """Read to the end, as the poller does."""
    found: list[str] = []
    while True:
        page = await session.newer(UPDATES, cursor)
        found += texts(page)
        cursor = page.cursor
        if not page.more:
            return found, cursor


async def test_a_page_is_confirmed_by_the_question_after_it(fake: FakeTelegram, session: Session) -> None:
    first = fake.next_update
    fake.message("one")
    fake.message("two")
    page = await session.newer(UPDATES, None)
    assert texts(page) == ["one", "two"]
    assert page.more
    assert fake.confirmed == []
    last = await session.newer(UPDATES, page.cursor)
    assert (last.events, last.more) == ((), False)
    assert fake.confirmed == [first, first + 1]


async def test_a_crash_before_the_page_is_stored_loses_nothing(fake: FakeTelegram, session: Session) -> None:
    fake.message("one")
    assert texts(await session.newer(UPDATES, None)) == ["one"]
    assert texts(await session.newer(UPDATES, None)) == ["one"]  # nothing was stored: the same cursor again
    fake.message("two")
    found, cursor = await drain(session)
    assert found == ["one", "two"]
    assert (await drain(session, cursor))[0] == []


async def test_a_backlog_comes_whole_in_pages_of_a_hundred(fake: FakeTelegram, session: Session) -> None:
    for number in range(250):
        fake.message(f"number {number}")
    found, _ = await drain(session)
    assert found == [f"number {number}" for number in range(250)]
    assert [call.get("limit") for call in fake.calls("getUpdates")] == [100] * 4


async def test_only_what_can_be_answered_is_asked_for(fake: FakeTelegram, session: Session) -> None:
    await session.newer(UPDATES, None)
    asked = fake.calls("getUpdates")[0]["allowed_updates"]
    assert set(asked) <= set(fake.schema.fields("Update"))
    assert {"message", "edited_message", "business_message", "deleted_business_messages", "message_reaction"} <= set(
        asked
    )
    assert "inline_query" not in asked


async def test_after_a_week_of_silence_telegram_may_number_lower(fake: FakeTelegram, session: Session) -> None:
    fake.message("before")
    _, cursor = await drain(session)
    fake.next_update = 5
    fake.message("after")
    found, _ = await drain(session, cursor)
    assert found == ["after"]


async def test_what_is_proved_complete_is_never_more_than_a_day(fake: FakeTelegram, session: Session) -> None:
    now = datetime.now(UTC)
    page = await session.newer(UPDATES, str(Cursor(None, now - timedelta(hours=2))))
    assert page.covered is not None
    assert now - page.covered.start == timedelta(hours=2)
    page = await session.newer(UPDATES, str(Cursor(None, now - timedelta(days=3))))
    assert page.covered is not None
    assert timedelta(hours=23) < now - page.covered.start < timedelta(hours=25)


async def test_a_page_with_messages_proves_nothing_yet(fake: FakeTelegram, session: Session) -> None:
    fake.message("one")
    old = datetime.now(UTC) - timedelta(hours=5)
    page = await session.newer(UPDATES, str(Cursor(None, old)))
    assert page.covered is None
    assert Cursor.read(page.cursor) == Cursor(fake.next_update, old)


@pytest.mark.parametrize(
    "text", [None, "", "x", "2026-01-01 5", "2026-01-01T00:00:00+00:00 -5", "2026-01-01T00:00:00+00:00 ٣"]
)
def test_a_cursor_that_is_none(text: str | None) -> None:
    assert Cursor.read(text) is None


async def test_there_is_no_history_and_nothing_to_read_again(session: Session) -> None:
    page = await session.older(UPDATES, None, datetime.now(UTC) - timedelta(days=14))
    assert page == Page()
    assert await session.refresh(("1:2",)) == Page()
    with pytest.raises(Unsupported):
        await session.newer("other", None)


async def test_a_long_poll_wakes_and_leaves_the_update_in_the_queue(fake: FakeTelegram, session: Session) -> None:
    pages = session.listen()
    assert await anext(pages) == Page()
    waiting = asyncio.ensure_future(anext(pages))
    await until(lambda: len(fake.calls("getUpdates")) == 2)
    assert not waiting.done()
    fake.message("hello")
    assert await asyncio.wait_for(waiting, 5) == Page(wake=True)
    assert fake.confirmed == []
    assert fake.calls("getUpdates")[1] | {"limit": 1, "timeout": 25} == fake.calls("getUpdates")[1]
    assert (await drain(session))[0] == ["hello"]
    await close(pages)


async def test_reading_breaks_off_the_wait_and_nobody_is_refused(fake: FakeTelegram, session: Session) -> None:
    pages = session.listen()
    await anext(pages)
    for _ in range(5):
        waiting = asyncio.ensure_future(anext(pages))
        await until(lambda: fake.calls("getUpdates")[-1]["timeout"] == 25)
        page = await asyncio.wait_for(session.newer(UPDATES, None), 5)
        assert texts(page) == []
        assert await asyncio.wait_for(waiting, 5) == Page()
    assert fake.conflicts == 0
    await close(pages)


async def test_many_readers_and_a_listener_take_turns(fake: FakeTelegram, session: Session) -> None:
    async def listen() -> None:
        async for _ in session.listen():
            pass

    task = asyncio.create_task(listen())
    try:
        async with asyncio.timeout(20):
            for _ in range(10):
                await asyncio.gather(*(session.newer(UPDATES, None) for _ in range(3)))
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert fake.conflicts == 0


async def test_the_listener_waits_until_the_news_was_read(fake: FakeTelegram, session: Session) -> None:
    fake.message("hello")
    pages = session.listen()
    assert await anext(pages) == Page(wake=True)
    waiting = asyncio.ensure_future(anext(pages))
    await asyncio.sleep(0.05)
    assert len(fake.calls("getUpdates")) == 1, "it does not ask again and again for what is not read yet"
    await drain(session)
    await until(lambda: fake.calls("getUpdates")[-1]["timeout"] == 25)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


async def test_another_program_at_the_same_queue_is_named(fake: FakeTelegram, session: Session) -> None:
    pages = session.listen()
    await anext(pages)
    waiting = asyncio.ensure_future(anext(pages))
    await until(lambda: fake.calls("getUpdates")[-1]["timeout"] == 25)
    await asyncio.to_thread(ask_plainly, fake, "getUpdates")
    with pytest.raises(Forbidden, match="Another program reads this bot's messages too"):
        await waiting


async def test_a_webhook_that_was_set_meanwhile_is_named(fake: FakeTelegram, session: Session) -> None:
    fake.webhook = "https://hooks.example.com/x"
    with pytest.raises(Forbidden, match="hands its messages to a web address"):
        await session.newer(UPDATES, None)


async def test_a_pause_as_long_as_telegram_says(fake: FakeTelegram, session: Session) -> None:
    fake.trouble("getUpdates", 429, "Too Many Requests: retry after 37", retry_after=37)
    with pytest.raises(RateLimited) as caught:
        await session.newer(UPDATES, None)
    assert timedelta(seconds=35) < caught.value.until - datetime.now(UTC) <= timedelta(seconds=37)


async def test_a_token_that_was_revoked(fake: FakeTelegram, session: Session) -> None:
    fake.token = "7000000001:AAHanother-token-of-the-same-length"
    with pytest.raises(SignInNeeded):
        await session.newer(UPDATES, None)
    with pytest.raises(SignInNeeded):
        await session.describe()


async def test_what_a_bot_was_not_set_up_for_is_said(fake: FakeTelegram, session: Session) -> None:
    able = await session.describe()
    assert any("privacy mode" in one for one in able.missing)
    fake.me["can_read_all_group_messages"] = True
    assert not any("privacy mode" in one for one in (await session.describe()).missing)
    fake.me |= {"can_join_groups": False, "can_connect_to_business": False}
    missing = " ".join((await session.describe()).missing)
    assert "can't be added to groups" in missing
    assert "Telegram Business" in missing


def ask_plainly(fake: FakeTelegram, method: str) -> Any:
    """What another program with the same token does."""
    with urllib.request.urlopen(f"{fake.url}/bot{TOKEN}/{method}") as answer:
        return json.load(answer)


async def until(wanted: Any) -> None:
    async with asyncio.timeout(10):
        while not wanted():
            await asyncio.sleep(0.01)


async def close(pages: Any) -> None:
    await pages.aclose()
