"""Faults 24 to 27: cursors that expired, pages that are short, empty, endless or lead elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.fake_mastodon import TOKEN, FakeMastodon
from support.proxy import FaultProxy
from support.running import Running, running
from support.stories import asked_by
from support.wire import Request

NOTES = r"/api/v[12]/notifications"


@pytest.mark.parametrize("status", [404, 410])
async def test_24_a_cursor_that_the_server_does_not_know_any_more(
    desk: Running, fake: FakeMastodon, status: int
) -> None:
    await asked_by(desk, fake, "Before")
    fake.max_page = 3

    def unknown(request: Request) -> tuple[int, dict[str, str], bytes] | None:
        expired = request.query("min_id") or request.query("since_id")
        return (status, {}, b'{"error": "Record not found"}') if expired else None

    fake.script("GET", NOTES, unknown)
    who = fake.person("jonas")
    for number in range(10):
        fake.mention(f"Gap {number}", who=who)
    await desk.service.check_now()
    for number in range(10):
        await desk.conversation(f"Gap {number}")
    assert await desk.conversation("Before")


async def test_25_short_pages_and_an_empty_page_with_a_next_link(desk: Running, fake: FakeMastodon) -> None:
    who = fake.person("camille")
    for number in range(30):
        fake.mention(f"Question {number:02d}?", who=who)
    fake.max_page = 4
    empty = {"left": 2}

    def sometimes_empty(request: Request) -> tuple[int, dict[str, str], bytes] | None:
        if request.query("max_id") and empty["left"]:
            empty["left"] -= 1
            lower = int(request.query("max_id") or "0") - 1
            link = f'<http://{request.headers["host"]}{request.path}?limit=40&max_id={lower}>; rel="next"'
            return 200, {"link": link}, b"[]"
        return None

    fake.script("GET", NOTES, sometimes_empty)
    await desk.service.sync_once(days=2)
    for number in range(30):
        await desk.conversation(f"Question {number:02d}?")


async def test_26_pages_that_lead_in_a_circle_end_with_an_error(desk: Running, fake: FakeMastodon) -> None:
    who = fake.person("camille")
    fake.mention("One", who=who)
    fake.mention("Two", who=who)
    one, two = (json.dumps([note]).encode() for note in fake.notifications)
    first, second = (note["id"] for note in fake.notifications)

    def circle(request: Request) -> tuple[int, dict[str, str], bytes]:
        lower = second if request.query("max_id") == first else first
        here = f"http://{request.headers['host']}{request.path}?limit=40"
        links = f'<{here}&max_id={lower}>; rel="next", <{here}&min_id={lower}>; rel="prev"'
        at_first = first in (request.query("max_id"), request.query("min_id"))
        return 200, {"link": links}, two if at_first else one

    fake.script("GET", NOTES, circle)
    await desk.service.sync_once(days=3)
    assert await desk.conversation("One")
    assert len(fake.asked("GET", NOTES)) < 150, "it does not go round for ever"
    before = len(fake.asked("GET", NOTES))
    await desk.service.sync_once(days=3)
    assert len(fake.asked("GET", NOTES)) - before < 150


async def test_26_a_next_link_to_another_host_is_not_followed(desk: Running, fake: FakeMastodon) -> None:
    with FakeMastodon() as evil:

        def elsewhere(request: Request) -> tuple[int, dict[str, str], bytes]:
            there = f"{evil.url}{request.path}?limit=40"
            links = f'<{there}&max_id=5>; rel="next", <{there}&min_id=5>; rel="prev"'
            return 200, {"link": links}, json.dumps(fake.notifications[-1:]).encode()

        fake.mention("Hello", who=fake.person("camille"))
        fake.script("GET", NOTES, elsewhere)
        await desk.service.sync_once(days=3)
        assert evil.requests == []
        assert await desk.conversation("Hello")


async def test_27_an_empty_list_deletes_nothing(desk: Running, fake: FakeMastodon) -> None:
    who = fake.person("camille")
    for number in range(25):
        fake.mention(f"Question {number:02d}?", who=who)
    await desk.service.check_now()
    await desk.conversation("Question 24?")
    before = {row.id: (row.last_text, row.unread, row.status) for row in await desk.rows()}
    fake.script("GET", NOTES, lambda _: [])
    fake.script("GET", r"/api/v1/statuses\?", lambda _: [])
    for _ in range(2):
        await desk.service.sync_once(days=2)
    assert {row.id: (row.last_text, row.unread, row.status) for row in await desk.rows()} == before
    items = [item for row in before for item in await desk.items(row)]
    assert len(items) == 25
    assert not any(item.deleted_at for item in items)


async def test_25_a_burst_on_an_empty_stream_whose_page_is_empty(desk: Running, fake: FakeMastodon) -> None:
    """Nothing was there yet, then more than a page came at once, and the page in the middle is empty."""
    who = fake.person("camille")
    for number in range(30):
        fake.mention(f"Question {number:02d}?", who=who)
    fake.max_page = 10

    def hidden(request: Request) -> tuple[int, dict[str, str], bytes] | None:
        if request.query("max_id") != fake.notifications[20]["id"]:
            return None
        lower = fake.notifications[10]["id"]
        return 200, {"link": f'<http://{request.headers["host"]}{request.path}?max_id={lower}>; rel="next"'}, b"[]"

    fake.script("GET", NOTES, hidden)
    for number in (*range(10), *range(20, 30)):
        await desk.conversation(f"Question {number:02d}?")


async def test_25_a_server_without_link_headers(tmp_path: Path, fake: FakeMastodon, px: FaultProxy) -> None:
    """Some servers send no Link header at all: the ids of the page lead on."""
    who = fake.person("camille")
    for number in range(12):
        fake.mention(f"Question {number:02d}?", who=who)
    fake.max_page = 5
    fake.sends_links = False
    async with running(tmp_path / "profile", px.url, TOKEN) as desk:
        await desk.service.sync_once(days=2)
        for number in range(12):
            await desk.conversation(f"Question {number:02d}?")
