"""The query language over the stored list: SQL and the pure function agree on every query."""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrm_desktop.domain.commands import OutboxState, SendMessage
from scrm_desktop.domain.messages import AttachmentKind, Poll, PollOption, RemoteAttachment, Visibility
from scrm_desktop.domain.query import Asking, Node, finds, negate, parse, print_query
from scrm_desktop.domain.triage import (
    AddNote,
    Assign,
    Priority,
    SetLabel,
    SetMuted,
    SetPriority,
    SetRead,
    SetSpam,
    SetStatus,
    Snooze,
    Status,
)
from scrm_desktop.domain.views import Draft, InboxQuery, Mode
from scrm_desktop.store import Store
from scrm_desktop.store.connect import open_reader
from scrm_desktop.store.reading.facts import facts_of
from scrm_desktop.store.reading.lists import conversation_ids
from scrm_desktop.store.search_index import catch_up
from support.factories import CONNECTED, NOW, Clock, at, direct, make_login, make_page, make_profile, mention, own
from support.queries import queries

ME = "Nadia"
ASKING = Asking(NOW, ME)
#: Words of messages and words of names never meet: search takes a word for a name where anybody bears it.
WORDS = ("parcel", "refund", "elephants", "colis", "abîmé", "merci")
PEOPLE = ("Zoë Müller", "Camille Laurent", "Jonas Okafor")
NAMES = (*WORDS, "zoe", "MÜLLER", "camille", "okafor", "vip", "Réclamation", "gone", "mastodon", "support", "other",
         "fr", "en", "Ola", "nadia", "voucher", "customer201")  # fmt: skip


async def fill(store: Store) -> None:
    """Conversations that differ in everything that can be asked."""
    first, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
    other, _ = await store.accounts.add(
        "bluesky", make_login("other@brand.example", "9", display_name="Other"), connected_at=CONNECTED
    )
    picture = RemoteAttachment(remote_id="a", kind=AttachmentKind.IMAGE, url="https://x.example/a.png")
    poll = Poll(options=(PollOption(text="yes"), PollOption(text="no")))
    ids: list[int] = []
    for number in range(24):
        author = make_profile(
            str(200 + number % 3), display_name=PEOPLE[number % 3], followers=(None, 3, 2000)[number % 3]
        )
        text = f"{WORDS[number % 6]} {WORDS[(number // 2) % 6]}" + (" https://link.example" if number % 7 == 0 else "")
        make = direct if number % 5 == 4 else mention
        key = f"post:{number}"
        event = make(
            f"{100 + number}", text, key=key, author=author, minutes=number * 67, language=("fr", "en", "")[number % 3],
            attachments=(picture,) if number % 6 == 1 else (), poll=poll if number % 8 == 3 else None,
        )  # fmt: skip
        account = other if number % 4 == 3 else first
        (one,) = (await store.pages.save(account, make_page(event))).conversations
        ids.append(one)
        for more in range(number % 3):
            reply = mention(f"{300 + number * 10 + more}", "and again merci", key=key, author=author,
                            minutes=number * 67 + 9 + more, parent=str(100 + number))  # fmt: skip
            await store.pages.save(account, make_page(reply))
        if number % 4 == 1:
            answer = own(f"{700 + number}", "It is coming", key=key, parent=str(100 + number), minutes=number * 67 + 20)
            await store.pages.save(account, make_page(answer))
    await store._writer.run(catch_up)
    await decide(store, ids, first.id)
    # One more that the index does not hold yet.
    await store.pages.save(first, make_page(mention("999", "parcel colis", author=make_profile("200"), minutes=1620)))


