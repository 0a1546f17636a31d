"""Several conversations made one and taken apart again: nothing that was written is lost either way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.triage import (
    AddNote,
    Merge,
    SetLabel,
    SetStatus,
    Snooze,
    Status,
    TriageAction,
    Unmerge,
)
from scrm_desktop.domain.views import Draft, InboxQuery, Mode
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from scrm_desktop.store.repair import repair
from scrm_desktop.store.sql import execute, fetch
from support.factories import CONNECTED, Clock, at, make_login, make_page, make_profile, mention, own

ANNA, BERT = make_profile("11", display_name="Anna"), make_profile("12", display_name="Bert")
_EVERYTHING = (
    "SELECT * FROM conversations ORDER BY id",
    "SELECT * FROM conversation_labels ORDER BY 1, 2",
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


@pytest.fixture
async def two(store: Store, account: Account) -> tuple[int, int]:
    """Anna's conversation and Bert's, with all that people can put into them."""
    await store.pages.save(account, make_page(own("p", "Our post", minutes=0)))
    await store.pages.save(
        account,
        make_page(
            mention("1", "Anna asks", author=ANNA, parent="p", minutes=1),
            mention("2", "Bert asks", author=BERT, minutes=2),
            own("3", "To Bert", parent="2", parent_author="12", minutes=3),
            mention("4", "Bert again", author=BERT, parent="3", key="post:2", minutes=4),
        ),
    )
    ids = await store.reads.conversation_ids(InboxQuery(), me="")
    rows = await store.reads.conversation_rows(ids)
    keep, go = (next(one for one in ids if rows[one].person == name) for name in ("Anna", "Bert"))
    for number, name in ((keep, "kept"), (go, "gone")):
        label, _ = await store.desk.add_label(name, "red")
        await do(store, SetLabel(conversations=(number,), label_id=label.id, on=True))
        await do(store, AddNote(conversation=number, text=f"note {name}"))
        draft = Draft(conversation_id=number, mode=Mode.PUBLIC, account_id=account.id, text=f"draft {name}")
        await store.desk.save_draft(draft)
    command = SendMessage(text="on its way", visibility=Visibility.PUBLIC, in_reply_to="4")
    await store.outbox.add(account.id, go, command, key="k", actor="me")
    await do(store, Snooze(conversations=(go,), until=at(days=3)))
    return keep, go


async def test_everything_moves_and_the_log_tells_it(store: Store, two: tuple[int, int]) -> None:
    keep, go = two
    await do(store, Merge(into=keep, conversations=two))
    assert list(await store.reads.conversation_ids(InboxQuery(), me="")) == [keep]
    assert await words(store, keep) == ["Our post", "Anna asks", "Bert asks", "To Bert", "Bert again", "on its way"]
    row = (await store.reads.conversation_rows([keep]))[keep]
    assert ([label.name for label in row.labels], row.status, row.pending_outbox) == (
        ["kept", "gone"],
        Status.OPEN,
        True,
    )
    items = await store.reads.messages(go)
    assert {item.text for item in items if item.kind == "note"} == {"note kept", "note gone"}
    assert (items[-1].event, items[-1].event_detail, items[-1].actor) == ("merged", "2", "Ada")


async def test_pain_12_what_was_merged_by_mistake_is_taken_apart_exactly(store: Store, two: tuple[int, int]) -> None:
    before = await everything(store)
    undo = await do(store, Merge(into=two[0], conversations=two))
    after = await everything(store)
    redo = await do(store, undo)
    assert await everything(store) == before
    await do(store, redo)
    assert await everything(store) == after
    await do(store, Unmerge(conversation=two[1]))
    assert await everything(store) == before
    told = [item.event for item in await store.reads.messages(two[1]) if item.event]
    assert told[-1] == "unmerged"


async def test_what_came_since_goes_where_it_belongs(store: Store, account: Account, two: tuple[int, int]) -> None:
    keep, go = two
    await do(store, Merge(into=keep, conversations=two))
    await store.pages.save(
        account,
        make_page(
            mention("7", "Bert much later", author=BERT, parent="4", key="post:2", minutes=70),
            mention("8", "Anna much later", author=ANNA, parent="1", minutes=71),
        ),
        way="newer",
    )
    command = SendMessage(text="to Bert at last", visibility=Visibility.PUBLIC, in_reply_to="7")
    await store.outbox.add(account.id, keep, command, key="k2", actor="me")
    await do(store, AddNote(conversation=keep, text="since"))
    await do(store, SetStatus(conversations=(keep,), status=Status.PENDING))
    await do(store, Unmerge(conversation=keep))

    assert await words(store, keep) == ["Our post", "Anna asks", "Anna much later"]
    assert (await words(store, go))[:4] == ["Bert asks", "To Bert", "Bert again", "Bert much later"]
    assert set(await words(store, go)) >= {"on its way", "to Bert at last"}
    rows = await store.reads.conversation_rows([keep, go])
    # Bert wrote after his conversation was snoozed: it does not sleep on.
    assert (rows[keep].status, rows[go].status) == (Status.PENDING, Status.OPEN)
    assert "since" in [item.text for item in await store.reads.messages(keep)]


async def test_pain_12_an_answer_goes_to_whom_it_answers(store: Store, two: tuple[int, int]) -> None:
    await do(store, Merge(into=two[0], conversations=two))
    assert (await store.reads.reply_source(two[0], None)).contact.display_name == "Bert"
    assert (await store.reads.reply_source(two[0], "1")).contact.display_name == "Anna"


async def test_a_draft_written_since_the_merge_stays(store: Store, account: Account, two: tuple[int, int]) -> None:
    keep, go = two
    undo = await do(store, Merge(into=keep, conversations=two))
    merged = await store.desk.draft(keep, Mode.PUBLIC, account.id)
    assert merged is not None
    assert merged.text == "draft kept\n\ndraft gone"
    newer = Draft(conversation_id=keep, mode=Mode.PUBLIC, account_id=account.id, text="written since")
    await store.desk.save_draft(newer)
    await do(store, undo)
    texts = [await store.desk.draft(number, Mode.PUBLIC, account.id) for number in two]
    assert [draft.text if draft else None for draft in texts] == ["written since", "draft gone"]
    assert go == two[1]


async def test_three_are_merged_and_the_last_merge_is_taken_apart_first(
    store: Store, account: Account, two: tuple[int, int]
) -> None:
    keep, go = two
    await store.pages.save(account, make_page(mention("9", "Carl asks", author=make_profile("13"), minutes=9)))
    third = max(await store.reads.conversation_ids(InboxQuery(), me=""))
    start = await everything(store)
    await do(store, Merge(into=keep, conversations=(go,)))
    middle = await everything(store)
    await do(store, Merge(into=keep, conversations=(third,)))
    await do(store, Unmerge(conversation=keep))
    assert await everything(store) == middle
    await do(store, Unmerge(conversation=keep))
    assert await everything(store) == start
    with pytest.raises(InputError, match="no merge"):
        await do(store, Unmerge(conversation=keep))


async def test_what_can_not_be_merged(store: Store, account: Account, two: tuple[int, int]) -> None:
    with pytest.raises(InputError, match="two conversations"):
        await do(store, Merge(into=two[0], conversations=(two[0],)))
    other, _ = await store.accounts.add("mastodon", make_login("b@other.example", "9"), connected_at=CONNECTED)
    await store.pages.save(other, make_page(mention("1", "Elsewhere", minutes=9)))
    elsewhere = max(await store.reads.conversation_ids(InboxQuery(), me=""))
    with pytest.raises(InputError, match="different accounts"):
        await do(store, Merge(into=two[0], conversations=(elsewhere,)))
    with pytest.raises(InputError, match="no conversation"):
        await do(store, Merge(into=two[0], conversations=(999,)))


async def test_a_crash_between_the_databases_leaves_no_message_behind(store: Store, two: tuple[int, int]) -> None:
    keep, go = two
    await do(store, Merge(into=keep, conversations=two))
    await do(store, Unmerge(conversation=keep))
    wanted = await everything(store)
    writer = store.desk._writer
    await writer.run(
        lambda db: execute(db, "UPDATE messages SET conversation_id = ? WHERE conversation_id = ?", keep, go)
    )
    await writer.run(lambda db: execute(db, "DELETE FROM inbox WHERE conversation_id = ?", go))
    await writer.run(lambda db: repair(db, 0))
    assert await everything(store) == wanted


async def test_taken_apart_after_the_cache_was_lost(profile: Path, clock: Clock) -> None:
    store = Store.open(profile, clock=clock)
    account, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
    network = [
        own("p", "Our post", minutes=0),
        mention("1", "Anna asks", author=ANNA, parent="p", minutes=1),
        mention("2", "Bert asks", author=BERT, parent="p", minutes=2),
        own("3", "To Bert", parent="2", parent_author="12", minutes=3),
    ]
    await store.pages.save(account, make_page(*network))
    ids = await store.reads.conversation_ids(InboxQuery(), me="")
    rows = await store.reads.conversation_rows(ids)
    keep, go = (next(one for one in ids if rows[one].person == name) for name in ("Anna", "Bert"))
    await store.desk.triage(Merge(into=keep, conversations=(keep, go)), actor="Ada")
    store.close()
    for path in profile.glob("cache.sqlite*"):
        path.unlink()
    store = Store.open(profile, clock=clock)
    for one in [mention("0", "Carl asks", author=make_profile("13"), minutes=-5), *network[::-1]]:
        await store.pages.save(account, make_page(one), way="older")
    await store.desk.triage(Unmerge(conversation=keep), actor="Ada")
    assert await words(store, keep) == ["Our post", "Anna asks"]
    assert await words(store, go) == ["Our post", "Bert asks", "To Bert"]
    store.close()


async def test_a_merge_that_an_older_version_wrote_down_is_taken_apart(store: Store, two: tuple[int, int]) -> None:
    before = await everything(store)
    await do(store, Merge(into=two[0], conversations=two))
    writer = store.desk._writer
    ((text,),) = await writer.run(lambda db: fetch(db, "SELECT detail FROM events WHERE kind = 'merged'"))
    detail = json.loads(text)
    for part in (detail["before"], *detail["gone"], detail["after"]):
        remote = json.dumps(part.pop("remote"))
        rows = await writer.run(
            lambda db, remote=remote: fetch(
                db, "SELECT id FROM messages WHERE remote_id IN (SELECT value FROM json_each(?)) ORDER BY id", remote
            )
        )
        part |= {"messages": [row[0] for row in rows], "links": []}
    again = """INSERT INTO events (at, kind, actor, conversation_id, detail)
        SELECT at, kind, actor, conversation_id, ? FROM events WHERE kind = 'merged'"""
    await writer.run(lambda db: execute(db, again, json.dumps(detail)))
    await do(store, Unmerge(conversation=two[0]))
    assert await everything(store) == before
