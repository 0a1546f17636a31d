"""Our own accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import OutboxState, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.triage import AddNote
from scrm_desktop.domain.views import InboxQuery
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from support.factories import CONNECTED, NOW, make_login, make_page, mention


async def test_the_same_account_again_is_the_same_row(store: Store, account: Account) -> None:
    again, changes = await store.accounts.add("mastodon", make_login(handle="new@brand.example"), connected_at=NOW)
    assert (again.id, again.handle, again.connected_at) == (account.id, "new@brand.example", CONNECTED)
    assert changes.accounts == {account.id}
    assert await store.accounts.all() == (again,)


async def test_the_practice_account_is_known_wherever_its_server_listens(store: Store) -> None:
    first, _ = await store.accounts.add(
        "mastodon", make_login(server="http://127.0.0.1:1"), connected_at=CONNECTED, practice=True
    )
    second, _ = await store.accounts.add(
        "mastodon", make_login(server="http://127.0.0.1:2"), connected_at=NOW, practice=True
    )
    assert (second.id, second.server, second.practice) == (first.id, "http://127.0.0.1:2", True)
    moved = await store.accounts.move(first.id, "http://127.0.0.1:3")
    assert moved.server == "http://127.0.0.1:3"


@pytest.mark.parametrize("forget", [True, False])
async def test_a_removed_account_leaves_what_people_wrote(store: Store, account: Account, forget: bool) -> None:
    await store.pages.save(account, make_page(mention("1", "parcel"), cursor="c"), stream="s", way="newer")
    (number,) = await store.reads.conversation_ids(InboxQuery(), me="")
    await store.desk.triage(AddNote(conversation=number, text="kept"), actor="me")
    command = SendMessage(text="my words", visibility=Visibility.PUBLIC)
    row, _ = await store.outbox.add(account.id, number, command, key="k", actor="me")

    changes = await store.accounts.remove(account.id, forget_history=forget)

    assert (changes.accounts, changes.outbox, changes.conversations) == ({account.id}, {row.id}, {number})
    assert await store.accounts.all() == ()
    assert [one.removed for one in await store.accounts.all(removed=True)] == [True]
    (waiting,) = await store.outbox.list()
    assert (waiting.state, waiting.command) == (OutboxState.FAILED, command)
    assert [item.text for item in await store.reads.messages(number)][-2:] == ["my words", "kept"]
    left = await store.reads.conversation_ids(InboxQuery(text="parcel"), me="")
    assert (len(left), (await store.reads.counts(me="")).everything) == ((0, 0) if forget else (1, 1))
    assert await store.pages.cursor(account.id, "s", "newer") == (None if forget else "c")

    revived, _ = await store.accounts.add("mastodon", make_login(), connected_at=NOW)
    assert (revived.id, revived.removed, revived.connected_at) == (account.id, False, NOW)
    await store.pages.save(revived, make_page(mention("1", "parcel")))
    assert list(await store.reads.conversation_ids(InboxQuery(text="parcel"), me="")) == [number]


async def test_what_does_not_exist_is_said(store: Store) -> None:
    with pytest.raises(InputError):
        await store.accounts.move(9, "x")
    with pytest.raises(InputError):
        await store.accounts.remove(9, forget_history=True)


async def test_what_a_channel_keeps_for_an_account(store: Store) -> None:
    login = replace(make_login(remote_id="7"), options=(("folders", "INBOX"),))
    account, _ = await store.accounts.add("mail", login, connected_at=CONNECTED)
    assert account.option("folders") == "INBOX"
    assert account.option("nothing", "else") == "else"
    changed, changes = await store.accounts.set_options(account.id, (("folders", "INBOX, Support"),))
    assert changed.option("folders") == "INBOX, Support"
    assert changes.accounts == {account.id}
    assert (await store.accounts.all())[-1] == changed
