"""Which messages are read again: all that an open conversation still shows somebody, each in its turn."""

from __future__ import annotations

from datetime import timedelta

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.triage import SetStatus, Status
from scrm_desktop.domain.views import InboxQuery
from scrm_desktop.store import Store
from support.factories import NOW, Clock, gone, make_page, mention

SINCE = NOW - timedelta(days=14)


async def turn(store: Store, account: Account, clock: Clock, limit: int) -> tuple[str, ...]:
    """One turn: what is worth it is looked at."""
    clock.forward(minutes=1)
    ids = await store.pages.worth_refreshing(account.id, limit, SINCE)
    await store.pages.looked_at(account.id, ids)
    return ids


async def test_every_message_of_every_open_conversation_has_its_turn_newest_first(
    store: Store, account: Account, clock: Clock
) -> None:
    long = [mention("1", minutes=1), *(mention(str(n), parent=str(n - 1), minutes=n) for n in range(2, 13))]
    await store.pages.save(account, make_page(*long, mention("20", minutes=20), mention("30", minutes=30)))

    first = await turn(store, account, clock, 5)
    assert first == ("30", "20", "12", "11", "10")
    second = await turn(store, account, clock, 5)
    third = await turn(store, account, clock, 5)
    assert second + third[:4] == ("9", "8", "7", "6", "5", "4", "3", "2", "1")
    assert third[4:] == ("30",), "and then from the newest again"


async def test_what_is_done_deleted_or_old_has_none(store: Store, account: Account, clock: Clock) -> None:
    await store.pages.save(
        account, make_page(*(mention(str(n), minutes=n) for n in (1, 2, 3)), mention("4", minutes=-30 * 24 * 60))
    )
    (newest, *_) = await store.reads.conversation_ids(InboxQuery(), me="me")
    await store.desk.triage(SetStatus(conversations=(newest,), status=Status.DONE), actor="me")
    await store.pages.save(account, make_page(gone("2")))
    assert await turn(store, account, clock, 10) == ("1",)


async def test_what_came_again_by_itself_was_looked_at(store: Store, account: Account, clock: Clock) -> None:
    await store.pages.save(account, make_page(mention("1", minutes=1), mention("2", minutes=2)))
    clock.forward(minutes=1)
    await store.pages.save(account, make_page(mention("2", minutes=2)))
    assert await turn(store, account, clock, 1) == ("1",)
