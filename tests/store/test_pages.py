"""A page becomes rows: conversations, who waits, what is unread, what rings."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.events import EngagementKind, Poison, Span
from scrm_desktop.domain.messages import Mention, Visibility
from scrm_desktop.domain.triage import SetRead, SetStatus, Status
from scrm_desktop.domain.views import ConversationRow, InboxQuery
from scrm_desktop.store import Store
from scrm_desktop.store.upkeep import Upkeep
from support.factories import (
    CONNECTED,
    NOW,
    OWN_ID,
    Clock,
    at,
    context,
    direct,
    engagement,
    gone,
    make_login,
    make_page,
    make_profile,
    mention,
    own,
)


async def rows(store: Store) -> list[ConversationRow]:
    ids = await store.reads.conversation_ids(InboxQuery(), me="me")
    found = await store.reads.conversation_rows(ids)
    return [found[one] for one in ids]


async def only_row(store: Store) -> ConversationRow:
    (row,) = await rows(store)
    return row


async def test_a_mention_is_a_conversation_in_which_somebody_waits(store: Store, account: Account) -> None:
    changes = await store.pages.save(account, make_page(mention("7", "Where is it?", minutes=5)), way="newer")

    row = await only_row(store)
    assert changes.conversations == changes.arrived == {row.id}
    assert (row.status, row.unread, row.waiting_since, row.last_at) == (Status.OPEN, 1, at(5), at(5))
    assert (row.person, row.handle, row.last_text) == ("Customer 100", "customer100@shop.example", "Where is it?")
    assert (row.kind, row.visibility, row.last_own) == ("public", Visibility.PUBLIC, False)


async def test_waiting_counts_from_the_first_message_after_our_answer(store: Store, account: Account) -> None:
    events = (
        mention("1", minutes=1),
        own("2", parent="1", minutes=2),
        mention("3", parent="2", key="post:1", minutes=3),
        mention("4", parent="3", key="post:1", minutes=9),
    )
    await store.pages.save(account, make_page(*events))

    row = await only_row(store)
    assert (row.waiting_since, row.last_at, row.unread) == (at(3), at(9), 3)


async def test_an_answer_from_elsewhere_ends_the_waiting(store: Store, account: Account) -> None:
    await store.pages.save(account, make_page(mention("1", minutes=1)))
    await store.pages.save(account, make_page(own("2", "Done!", parent="1", minutes=4)))

    row = await only_row(store)
    assert (row.waiting_since, row.last_own, row.last_text, row.status) == (None, True, "Done!", Status.OPEN)


async def test_a_post_of_ours_is_context_of_those_who_answer_it(store: Store, account: Account) -> None:
    post = own("1", "We have news.", minutes=1)
    anna, bert = make_profile("201"), make_profile("202")
    await store.pages.save(
        account,
        make_page(post, mention("2", parent="1", author=anna, minutes=2), mention("3", parent="1", author=bert)),
    )

    found = await rows(store)
    assert {row.handle for row in found} == {anna.handle, bert.handle}
    for row in found:
        items = (await store.reads.thread(row.id)).items
        assert [(item.text, item.context) for item in items] == [
            ("We have news.", True),
            ("Where is my parcel?", False),
        ]


async def test_what_a_message_answers_to_is_shown_but_is_no_work(store: Store, account: Account) -> None:
    stranger = make_profile("300")
    page = make_page(
        context("1", "A stranger's post", author=stranger, minutes=1),
        context("2", "Another stranger", author=make_profile("301"), parent="1", minutes=2),
        mention("3", "What do you say, @brand?", parent="2", key="post:1", minutes=3),
    )
    await store.pages.save(account, page)

    row = await only_row(store)
    items = (await store.reads.thread(row.id)).items
    assert [(item.remote_id, item.context) for item in items] == [("1", True), ("2", True), ("3", False)]
    assert (row.unread, row.handle) == (1, "customer100@shop.example")


async def test_private_messages_to_us_without_a_parent_are_one_conversation_a_person(
    store: Store, account: Account
) -> None:
    await store.pages.save(account, make_page(direct("1", minutes=1), direct("2", minutes=2), mention("3", minutes=3)))

    assert sorted((row.kind, row.unread) for row in await rows(store)) == [("direct", 2), ("public", 1)]


async def test_a_private_message_of_ours_begins_a_conversation_with_its_reader(store: Store, account: Account) -> None:
    reader = Mention(remote_id="100", handle="customer100@shop.example")
    ours = own("1", "Hello!", visibility=Visibility.DIRECT, mentions=(reader,), key="direct:100", minutes=1)
    await store.pages.save(account, make_page(ours))
    row = await only_row(store)
    assert (row.kind, row.handle, row.waiting_since, row.status) == ("direct", reader.handle, None, Status.DONE)

    await store.pages.save(account, make_page(direct("2", minutes=2)))
    assert (await only_row(store)).waiting_since == at(2)


async def test_our_answer_to_somebody_who_did_not_address_us_is_a_conversation(store: Store, account: Account) -> None:
    stranger = make_profile("300")
    page = make_page(
        context("1", "I love my new lamp", author=stranger, minutes=1),
        own("2", "Thank you!", parent="1", parent_author="300", minutes=2),
        own("3", "And enjoy.", parent="2", parent_author=OWN_ID, minutes=3),
    )
    await store.pages.save(account, page)

    row = await only_row(store)
    assert [item.text for item in await store.reads.messages(row.id)] == [
        "I love my new lamp",
        "Thank you!",
        "And enjoy.",
    ]
    assert row.waiting_since is None


async def test_history_neither_rings_nor_is_unread(store: Store, account: Account) -> None:
    page = make_page(mention("1", created_at=CONNECTED - timedelta(days=2)))
    for way in ("older", "newer"):
        changes = await store.pages.save(account, page, way=way)
        assert not changes.arrived
    assert (await only_row(store)).unread == 0


@pytest.mark.parametrize(
    ("written", "live"),
    [
        (timedelta(seconds=-1), False),
        (timedelta(microseconds=1), False),
        (timedelta(0), True),
        (timedelta(milliseconds=700), True),
        (timedelta(seconds=1), True),
    ],
)
async def test_what_a_network_dates_by_the_second_is_live_in_the_second_of_connecting(
    store: Store, written: timedelta, live: bool
) -> None:
    second = CONNECTED.replace(microsecond=0)
    account, _ = await store.accounts.add("mastodon", make_login(), connected_at=second + timedelta(milliseconds=400))
    changes = await store.pages.save(account, make_page(mention(created_at=second + written)), way="newer")
    assert (await only_row(store)).unread == int(live)
    assert bool(changes.arrived) is live


async def test_a_live_message_that_only_the_history_brought_rings_once_the_present_does(
    store: Store, account: Account
) -> None:
    page = make_page(mention("1", minutes=5))
    assert not (await store.pages.save(account, page, way="older")).arrived
    changes = await store.pages.save(account, page, way="newer")
    assert len(changes.arrived) == 1
    assert not (await store.pages.save(account, page, way="newer")).arrived


@pytest.mark.parametrize(
    ("days", "answered", "status"), [(2, False, Status.OPEN), (40, False, Status.DONE), (2, True, Status.DONE)]
)
async def test_an_imported_conversation_is_open_while_its_customer_still_waits(
    store: Store, account: Account, days: float, answered: bool, status: Status
) -> None:
    asked = NOW - timedelta(days=days)
    events = [mention("1", created_at=asked)]
    if answered:
        events.append(own("2", parent="1", created_at=asked + timedelta(hours=1)))
    # Newest first, one page each: the order of a back-fill.
    for event in reversed(events):
        await store.pages.save(account, make_page(event), way="older")

    row = await only_row(store)
    assert row.status is status
    assert (row.waiting_since is not None) is (status is Status.OPEN)
    assert [entry.kind for entry in await store.reads.events(row.id)] == []


async def test_answering_an_imported_conversation_from_elsewhere_does_not_close_it(
    store: Store, account: Account
) -> None:
    await store.pages.save(account, make_page(mention("1", created_at=at(-60))), way="older")
    await store.pages.save(account, make_page(own("2", parent="1", minutes=5)), way="newer")
    row = await only_row(store)
    assert (row.status, row.waiting_since) == (Status.OPEN, None)


async def test_a_new_message_opens_what_was_done_and_an_old_one_does_not(store: Store, account: Account) -> None:
    first = make_page(mention("1", minutes=1))
    await store.pages.save(account, first)
    row = await only_row(store)
    await store.desk.triage(SetStatus(conversations=(row.id,), status=Status.DONE), actor="me")

    await store.pages.save(account, first, way="newer")
    await store.pages.save(account, make_page(mention("0", created_at=at(-50), parent="1", key="post:1")), way="older")
    assert (await only_row(store)).status is Status.DONE

    changes = await store.pages.save(account, make_page(mention("2", parent="1", key="post:1", minutes=2)))
    assert changes.arrived == {row.id}
    assert (await only_row(store)).status is Status.OPEN
    assert (await store.reads.events(row.id))[0].kind == "reopened"


async def test_a_message_written_before_the_click_on_done_and_heard_of_after_it_opens_again(
    store: Store, account: Account, clock: Clock
) -> None:
    await store.pages.save(account, make_page(mention("1", minutes=1)))
    row = await only_row(store)
    clock.now = at(10)
    await store.desk.triage(SetStatus(conversations=(row.id,), status=Status.DONE), actor="me")
    await store.desk.triage(SetRead(conversations=(row.id,), read=True), actor="me")

    changes = await store.pages.save(account, make_page(mention("2", parent="1", key="post:1", minutes=9)))
    found = await only_row(store)
    assert (found.status, found.unread, changes.arrived) == (Status.OPEN, 1, {row.id})


async def test_a_message_that_was_long_under_way_is_not_taken_for_read_and_done(
    store: Store, account: Account, clock: Clock
) -> None:
    clock.now = at(0)
    await store.pages.save(account, make_page(mention("1", minutes=1)))
    row = await only_row(store)
    await store.pages.save(account, make_page(mention("3", parent="1", key="post:1", minutes=10)))
    clock.now = at(20)
    await store.desk.triage(SetStatus(conversations=(row.id,), status=Status.DONE), actor="me")
    await store.desk.triage(SetRead(conversations=(row.id,), read=True), actor="me")

    late = make_page(mention("2", parent="1", key="post:1", minutes=5))
    assert not (await store.pages.save(account, late, way="older")).arrived
    assert (await only_row(store)).status is Status.DONE
    other = make_page(mention("2b", parent="1", key="post:1", minutes=6))
    assert (await store.pages.save(account, other, way="newer")).arrived == {row.id}
    found = await only_row(store)
    assert (found.status, found.unread > 0) == (Status.OPEN, True)

    await store.desk.triage(SetStatus(conversations=(row.id,), status=Status.DONE), actor="me")
    assert not (await store.pages.save(account, other, way="newer")).arrived
    assert (await only_row(store)).status is Status.DONE


async def test_reactions_are_counted_and_no_work(store: Store, account: Account) -> None:
    fan = make_profile("500", display_name="A fan")
    await store.pages.save(
        account,
        make_page(
            mention("1", author=fan, minutes=1),
            engagement("e1", EngagementKind.FAVOURITE, "9", actor=fan),
            engagement("e2", EngagementKind.BOOST, "9", actor=fan),
            engagement("e3", EngagementKind.FOLLOW, actor=fan),
            engagement("e3", EngagementKind.FOLLOW, actor=fan),
        ),
    )
    row = await only_row(store)
    card = await store.reads.contact_card(row.id)
    assert (card.favourites, card.boosts, card.follows_us, card.messages_in) == (1, 1, True, 1)


async def test_the_same_page_twice_changes_nothing(store: Store, account: Account) -> None:
    page = make_page(mention("1", minutes=1), own("2", parent="1", minutes=2), engagement(), cursor="c")
    await store.pages.save(account, page, stream="s", way="newer")
    before = await store.reads.messages((await only_row(store)).id)
    changes = await store.pages.save(account, page, stream="s", way="newer")

    assert not changes
    assert await store.reads.messages((await only_row(store)).id) == before
    assert (await store.reads.counts(me="me")).everything == 1


async def test_one_id_on_two_accounts_is_two_messages(store: Store, account: Account) -> None:
    from support.factories import make_login

    other, _ = await store.accounts.add("mastodon", make_login(remote_id="9"), connected_at=CONNECTED)
    for one in (account, other):
        await store.pages.save(one, make_page(mention("1", minutes=1)))

    assert sorted(row.account_id for row in await rows(store)) == [account.id, other.id]


async def test_ids_are_text_whatever_they_look_like(store: Store, account: Account) -> None:
    ids = ("12345678901234567890", str(2**63), "01JD3ZQ7V7MMB4T2G6C9K0XW5Y", "at://did/app.post/3k%2e", "a b?#é")
    events = [mention(one, minutes=index) for index, one in enumerate(ids)]
    await store.pages.save(account, make_page(*events))

    assert await store.pages.known(account.id, [*ids, "missing"]) == frozenset(ids)
    texts = [item.remote_id for row in await rows(store) for item in await store.reads.messages(row.id)]
    assert sorted(texts) == sorted(ids)


async def test_text_that_utf_8_cannot_hold_is_replaced(store: Store, account: Account) -> None:
    author = make_profile("100", display_name="\ud800 Eve \0", bio="\udfff")
    await store.pages.save(account, make_page(mention("1\ud834", "a\0b\ud83d\ude00c\ud800", author=author)))

    (item,) = await store.reads.messages((await only_row(store)).id)
    assert item.text == "a\ufffdb😀c\ufffd"
    assert item.author is not None
    assert item.author.display_name == "\ufffd Eve \ufffd"
    assert await store.pages.known(account.id, ["1\ud834"]) == {"1\ud834"}


async def test_times_that_cannot_be_are_clamped(store: Store, account: Account) -> None:
    from datetime import UTC, datetime

    far, long_ago = datetime(9999, 12, 31, 23, 59, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC)
    await store.pages.save(
        account, make_page(mention("1", created_at=far), mention("2", created_at=long_ago, edited_at=far))
    )
    assert sorted(row.last_at for row in await rows(store)) == [datetime(1970, 1, 1, tzinfo=UTC), NOW]


async def test_a_cursor_is_saved_with_its_page_and_kept_where_a_page_has_none(store: Store, account: Account) -> None:
    await store.pages.save(account, make_page(mention("1"), cursor="after 1"), stream="s", way="newer")
    await store.pages.save(account, make_page(mention("2")), stream="s", way="newer")
    await store.pages.save(account, make_page(mention("3"), cursor="never"))

    assert await store.pages.cursor(account.id, "s", "newer") == "after 1"
    assert await store.pages.cursor(account.id, "s", "older") is None
    await store.pages.forget_cursor(account.id, "s", "newer")
    assert await store.pages.cursor(account.id, "s", "newer") is None


async def test_a_page_that_cannot_be_stored_leaves_nothing_behind(store: Store, account: Account) -> None:
    broken = make_page(mention("1"), mention("2", visibility="nonsense"), cursor="c")
    with pytest.raises(AttributeError):
        await store.pages.save(account, broken, stream="s", way="newer")

    assert await rows(store) == []
    assert await store.pages.cursor(account.id, "s", "newer") is None
    await store.pages.save(account, make_page(mention("1"), cursor="c"), stream="s", way="newer")
    assert len(await rows(store)) == 1


async def test_what_could_not_be_understood_is_kept(store: Store, account: Account) -> None:
    poison = Poison(remote_id="p", raw='{"a": "\ud800"}', reason="text was null")
    await store.pages.save(account, make_page(mention("1"), poison=[poison, poison]))
    assert len(await rows(store)) == 1


async def test_coverage_grows_together_and_knows_its_holes(store: Store, account: Account) -> None:
    async def cover(start: float, end: float) -> None:
        await store.pages.save(account, make_page(covered=Span(start=at(start), end=at(end))), stream="s", way="newer")

    await cover(10, 20)
    await cover(40, 50)
    (found,) = await store.pages.coverage()
    assert (found.complete_since, found.complete_until, found.gaps) == (at(10), at(50), ((at(20), at(40)),))

    await cover(30, 45)
    await cover(0, 12)
    (found,) = await store.pages.coverage()
    assert (found.complete_since, found.complete_until, found.gaps) == (at(0), at(50), ((at(20), at(30)),))

    await cover(15, 35)
    await store.pages.note_gap(account.id, "s", Span(start=at(50), end=at(60)))
    await store.pages.finish_history(account.id, "s", "That is all the server gives.")
    (found,) = await store.pages.coverage()
    assert (found.gaps, found.finished, found.note) == (((at(50), at(60)),), True, "That is all the server gives.")


async def test_a_deleted_message_is_marked_and_nobody_waits_for_it(store: Store, account: Account) -> None:
    await store.pages.save(account, make_page(mention("1", "Forget it", minutes=1)))
    changes = await store.pages.save(account, make_page(gone("1")))

    row = await only_row(store)
    (item,) = await store.reads.messages(row.id)
    assert changes.conversations == {row.id}
    assert (item.text, item.deleted_at) == ("Forget it", NOW)
    assert (row.waiting_since, row.unread) == (None, 0)


async def test_orphans_of_a_deleted_message_keep_their_thread(store: Store, account: Account) -> None:
    await store.pages.save(account, make_page(gone("1"), mention("2", parent="1", minutes=2)))

    placeholder, item = await store.reads.messages((await only_row(store)).id)
    assert (placeholder.context, placeholder.text, placeholder.deleted_at) == (True, "", NOW)
    assert item.remote_id == "2"


async def test_deletions_of_what_never_came_are_forgotten_after_a_month(
    store: Store, account: Account, clock: Clock
) -> None:
    await store.pages.save(account, make_page(gone("old")))
    clock.forward(days=20)
    await store.pages.save(account, make_page(gone("young")))
    clock.forward(days=20)
    assert await store._writer.run(Upkeep(clock)) is False
    await store.pages.save(account, make_page(mention("old"), mention("young")))
    found = {
        item.remote_id: item.deleted_at for row in await rows(store) for item in await store.reads.messages(row.id)
    }
    assert (found["old"] is None, found["young"] is None) == (True, False)


async def test_a_profile_that_describes_itself_anew_touches_its_conversations(store: Store, account: Account) -> None:
    await store.pages.save(account, make_page(mention("1", minutes=1)))
    renamed = make_profile("100", display_name="New name", followers=2**80)
    changes = await store.pages.save(account, make_page(engagement(actor=renamed)))

    assert changes.profiles
    assert (await only_row(store)).person == "New name"
