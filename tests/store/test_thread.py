"""A thread in windows: nothing twice, nothing left out, however long or strange it is."""

from __future__ import annotations

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.events import EngagementKind
from scrm_desktop.domain.messages import (
    AttachmentKind,
    CustomEmoji,
    Mention,
    Poll,
    PollOption,
    RemoteAttachment,
    Visibility,
)
from scrm_desktop.domain.triage import AddNote, Assign, SetStatus, Status
from scrm_desktop.domain.views import InboxQuery, ItemKind, ThreadItem
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from support.factories import Clock, at, context, engagement, gone, make_page, make_profile, mention, own


async def only(store: Store) -> int:
    (number,) = await store.reads.conversation_ids(InboxQuery(), me="")
    return number


async def by_windows(store: Store, number: int, limit: int) -> list[ThreadItem]:
    """The whole thread, read window by window from its end."""
    items: list[ThreadItem] = []
    before: str | None = None
    while True:
        page = await store.reads.thread(number, before=before, limit=limit)
        assert page.newer is (before is not None)
        items = [*page.items, *items]
        if not page.older:
            return items
        before = page.items[0].key


async def test_windows_put_together_are_the_whole(store: Store, account: Account, clock: Clock) -> None:
    events = [own("p", "post", minutes=0), mention("0", parent="p", minutes=1)]
    events += [mention(str(n), parent=str(n - 1), key="post:0", minutes=1 + n // 3) for n in range(1, 60)]
    await store.pages.save(account, make_page(*events))
    number = await only(store)
    for minutes in (5, 5, 12):
        clock.now = at(minutes)
        await store.desk.triage(AddNote(conversation=number, text=f"note {minutes}"), actor="me")
        await store.desk.triage(Assign(conversations=(number,), assignee=f"{minutes}"), actor="me")
        command = SendMessage(text="x", visibility=Visibility.PUBLIC)
        await store.outbox.add(account.id, number, command, key=f"{minutes} {clock.now} {id(command)}", actor="me")

    whole = list(await store.reads.messages(number))
    assert len({item.key for item in whole}) == len(whole)
    assert [item.at for item in whole] == sorted(item.at for item in whole)
    assert sum(item.kind is ItemKind.MESSAGE for item in whole) == 61 + 3
    for limit in (1, 2, 7, 200):
        assert await by_windows(store, number, limit) == whole
    page = await store.reads.thread(number)
    assert (page.total, page.older, page.newer, page.conversation_id) == (len(whole), False, False, number)


async def test_an_item_that_is_not_there_is_said(store: Store, account: Account) -> None:
    await store.pages.save(account, make_page(mention("1")))
    for key in ("m:99", "o:1", "n:1", "e:1", "x:1", "m:", "m:1; DROP"):
        with pytest.raises(InputError):
            await store.reads.thread(await only(store), before=key)
    with pytest.raises(InputError):
        await store.reads.thread(99)


async def test_all_that_a_message_carries_comes_back(store: Store, account: Account) -> None:
    emoji = CustomEmoji(shortcode="blob", url="https://e.example/b.png")
    author = make_profile("100", fields=(("Web", "https://x.example"),), emojis=(emoji,), followers=3, bot=True)
    attachment = RemoteAttachment(
        remote_id="m1", kind=AttachmentKind.IMAGE, url="https://e.example/1.png", description="broken lamp", width=9
    )
    seen = mention(
        "1",
        "See :blob:",
        author=author,
        attachments=(attachment,),
        poll=Poll(options=(PollOption(text="yes", votes=2), PollOption(text="no")), expires_at=at(99), multiple=True),
        mentions=(Mention(remote_id="1", handle="support@brand.example"),),
        emojis=(emoji,),
        language="en",
        url="https://e.example/@x/1",
        content_warning="lamp",
        boosts=2,
        favourites=3,
        favourited=True,
        sensitive=True,
        application="Web",
    )
    await store.pages.save(account, make_page(seen))

    source = await store.reads.reply_source(await only(store), None)
    assert (source.message, source.contact, source.account) == (seen.message, author, account)
    (item,) = await store.reads.messages(await only(store))
    assert (item.attachments, item.poll, item.favourites, item.boosts) == ((attachment,), seen.message.poll, 3, 2)
    assert (item.author, item.content_warning, item.favourited, item.language) == (author, "lamp", True, "en")


async def test_attachments_follow_an_edit(store: Store, account: Account) -> None:
    def picture(number: int) -> RemoteAttachment:
        return RemoteAttachment(remote_id=str(number), kind=AttachmentKind.IMAGE, url=f"https://e.example/{number}")

    await store.pages.save(account, make_page(mention("1", "", attachments=(picture(1), picture(2)))))
    await store.pages.save(account, make_page(mention("1", "", attachments=(picture(3),), edited_at=at(30))))

    (item,) = await store.reads.messages(await only(store))
    assert item.attachments == (picture(3),)
    row = (await store.reads.conversation_rows([await only(store)]))[await only(store)]
    assert row.last_text == "image"


async def test_the_named_message_is_the_one_answered(store: Store, account: Account) -> None:
    await store.pages.save(
        account, make_page(mention("1", "first", minutes=1), mention("2", "second", parent="1", key="post:1"))
    )
    await store.pages.save(account, make_page(gone("2")))
    number = await only(store)

    last = await store.reads.reply_source(number, None)
    named = await store.reads.reply_source(number, "2")
    assert last.message is not None
    assert named.message is not None
    assert (last.message.text, last.deleted) == ("first", False)
    assert (named.message.text, named.deleted) == ("second", True)
    with pytest.raises(InputError):
        await store.reads.reply_source(number, "99")


async def test_circles_end(store: Store, account: Account) -> None:
    events = [
        context("a", parent="b", minutes=1),
        context("b", parent="a", minutes=2),
        mention("self", parent="self", minutes=3),
        mention("c", parent="b", minutes=4),
        mention("d", parent="e", minutes=5, key="post:d"),
        mention("e", parent="d", minutes=6, key="post:e"),
    ]
    for event in events:
        await store.pages.save(account, make_page(event))

    found = {
        tuple(item.remote_id for item in await store.reads.messages(number))
        for number in await store.reads.conversation_ids(InboxQuery(), me="")
    }
    assert found == {("self",), ("a", "b", "c"), ("d", "e")}


async def test_a_thread_ten_thousand_deep_opens_at_once(store: Store, account: Account) -> None:
    step = 500
    events = [mention("0", minutes=0)]
    events += [mention(str(n), parent=str(n - 1), key="post:0", minutes=n / 100) for n in range(1, 10_000)]
    for start in range(0, len(events), step):
        await store.pages.save(account, make_page(*events[start : start + step]), way="older")

    page = await store.reads.thread(await only(store))
    assert (len(page.items), page.total, page.older) == (200, 10_000, True)


async def test_ten_thousand_strangers_above_a_mention_are_cut(store: Store, account: Account) -> None:
    step = 1000
    events = [context(str(n), parent=str(n - 1), minutes=n / 100) for n in range(10_000)]
    for start in range(0, len(events), step):
        await store.pages.save(account, make_page(*events[start : start + step]))
    await store.pages.save(account, make_page(mention("m", parent="9999", minutes=200)))

    items = await store.reads.messages(await only(store))
    assert [item.remote_id for item in items][-3:] == ["9998", "9999", "m"]
    assert len(items) == 51


async def test_fifty_thousand_answers_to_one_post_are_no_burden_to_each_other(store: Store, account: Account) -> None:
    step, count = 2_500, 50_000
    for start in range(0, count, step):
        events = [mention(f"r{n}", parent="p", minutes=n / 1000) for n in range(start, start + step)]
        await store.pages.save(account, make_page(*events))
    await store.pages.save(account, make_page(own("p", "the post", minutes=-5)))

    changes = await store.pages.save(account, make_page(own("p", "the post", minutes=-5, favourites=7)))
    await store.pages.save(account, make_page(mention("last", parent="p", minutes=60)))
    assert len(changes.conversations) == count
    newest, *_ = await store.reads.conversation_ids(InboxQuery(), me="")
    assert [item.remote_id for item in (await store.reads.thread(newest)).items] == ["p", "last"]


async def test_joined_conversations_keep_what_people_wrote(store: Store, account: Account) -> None:
    """Two answers to a message that is not known yet are two conversations, until it comes."""
    from scrm_desktop.domain.views import Draft, Mode

    await store.pages.save(account, make_page(mention("2", parent="1", minutes=2), mention("3", parent="1", minutes=3)))
    keep, go = sorted(await store.reads.conversation_ids(InboxQuery(), me=""))
    label, _ = await store.desk.add_label("vip", "green")
    for number in (keep, go):
        await store.desk.triage(AddNote(conversation=number, text=f"note {number}"), actor="me")
        draft = Draft(conversation_id=number, mode=Mode.PUBLIC, account_id=account.id, text=f"draft {number}")
        await store.desk.save_draft(draft)
    from scrm_desktop.domain.triage import SetLabel

    await store.desk.triage(SetLabel(conversations=(go,), label_id=label.id, on=True), actor="me")
    await store.desk.triage(SetStatus(conversations=(keep,), status=Status.DONE), actor="me")
    row, _ = await store.outbox.add(
        account.id, go, SendMessage(text="mine", visibility=Visibility.PUBLIC), key="k", actor="me"
    )

    changes = await store.pages.save(account, make_page(mention("1", minutes=1)))

    assert changes.conversations == {keep, go}
    assert list(await store.reads.conversation_ids(InboxQuery(), me="")) == [keep]
    items = await store.reads.messages(keep)
    assert {item.text for item in items if item.kind is ItemKind.NOTE} == {f"note {keep}", f"note {go}"}
    assert f"o:{row.id}" in {item.key for item in items}
    line = (await store.reads.conversation_rows([keep]))[keep]
    assert (line.status, line.labels, line.unread) == (Status.OPEN, (label,), 3)
    for number in (keep, go):
        kept = await store.desk.draft(number, Mode.PUBLIC, account.id)
        assert kept is not None
        assert kept.text == f"draft {keep}\n\ndraft {go}"
        assert (await store.reads.thread(number)).conversation_id == keep
    assert {entry.kind for entry in await store.reads.events(keep)} >= {"joined", "noted", "done", "labelled"}


async def test_what_the_customer_did_with_our_answers_is_told(store: Store, account: Account) -> None:
    await store.pages.save(
        account, make_page(mention("1"), own("2", parent="1", key="post:1"), own("3", parent="2", key="post:1"))
    )
    reacted = (
        engagement("a", EngagementKind.FAVOURITE, "2"),
        engagement("b", EngagementKind.BOOST, "2"),
        engagement("c", EngagementKind.FAVOURITE, "3", actor=make_profile("200")),
    )
    await store.pages.save(account, make_page(*reacted))
    items = await store.reads.messages(await only(store))
    told = {item.remote_id: item.reactions for item in items}
    assert told == {"1": (), "2": ("boost", "favourite"), "3": ()}
