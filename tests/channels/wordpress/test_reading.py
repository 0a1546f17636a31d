"""What comes in: states, threads, the queue, and times that the site counts in its own way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.wordpress.reading import Cursor
from scrm_desktop.domain.events import EngagementKind, EngagementSeen, MessageGone, MessageSeen, Page, Why
from scrm_desktop.domain.messages import Moderation
from support.fake_wordpress import US, FakeWordPress

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def comments(page: Page) -> dict[str, MessageSeen]:
    """By id, without the posts above them."""
    found = [one for one in page.events if isinstance(one, MessageSeen)]
    return {one.message.remote_id: one for one in found if one.message.remote_id.isdecimal()}


async def test_every_state_is_told_and_spam_is_no_work(site: FakeWordPress, session: Session) -> None:
    states = ("approved", "hold", "spam", "trash", "post-trashed", "whatever")
    for state in states:
        site.write(state, status=state)
    found = comments(await session.newer("comments", None))
    told = {one.message.text: (one.message.moderation, one.why) for one in found.values()}
    assert told == {
        "approved": (Moderation.NONE, Why.MENTION),
        "hold": (Moderation.HELD, Why.MENTION),
        "spam": (Moderation.SPAM, Why.CONTEXT),
        "trash": (Moderation.TRASH, Why.CONTEXT),
        "post-trashed": (Moderation.TRASH, Why.CONTEXT),
        "whatever": (Moderation.HELD, Why.MENTION),
    }


async def test_the_post_stands_above_and_a_thread_has_one_key(site: FakeWordPress, session: Session) -> None:
    site.write("Is it open on Sunday?")
    site.write("Yes.", author=US, parent=1)
    site.write("And on Monday?", parent=2)
    page = await session.newer("comments", None)
    found = comments(page)
    assert {one.thread_key for one in found.values()} == {"post:1"}
    assert [one.why for one in found.values()] == [Why.MENTION, Why.OWN, Why.MENTION]
    (post,) = [one for one in page.events if isinstance(one, MessageSeen) and one.message.remote_id == "p1"]
    assert post.message.text == "Bread – and butter"
    assert post.message.own
    assert post.why is Why.CONTEXT
    assert post.message.created_at < found["1"].message.created_at
    assert found["1"].message.in_reply_to == "p1"


async def test_a_post_is_asked_for_once(site: FakeWordPress, session: Session) -> None:
    for text in ("one", "two", "three"):
        site.write(text)
    for _ in range(2):
        page = await session.newer("comments", None)
        assert {one.message.subject for one in comments(page).values()} == {"Bread – and butter"}
    asked = [one for one in site.requests if "_embed" in one.url.params]
    assert [one.url.params["include"] for one in asked] == ["3"], "the newest comes first"


async def test_what_is_answered_is_fetched_once(site: FakeWordPress, session: Session) -> None:
    site.now = NOON
    site.write("long ago")
    site.write("less long ago", parent=1)
    site.now = NOON + timedelta(days=30)
    site.write("today", parent=2)
    cursor = str(Cursor(NOON + timedelta(days=20)))
    found = comments(await session.newer("comments", cursor))
    assert found["3"].thread_key == "post:1"
    assert {found[one].why for one in ("1", "2")} == {Why.CONTEXT}
    asked = len(site.requests)
    await session.newer("comments", cursor)
    assert len(site.requests) == asked + 1, "parents are known by now"


async def test_links_from_other_sites_are_counted(site: FakeWordPress, session: Session) -> None:
    site.write("[…] their bread […]", name="Food blog", type="pingback", author_url="https://food.example/bread")
    site.write("spam", type="trackback", status="spam")
    page = await session.newer("comments", None)
    (found,) = page.events
    assert isinstance(found, EngagementSeen)
    assert found.kind is EngagementKind.QUOTE
    assert found.actor.bot
    assert found.actor.url == "https://food.example/bread"


async def test_the_queue_tells_what_left_it(site: FakeWordPress, session: Session) -> None:
    for text in ("one", "two", "three"):
        site.write(text, status="hold")
    first = await session.newer("queue", None)
    assert set(comments(first)) == {"1", "2", "3"}
    site.comments[1]["status"] = "approved"  # by a colleague, on the site
    del site.comments[2]
    page = await session.newer("queue", first.cursor)
    assert {name: one.message.moderation for name, one in comments(page).items()} == {
        "1": Moderation.NONE,
        "3": Moderation.HELD,
    }
    assert MessageGone(remote_id="2") in page.events
    assert page.cursor == "3"


async def test_many_comments_of_one_second_come_in_all(site: FakeWordPress, session: Session) -> None:
    site.page, site.now = 7, NOON
    for number in range(40):
        site.write(f"import {number}")
    for direction in ("newer", "older"):
        cursor: str | None = str(Cursor(NOON - timedelta(days=1))) if direction == "newer" else None
        found: set[str] = set()
        for _ in range(20):
            page = await (
                session.newer("comments", cursor)
                if direction == "newer"
                else session.older("comments", cursor, NOON - timedelta(days=9))
            )
            found |= set(comments(page))
            cursor = page.cursor or cursor
            if not page.more:
                break
        assert len(found) == 40, direction


@pytest.mark.parametrize("direction", ["newer", "older"])
async def test_nothing_is_skipped_when_spam_is_emptied_meanwhile(
    site: FakeWordPress, session: Session, direction: str
) -> None:
    site.page = 20
    for number in range(200):
        site.now = NOON + timedelta(seconds=number)
        site.write(f"comment {number}", status="spam" if number % 2 else "approved")
    wanted = {str(one["id"]) for one in site.comments.values() if one["status"] == "approved"}
    cursor: str | None = str(Cursor(NOON - timedelta(days=1))) if direction == "newer" else None
    found: set[str] = set()
    for turn in range(60):
        page = await (
            session.newer("comments", cursor)
            if direction == "newer"
            else session.older("comments", cursor, NOON - timedelta(days=9))
        )
        found |= set(comments(page))
        cursor = page.cursor or cursor
        if turn == 3:
            site.comments = {number: one for number, one in site.comments.items() if one["status"] != "spam"}
        if not page.more:
            break
    assert wanted <= found


async def test_the_hour_that_clocks_repeat_is_read_twice(site: FakeWordPress, session: Session) -> None:
    site.now = NOON
    site.write("before")
    cursor = (await session.newer("comments", None)).cursor
    site.now = NOON - timedelta(minutes=59)  # as the site's clock says it after it was put back
    site.write("after")
    assert "2" in comments(await session.newer("comments", cursor))


async def test_a_user_without_rights_reads_what_everybody_sees(site: FakeWordPress, session: Session) -> None:
    site.rights = {}
    site.write("for all")
    site.write("held", status="hold")
    can = await session.describe()
    assert not (can.approve or can.edit or can.delete)
    assert any("may not moderate" in one for one in can.missing)
    assert set(comments(await session.newer("comments", None))) == {"1"}
    assert (await session.newer("queue", None)).events == ()
    assert (await session.refresh(("2",))).events == (), "it is there, and not for us to see"
    assert (await session.fence()).newest_own_id == "1"


@pytest.mark.parametrize(
    ("changes", "remote_id", "handle"),
    [
        ({"author": 7}, "user:7", "anna@example.org"),
        ({"author_email": ""}, "name:", "Anna"),
        ({"author_email": "", "author_name": "", "author_url": "https://a.example/x"}, "name:", "a.example"),
        ({"author_email": "", "author_name": ""}, "name:", "visitor"),
        ({"author_email": "@", "author_name": "@@x"}, "mail:", "x"),
        ({}, "mail:", "anna@example.org"),
    ],
)
async def test_who_somebody_is(
    site: FakeWordPress, session: Session, changes: dict[str, Any], remote_id: str, handle: str
) -> None:
    site.write("Hello", **changes)
    author = comments(await session.newer("comments", None))["1"].message.author
    assert author.remote_id.startswith(remote_id)
    assert author.handle == handle
    assert "anna@example.org" not in author.remote_id
