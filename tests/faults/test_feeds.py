"""Feeds with the whole engine, over a real port: what comes in, once, and whose trouble stays whose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from scrm_desktop.credentials import Credentials
from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.views import Mode
from scrm_desktop.errors import KeyringMissing
from scrm_desktop.service import Service
from support.engine_parts import QUICK, QuickHttp
from support.feed_server import FeedServer
from support.running import Running, running

LONG_AGO = datetime.now(UTC) - timedelta(days=3)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A site."""
    with FeedServer() as made:
        made.site.add("stood there before", at=LONG_AGO)
        yield made


class NoKeyring(Credentials):
    """A machine without a keyring."""

    async def store(self, account_ref: str, secret: str, *, keep: bool = True) -> None:
        raise KeyringMissing

    async def load(self, account_ref: str) -> str:
        raise KeyringMissing


async def listen(profile: Path, *urls: str) -> Service:
    """A service that is signed in to these feeds, on a machine that has no keyring."""
    made = await Service.open(
        profile, actor="Test", credentials=NoKeyring(profile_id="test"), http=QuickHttp(1.5), timing=QUICK
    )
    await made.start()

    class Nobody:
        async def open_browser(self, url: str) -> bool:
            raise AssertionError

        async def ask_code(self, url: str) -> str:
            raise AssertionError

    await made.sign_in("feeds", {"feeds": "\n".join(urls)}, Nobody())
    return made


async def test_history_is_silent_and_news_is_not(tmp_path: Path, server: FeedServer) -> None:
    async with running(tmp_path / "profile", server.url, "", channel="feeds") as desk:
        await desk.conversation("stood there before")
        server.site.add("comes in later", title="News")
        await desk.conversation("comes in later")
        rows = {row.last_text: row.unread for row in await desk.rows()}
        assert rows == {"stood there before": False, "News comes in later": True}


async def test_nothing_comes_twice_over_a_restart_and_packed(tmp_path: Path, server: FeedServer) -> None:
    server.packed = True
    for number in range(2):
        async with running(tmp_path / "profile", server.url, "", channel="feeds") as desk:
            server.site.add(f"news {number}")
            await desk.conversation(f"news {number}")
            texts = sorted(row.last_text for row in await desk.rows())
    assert texts == ["news 0", "news 1", "stood there before"]
    assert any("if-none-match" in one.headers for one in server.site.asked)


async def test_an_edit_reaches_the_thread(tmp_path: Path, server: FeedServer) -> None:
    async with running(tmp_path / "profile", server.url, "", channel="feeds") as desk:
        server.site.add("opens at eight")
        number = await desk.conversation("opens at eight")
        server.site.items[-1].text = "opens at nine"
        assert await desk.conversation("opens at nine") == number
        (item,) = await desk.items(number)
        assert item.edited_at is not None


async def test_an_answer_that_breaks_off_is_read_again(tmp_path: Path, server: FeedServer) -> None:
    async with running(tmp_path / "profile", server.url, "", channel="feeds") as desk:
        await desk.conversation("stood there before")
        server.cut = 200
        server.site.add("behind the cut")

        async def told() -> bool:
            await desk.service.check_now()
            return (await desk.health()).health is not Health.OK

        await desk.until(told)
        server.cut = None
        await desk.conversation("behind the cut")
        assert len(await desk.rows()) == 2


async def test_a_bomb_is_refused(tmp_path: Path, server: FeedServer) -> None:
    async with running(tmp_path / "profile", server.url, "", channel="feeds") as desk:
        await desk.conversation("stood there before")
        server.site.plans["/"] = lambda _: httpx.Response(200, content=b" " * 40_000_000)
        server.packed = True

        async def refused() -> bool:
            await desk.service.check_now()
            return "larger than" in (await desk.health()).message

        await desk.until(refused)


async def test_one_feed_that_is_down_leaves_the_others(tmp_path: Path, server: FeedServer) -> None:
    with FeedServer(host="127.0.0.2") as other:
        other.site.add("from the other", at=LONG_AGO)
        service = await listen(tmp_path / "profile", f"{other.url}/feed", f"{server.url}/atom")
        try:
            (view,) = await service.accounts()
            desk = Running(service, view.account, tmp_path / "profile")
            await desk.conversation("from the other")
            other.close()
            server.site.add("goes on")
            await desk.conversation("goes on")

            async def told() -> bool:
                await service.check_now()
                return (await desk.health()).title == "A feed can't be read"

            await desk.until(told)
            assert (await desk.health()).health is Health.TROUBLE
            await service.set_account_options(view.account.id, {"feeds": f"{server.url}/json"})

            async def well() -> bool:
                return (await desk.health()).health is Health.OK

            await desk.until(well)
        finally:
            await service.close()
            other.close = lambda: None  # type: ignore[method-assign]  # it is closed


async def test_nothing_can_be_answered_and_that_is_said(tmp_path: Path, server: FeedServer) -> None:
    async with running(tmp_path / "profile", server.url, "", channel="feeds") as desk:
        number = await desk.conversation("stood there before")
        target = await desk.service.reply_target(number, Mode.PUBLIC)
        assert "browser" in target.unavailable
        row = await desk.state((await desk.say(number, "an answer")).id, OutboxState.FAILED)
        assert row.error is not None
        assert "can only be read" in str(row.error)
