"""Saved views: kept in the stored form of the language, changed as a whole, undoable, counted within bounds."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.query import Asking, parse
from scrm_desktop.domain.saved_views import ArrangeViews, SavedView, Views, moved, with_view, without_view
from scrm_desktop.domain.views import InboxQuery, Sort
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from scrm_desktop.store.connect import open_reader
from scrm_desktop.store.reading.lists import condition_of
from scrm_desktop.store.reading.saved_views import count_view
from support.factories import NOW, make_page, make_profile, mention
from support.seed import Amount, seed


def view(name: str = "Complaints", query: str = "est:ouvert étiquette:vip", **rest: object) -> SavedView:
    return SavedView(name=name, query=query, sort=Sort.WAITING, **rest)  # type: ignore[arg-type]


async def arrange(store: Store, action: ArrangeViews) -> tuple[Views, ArrangeViews]:
    changes, inverse = await store.desk.triage(action, actor="me")
    assert changes == Changes(views=True)
    assert isinstance(inverse, ArrangeViews)
    return await store.reads.saved_views(), inverse


async def test_a_view_is_stored_in_the_canonical_form(store: Store) -> None:
    (kept,), _ = await arrange(store, with_view((), view(name="  Mes   urgences ", colour="red")))
    assert (kept.name, kept.query, kept.sort, kept.colour) == ("Mes urgences", "is:open label:vip", Sort.WAITING, "red")


async def test_every_change_can_be_undone_and_done_again(store: Store) -> None:
    one, _ = await arrange(store, with_view((), view("A")))
    two, undo_add = await arrange(store, with_view(one, view("B")))
    assert [kept.name for kept in two] == ["A", "B"]
    changed, undo_change = await arrange(store, with_view(two, view("C", id=two[0].id)))
    assert [kept.name for kept in changed] == ["C", "B"]
    turned, undo_move = await arrange(store, moved(changed, two[0].id, 1))
    assert [kept.name for kept in turned] == ["B", "C"]
    left, undo_remove = await arrange(store, without_view(turned, two[1].id))
    assert [kept.name for kept in left] == ["C"]
    states = [turned, changed, two, one]
    for inverse, stood in zip((undo_remove, undo_move, undo_change, undo_add), states, strict=True):
        now, again = await arrange(store, inverse)
        assert now == stood
    assert (await arrange(store, again))[0] == two


async def test_what_makes_no_view(store: Store) -> None:
    for wrong in (view(name="  "), view(query="lable:x")):
        with pytest.raises(InputError):
            await store.desk.triage(with_view((), wrong), actor="me")
    with pytest.raises(InputError, match="200"):
        await store.desk.triage(ArrangeViews(views=(view(),) * 201), actor="me")
    assert await store.reads.saved_views() == ()


async def test_counts_follow_the_list(store: Store, account: Account) -> None:
    for number in (1, 2, 3):
        author = make_profile(str(number))
        await store.pages.save(account, make_page(mention(f"{number}", "hello", author=author, minutes=number)))
    kept, _ = await arrange(store, with_view((), view(query="is:open from:customer1,customer2")))
    kept, _ = await arrange(store, with_view(kept, view(query="label:gone")))
    assert await store.reads.saved_counts(me="me") == {kept[0].id: 2, kept[1].id: 0}


def test_a_count_that_would_take_long_is_given_up(tmp_path: Path) -> None:
    seed(tmp_path / "p", Amount(conversations=3000))
    with closing(open_reader(tmp_path / "p")) as reader:
        asking = Asking(NOW, "me")
        assert count_view(reader, view(query="is:done"), asking) == 1000
        assert count_view(reader, view(query="messages:>5"), asking) == 0
        assert count_view(reader, view(query="messages:>5"), asking, turns=0) is None
        assert count_view(reader, view(query="messages:>5"), asking) == 0


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("is:open", "inbox_status_newest"),
        ("is:open channel:mastodon", "inbox_status_newest"),
        ("channel:mastodon", "inbox_account_newest"),
        ("is:open is:waiting", "inbox_waiting"),
        ("is:unread is:done", "inbox_unread"),
        ("waiting:>2h", "inbox_waiting"),
        ("assignee:me", "inbox_assignee"),
        ("is:spam", "inbox_spam"),
        ("last:<1d", "inbox_newest (last_at>?)"),
        ("on:today", "inbox_newest (last_at>?"),
        ("from:camille", "inbox_profile (profile_id=?)"),
        ("followers:>5", "inbox_profile (profile_id=?)"),
        ("first:<1d", "inbox_newest (last_at>?)"),
        ("has:attachment", "messages_attachment"),
        ("has:link", "messages_link"),
        ("has:poll", "messages_poll"),
        ("messages:>5", "messages_conversation (conversation_id=?)"),
        ("label:vip", "conversation_labels_label"),
    ],
)
def test_every_field_has_an_index_and_none_walks_the_messages(seeded: Path, typed: str, way: str) -> None:
    with closing(open_reader(seeded)) as reader:
        condition, parameters = condition_of(reader, InboxQuery(where=parse(typed).node), Asking(NOW, "Bench"))
        statement = f"SELECT conversation_id FROM inbox {condition} ORDER BY last_at DESC, conversation_id DESC"
        plan = [row[3] for row in reader.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]
    assert any(way in step for step in plan), plan
    assert not any(step.startswith(("SCAN messages", "SCAN m")) for step in plan), plan


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough rows that the planner has something to weigh."""
    profile = tmp_path_factory.mktemp("seeded") / "p"
    seed(profile, Amount(conversations=3000))
    return profile


async def test_which_of_a_few_conversations_a_saved_view_finds(store: Store, account: Account) -> None:
    """For a notification: what has just come is asked for, never the whole list."""
    found: list[int] = []
    for number, words in enumerate(("Refund my parcel", "A question", "Another refund"), 1):
        event = mention(str(number), words, author=make_profile(str(200 + number)), minutes=number)
        found += (await store.pages.save(account, make_page(event))).conversations
    kept, _ = await arrange(store, with_view((), view("Money", query="refund")))
    kept, _ = await arrange(store, with_view(kept, view("All", query="")))
    money, every = (one.id for one in kept)
    asked = frozenset({money, every, 99})
    told = await store.reads.in_saved_views(found[:2], asked, me="me")
    assert told == {money: frozenset({found[0]}), every: frozenset(found[:2])}
