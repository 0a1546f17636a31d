"""Pains 12 and 32 of our comparison, in the store: threads mixed, and a queue that is re-ordered by anything."""

from __future__ import annotations

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.triage import AddNote, Assign, Priority, SetLabel, SetPriority, SetRead
from scrm_desktop.domain.views import InboxQuery, Sort
from scrm_desktop.store import Store
from support.factories import make_page, make_profile, mention, own


async def _one(store: Store, account: Account, event: object) -> int:
    (number,) = (await store.pages.save(account, make_page(event))).conversations
    return number


@pytest.mark.parametrize(
    "words", ["Re: conversation #1", "@customer201@shop.example", "https://brand.example/@support/1"]
)
async def test_pain_12_naming_another_conversation_does_not_lead_into_it(
    store: Store, account: Account, words: str
) -> None:
    """In other products anybody who writes Ticket#1234 lands in that ticket."""
    theirs = await _one(store, account, mention("1", "My address is …", author=make_profile("201"), minutes=1))
    stranger = mention("2", f"{words} what did they say?", author=make_profile("666"), minutes=2)
    assert await _one(store, account, stranger) != theirs
    page = await store.reads.thread(theirs)
    assert [item.author.handle for item in page.items if item.author] == ["customer201@shop.example"]


async def test_pain_12_an_answer_reaches_who_was_answered_and_nobody_else(store: Store, account: Account) -> None:
    """Two customers under one post of ours: each has a conversation, and an answer to one never names the other."""
    await store.pages.save(account, make_page(own("10", "We are closed on Monday", minutes=1)))
    why = mention("11", "Why?", author=make_profile("201"), parent="10", minutes=2)
    tuesday = mention("12", "And Tuesday?", author=make_profile("202"), parent="10", minutes=3)
    first, second = await _one(store, account, why), await _one(store, account, tuesday)
    assert first != second
    for number, handle in ((first, "customer201"), (second, "customer202")):
        source = await store.reads.reply_source(number, None)
        assert source.contact.handle == f"{handle}@shop.example"
        others = await store.reads.messages(number)
        assert not [one for one in others if one.author and one.author.handle.startswith(("customer201", "customer202"))
                    and not one.author.handle.startswith(handle)]  # fmt: skip


async def test_pain_32_only_a_message_moves_a_conversation_up(store: Store, account: Account) -> None:
    """Sorted by the last message, never by the last activity: a note or a label is no news of the customer's."""
    old = await _one(store, account, mention("1", "First", author=make_profile("201"), minutes=1))
    new = await _one(store, account, mention("2", "Second", author=make_profile("202"), minutes=2))
    label, _ = await store.desk.add_label("vip", "green")
    for action in (
        AddNote(conversation=old, text="called her"),
        SetLabel(conversations=(old,), label_id=label.id, on=True),
        Assign(conversations=(old,), assignee="Ola"),
    ):
        await store.desk.triage(action, actor="me")
    assert list(await store.reads.conversation_ids(InboxQuery(sort=Sort.NEWEST), me="me")) == [new, old]
    assert list(await store.reads.conversation_ids(InboxQuery(sort=Sort.WAITING), me="me")) == [old, new]
    await store.desk.triage(SetPriority(conversations=(new,), priority=Priority.HIGH), actor="me")
    assert list(await store.reads.conversation_ids(InboxQuery(sort=Sort.WAITING), me="me")) == [old, new]


async def test_pain_32_unread_and_unanswered_are_two_things(store: Store, account: Account) -> None:
    """What was read is still unanswered; what was answered elsewhere is neither."""
    read = await _one(store, account, mention("1", "First", author=make_profile("201"), minutes=1))
    answered = await _one(store, account, mention("2", "Second", author=make_profile("202"), minutes=2))
    await store.desk.triage(SetRead(conversations=(read,), read=True), actor="me")
    await store.pages.save(account, make_page(own("9", "Done", parent="2", minutes=9)))
    assert list(await store.reads.conversation_ids(InboxQuery(unread=True), me="me")) == [answered]
    assert list(await store.reads.conversation_ids(InboxQuery(needs_reply=True), me="me")) == [read]
