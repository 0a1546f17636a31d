"""API pages to stored rows, against downloading and parsing the same JSON alone (goal: below twice the time).

The server is a process of its own that sends prepared bytes, so that its work is not measured as ours.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.registry import channels
from scrm_desktop.channels.transport import Roads, tls_context
from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.events import Page
from scrm_desktop.store import Store
from scrm_desktop.sync.paging import InOrder
from support.fake_mastodon import TOKEN
from support.processes import Process, python
from support.ratio import Comparison, timed

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]
PAGES, TURNS = 50, 7


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a server with ``PAGES`` full pages of mentions."""
    argv = python("-m", "support.canned_server", str(PAGES * 40))
    with Process(argv, output=tmp_path / "server.log") as process:
        yield process.wait_for(r"^url=(\S+)$", 60)[1]


class Remembering(Roads):
    """The real connections, with a list of what was asked for."""

    def __init__(self, asked: list[str]) -> None:
        super().__init__(tls_context())
        self._asked = asked

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Ask, and remember the question."""
        self._asked.append(str(request.url))
        return await super().handle_async_request(request)


async def test_pages_to_rows(server: str, tmp_path: Path) -> None:
    comparison = Comparison("pages to rows / download and parse", goal=2.0)
    urls: list[str] = []
    await stored(Comparison("not counted", goal=0), server, tmp_path / "first", urls)
    assert len(urls) >= PAGES
    for turn in range(TURNS):
        await timed(comparison.bare, lambda: download_and_parse(server, urls))
        await stored(comparison, server, tmp_path / f"profile{turn}", None)
    comparison.report()


async def download_and_parse(server: str, urls: list[str]) -> None:
    """The floor: the very same requests by the same kind of client, and json.loads."""
    async with Http().client(server, {"Authorization": f"Bearer {TOKEN}"}) as client:
        for url in urls:
            response = await client.get(url)
            assert json.loads(response.content) is not None


async def stored(comparison: Comparison, server: str, profile: Path, asked: list[str] | None) -> None:
    """Back-fill through the channel into an empty store; signing in and opening the store are not counted."""
    channel = channels()["mastodon"]
    login = await channel.with_token(server, TOKEN, Http())
    store = Store.open(profile)
    account, _ = await store.accounts.add("mastodon", login, connected_at=datetime.now(UTC))
    session = channel.connect(account, TOKEN, Http(transport=None if asked is None else Remembering(asked)))
    await session.describe()
    if asked is not None:
        asked.clear()
    try:
        await timed(comparison.ours, lambda: read_all(store, account, session))
        assert (await store.reads.counts(me="Bench")).everything > PAGES
    finally:
        await session.close()
        store.close()


async def read_all(store: Store, account: Account, session: Session) -> None:
    """Everything there is, page after page, as the engine does it."""
    cursor, stream = None, session.streams[0].name

    def save(page: Page) -> Awaitable[object]:
        return store.pages.save(account, page, stream=stream, way="older")

    async with InOrder(save, older=True) as stored:
        for _ in range(PAGES + 5):
            page = await session.older(stream, cursor, datetime(2020, 1, 1, tzinfo=UTC))
            await stored.put(page)
            cursor = page.cursor
            if not page.more:
                return
    raise AssertionError("it does not end")
