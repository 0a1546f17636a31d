"""Conversations that a page founds stand in the list as they would if they were read back."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.events import MessageGone, MessageSeen
from scrm_desktop.domain.messages import AttachmentKind, RemoteAttachment, Visibility
from scrm_desktop.store import Store, summaries
from scrm_desktop.store.ingest.founded import Founded
from scrm_desktop.store.sql import fetch
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.tallies import recount
from scrm_desktop.store.values import micros
from support.factories import NOW, context, gone, make_page, make_profile, mention, own

if TYPE_CHECKING:
    from sqlalchemy import Connection

PICTURE = RemoteAttachment(remote_id="m", kind=AttachmentKind.IMAGE, url="https://files.example/m.png")


def story(chance: random.Random) -> list[MessageSeen | MessageGone]:
    """Messages of all kinds that answer one another or nothing, some of them at the same time."""
    events: list[MessageSeen | MessageGone] = []
    names: list[str] = []
    for number in range(chance.randint(1, 25)):
        name, parent = f"{chance.random()}", chance.choice([*names, None, None]) if names else None
        told: dict[str, Any] = {
            "minutes": chance.choice([number, number // 3, -30_000 + number]),
            "parent": parent,
            "visibility": chance.choice([Visibility.PUBLIC, Visibility.UNLISTED, Visibility.FOLLOWERS]),
        }
        kind = chance.choice(["mention"] * 6 + ["own", "own", "context", "picture", "gone", "warned"])
        if kind == "own":
            author = "201" if parent and chance.random() < 0.7 else None
            events.append(own(name, "ours", parent_author=author, **told))
        elif kind == "context":
            events.append(context(name, "theirs", author=make_profile("301"), **told))
        else:
            author = make_profile(f"20{chance.randint(1, 3)}")
            attachments = (PICTURE,) if kind == "picture" else ()
            warning = "careful" if kind == "warned" else ""
            text = (
                ""
                if attachments and chance.random() < 0.5
                else f"  words\n of {number} " + "x" * chance.randint(0, 800)
            )
            events.append(mention(name, text, author=author, attachments=attachments, content_warning=warning, **told))
        if kind == "gone":
            events.append(gone(name))
        names.append(name)
    return events


def everything(connection: Connection) -> list[Any]:
    """The list, its counts and the states as they are stored."""
    tables = ("inbox ORDER BY conversation_id", "tallies WHERE number <> 0 ORDER BY 1, 2", "conversations ORDER BY id")
    return [fetch(connection, f"SELECT * FROM {table}") for table in tables]


@pytest.mark.parametrize("seed", range(60))
async def test_what_a_page_founds_reads_like_what_is_read_back(store: Store, account: Account, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(3):
        way = chance.choice(["newer", "older"] if chance.random() < 0.9 else [None])
        await store.pages.save(account, make_page(*story(chance)), stream="n", way=way)

    def read_back(connection: Connection) -> tuple[list[Any], list[Any]]:
        before = everything(connection)
        refresh(connection, [row[0] for row in fetch(connection, "SELECT id FROM conversations")], micros(NOW))
        recount(connection)
        return before, everything(connection)

    before, after = await store._writer.run(read_back)
    assert before == after


async def test_history_of_strangers_is_stored_without_reading_it_back(
    store: Store, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    founded: list[int] = []
    sum_up = Founded._sum_up

    def watched(self: Founded, number: int, members: list[Any]) -> None:
        founded.append(number)
        sum_up(self, number, members)

    monkeypatch.setattr(Founded, "_sum_up", watched)
    monkeypatch.setattr(summaries, "_read_messages", None)
    page = make_page(mention("1", "hello"), mention("2", "and more", parent="1", key="post:1"), mention("3", "hi"))
    await store.pages.save(account, page, stream="n", way="older")
    assert len(founded) == 2
