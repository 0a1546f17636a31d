"""Lists, searches and counts."""

from __future__ import annotations

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import OutboxState, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.triage import Assign, SetLabel, SetRead, SetStatus, Status
from scrm_desktop.domain.views import InboxQuery, Sort
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from scrm_desktop.store.search_index import catch_up
from support.factories import CONNECTED, at, direct, make_login, make_page, make_profile, mention, own


@pytest.fixture
async def ids(store: Store, account: Account) -> dict[str, int]:
    """Conversations by name; the times say how they order."""
    events = {
        "answered": mention("1", "Le colis de l'éléphant est arrivé", author=make_profile("201"), minutes=1),
        "waits longest": mention("3", "Where is my parcel?", author=make_profile("202"), minutes=3),
        "waits": mention("4", "Elephants are great", author=make_profile("203", display_name="Zoë Müller"), minutes=4),
        "private": direct("5", "My IBAN is secret", author=make_profile("204"), minutes=5),
        "done": mention("6", "parcel again", author=make_profile("205"), minutes=6),
    }
    found: dict[str, int] = {}
    for name, event in events.items():
        (found[name],) = (await store.pages.save(account, make_page(event))).conversations
    await store.pages.save(account, make_page(own("9", "It is coming", parent="1", minutes=9)))
    await store.desk.triage(SetStatus(conversations=(found["done"],), status=Status.DONE), actor="me")
    return found


async def names(store: Store, ids: dict[str, int], query: InboxQuery) -> list[str]:
    by_id = {number: name for name, number in ids.items()}
    return [by_id[number] for number in await store.reads.conversation_ids(query, me="me")]


async def test_both_orders(store: Store, ids: dict[str, int]) -> None:
    newest = ["answered", "done", "private", "waits", "waits longest"]
    assert await names(store, ids, InboxQuery(sort=Sort.NEWEST)) == newest
    longest = ["waits longest", "waits", "private", "answered", "done"]
    assert await names(store, ids, InboxQuery(sort=Sort.WAITING)) == longest
    needing = InboxQuery(needs_reply=True, sort=Sort.WAITING)
    assert await names(store, ids, needing) == longest[:3]


async def test_who_writes_again_does_not_lose_the_place_in_the_queue(
    store: Store, account: Account, ids: dict[str, int]
) -> None:
    again = mention("31", "Hello??", author=make_profile("202"), parent="3", key="post:3", minutes=30)
    await store.pages.save(account, make_page(again))
    query = InboxQuery(needs_reply=True, sort=Sort.WAITING)
    assert (await names(store, ids, query))[0] == "waits longest"


async def test_each_restriction(store: Store, account: Account, ids: dict[str, int]) -> None:
    label, _ = await store.desk.add_label("vip", "green")
    await store.desk.triage(Assign(conversations=(ids["waits"],), assignee="Ola"), actor="me")
    await store.desk.triage(SetLabel(conversations=(ids["done"],), label_id=label.id, on=True), actor="me")
    await store.desk.triage(SetRead(conversations=tuple(ids.values())[:4], read=True), actor="me")
    command = SendMessage(text="x", visibility=Visibility.PUBLIC)
    row, _ = await store.outbox.add(account.id, ids["private"], command, key="k", actor="me")
    await store.outbox.settle(row.id, OutboxState.FAILED)

    assert await names(store, ids, InboxQuery(status=Status.DONE)) == ["done"]
    assert await names(store, ids, InboxQuery(status=Status.OPEN, kind="direct")) == ["private"]
    assert await names(store, ids, InboxQuery(unread=True)) == ["done"]
    assert await names(store, ids, InboxQuery(assignee="Ola")) == ["waits"]
    assert await names(store, ids, InboxQuery(label_id=label.id)) == ["done"]
    assert await names(store, ids, InboxQuery(outbox=True)) == ["private"]
    assert len(await names(store, ids, InboxQuery(account_id=account.id))) == 5
    assert await names(store, ids, InboxQuery(account_id=99)) == []


