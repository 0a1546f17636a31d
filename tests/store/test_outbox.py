"""A command is a row before it is a request, and every state of it stands in the conversation."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import (
    Command,
    Deed,
    DoDeed,
    EditMessage,
    Fence,
    MediaFile,
    OutboxRow,
    OutboxState,
    Outcome,
    ReportPerson,
    SendMessage,
)
from scrm_desktop.domain.messages import Moderation, Reaction, Visibility
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import ConversationRow, Draft, InboxQuery, Mode, ThreadItem
from scrm_desktop.errors import InputError, NoAnswer
from scrm_desktop.store import Store
from support.factories import NOW, Clock, at, make_message, make_page, mention, own

FENCE = Fence(newest_own_id="40", at=NOW)


def answer(text: str = "We will look.", parent: str = "1") -> SendMessage:
    return SendMessage(text=text, visibility=Visibility.PUBLIC, in_reply_to=parent)


@pytest.fixture
async def conversation(store: Store, account: Account) -> int:
    """A conversation in which somebody waits."""
    changes = await store.pages.save(account, make_page(mention("1", minutes=1)))
    (number,) = changes.conversations
    return number


async def queue(store: Store, account: Account, conversation: int | None, text: str = "x", **rest: object) -> OutboxRow:
    key = f"key {len(await store.outbox.list(finished=True))}"
    row, _ = await store.outbox.add(account.id, conversation, answer(text), key=key, actor="me", **rest)  # type: ignore[arg-type]
    return row


async def line(store: Store, conversation: int) -> ConversationRow:
    return (await store.reads.conversation_rows([conversation]))[conversation]


async def ours(store: Store, conversation: int) -> list[ThreadItem]:
    return [item for item in await store.reads.messages(conversation) if item.state is not None]


async def test_a_queued_answer_is_a_bubble_and_nobody_waits(
    store: Store, account: Account, conversation: int, clock: Clock
) -> None:
    draft = Draft(conversation_id=conversation, mode=Mode.PUBLIC, account_id=account.id, text="We will look.")
    await store.desk.save_draft(draft)
    row, changes = await store.outbox.add(account.id, conversation, answer(), key="k", actor="Ola", consume=Mode.PUBLIC)

    assert (changes.outbox, changes.conversations) == ({row.id}, {conversation})
    (bubble,) = await ours(store, conversation)
    assert (bubble.key, bubble.text, bubble.state, bubble.actor) == (f"o:{row.id}", "We will look.", row.state, "Ola")
    assert bubble.author is not None
    assert bubble.author.handle == account.handle
    found = await line(store, conversation)
    assert (found.waiting_since, found.last_text, found.last_own) == (None, "We will look.", True)
    assert (found.pending_outbox, found.failed_outbox, found.last_at) == (True, False, clock.now)
    assert await store.desk.draft(conversation, Mode.PUBLIC, account.id) is None
    assert (await store.reads.counts(me="")).outbox == 1


async def test_a_customer_who_writes_again_while_the_answer_waits_waits_again(
    store: Store, account: Account, conversation: int
) -> None:
    await queue(store, account, conversation)
    # Written before our row by our own clock; it is new all the same.
    await store.pages.save(account, make_page(mention("2", parent="1", key="post:1", minutes=2)))
    assert (await line(store, conversation)).waiting_since == at(2)


async def test_an_answer_that_failed_leaves_the_customer_waiting(
    store: Store, account: Account, conversation: int
) -> None:
    row = await queue(store, account, conversation)
    await store.outbox.begin(row.id, FENCE)
    await store.outbox.settle(row.id, OutboxState.FAILED, error=InputError("Too long."))

    found = await line(store, conversation)
    assert (found.waiting_since, found.failed_outbox, found.pending_outbox) == (at(1), True, False)
    (bubble,) = await ours(store, conversation)
    assert (bubble.state, bubble.error, bubble.error_code) == (OutboxState.FAILED, "Too long.", "InputError")
    counts = await store.reads.counts(me="")
    assert (counts.outbox, counts.failed, counts.needs_reply) == (1, 1, 1)


@pytest.mark.parametrize("echo_first", [True, False])
async def test_the_echo_is_the_same_bubble_whichever_comes_first(
    store: Store, account: Account, conversation: int, echo_first: bool
) -> None:
    row = await queue(store, account, conversation, "We will look.")
    await store.outbox.begin(row.id, FENCE)
    echo = make_message("50", "We will look.", own=True, parent="1", parent_author="100", minutes=8)
    page = make_page(own("50", "We will look.", parent="1", minutes=8))
    if echo_first:
        await store.pages.save(account, page)
    await store.outbox.sent(row.id, Outcome(remote_id="50", message=echo))
    await store.pages.save(account, page)

    (bubble,) = await ours(store, conversation)
    assert (bubble.key, bubble.remote_id, bubble.state) == (f"o:{row.id}", "50", OutboxState.SENT)
    assert (bubble.actor, bubble.at) == ("me", at(8))
    found = await line(store, conversation)
    assert (found.waiting_since, found.pending_outbox, found.last_at) == (None, False, at(8))


async def test_what_was_sent_without_an_echo_stays_a_bubble(store: Store, account: Account, conversation: int) -> None:
    row = await queue(store, account, conversation, "Sent blind.")
    await store.outbox.begin(row.id, FENCE)
    await store.outbox.sent(row.id, Outcome(remote_id="50"))

    (bubble,) = await ours(store, conversation)
    assert (bubble.key, bubble.state, bubble.remote_id) == (f"o:{row.id}", OutboxState.SENT, "50")
    assert (await line(store, conversation)).waiting_since is None


async def test_a_private_answer_stays_in_its_conversation(store: Store, account: Account, conversation: int) -> None:
    command = SendMessage(text="In private.", visibility=Visibility.DIRECT, to_profile="100")
    row, _ = await store.outbox.add(account.id, conversation, command, key="k", actor="me")
    await store.outbox.begin(row.id, FENCE)
    echo = make_message("50", "In private.", own=True, visibility=Visibility.DIRECT, minutes=8)
    await store.outbox.sent(row.id, Outcome(remote_id="50", message=echo))
    await store.pages.save(account, make_page(own("50", "In private.", visibility=Visibility.DIRECT, minutes=8)))
    await store.pages.save(account, make_page(mention("51", "Thanks", parent="50", key="post:51", minutes=9)))

    assert [item.remote_id for item in await store.reads.messages(conversation)] == ["1", "50", "51"]
    assert len(await store.reads.conversation_ids(InboxQuery(), me="")) == 1


async def test_the_same_key_is_the_same_row(store: Store, account: Account, conversation: int) -> None:
    first, second = await asyncio.gather(
        *(store.outbox.add(account.id, conversation, answer(), key="k", actor="me") for _ in range(2))
    )
    assert first[0] == second[0]
    assert len(await store.outbox.list()) == 1


async def test_a_try_keeps_the_first_fence_and_counts(store: Store, account: Account, conversation: int) -> None:
    row = await queue(store, account, conversation)
    begun = await store.outbox.begin(row.id, FENCE)
    assert (begun.state, begun.tries, begun.fence) == (OutboxState.SENDING, 1, FENCE)
    with pytest.raises(InputError):
        await store.outbox.begin(row.id, FENCE)

    await store.outbox.settle(row.id, OutboxState.UNCONFIRMED, error=NoAnswer(host="brand.example"))
    again = await store.outbox.begin(row.id, Fence(newest_own_id=None, at=at(99)))
    assert (again.tries, again.fence) == (2, FENCE)


async def test_an_empty_fence_is_a_fence(store: Store, account: Account) -> None:
    row = await queue(store, account, None)
    begun = await store.outbox.begin(row.id, Fence(newest_own_id=None, at=NOW))
    assert begun.fence == Fence(newest_own_id=None, at=NOW)


async def test_an_unsettled_row_holds_back_the_later_ones_of_its_conversation(
    store: Store, account: Account, conversation: int
) -> None:
    first = await queue(store, account, conversation, "1")
    second = await queue(store, account, conversation, "2")
    other = await queue(store, account, None, "elsewhere")

    async def due() -> list[int]:
        return [row.id for row in await store.outbox.due(account.id, NOW)]

    assert await due() == [first.id, second.id, other.id]
    await store.outbox.begin(first.id, FENCE)
    assert await due() == [other.id]
    await store.outbox.settle(first.id, OutboxState.UNCONFIRMED)
    assert await due() == [other.id]
    await store.outbox.settle(first.id, OutboxState.QUEUED, not_before=at(10_000))
    assert await due() == [other.id]
    await store.outbox.settle(first.id, OutboxState.FAILED)
    assert await due() == [second.id, other.id]


async def test_next_due_is_the_first_time_at_which_something_may_leave(
    store: Store, account: Account, conversation: int
) -> None:
    assert await store.outbox.next_due(account.id) is None
    first = await queue(store, account, conversation, not_before=at(10_000))
    await queue(store, account, conversation)
    assert await store.outbox.next_due(account.id) == at(10_000)
    await store.outbox.settle(first.id, OutboxState.UNCONFIRMED)
    assert await store.outbox.next_due(account.id) is None
    await store.outbox.settle(first.id, OutboxState.FAILED)
    assert await store.outbox.next_due(account.id) == NOW


async def test_what_was_leaving_when_the_program_ended_is_unconfirmed(
    store: Store, account: Account, conversation: int
) -> None:
    row = await queue(store, account, conversation)
    await store.outbox.begin(row.id, FENCE)
    changes = await store.outbox.recover()
    assert changes.outbox == {row.id}
    assert [one.id for one in await store.outbox.in_state(account.id, OutboxState.UNCONFIRMED)] == [row.id]
    assert not await store.outbox.recover()


async def test_taking_back(store: Store, account: Account, conversation: int) -> None:
    row = await queue(store, account, conversation, "wait")
    cancelled, changes = await store.outbox.cancel(row.id)
    assert (cancelled.state, changes.conversations) == (OutboxState.CANCELLED, {conversation})
    assert (await line(store, conversation)).waiting_since == at(1)
    assert await ours(store, conversation) == []
    assert await store.outbox.list() == ()
    assert [one.id for one in await store.outbox.list(finished=True)] == [row.id]
    with pytest.raises(InputError):
        await store.outbox.begin(row.id, FENCE)
    assert not await store.outbox.settle(row.id, OutboxState.QUEUED)

    leaving = await queue(store, account, conversation, "gone")
    await store.outbox.begin(leaving.id, FENCE)
    with pytest.raises(InputError, match="can't be taken back"):
        await store.outbox.cancel(leaving.id)


async def test_an_uploaded_file_is_remembered(store: Store, account: Account) -> None:
    media = tuple(MediaFile(path=f"/p/{n}", mime="image/png", name=f"{n}.png", description="é") for n in range(2))
    command = SendMessage(text="", visibility=Visibility.PUBLIC, media=media)
    row, _ = await store.outbox.add(account.id, None, command, key="k", actor="me")
    await store.outbox.uploaded(row.id, 1, "media 9")

    found = await store.outbox.get(row.id)
    assert found is not None
    assert isinstance(found.command, SendMessage)
    assert [one.remote_id for one in found.command.media] == ["", "media 9"]
    with pytest.raises(InputError):
        await store.outbox.uploaded(row.id, 2, "no such file")


@pytest.mark.parametrize(
    "command",
    [
        SendMessage(
            text="a\nb ‚Äô", visibility=Visibility.UNLISTED, in_reply_to="1", content_warning="cw", language="fr"
        ),
        EditMessage(remote_id="1", text="better", content_warning="cw"),
        DoDeed(deed=Deed.BLOCK, target="100"),
        ReportPerson(profile_id="100", message_ids=("1", "2"), comment="spam", category="spam", forward=True),
    ],
)
async def test_a_command_comes_back_as_it_was(store: Store, account: Account, command: Command) -> None:
    row, _ = await store.outbox.add(account.id, None, command, key="k", actor="me", state=OutboxState.HELD)
    assert row.command == command
    assert (await store.outbox.get(row.id)) == row


async def test_deeds_show_at_once_what_they_did(store: Store, account: Account, conversation: int) -> None:
    async def do(deed: Deed) -> ThreadItem:
        row, _ = await store.outbox.add(
            account.id, conversation, DoDeed(deed=deed, target="1"), key=deed.value, actor="me"
        )
        await store.outbox.begin(row.id, FENCE)
        changes = await store.outbox.sent(row.id, Outcome(remote_id="1"))
        assert conversation in changes.conversations
        return next(item for item in await store.reads.messages(conversation) if item.remote_id == "1")

    liked = await do(Deed.FAVOURITE)
    assert (liked.favourited, liked.favourites) == (True, 1)
    unliked = await do(Deed.UNFAVOURITE)
    assert (unliked.favourited, unliked.favourites) == (False, 0)
    assert (await do(Deed.BOOST)).boosted
    assert (await do(Deed.DELETE)).deleted_at == NOW


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (DoDeed(deed=Deed.MUTE, target="100"), "person_muted"),
        (DoDeed(deed=Deed.UNBLOCK, target="100"), "person_unblocked"),
        (ReportPerson(profile_id="100"), "person_reported"),
    ],
)
async def test_the_thread_tells_what_was_done_to_a_person(
    store: Store, account: Account, conversation: int, command: Command, told: str
) -> None:
    row, _ = await store.outbox.add(account.id, conversation, command, key="k", actor="Nadia")
    await store.outbox.begin(row.id, FENCE)
    changes = await store.outbox.sent(row.id, Outcome(remote_id="100"))
    assert conversation in changes.conversations
    page = await store.reads.thread(conversation)
    assert [(item.event, item.actor) for item in page.items if item.event] == [(told, "Nadia")]


async def test_moderation_and_emoji_show_at_once(store: Store, account: Account, conversation: int) -> None:
    async def do(deed: Deed, value: str = "") -> ThreadItem:
        command = DoDeed(deed=deed, target="1", value=value)
        row, _ = await store.outbox.add(account.id, conversation, command, key=f"{deed} {value}", actor="me")
        await store.outbox.begin(row.id, FENCE)
        await store.outbox.sent(row.id, Outcome(remote_id="1"))
        return next(item for item in await store.reads.messages(conversation) if item.remote_id == "1")

    assert (await do(Deed.UNAPPROVE)).moderation is Moderation.HELD
    assert (await do(Deed.SPAM)).moderation is Moderation.SPAM
    assert (await do(Deed.REACT, "👍")).emoji == (Reaction(emoji="👍", mine=True),)
    both = await do(Deed.REACT, "❤")
    assert both.moderation is Moderation.SPAM
    assert [one.emoji for one in both.emoji] == ["👍", "❤"]
    assert [one.emoji for one in (await do(Deed.UNREACT, "👍")).emoji] == ["❤"]
    assert (await do(Deed.APPROVE)).moderation is Moderation.NONE


async def test_what_only_some_networks_say_comes_back(store: Store, account: Account) -> None:
    told = mention("9", "Broken lamp\nIt arrived in pieces.")
    said = replace(
        told.message,
        subject="Broken lamp",
        quoted="> your order",
        notice="A part can't be shown.",
        moderation=Moderation.HELD,
        reactions=(Reaction(emoji="🙏", count=3),),
    )
    await store.pages.save(account, make_page(replace(told, message=said)))
    (number,) = await store.reads.conversation_ids(InboxQuery(), me="")
    (item,) = [one for one in await store.reads.messages(number) if one.remote_id == "9"]
    assert (item.subject, item.quoted, item.notice) == (said.subject, said.quoted, said.notice)
    assert (item.moderation, item.emoji) == (said.moderation, said.reactions)
    source = await store.reads.reply_source(number, None)
    assert source.message is not None
    assert source.message.subject == "Broken lamp"


async def test_an_edit_shows_at_once_and_keeps_what_stood_before(
    store: Store, account: Account, conversation: int, clock: Clock
) -> None:
    await store.pages.save(account, make_page(own("2", "Helo", parent="1", minutes=2)))
    row, _ = await store.outbox.add(
        account.id, conversation, EditMessage(remote_id="2", text="Hello"), key="k", actor="me"
    )
    await store.outbox.sent(row.id, Outcome(remote_id="2"))

    (item,) = await ours(store, conversation)
    assert (item.text, item.edited_at, [one.text for one in item.versions]) == ("Hello", clock.now, ["Helo"])


async def test_what_does_not_exist_is_said(store: Store, account: Account) -> None:
    assert await store.outbox.get(99) is None
    for wrong in (
        store.outbox.begin(99, FENCE),
        store.outbox.cancel(99),
        store.outbox.add(99, None, answer(), key="k", actor="me"),
        store.outbox.add(account.id, 99, answer(), key="k", actor="me"),
    ):
        with pytest.raises(InputError, match="99"):
            await wrong


async def test_answering_what_was_imported_takes_it_up_and_leaves_it_open(store: Store, account: Account) -> None:
    """A customer of last week still waits; our answer is not the end that history would have made of it."""
    changes = await store.pages.save(
        account, make_page(mention("1", minutes=-600)), stream="notifications", way="older"
    )
    (imported,) = changes.conversations
    row = await queue(store, account, imported)
    await store.outbox.begin(row.id, FENCE)
    echo = make_message("2", "x", own=True, parent="1", minutes=5)
    await store.outbox.sent(row.id, Outcome(remote_id="2", message=echo))

    found = await line(store, imported)
    assert (found.status, found.waiting_since) == (Status.OPEN, None)


async def test_a_person_who_wants_it_to_leave_makes_it_young_again(
    store: Store, account: Account, conversation: int, clock: Clock
) -> None:
    row = await queue(store, account, conversation, not_before=at(minutes=90))
    assert row.wanted_at is None
    await store.outbox.settle(row.id, OutboxState.HELD, error=NoAnswer(host="x"))
    clock.now = at(minutes=60)
    assert row.id in (await store.outbox.release(row.id)).outbox
    (due,) = await store.outbox.due(account.id, at(minutes=60))
    assert (due.id, due.wanted_at, due.created_at, due.error) == (row.id, at(minutes=60), row.created_at, "")


async def test_what_was_taken_back_is_not_released(store: Store, account: Account, conversation: int) -> None:
    row = await queue(store, account, conversation)
    await store.outbox.cancel(row.id)
    assert not await store.outbox.release(row.id)
    stored = await store.outbox.get(row.id)
    assert stored is not None
    assert (stored.state, stored.wanted_at) == (OutboxState.CANCELLED, None)


async def test_a_held_scheduled_reply_answers_nobody(store: Store, account: Account, conversation: int) -> None:
    row = await queue(store, account, conversation, scheduled_at=at(10_000))
    assert (await line(store, conversation)).waiting_since is None
    changes = await store.pages.save(account, make_page(mention("2", parent="1", key="post:1", minutes=2)))
    assert changes.outbox == {row.id}
    found = await line(store, conversation)
    # Since the first question, not the last: nobody loses a place in the queue by writing again.
    assert (found.waiting_since, found.reply_held, found.last_own) == (at(1), True, False)
    (bubble,) = await ours(store, conversation)
    assert (bubble.state, bubble.error_code, bubble.at) == (OutboxState.HELD, "WroteFirst", at(10_000))


async def test_what_was_seen_when_it_was_planned_holds_nothing(
    store: Store, account: Account, conversation: int
) -> None:
    await queue(store, account, conversation, scheduled_at=at(10_000))
    changes = await store.pages.save(account, make_page(mention("1", minutes=1)))
    assert not changes.outbox
    assert (await line(store, conversation)).scheduled_at == at(10_000)


async def test_planned_bubbles_stand_below_what_was_said_and_can_be_paged(
    store: Store, account: Account, conversation: int
) -> None:
    row = await queue(store, account, conversation, scheduled_at=at(10_000))
    page = await store.reads.thread(conversation, limit=1)
    assert ([item.key for item in page.items], page.older) == ([f"o:{row.id}"], True)
    older = await store.reads.thread(conversation, before=f"o:{row.id}", limit=5)
    assert [item.remote_id for item in older.items] == ["1"]
