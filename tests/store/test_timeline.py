"""A customer's timeline: every thread with every one of their profiles, in windows, nothing twice or left out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.timeline import TimelineItem
from scrm_desktop.domain.triage import AddNote, Assign, SetStatus, Status
from scrm_desktop.domain.views import InboxQuery, ItemKind
from scrm_desktop.errors import InputError
from scrm_desktop.paths import CACHE
from scrm_desktop.store import Store
from scrm_desktop.store.reading.timeline import timeline_page
from support.factories import CONNECTED, Clock, at, context, direct, make_login, make_page, make_profile, mention, own

PUBLIC, DIRECT, ELSEWHERE = "Where is it?", "In private.", "And here?"


@pytest.fixture
async def number(store: Store, account: Account, profile: Path) -> int:
    """One person on two accounts with three conversations, and a stranger; the id of one of the three."""
    second, _ = await store.accounts.add(
        "mastodon", make_login("2", server="https://other.example"), connected_at=CONNECTED
    )
    author = make_profile("100")
    shared = context("c", "We are closed.", minutes=0)
    await store.pages.save(
        account,
        make_page(
            shared,
            mention("1", PUBLIC, author=author, parent="c", minutes=1),
            own("2", "Soon.", parent="1", key="post:1", minutes=2),
            direct("3", DIRECT, author=author, minutes=3),
            mention("4", "I am another.", author=make_profile("200"), minutes=4),
        ),
    )
    await store.pages.save(second, make_page(mention("5", ELSEWHERE, author=make_profile("101"), minutes=5)))
    _one_contact(profile)
    rows = await store.reads.conversation_rows(await store.reads.conversation_ids(InboxQuery(), me=""))
    return next(row.id for row in rows.values() if row.last_text == ELSEWHERE)


def _one_contact(profile: Path) -> None:
    """What a later version will do when a person says that two profiles are one customer."""
    with sqlite3.connect(profile / CACHE) as database:
        database.execute(
            "UPDATE profiles SET contact_id = (SELECT contact_id FROM profiles WHERE remote_id = '100')"
            " WHERE remote_id = '101'"
        )
    database.close()


async def whole(store: Store, number: int, limit: int = 1000) -> list[TimelineItem]:
    items: list[TimelineItem] = []
    before = ""
    while True:
        page = await store.reads.timeline(number, before=before, limit=limit)
        items = [*page.items, *items]
        before = page.before
        if not before:
            return items


async def test_every_conversation_with_every_profile_of_the_person(store: Store, number: int, account: Account) -> None:
    items = await whole(store, number)
    assert [one.item.text for one in items] == ["We are closed.", PUBLIC, "Soon.", DIRECT, ELSEWHERE]
    assert [one.source.kind for one in items] == ["public"] * 3 + ["direct", "public"]
    assert [one.item.context for one in items] == [True, False, False, False, False]
    assert len({one.source.conversation_id for one in items}) == 3
    assert {one.source.channel for one in items} == {"mastodon"}
    assert [one.source.account_id == account.id for one in items] == [True] * 4 + [False]


async def test_windows_put_together_are_the_whole(store: Store, number: int, clock: Clock, account: Account) -> None:
    ids = tuple({one.source.conversation_id for one in await whole(store, number)})
    for minutes in (2, 2, 9):
        clock.now = at(minutes)
        await store.desk.triage(AddNote(conversation=number, text=f"note {minutes}"), actor="me")
        await store.desk.triage(Assign(conversations=ids, assignee=f"{minutes}"), actor="me")
        command = SendMessage(text="x", visibility=Visibility.PUBLIC)
        await store.outbox.add(account.id, ids[0], command, key=f"{id(command)} {minutes} {clock.now}", actor="me")
    await store.desk.triage(SetStatus(conversations=(number,), status=Status.DONE), actor="me")

    items = await whole(store, number)
    assert len({one.item.key for one in items}) == len(items)
    assert [one.item.at for one in items] == sorted(one.item.at for one in items)
    assert sum(one.item.kind is ItemKind.NOTE for one in items) == 3
    assert sum(one.item.kind is ItemKind.EVENT for one in items) >= 4
    assert {one.source.status for one in items if one.source.conversation_id == number} == {Status.DONE}
    for limit in (1, 2, 7):
        assert await whole(store, number, limit) == items


async def test_a_place_or_conversation_that_is_not_there_is_said(store: Store, number: int) -> None:
    for before in ("x", "1:2", "1:2:3:4", "1:2:x"):
        with pytest.raises(InputError):
            await store.reads.timeline(number, before=before)
    with pytest.raises(InputError):
        await store.reads.timeline(99)


async def test_no_table_of_messages_or_events_is_read_through(store: Store, number: int) -> None:
    asked: list[str] = []

    def plans(reader: sqlite3.Connection) -> list[str]:
        reader.set_trace_callback(asked.append)
        timeline_page(reader, number, "9999999999999999:0:1", 50)
        reader.set_trace_callback(None)
        found: list[str] = []
        for statement in asked:
            found += [str(row[3]) for row in reader.execute(f"EXPLAIN QUERY PLAN {statement}")]
        return found

    plan = await store.reads._readers.run(plans)  # pyright: ignore[reportPrivateUsage]
    assert any("messages_conversation" in line for line in plan)
    through = ("SCAN messages", "SCAN m", "SCAN events", "SCAN e", "SCAN o", "SCAN notes")
    assert not [line for line in plan if line.startswith(through)], plan