@pytest.mark.parametrize("indexed", [True, False])
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("parcel", {"waits longest", "done"}),
        ("PARC", {"waits longest", "done"}),
        ("elephant", {"answered", "waits"}),
        ("éléphant", {"answered", "waits"}),
        ("parcel again", {"done"}),
        ("zoe", {"waits"}),
        ("müller", {"waits"}),
        ("customer204", {"private"}),
        ("nothing like it", set()),
        ('"', set()),
        ("' OR 1=1 --", set()),
        ("parcel NOT again", set()),
        ("text:parcel", set()),
        ("(((", set()),
        ("*", set()),
        ("parcel*", {"waits longest", "done"}),
        ("^parcel", {"waits longest", "done"}),
        ("NEAR(parcel, again)", set()),
        ("\0\ud800", set()),
    ],
)
async def test_search_finds_words_and_never_fails(
    store: Store, ids: dict[str, int], typed: str, found: set[str], indexed: bool
) -> None:
    if indexed:
        assert await store._writer.run(catch_up) is False
    assert set(await names(store, ids, InboxQuery(text=typed))) == found


async def test_search_joins_name_and_text(store: Store, ids: dict[str, int]) -> None:
    await store._writer.run(catch_up)
    assert await names(store, ids, InboxQuery(text="zoë elephants")) == ["waits"]
    assert await names(store, ids, InboxQuery(text="zoë parcel")) == []
    assert await names(store, ids, InboxQuery(text="parcel", status=Status.OPEN)) == ["waits longest"]


async def test_an_edited_text_is_found_by_its_new_words_only(
    store: Store, account: Account, ids: dict[str, int]
) -> None:
    await store._writer.run(catch_up)
    edited = mention("3", "Where is my refund?", author=make_profile("202"), minutes=3, edited_at=at(40))
    await store.pages.save(account, make_page(edited))
    assert await names(store, ids, InboxQuery(text="refund")) == ["waits longest"]
    assert await names(store, ids, InboxQuery(text="parcel")) == ["done"]


async def test_a_renamed_person_is_found_by_the_new_name_only(
    store: Store, account: Account, ids: dict[str, int]
) -> None:
    renamed = make_profile("203", display_name="Ulla")
    await store.pages.save(account, make_page(mention("4", "Elephants are great", author=renamed, minutes=4)))
    assert await names(store, ids, InboxQuery(text="ulla")) == ["waits"]
    assert await names(store, ids, InboxQuery(text="zoë")) == []


async def test_counts(store: Store, account: Account, ids: dict[str, int]) -> None:
    other, _ = await store.accounts.add("mastodon", make_login(remote_id="9"), connected_at=CONNECTED)
    await store.pages.save(other, make_page(mention("1", minutes=1)))
    counts = await store.reads.counts(me="me")
    assert (counts.needs_reply, counts.unread, counts.mine, counts.open) == (4, 6, 0, 5)
    assert (counts.done, counts.everything, counts.outbox, counts.failed) == (1, 6, 0, 0)
    assert counts.by_account == ((account.id, 3), (other.id, 1))


async def test_earlier_conversations_of_the_same_customer(store: Store, account: Account) -> None:
    for number in (1, 2, 3):
        await store.pages.save(account, make_page(mention(str(number), f"case {number}", minutes=number)))
    newest, *_ = await store.reads.conversation_ids(InboxQuery(), me="")
    card = await store.reads.contact_card(newest)
    assert [one.text for one in card.earlier] == ["case 2", "case 1"]
    assert (card.first_seen, card.messages_in, card.messages_out) == (at(1), 3, 0)
    with pytest.raises(InputError):
        await store.reads.contact_card(99)


async def test_rows_of_what_is_not_there_are_left_out(store: Store, ids: dict[str, int]) -> None:
    found = await store.reads.conversation_rows([ids["done"], 99, 2**70])
    assert set(found) == {ids["done"]}
