"""A conversation that a person made two: each message goes to the part it answers to, also from a cache filled anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.events import MessageSeen
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.triage import AddNote, Assign, Merge, SetLabel, Split, TriageAction, Unmerge
from scrm_desktop.domain.views import InboxQuery
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from scrm_desktop.store.files import cache_path
from scrm_desktop.store.repair import repair
from scrm_desktop.store.sql import execute, fetch
from support.factories import Clock, make_page, make_profile, mention, own

KEY = "post:1"
BERT = make_profile("12", display_name="Bert")
THREAD: tuple[MessageSeen, ...] = (
    own("p", "Our post", minutes=0),
    mention("1", "Where is my parcel?", parent="p", key=KEY, minutes=1),
    own("2", "On its way", parent="1", key=KEY, minutes=2),
    mention("3", "And my invoice?", parent="2", key=KEY, minutes=3),
    own("4", "Which one?", parent="3", key=KEY, minutes=4),
    mention("5", "That of May", parent="4", key=KEY, minutes=5),
)
_EVERYTHING = (
    "SELECT * FROM conversations WHERE joined_into IS NULL ORDER BY id",
    "SELECT c.* FROM conversation_labels c ORDER BY 1, 2",
    "SELECT id, conversation_id FROM messages ORDER BY 1",
    "SELECT * FROM context_links ORDER BY 1, 2",
    "SELECT id, conversation_id FROM notes ORDER BY 1",
    "SELECT id, conversation_id FROM outbox ORDER BY 1",
    "SELECT * FROM drafts ORDER BY 1, 2, 3",
    "SELECT * FROM inbox ORDER BY 1",
    "SELECT * FROM tallies WHERE number <> 0 ORDER BY 1, 2",
)


async def everything(store: Store) -> list[list[tuple[Any, ...]]]:
    return [await store.desk._writer.run(lambda db, one=one: fetch(db, one)) for one in _EVERYTHING]


async def do(store: Store, action: TriageAction) -> TriageAction:
    return (await store.desk.triage(action, actor="Ada"))[1]


async def words(store: Store, number: int) -> list[str]:
    return [item.text for item in await store.reads.messages(number) if item.kind == "message"]


async def told(store: Store, number: int) -> list[tuple[str, str]]:
    return [(item.event, item.event_detail) for item in await store.reads.messages(number) if item.event]


@pytest.fixture
async def whole(store: Store, account: Account) -> int:
    """One conversation about two things."""
    await store.pages.save(account, make_page(*THREAD))
    (number,) = await store.reads.conversation_ids(InboxQuery(), me="")
    return number


async def cut(store: Store, number: int, remote_id: str = "3") -> int:
    back = await do(store, Split(conversation=number, remote_id=remote_id))
    assert isinstance(back, Merge)
    return back.conversations[0]


async def test_the_rest_stands_by_itself_and_both_say_so(store: Store, account: Account, whole: int) -> None:
    label, _ = await store.desk.add_label("vip", "red")
    await do(store, SetLabel(conversations=(whole,), label_id=label.id, on=True))
    await do(store, Assign(conversations=(whole,), assignee="Nadia"))
    command = SendMessage(text="Here it is", visibility=Visibility.PUBLIC, in_reply_to="5")
    await store.outbox.add(account.id, whole, command, key="k", actor="me")
    await do(store, AddNote(conversation=whole, text="about May"))
    new = await cut(store, whole)
    assert await words(store, whole) == ["Our post", "Where is my parcel?", "On its way"]
    assert await words(store, new) == ["And my invoice?", "Which one?", "That of May", "Here it is"]
    rows = await store.reads.conversation_rows([whole, new])
    assert [(row.assignee, [one.name for one in row.labels]) for row in rows.values()] == [("Nadia", ["vip"])] * 2
    assert (rows[whole].waiting_since, rows[new].pending_outbox) == (None, True)
    assert (await told(store, whole))[-1] == ("split_off", str(new))
    assert (await told(store, new))[-1] == ("split_from", str(whole))
    assert "about May" in [item.text for item in await store.reads.messages(new)]


async def test_a_split_is_undone_exactly_and_done_again(store: Store, whole: int) -> None:
    before = await everything(store)
    back = await do(store, Split(conversation=whole, remote_id="3"))
    split = await everything(store)
    again = await do(store, back)
    assert await everything(store) == before
    await do(store, again)
    assert await everything(store) == split
    await do(store, back)
    new = await cut(store, whole, "3")
    assert await words(store, new) == ["And my invoice?", "Which one?", "That of May"]


async def test_pain_12_what_comes_later_goes_to_the_part_that_it_answers(
    store: Store, account: Account, whole: int
) -> None:
    new = await cut(store, whole)
    await store.pages.save(
        account,
        make_page(
            mention("6", "Found it", parent="5", key=KEY, minutes=20),
            mention("7", "Still no parcel", parent="2", key=KEY, minutes=21),
            own("8", "Glad to hear", parent="6", key=KEY, minutes=22),
        ),
        way="newer",
    )
    assert (await words(store, whole))[-1] == "Still no parcel"
    assert (await words(store, new))[-2:] == ["Found it", "Glad to hear"]
    # Another customer comes in, and the numbers of conversations that were made meanwhile are free.
    await store.pages.save(account, make_page(mention("9", "Me too", author=BERT, minutes=23)), way="newer")
    assert len(await store.reads.conversation_ids(InboxQuery(), me="")) == 3


async def test_an_answer_that_came_before_what_it_answers_finds_its_part(
    store: Store, account: Account, whole: int
) -> None:
    new = await cut(store, whole)
    await store.pages.save(account, make_page(mention("8", "Last", parent="7", key=KEY, minutes=23)), way="newer")
    await store.pages.save(account, make_page(own("9", "Ours", parent="8", key=KEY, minutes=24)), way="newer")
    assert (await words(store, whole))[-2:] == ["Last", "Ours"]
    await store.pages.save(account, make_page(mention("7", "First", parent="5", key=KEY, minutes=22)), way="newer")
    assert (await words(store, new))[-3:] == ["First", "Last", "Ours"]
    assert await words(store, whole) == ["Our post", "Where is my parcel?", "On its way"]


@pytest.mark.parametrize("backwards", [False, True])
async def test_a_lost_cache_comes_back_split(profile: Path, clock: Clock, backwards: bool) -> None:
    from support.factories import CONNECTED, make_login

    store = Store.open(profile, clock=clock)
    account, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
    await store.pages.save(account, make_page(*THREAD))
    (whole,) = await store.reads.conversation_ids(InboxQuery(), me="")
    new = await cut(store, whole)
    later = mention("6", "Found it", parent="5", key=KEY, minutes=20)
    await store.pages.save(account, make_page(later), way="newer")
    wanted = [await words(store, number) for number in (whole, new)]
    store.close()
    for path in profile.glob("cache.sqlite*"):
        path.unlink()
    assert not cache_path(profile).exists()

    store = Store.open(profile, clock=clock)
    unheard = mention("7", "One more", parent="6", key=KEY, minutes=21)
    network = [*THREAD, later, unheard]
    for one in network[::-1] if backwards else network:
        await store.pages.save(account, make_page(one), way="older")
    assert await words(store, whole) == wanted[0]
    assert await words(store, new) == [*wanted[1], "One more"]
    assert sorted(await store.reads.conversation_ids(InboxQuery(), me="")) == [whole, new]
    store.close()


async def test_a_part_is_split_again_and_merged_with_another(store: Store, account: Account, whole: int) -> None:
    new = await cut(store, whole)
    third = await cut(store, new, "5")
    await store.pages.save(account, make_page(mention("6", "Found it", parent="5", key=KEY, minutes=20)), way="newer")
    assert [len(await words(store, number)) for number in (whole, new, third)] == [3, 2, 2]
    await store.pages.save(account, make_page(mention("b", "Bert asks", author=BERT, minutes=30)), way="newer")
    other = max(await store.reads.conversation_ids(InboxQuery(), me=""))
    await do(store, Merge(into=other, conversations=(third,)))
    await store.pages.save(account, make_page(mention("8", "Thanks", parent="6", key=KEY, minutes=40)), way="newer")
    assert (await words(store, other))[-1] == "Thanks"
    assert len(await store.reads.conversation_ids(InboxQuery(), me="")) == 3
    await do(store, Unmerge(conversation=other))
    assert (await words(store, third))[-1] == "Thanks"


async def test_answers_that_came_while_a_split_was_undone_are_split_again(
    store: Store, account: Account, whole: int
) -> None:
    back = await do(store, Split(conversation=whole, remote_id="3"))
    again = await do(store, back)
    await store.pages.save(account, make_page(mention("6", "Found it", parent="5", key=KEY, minutes=20)), way="newer")
    assert (await words(store, whole))[-1] == "Found it"
    await do(store, again)
    assert isinstance(back, Merge)
    assert (await words(store, back.conversations[0]))[-1] == "Found it"


async def test_what_can_not_be_split(store: Store, whole: int) -> None:
    with pytest.raises(InputError, match="first message"):
        await do(store, Split(conversation=whole, remote_id="1"))
    for elsewhere in ("p", "999"):
        with pytest.raises(InputError, match="does not stand"):
            await do(store, Split(conversation=whole, remote_id=elsewhere))


async def test_a_crash_between_the_databases_leaves_the_parts_apart(store: Store, whole: int) -> None:
    new = await cut(store, whole)
    wanted = await everything(store)
    writer = store.desk._writer
    await writer.run(
        lambda db: execute(db, "UPDATE messages SET conversation_id = ? WHERE conversation_id = ?", whole, new)
    )
    await writer.run(lambda db: execute(db, "DELETE FROM inbox WHERE conversation_id = ?", new))
    await writer.run(lambda db: repair(db, 0))
    assert await everything(store) == wanted
