"""Pending, snoozed, spam, muted: what a customer's message does to them, what is listed and counted, and the log."""

from __future__ import annotations

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.triage import (
    Assign,
    Outcome,
    Priority,
    SetLabel,
    SetMuted,
    SetPriority,
    SetRead,
    SetSpam,
    SetStatus,
    Snooze,
    Status,
    TriageAction,
)
from scrm_desktop.domain.views import ConversationRow, InboxQuery, Sort
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from scrm_desktop.store.summaries import refresh
from support.factories import NOW, Clock, at, make_page, mention, own


@pytest.fixture
async def number(store: Store, account: Account) -> int:
    """One conversation in which a customer waits."""
    await store.pages.save(account, make_page(mention("1", minutes=1)))
    (found,) = await store.reads.conversation_ids(InboxQuery(), me="")
    return found


async def row(store: Store, number: int) -> ConversationRow:
    return (await store.reads.conversation_rows([number]))[number]


async def do(store: Store, action: TriageAction) -> TriageAction:
    return (await store.desk.triage(action, actor="me"))[1]


async def writes(store: Store, account: Account, remote_id: str, minutes: float) -> bool:
    """The customer writes; whether it rings."""
    page = make_page(mention(remote_id, parent="1", key="post:1", minutes=minutes))
    return bool((await store.pages.save(account, page, way="newer")).arrived)


async def told(store: Store, number: int) -> list[tuple[str, str]]:
    return [(item.event, item.event_detail) for item in await store.reads.messages(number) if item.event]


@pytest.mark.parametrize("status", [Status.PENDING, Status.SNOOZED, Status.DONE])
async def test_a_customers_message_opens_what_was_put_away(
    store: Store, account: Account, number: int, status: Status
) -> None:
    await do(store, SetStatus(conversations=(number,), status=status))
    assert ((await row(store, number)).status, (await row(store, number)).waiting_since) == (status, None)
    assert await writes(store, account, "2", 5)
    found = await row(store, number)
    assert (found.status, found.waiting_since, found.outcome) == (Status.OPEN, at(1), Outcome.NONE)
    assert [kind for kind, _ in await told(store, number)] == [status.value, "reopened"]


async def test_a_message_of_ours_leaves_what_waits_for_the_customer(
    store: Store, account: Account, number: int
) -> None:
    await do(store, SetStatus(conversations=(number,), status=Status.PENDING))
    await store.pages.save(account, make_page(own("2", parent="1", minutes=3)), way="newer")
    assert (await row(store, number)).status is Status.PENDING


async def test_a_snooze_ends_at_its_time_and_is_seen(store: Store, account: Account, number: int, clock: Clock) -> None:
    await do(store, SetRead(conversations=(number,), read=True))
    await do(store, Snooze(conversations=(number,), until=at(days=2)))
    assert await store.desk.next_wake() == at(days=2)
    assert not await store.desk.wake()
    assert (await row(store, number)).snoozed_until == at(days=2)

    clock.now = at(days=2)
    changes = await store.desk.wake()
    assert changes.woken == changes.conversations == {number}
    found = await row(store, number)
    assert (found.status, found.snoozed_until, found.unread, found.waiting_since) == (Status.OPEN, None, 1, at(1))
    assert await store.desk.next_wake() is None
    assert not await store.desk.wake()
    assert await told(store, number) == [("snoozed", at(days=2).isoformat()), ("woke", "")]


async def test_a_customer_who_writes_ends_the_snooze_for_good(
    store: Store, account: Account, number: int, clock: Clock
) -> None:
    await do(store, Snooze(conversations=(number,), until=at(days=2)))
    assert await writes(store, account, "2", 5)
    assert ((await row(store, number)).status, await store.desk.next_wake()) == (Status.OPEN, None)
    await do(store, SetStatus(conversations=(number,), status=Status.DONE))
    clock.now = at(days=3)
    assert not await store.desk.wake()


async def test_undoing_a_snooze_and_doing_it_again(store: Store, number: int) -> None:
    before = await row(store, number)
    undo = await do(store, Snooze(conversations=(number,), until=at(days=2)))
    redo = await do(store, undo)
    assert (await row(store, number), await store.desk.next_wake()) == (before, None)
    await do(store, redo)
    assert await store.desk.next_wake() == at(days=2)


async def test_a_time_that_has_passed_is_refused(store: Store, number: int) -> None:
    with pytest.raises(InputError, match="passed"):
        await do(store, Snooze(conversations=(number,), until=NOW))
    assert (await row(store, number)).status is Status.OPEN


async def test_done_without_an_answer_is_told_apart(store: Store, account: Account, number: int) -> None:
    done = SetStatus(conversations=(number,), status=Status.DONE)
    await do(store, done)
    assert (await row(store, number)).outcome is Outcome.NO_ACTION
    await writes(store, account, "2", 5)
    await store.pages.save(account, make_page(own("3", parent="2", minutes=6)), way="newer")
    await do(store, done)
    assert (await row(store, number)).outcome is Outcome.ANSWERED
    # The customer opens it again: what we said before is no answer to that.
    await writes(store, account, "4", 7)
    await do(store, done)
    assert (await row(store, number)).outcome is Outcome.NO_ACTION
    ended = [what for kind, what in await told(store, number) if kind == "done"]
    assert ended == ["no_action", "", "no_action"]