async def decide(store: Store, ids: list[int], account: int) -> None:
    """Labels, people, states, notes, drafts."""

    async def do(action: object) -> None:
        await store.desk.triage(action, actor=ME)  # type: ignore[arg-type]

    vip, _ = await store.desk.add_label("vip", "green")
    claim, _ = await store.desk.add_label("réclamation", "red")
    await do(SetLabel(conversations=tuple(ids[::4]), label_id=vip.id, on=True))
    await do(SetLabel(conversations=tuple(ids[::6]), label_id=claim.id, on=True))
    await do(Assign(conversations=tuple(ids[::5]), assignee=ME))
    await do(Assign(conversations=tuple(ids[1::5]), assignee="Ola"))
    await do(SetRead(conversations=tuple(ids[::2]), read=True))
    await do(SetStatus(conversations=tuple(ids[2::7]), status=Status.DONE))
    await do(SetStatus(conversations=tuple(ids[3::7]), status=Status.PENDING))
    await do(Snooze(conversations=tuple(ids[4::9]), until=NOW + timedelta(days=1)))
    await do(SetPriority(conversations=tuple(ids[::3]), priority=Priority.HIGH))
    await do(SetPriority(conversations=tuple(ids[1::7]), priority=Priority.URGENT))
    await do(SetMuted(conversations=tuple(ids[5::8]), on=True))
    await do(SetSpam(conversations=tuple(ids[6::11]), on=True))
    for one in ids[::7]:
        await do(AddNote(conversation=one, text="Voucher approved"))
    for one in ids[2::9]:
        await store.desk.save_draft(Draft(conversation_id=one, mode=Mode.PUBLIC, account_id=account, text="Dear"))
    for number, one in enumerate(ids[:6:2]):
        row, _ = await store.outbox.add(
            account, one, SendMessage(text="x", visibility=Visibility.PUBLIC), key=f"k{number}", actor=ME
        )
        if number:
            await store.outbox.settle(row.id, OutboxState.FAILED)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A connection that reads a filled profile."""
    profile: Path = tmp_path_factory.mktemp("query") / "profile"
    store = Store.open(profile, clock=Clock())
    try:
        asyncio.run(fill(store))
        with closing(open_reader(profile)) as connection:
            yield connection
    finally:
        store.close()


def by_sql(reader: sqlite3.Connection, node: Node) -> set[int]:
    return set(conversation_ids(reader, InboxQuery(where=node), ASKING))


def by_python(reader: sqlite3.Connection, node: Node) -> set[int]:
    every = [number for (number,) in reader.execute("SELECT conversation_id FROM inbox")]
    return {number for number in every if finds(node, facts_of(reader, number), ASKING)}


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(node=queries(st.sampled_from(NAMES), st.sampled_from((*WORDS, "müller", "camille", "nobody")),
                    st.sampled_from((*WORDS, "parcel parcel", "again merci", "Zoë Müller", "no such"))))  # fmt: skip
def test_sql_and_the_pure_function_agree(reader: sqlite3.Connection, node: Node) -> None:
    assert by_sql(reader, node) == by_python(reader, node), print_query(node)


EACH = (
    "is:open", "is:pending", "is:snoozed", "is:done", "is:unread", "is:read", "is:waiting", "is:replied", "is:unsent",
    "is:failed", "is:public", "is:direct", "is:mine", "is:assigned", "is:unassigned", "is:no-action", "is:spam",
    "is:muted", "label:vip", "label:none", "channel:mastodon", "account:other", "assignee:me", "assignee:ola",
    "assignee:none", "from:zoe", "from:customer201", "text:refund", "note:voucher", "kind:direct", "lang:fr",
    "has:attachment", "has:note", "has:draft", "has:link", "has:poll", "has:label", "waiting:>5h", "last:<5h",
    "first:<10h", "followers:>1000", "messages:>2", "unread:>1", "after:2026-11-02", "before:2026-11-02", "on:today",
    "on:yesterday", "priority:>=high", "parcel", '"again merci"', "müller colis", "is:open OR is:spam",
)  # fmt: skip


@pytest.mark.parametrize("typed", EACH)
def test_each_field_finds_some_and_its_contrary_the_others(reader: sqlite3.Connection, typed: str) -> None:
    found = parse(typed)
    assert not found.problems
    every = {number for (number,) in reader.execute("SELECT conversation_id FROM inbox WHERE spam = 0")}
    if "spam" in typed:
        every = {number for (number,) in reader.execute("SELECT conversation_id FROM inbox")}
    some, others = by_sql(reader, found.node), by_sql(reader, negate(found.node))
    assert some == by_python(reader, found.node)
    assert some
    assert some != every
    assert some | others == every
    assert not some & others


def test_pain_32_what_waits_unanswered_and_unread_is_found_in_one_line(reader: sqlite3.Connection) -> None:
    found = by_sql(reader, parse("is:open,pending is:waiting is:unread -is:replied waiting:>5h").node)
    facts = [facts_of(reader, number) for number in found]
    assert facts
    assert all(one.unread and one.waiting_since is not None and not one.last_own for one in facts)


def test_spam_stands_in_no_list_that_does_not_speak_of_it(reader: sqlite3.Connection) -> None:
    spam = {number for (number,) in reader.execute("SELECT conversation_id FROM inbox WHERE spam = 1")}
    assert spam
    assert not by_sql(reader, parse("refund OR merci OR -refund").node) & spam
    assert by_sql(reader, parse("is:spam").node) == spam


def test_what_is_typed_is_only_ever_bound(reader: sqlite3.Connection) -> None:
    hostile = ("'", '"', "' OR 1=1 --", "x') OR (1", "\0", "%", "*", "{hide}", "?")
    fields = ("label", "account", "channel", "assignee", "from", "text", "note", "lang")
    for field, value in itertools.product(fields, hostile):
        quoted = value.replace('"', '\\"')
        node = parse(f'{field}:"{quoted}"').node
        assert by_sql(reader, node) == by_python(reader, node) == set()


def test_a_day_begins_where_the_person_is(reader: sqlite3.Connection) -> None:
    from zoneinfo import ZoneInfo

    node = parse("on:2026-11-02").node
    zones = [replace(ASKING, zone=ZoneInfo(name)) for name in ("Pacific/Kiritimati", "Pacific/Pago_Pago")]
    found = [set(conversation_ids(reader, InboxQuery(where=node), asking)) for asking in zones]
    assert found[0] != found[1]
    every = [number for (number,) in reader.execute("SELECT conversation_id FROM inbox")]
    for asking, ids in zip(zones, found, strict=True):
        assert ids == {number for number in every if finds(node, facts_of(reader, number), asking)}
    assert at(0) < NOW
