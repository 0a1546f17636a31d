"""What people decide: done, logged, and undone exactly."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.triage import (
    AddNote,
    Assign,
    Priority,
    RemoveNote,
    SetLabel,
    SetMuted,
    SetPriority,
    SetRead,
    SetSpam,
    SetStatus,
    Snooze,
    Status,
    Together,
    TriageAction,
)
from scrm_desktop.domain.views import ConversationRow, Draft, InboxQuery, ItemKind, Mode, SidebarCounts
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from support.factories import NOW, Clock, at, make_page, mention


@pytest.fixture
async def conversations(store: Store, account: Account) -> tuple[int, ...]:
    """Three conversations; in the last one there are two messages."""
    events = [mention(str(n), minutes=n) for n in (1, 2, 3)]
    await store.pages.save(account, make_page(*events, mention("4", parent="3", key="post:3", minutes=4)))
    return tuple(sorted(await store.reads.conversation_ids(InboxQuery(), me="")))


async def line(store: Store, number: int) -> ConversationRow:
    return (await store.reads.conversation_rows([number]))[number]


async def test_every_action_is_undone_exactly(store: Store, account: Account, conversations: tuple[int, ...]) -> None:
    label, _ = await store.desk.add_label("Urgent", "red")
    await store.desk.triage(SetLabel(conversations=conversations[:1], label_id=label.id, on=True), actor="me")
    await store.desk.triage(SetRead(conversations=conversations[:1], read=True, up_to=at(1)), actor="me")
    actions: list[TriageAction] = [
        SetStatus(conversations=conversations, status=Status.DONE),
        SetRead(conversations=conversations, read=True),
        SetRead(conversations=conversations, read=False),
        SetLabel(conversations=conversations, label_id=label.id, on=True),
        SetLabel(conversations=conversations, label_id=label.id, on=False),
        Assign(conversations=conversations, assignee="me"),
        Assign(conversations=conversations, assignee=None),
        SetStatus(conversations=conversations, status=Status.PENDING),
        Snooze(conversations=conversations, until=NOW + timedelta(days=1)),
        Snooze(conversations=conversations),
        SetPriority(conversations=conversations, priority=Priority.URGENT),
        SetSpam(conversations=conversations, on=True),
        SetMuted(conversations=conversations, on=True),
    ]

    async def all_of_it() -> tuple[dict[int, ConversationRow], SidebarCounts]:
        return await store.reads.conversation_rows(conversations), await store.reads.counts(me="me")

    for action in actions:
        before = await all_of_it()
        _, undo = await store.desk.triage(action, actor="me")
        after = await all_of_it()
        _, redo = await store.desk.triage(undo, actor="me")
        assert await all_of_it() == before
        await store.desk.triage(redo, actor="me")
        assert await all_of_it() == after
        await store.desk.triage(undo, actor="me")


async def test_done_and_open_again(store: Store, conversations: tuple[int, ...]) -> None:
    changes, _ = await store.desk.triage(SetStatus(conversations=conversations[:2], status=Status.DONE), actor="me")
    assert changes.conversations == set(conversations[:2])
    counts = await store.reads.counts(me="me")
    assert (counts.open, counts.done, counts.needs_reply, counts.everything) == (1, 2, 1, 3)
    await store.desk.triage(SetStatus(conversations=conversations[:1], status=Status.OPEN), actor="me")
    assert (await line(store, conversations[0])).waiting_since == at(1)


async def test_read_and_unread(store: Store, conversations: tuple[int, ...]) -> None:
    last = conversations[2]
    assert (await line(store, last)).unread == 2
    await store.desk.triage(SetRead(conversations=(last,), read=True, up_to=at(3)), actor="me")
    assert (await line(store, last)).unread == 1
    await store.desk.triage(SetRead(conversations=(last,), read=True), actor="me")
    await store.desk.triage(SetRead(conversations=(last,), read=True, up_to=at(3)), actor="me")
    assert (await line(store, last)).unread == 0
    await store.desk.triage(SetRead(conversations=(last,), read=False), actor="me")
    assert (await line(store, last)).unread == 1
    assert (await store.reads.counts(me="")).unread == 3


async def test_history_can_be_marked_unread(store: Store, account: Account) -> None:
    await store.pages.save(account, make_page(mention("h", created_at=at(-60))), way="older")
    (number,) = await store.reads.conversation_ids(InboxQuery(), me="")
    assert (await line(store, number)).unread == 0
    await store.desk.triage(SetRead(conversations=(number,), read=False), actor="me")
    assert (await line(store, number)).unread == 1
    await store.desk.triage(SetRead(conversations=(number,), read=True), actor="me")
    assert (await line(store, number)).unread == 0


async def test_assigning_and_labels_show_in_list_and_counts(store: Store, conversations: tuple[int, ...]) -> None:
    label, changes = await store.desk.add_label("  Urgent ", "red")
    same, nothing = await store.desk.add_label("URGENT", "blue")
    assert changes.labels
    assert (same, bool(nothing)) == (label, False)
    await store.desk.triage(Assign(conversations=conversations[:1], assignee="Ola"), actor="me")
    await store.desk.triage(SetLabel(conversations=conversations[:1], label_id=label.id, on=True), actor="me")

    row = await line(store, conversations[0])
    assert (row.assignee, row.labels) == ("Ola", (label,))
    counts = await store.reads.counts(me="Ola")
    assert (counts.mine, counts.by_label) == (1, ((label.id, 1),))
    assert await store.desk.labels() == (label,)


async def test_notes_are_written_taken_away_and_put_back(
    store: Store, conversations: tuple[int, ...], clock: Clock
) -> None:
    number = conversations[0]

    async def notes() -> list[tuple[str, str]]:
        return [
            (item.text, item.actor) for item in (await store.reads.thread(number)).items if item.kind is ItemKind.NOTE
        ]

    _, remove = await store.desk.triage(AddNote(conversation=number, text="Call him <b>"), actor="Ola")
    assert isinstance(remove, RemoveNote)
    assert await notes() == [("Call him <b>", "Ola")]
    clock.forward(minutes=1)
    _, back = await store.desk.triage(remove, actor="Tom")
    assert await notes() == []
    await store.desk.triage(back, actor="Tom")
    assert await notes() == [("Call him <b>", "Ola")]
    assert [entry.kind for entry in await store.reads.events(number)] == ["noted", "note_removed", "noted"]


async def test_the_log_says_who_and_what_was_before_and_after(store: Store, conversations: tuple[int, ...]) -> None:
    await store.desk.triage(Assign(conversations=conversations, assignee="Ola"), actor="Tom")
    # Nothing changes, and so nothing is logged.
    await store.desk.triage(Assign(conversations=conversations, assignee="Ola"), actor="Tom")

    (entry,) = await store.reads.events(conversations[0])
    detail = json.loads(entry.detail)
    assert (entry.kind, entry.actor, entry.at) == ("assigned", "Tom", NOW)
    assert (detail["before"]["assignee"], detail["after"]["assignee"]) == (None, "Ola")
    items = (await store.reads.thread(conversations[0])).items
    assert [(item.event, item.event_detail, item.actor) for item in items if item.kind is ItemKind.EVENT] == [
        ("assigned", "Ola", "Tom")
    ]


async def test_the_log_can_only_grow(store: Store, account: Account) -> None:
    import sqlalchemy

    await store.desk.log("test", actor="me", account_id=account.id, detail={"a": 1})
    for statement in ("UPDATE events SET actor = 'x'", "DELETE FROM events"):
        with pytest.raises(sqlalchemy.exc.IntegrityError, match="append-only"):
            await store._writer.run(lambda db, text=statement: db.exec_driver_sql(text))  # type: ignore[misc]  # the trigger is what is tested
    assert (await store.reads.events(limit=1))[0].kind == "test"


async def test_a_draft_is_one_for_conversation_mode_and_account(
    store: Store, account: Account, conversations: tuple[int, ...]
) -> None:
    draft = Draft(
        conversation_id=conversations[0],
        mode=Mode.PUBLIC,
        account_id=account.id,
        text="half a",
        content_warning="cw",
        media=(("/tmp/ä.png", "a picture"),),
        answers="1",
        saved_at=NOW,
        token="t",
    )
    await store.desk.save_draft(draft)
    assert await store.desk.draft(conversations[0], Mode.PUBLIC, account.id) == draft
    assert await store.desk.draft(conversations[0], Mode.NOTE, account.id) is None
    assert await store.desk.draft(conversations[1], Mode.PUBLIC, account.id) is None

    empty = Draft(conversation_id=conversations[0], mode=Mode.PUBLIC, account_id=account.id, text=" ")
    await store.desk.save_draft(empty)
    assert await store.desk.draft(conversations[0], Mode.PUBLIC, account.id) is None


async def test_what_does_not_exist_is_said(store: Store, account: Account, conversations: tuple[int, ...]) -> None:
    wrong: list[TriageAction] = [
        SetStatus(conversations=(conversations[0], 99), status=Status.DONE),
        SetLabel(conversations=conversations, label_id=99, on=True),
        AddNote(conversation=99, text="x"),
        AddNote(conversation=conversations[0], text=" "),
        RemoveNote(conversation=conversations[0], note_id=99),
    ]
    for action in wrong:
        with pytest.raises(InputError):
            await store.desk.triage(action, actor="me")
    with pytest.raises(InputError):
        await store.desk.add_label(" ", "red")
    with pytest.raises(InputError):
        await store.desk.add_label("x", "#ff0000")
    assert (await line(store, conversations[0])).status is Status.OPEN


async def test_several_decisions_are_one_and_are_undone_as_one(store: Store, conversations: tuple[int, ...]) -> None:
    number = conversations[0]
    label, _ = await store.desk.add_label("Urgent", "red")
    before = await line(store, number)
    together = Together(
        actions=(
            SetLabel(conversations=(number,), label_id=label.id, on=True),
            AddNote(conversation=number, text="called"),
            Assign(conversations=(number,), assignee="Ola"),
            SetStatus(conversations=(number,), status=Status.DONE),
        )
    )
    changes, undo = await store.desk.triage(together, actor="me")
    after = await line(store, number)
    assert changes.conversations == {number}
    assert (after.status, after.assignee, after.labels) == (Status.DONE, "Ola", (label,))
    _, redo = await store.desk.triage(undo, actor="me")
    assert await line(store, number) == before
    assert not [item for item in (await store.reads.thread(number)).items if item.kind is ItemKind.NOTE]
    await store.desk.triage(redo, actor="me")
    assert await line(store, number) == after
    wrong = Together(
        actions=(
            Assign(conversations=(number,), assignee=None),
            SetLabel(conversations=(number,), label_id=99, on=True),
        )
    )
    with pytest.raises(InputError):
        await store.desk.triage(wrong, actor="me")
    assert await line(store, number) == after, "all or nothing"
