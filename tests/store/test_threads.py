"""Parts of a thread in the outbox: none is due before the one in front of it is sent."""

from __future__ import annotations

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import Fence, OutboxState, Outcome, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.views import InboxQuery
from scrm_desktop.store import Store
from support.factories import NOW, Clock, make_page, mention


def said(text: str) -> SendMessage:
    return SendMessage(text=text, visibility=Visibility.PUBLIC, in_reply_to="1")


async def thread(store: Store, account: Account) -> tuple[int, int, int]:
    await store.pages.save(account, make_page(mention("1", minutes=1)))
    (conversation,) = await store.reads.conversation_ids(InboxQuery(), me="")
    row, changes = await store.outbox.add(
        account.id, conversation, said("a"), key="k", actor="me", follow=(said("b"), said("c"))
    )
    again, nothing = await store.outbox.add(
        account.id, conversation, said("a"), key="k", actor="me", follow=(said("b"), said("c"))
    )
    assert (again.id, bool(nothing)) == (row.id, False)
    assert changes.outbox
    behind = await store.outbox.followers(row.id)
    assert [one.command.text for one in behind if isinstance(one.command, SendMessage)] == ["b", "c"]
    return row.id, behind[0].id, behind[1].id


async def due(store: Store, account: Account) -> list[int]:
    return [row.id for row in await store.outbox.due(account.id, NOW)]


async def test_one_after_the_other(store: Store, account: Account, clock: Clock) -> None:
    first, second, third = await thread(store, account)
    assert await due(store, account) == [first]
    await store.outbox.begin(first, Fence(newest_own_id=None, at=NOW))
    assert await due(store, account) == []
    assert await store.outbox.next_due(account.id) is None
    await store.outbox.settle(first, OutboxState.UNCONFIRMED)
    assert await due(store, account) == []
    await store.outbox.sent(first, Outcome(remote_id="r1"))
    assert await due(store, account) == [second]
    row = await store.outbox.get(second)
    assert row is not None and isinstance(row.command, SendMessage) and row.command.in_reply_to == "r1"
    await store.outbox.settle(second, OutboxState.FAILED)
    assert await due(store, account) == []
    assert await store.outbox.next_due(account.id) is None, "nobody wakes for what waits for a person"
    await store.outbox.settle(second, OutboxState.QUEUED)
    await store.outbox.sent(second, Outcome(remote_id="r2"))
    assert await due(store, account) == [third]


async def test_what_is_taken_back_takes_what_is_behind_it_along(store: Store, account: Account) -> None:
    first, second, third = await thread(store, account)
    _, changes = await store.outbox.cancel(second)
    assert changes.outbox == {second, third}
    rows = [await store.outbox.get(number) for number in (first, second, third)]
    states = [row.state for row in rows if row is not None]
    assert states == [OutboxState.QUEUED, OutboxState.CANCELLED, OutboxState.CANCELLED]
    await store.outbox.sent(first, Outcome(remote_id="r1"))
    assert await due(store, account) == []
