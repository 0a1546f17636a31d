"""One person with several profiles: joined and told apart by people, proposed by likeness, kept over a lost cache."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.likeness import Likeness, ProfileKey
from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.domain.triage import NotSamePerson, SamePerson, TriageAction
from scrm_desktop.domain.views import ContactCard, InboxQuery
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from scrm_desktop.store.repair import repair
from scrm_desktop.store.sql import execute, fetch
from support.factories import CONNECTED, Clock, make_login, make_page, make_profile, mention, own

ANNA = make_profile("11", "anna.dupont@here.example", "Anna Dupont")
ELSEWHERE = make_profile("21", "anna.dupont@there.example", "Anna D.")
NAMESAKE = make_profile("31", "other@there.example", "anna  DUPONT 🌻")
BERT = make_profile("12", "bert@here.example", "Bert")
_TABLES = (
    "SELECT account_id, remote_id, dense_rank() OVER (ORDER BY person) FROM same_people ORDER BY 1, 2",
    "SELECT * FROM not_same_people ORDER BY 1, 2, 3, 4",
    "SELECT id, contact_id FROM profiles ORDER BY 1",
)


async def everything(store: Store) -> list[list[tuple[Any, ...]]]:
    return [await store.desk._writer.run(lambda db, one=one: fetch(db, one)) for one in _TABLES]


async def do(store: Store, action: TriageAction) -> TriageAction:
    return (await store.desk.triage(action, actor="Ada"))[1]


async def write_all(store: Store, accounts: tuple[Account, Account]) -> None:
    here, there = accounts
    await store.pages.save(
        here,
        make_page(
            mention("1", "Where is it?", author=ANNA, minutes=1),
            own("2", "On its way", parent="1", parent_author="11", minutes=2),
            mention("3", "Hello", author=BERT, minutes=3),
        ),
    )
    await store.pages.save(
        there,
        make_page(
            mention("1", "Still waiting", author=ELSEWHERE, minutes=4),
            mention("2", "A question", author=NAMESAKE, minutes=5),
        ),
    )


async def two_accounts(store: Store) -> tuple[Account, Account]:
    here, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
    there, _ = await store.accounts.add("mastodon", make_login("b@other.example", "9"), connected_at=CONNECTED)
    return here, there


@pytest.fixture
async def accounts(store: Store) -> tuple[Account, Account]:
    made = await two_accounts(store)
    await write_all(store, made)
    return made


async def number_of(store: Store, person: RemoteProfile) -> int:
    ids = await store.reads.conversation_ids(InboxQuery(), me="")
    rows = await store.reads.conversation_rows(ids)
    return next(number for number, row in rows.items() if row.handle == person.handle)


async def card_of(store: Store, person: RemoteProfile) -> ContactCard:
    return await store.reads.contact_card(await number_of(store, person))


def key(account: Account, person: RemoteProfile) -> ProfileKey:
    return ProfileKey(account.id, person.remote_id)


async def test_a_likely_match_is_proposed_with_its_reason_and_never_joined(store: Store, accounts: Any) -> None:
    card = await card_of(store, ANNA)
    assert [(one.profile.handle, one.reasons) for one in card.proposals] == [
        (ELSEWHERE.handle, (Likeness.HANDLE,)),
        (NAMESAKE.handle, (Likeness.NAME,)),
    ]
    assert card.proposals[0].conversation_id == await number_of(store, ELSEWHERE)
    assert [one.handle for _, one in card.profiles] == [ANNA.handle]
    assert (await card_of(store, BERT)).proposals == ()


async def test_the_same_account_seen_from_two_of_ours_is_the_strongest_sign(store: Store) -> None:
    here, there = await two_accounts(store)
    await write_all(store, (here, there))
    again = make_profile("99", ANNA.handle, "Somebody")
    await store.pages.save(there, make_page(mention("7", "Me again", author=again, minutes=9)))
    card = await card_of(store, NAMESAKE)
    assert card.proposals[0].reasons == (Likeness.NAME,)
    first = (await card_of(store, BERT)).contact_id
    assert first != card.contact_id
    assert (await store.reads.contact_card(await number_of(store, ANNA))).proposals[0].reasons == (Likeness.ACCOUNT,)


async def test_one_contact_one_timeline_one_history_and_numbers_added(store: Store, accounts: Any) -> None:
    here, there = accounts
    number = await number_of(store, ANNA)
    action = SamePerson(profiles=(key(here, ANNA), key(there, ELSEWHERE)), conversation=number)
    changes, _ = await store.desk.triage(action, actor="Ada")
    other = await number_of(store, ELSEWHERE)
    assert changes.conversations >= {number, other}
    assert len(changes.profiles) == 2
    card = await card_of(store, ELSEWHERE)
    assert [one.handle for _, one in card.profiles] == [ELSEWHERE.handle, ANNA.handle]
    assert card.keys == (key(there, ELSEWHERE), key(here, ANNA))
    assert (card.messages_in, card.messages_out, [one.id for one in card.earlier]) == (2, 1, [number])
    page = await store.reads.timeline(number)
    assert [one.item.text for one in page.items if one.item.text] == ["Where is it?", "On its way", "Still waiting"]
    assert {one.source.conversation_id for one in page.items} == {number, other}
    told = (await store.reads.messages(number))[-1]
    assert (told.event, told.event_detail) == ("same_person", f"@{ELSEWHERE.handle}")
    # A person with two profiles is found once.
    found = await store.reads.find("anna.dupont", 8)
    assert sorted(hit.handle for hit in found.people) in (
        [one, NAMESAKE.handle] for one in (ANNA.handle, ELSEWHERE.handle)
    )


async def test_pain_14_joined_by_mistake_is_undone_exactly(store: Store, accounts: Any) -> None:
    here, there = accounts
    start = await everything(store)
    back = await do(store, SamePerson(profiles=(key(here, ANNA), key(there, ELSEWHERE))))
    two = await everything(store)
    more = await do(store, SamePerson(profiles=(key(there, NAMESAKE), key(here, ANNA))))
    assert len((await card_of(store, ANNA)).profiles) == 3
    await do(store, more)
    assert await everything(store) == two
    again = await do(store, back)
    assert await everything(store) == start
    await do(store, again)
    assert await everything(store) == two


async def test_one_of_three_leaves_and_is_not_proposed_again(store: Store, accounts: Any) -> None:
    here, there = accounts
    keys = (key(here, ANNA), key(there, ELSEWHERE), key(there, NAMESAKE))
    await do(store, SamePerson(profiles=keys))
    joined = await everything(store)
    back = await do(store, NotSamePerson(profile=keys[2], others=keys[:2]))
    card = await card_of(store, ANNA)
    assert (card.keys, card.proposals) == (keys[:2], ())
    assert (await card_of(store, NAMESAKE)).proposals == ()
    await do(store, back)
    assert await everything(store) == joined
    # Joined after all: what was said before does not count any more.
    await do(store, NotSamePerson(profile=keys[2], others=keys[:2]))
    await do(store, SamePerson(profiles=(keys[0], keys[2])))
    assert await everything(store) == joined


async def test_a_proposal_that_was_refused_stays_away(store: Store, accounts: Any) -> None:
    here, there = accounts
    start = await everything(store)
    back = await do(store, NotSamePerson(profile=key(there, ELSEWHERE), others=(key(here, ANNA),)))
    assert [one.profile.handle for one in (await card_of(store, ANNA)).proposals] == [NAMESAKE.handle]
    await do(store, back)
    assert len((await card_of(store, ANNA)).proposals) == 2
    assert await everything(store) == start


async def test_what_can_not_be_joined(store: Store, accounts: Any) -> None:
    here, there = accounts
    one = key(here, ANNA)
    for few in ((one,), (one, one)):
        with pytest.raises(InputError, match="two profiles"):
            await do(store, SamePerson(profiles=few))
    with pytest.raises(InputError, match="two profiles"):
        await do(store, NotSamePerson(profile=one, others=()))
    with pytest.raises(InputError, match="not stored"):
        await do(store, SamePerson(profiles=(one, ProfileKey(there.id, "404"))))
    await do(store, SamePerson(profiles=(one, key(there, ELSEWHERE))))
    with pytest.raises(InputError, match="already"):
        await do(store, SamePerson(profiles=(one, key(there, ELSEWHERE))))


async def test_a_lost_cache_knows_who_is_one_person(profile: Path, clock: Clock) -> None:
    store = Store.open(profile, clock=clock)
    accounts = await two_accounts(store)
    await write_all(store, accounts)
    here, there = accounts
    await do(store, SamePerson(profiles=(key(here, ANNA), key(there, ELSEWHERE))))
    await do(store, NotSamePerson(profile=key(there, NAMESAKE), others=(key(here, ANNA),)))
    before = await card_of(store, ANNA)
    store.close()
    for path in profile.glob("cache.sqlite*"):
        path.unlink()
    store = Store.open(profile, clock=clock)
    await write_all(store, (there, here)[::-1])
    after = await card_of(store, ANNA)
    assert (after.keys, after.messages_in, after.messages_out) == (before.keys, 2, 1)
    assert after.proposals == before.proposals == ()
    store.close()


async def test_a_crash_between_the_databases_and_a_forgotten_account(store: Store, accounts: Any) -> None:
    here, there = accounts
    await do(store, SamePerson(profiles=(key(here, ANNA), key(there, ELSEWHERE))))
    wanted = await everything(store)
    writer = store.desk._writer
    await writer.run(lambda db: execute(db, "UPDATE profiles SET contact_id = CASE id WHEN 1 THEN 2 ELSE id END"))
    await writer.run(lambda db: repair(db, 0))
    assert await everything(store) == wanted
    await store.accounts.remove(here.id, forget_history=True)
    await store.pages.save(there, make_page(mention("50", "New", author=make_profile("77"), minutes=50)))
    card = await card_of(store, ELSEWHERE)
    assert card.keys == (key(there, ELSEWHERE),)
    newcomer = await card_of(store, make_profile("77"))
    assert newcomer.contact_id != card.contact_id