async def test_opening_by_hand_goes_on_with_the_same_run(store: Store, account: Account, number: int) -> None:
    done = SetStatus(conversations=(number,), status=Status.DONE)
    await store.pages.save(account, make_page(own("2", parent="1", minutes=3)), way="newer")
    await do(store, done)
    await do(store, SetStatus(conversations=(number,), status=Status.OPEN))
    await do(store, done)
    assert (await row(store, number)).outcome is Outcome.ANSWERED


async def test_pain_17_spam_stands_in_no_other_view_and_is_never_heard_of_again(
    store: Store, account: Account, number: int
) -> None:
    label, _ = await store.desk.add_label("vip", "red")
    await do(store, SetLabel(conversations=(number,), label_id=label.id, on=True))
    await do(store, Assign(conversations=(number,), assignee="me"))
    before = await store.reads.counts(me="me")
    undo = await do(store, SetSpam(conversations=(number,), on=True))
    assert not await writes(store, account, "2", 5)

    found = await row(store, number)
    assert (found.spam, found.status, found.outcome, found.unread) == (True, Status.DONE, Outcome.SPAM, 0)
    counts = await store.reads.counts(me="me")
    assert (counts.spam, counts.done, counts.everything, counts.unread, counts.mine) == (1, 0, 0, 0, 0)
    queries = [
        InboxQuery(),
        InboxQuery(status=Status.DONE),
        InboxQuery(unread=True),
        InboxQuery(assignee="me"),
        InboxQuery(label_id=label.id),
        InboxQuery(account_id=account.id),
        InboxQuery(text="parcel"),
        InboxQuery(sort=Sort.WAITING),
    ]
    for query in queries:
        assert not await store.reads.conversation_ids(query, me="me")
    assert list(await store.reads.conversation_ids(InboxQuery(spam=True), me="me")) == [number]
    assert list(await store.reads.conversation_ids(InboxQuery(spam=True, text="parcel"), me="me")) == [number]

    await do(store, undo)
    assert (await store.reads.counts(me="me")).needs_reply == before.needs_reply == 1
    assert [kind for kind, _ in await told(store, number)][-2:] == ["spam", "undone"]


async def test_pain_16_a_muted_customer_neither_rings_nor_opens_nor_counts(
    store: Store, account: Account, number: int
) -> None:
    await do(store, SetStatus(conversations=(number,), status=Status.DONE))
    await do(store, SetMuted(conversations=(number,), on=True))
    assert not await writes(store, account, "2", 5)
    found = await row(store, number)
    assert (found.status, found.unread, found.last_at) == (Status.DONE, 0, at(5))

    await do(store, SetMuted(conversations=(number,), on=False))
    assert (await row(store, number)).status is Status.DONE
    assert await writes(store, account, "3", 6)
    assert (await row(store, number)).status is Status.OPEN


async def test_a_late_message_opens_nothing_that_is_spam_or_muted(store: Store, account: Account, clock: Clock) -> None:
    clock.now = at(0)
    await store.pages.save(account, make_page(mention("1", minutes=1)))
    await store.pages.save(account, make_page(mention("9", parent="1", key="post:1", minutes=10)))
    (number,) = await store.reads.conversation_ids(InboxQuery(), me="")
    clock.now = at(20)
    for action in (SetSpam(conversations=(number,), on=True), SetMuted(conversations=(number,), on=True)):
        undo = await do(store, action)
        assert not await writes(store, account, f"late {type(action).__name__}", 5)
        assert (await row(store, number)).unread == 0
        await do(store, undo)


async def test_a_late_message_wakes_what_is_snoozed(store: Store, account: Account, clock: Clock) -> None:
    clock.now = at(0)
    await store.pages.save(account, make_page(mention("1", minutes=1)))
    await store.pages.save(account, make_page(mention("9", parent="1", key="post:1", minutes=10)))
    (number,) = await store.reads.conversation_ids(InboxQuery(), me="")
    clock.now = at(20)
    await do(store, Snooze(conversations=(number,), until=at(days=9)))
    assert await writes(store, account, "5", 5)
    found = await row(store, number)
    assert (found.status, found.snoozed_until) == (Status.OPEN, None)


async def test_the_most_urgent_stands_first_and_among_equals_who_waits_longest(store: Store, account: Account) -> None:
    await store.pages.save(account, make_page(*(mention(str(n), key=f"post:{n}", minutes=n) for n in range(1, 5))))
    ids = list(await store.reads.conversation_ids(InboxQuery(sort=Sort.WAITING), me=""))
    await do(store, SetPriority(conversations=(ids[2], ids[3]), priority=Priority.URGENT))
    await do(store, SetPriority(conversations=(ids[1],), priority=Priority.LOW))
    assert list(await store.reads.conversation_ids(InboxQuery(sort=Sort.PRIORITY), me="")) == [
        ids[2],
        ids[3],
        ids[1],
        ids[0],
    ]
    assert (await row(store, ids[2])).priority is Priority.URGENT
    assert await told(store, ids[1]) == [("priority", "low")]


async def test_all_of_it_comes_back_when_the_cache_is_lost(store: Store, account: Account, number: int) -> None:
    await do(store, SetPriority(conversations=(number,), priority=Priority.HIGH))
    await do(store, Snooze(conversations=(number,), until=at(days=2)))
    await do(store, SetMuted(conversations=(number,), on=True))
    before = await row(store, number)
    writer = store.desk._writer  # the cache is emptied behind the store's back
    await writer.run(lambda db: db.exec_driver_sql("DELETE FROM inbox"))
    await writer.run(lambda db: refresh(db, [number], 0))
    assert await row(store, number) == before
    assert before.snoozed_until == at(days=2)
