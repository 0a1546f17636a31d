"""Very many at once: the same as one by one, told in every thread, undone whole."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scrm_desktop.domain.triage import (
    Assign,
    Outcome,
    Priority,
    RestoreMany,
    SetLabel,
    SetMuted,
    SetPriority,
    SetRead,
    SetSpam,
    SetStatus,
    Snooze,
    StateAction,
    Status,
)
from scrm_desktop.domain.views import InboxQuery
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from scrm_desktop.store.sql import fetch
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.tallies import recount
from scrm_desktop.store.writing import triage as writing
from support.factories import CONNECTED, Clock, at, make_login, make_page, make_profile, mention, own

MANY = 80
_ROWS = "SELECT * FROM conversations ORDER BY id"
_WORN = "SELECT * FROM conversation_labels ORDER BY 1, 2"
_LIST = "SELECT * FROM inbox ORDER BY conversation_id"
_TALLIES = "SELECT * FROM tallies WHERE number <> 0 ORDER BY 1, 2"

ACTIONS: dict[str, Callable[[tuple[int, ...]], StateAction]] = {
    "label": lambda ids: SetLabel(conversations=ids, label_id=1, on=True),
    "unlabel": lambda ids: SetLabel(conversations=ids, label_id=1, on=False),
    "assign": lambda ids: Assign(conversations=ids, assignee="Ada"),
    "unassign": lambda ids: Assign(conversations=ids, assignee=None),
    "priority": lambda ids: SetPriority(conversations=ids, priority=Priority.HIGH),
    "read": lambda ids: SetRead(conversations=ids, read=True),
    "read up to": lambda ids: SetRead(conversations=ids, read=True, up_to=at(30)),
    "unread": lambda ids: SetRead(conversations=ids, read=False),
    "done": lambda ids: SetStatus(conversations=ids, status=Status.DONE),
    "pending": lambda ids: SetStatus(conversations=ids, status=Status.PENDING),
    "snoozed": lambda ids: SetStatus(conversations=ids, status=Status.SNOOZED),
    "open": lambda ids: SetStatus(conversations=ids, status=Status.OPEN),
    "snooze": lambda ids: Snooze(conversations=ids, until=at(days=9)),
    "snooze until they write": lambda ids: Snooze(conversations=ids),
    "spam": lambda ids: SetSpam(conversations=ids, on=True),
    "no spam": lambda ids: SetSpam(conversations=ids, on=False),
    "mute": lambda ids: SetMuted(conversations=ids, on=True),
    "unmute": lambda ids: SetMuted(conversations=ids, on=False),
}


async def all_of(store: Store, *statements: str) -> list[list[tuple[Any, ...]]]:
    writer = store.desk._writer
    return [await writer.run(lambda db, statement=statement: fetch(db, statement)) for statement in statements]


async def fill(store: Store) -> tuple[int, ...]:
    """Conversations in every state that there is."""
    account, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
    events: list[Any] = []
    for number in range(MANY):
        who = make_profile(str(1000 + number))
        asked = at(-60 * number) if number % 7 == 0 else at(number)
        events.append(mention(f"a{number}", author=who, created_at=asked))
        if number % 3 == 0:
            events.append(own(f"b{number}", parent=f"a{number}", parent_author=who.remote_id, minutes=number + 2))
        if number % 4 == 0:
            rest: dict[str, Any] = {"author": who, "parent": f"a{number}", "key": f"post:a{number}"}
            events.append(mention(f"c{number}", minutes=number + 4, **rest))
    await store.pages.save(account, make_page(*events))
    await store.desk.add_label("one", "red")
    await store.desk.add_label("two", "blue")
    ids = tuple(sorted(await store.reads.conversation_ids(InboxQuery(), me="")))
    chance = random.Random(3)
    for action in ACTIONS.values():
        await store.desk.triage(action(tuple(chance.sample(ids, 9))), actor="me")
    other = SetLabel(conversations=tuple(chance.sample(ids, 20)), label_id=2, on=True)
    await store.desk.triage(other, actor="me")
    return ids


@pytest.fixture
async def pair(tmp_path: Path) -> Any:
    """Two stores with the same in them."""
    stores = [Store.open(tmp_path / name, clock=Clock()) for name in ("one", "two")]
    ids = [await fill(store) for store in stores]
    assert ids[0] == ids[1]
    yield (*stores, ids[0])
    for store in stores:
        store.close()


@pytest.mark.parametrize("name", ACTIONS)
async def test_many_at_once_come_out_as_one_by_one(
    pair: tuple[Store, Store, tuple[int, ...]], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, many, ids = pair
    everything = (_ROWS, _WORN, _LIST, _TALLIES)
    before = await all_of(many, *everything)
    action = ACTIONS[name](ids)
    changes, undo = await many.desk.triage(action, actor="me")
    assert isinstance(undo, RestoreMany)
    monkeypatch.setattr(writing, "FEW", MANY)
    await one.desk.triage(action, actor="me")
    after = await all_of(many, *everything)
    wanted = await all_of(one, *everything)
    # Who only repeats what was decided already decides nothing new in bulk.
    assert without_undecided(after[0]) == without_undecided(wanted[0])
    assert after[1:] == wanted[1:]
    assert changes.conversations == set(undo.conversations)

    _, redo = await many.desk.triage(undo, actor="me")
    assert await all_of(many, *everything) == before
    await many.desk.triage(redo, actor="me")
    assert await all_of(many, *everything) == after
    writer = many.desk._writer
    await writer.run(lambda db: refresh(db, ids, 0))
    await writer.run(recount)
    assert await all_of(many, _LIST, _TALLIES) == after[2:]


def without_undecided(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [(*row[:8], *row[9:]) for row in rows]


async def test_pain_31_every_thread_tells_what_was_done_to_all(pair: tuple[Store, Store, tuple[int, ...]]) -> None:
    _, store, ids = pair
    await store.desk.triage(SetStatus(conversations=ids, status=Status.OPEN), actor="Ada")
    _, undo = await store.desk.triage(SetStatus(conversations=ids, status=Status.DONE), actor="Ada")
    ends: set[str] = set()
    rows = await store.reads.conversation_rows(ids)
    for number in ids:
        told = [item for item in await store.reads.messages(number) if item.event]
        assert (told[-1].event, told[-1].actor) == ("done", "Ada")
        assert (told[-1].event_detail == "no_action") is (rows[number].outcome is Outcome.NO_ACTION)
        assert (await store.reads.events(number, 1))[0].kind == "done"
        ends.add(told[-1].event_detail)
    assert ends == {"", "no_action"}
    page = await store.reads.thread(ids[0], before=told_key(await store.reads.messages(ids[0])))
    assert page.items
    await store.desk.triage(undo, actor="Ada")
    assert [item.event for item in await store.reads.messages(ids[3])][-2:] == ["done", "undone"]


def told_key(items: Any) -> str:
    return next(item.key for item in reversed(items) if item.event)


async def test_what_does_not_exist_is_left_out_and_what_changes_nothing_is_not_told(
    pair: tuple[Store, Store, tuple[int, ...]],
) -> None:
    _, store, ids = pair
    await store.desk.triage(Assign(conversations=(*ids, 9999), assignee="Ada"), actor="me")
    before = [len(await store.reads.events(number)) for number in ids]
    changes, _ = await store.desk.triage(Assign(conversations=ids, assignee="Ada"), actor="me")
    assert not changes
    assert [len(await store.reads.events(number)) for number in ids] == before
    with pytest.raises(InputError):
        await store.desk.triage(SetLabel(conversations=ids, label_id=99, on=True), actor="me")
    _, undo = await store.desk.triage(Assign(conversations=ids, assignee="Eve"), actor="me")
    assert isinstance(undo, RestoreMany)
    with pytest.raises(InputError, match="put back"):
        await store.desk.triage(replace(undo, entry=1), actor="me")
