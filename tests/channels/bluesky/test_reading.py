"""Reading: walks from the newest down, threads, direct messages, what was deleted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.bluesky import CHANNEL
from scrm_desktop.channels.bluesky.refusals import NO_CHAT
from scrm_desktop.channels.http import Http
from scrm_desktop.domain.events import EngagementKind, EngagementSeen, MessageGone, MessageSeen, Page, Why
from scrm_desktop.domain.messages import Visibility
from support.bluesky_bench import account, secret
from support.fake_bluesky import FakeBluesky
from support.fake_bluesky_views import CAMILLE, LIKE, ME

AGO = datetime.now(UTC) - timedelta(days=30)


def seen(page: Page) -> dict[str, MessageSeen]:
    return {one.message.text: one for one in page.events if isinstance(one, MessageSeen)}


async def test_a_mention_comes_with_what_stands_above_it(fake: FakeBluesky, session: Session) -> None:
    root = fake.post("A question to everybody")
    fake.post("the bakery may know", to=root, mention=True)
    found = seen(await session.newer("notifications", None))
    named = found["@bakery.test the bakery may know"]
    assert named.why is Why.MENTION
    assert found["A question to everybody"].why is Why.CONTEXT
    assert {one.thread_key for one in found.values()} == {f"post:{root['uri']}"}
    assert named.message.in_reply_to == root["uri"]


async def test_each_answer_under_our_post_is_a_conversation_of_its_own(fake: FakeBluesky, session: Session) -> None:
    ours = fake.post("Fresh bread", by=ME)
    first, second = fake.post("How much?", to=ours), fake.post("When?", to=ours)
    again = fake.post("Noon", by=ME, to=second)
    fake.post("Thanks", to=again)
    found = seen(await session.newer("notifications", None))
    assert found["How much?"].thread_key == f"post:{first['uri']}"
    assert {found[text].thread_key for text in ("When?", "Noon", "Thanks")} == {f"post:{second['uri']}"}
    assert found["Noon"].why is Why.OWN


async def test_likes_are_counted_and_are_no_messages(fake: FakeBluesky, session: Session) -> None:
    ours = fake.post("Fresh bread", by=ME)
    fake.write(CAMILLE, LIKE, {"subject": {"uri": ours["uri"], "cid": ours["cid"]}})
    (like,) = (await session.newer("notifications", None)).events
    assert isinstance(like, EngagementSeen)
    assert (like.kind, like.message_id, like.actor.handle) == (EngagementKind.FAVOURITE, ours["uri"], "camille.test")


async def test_a_long_absence_is_walked_down_and_ends_where_it_was(fake: FakeBluesky, session: Session) -> None:
    fake.page = 3
    fake.post("old", mention=True)
    cursor = (await session.newer("notifications", None)).cursor
    fake._clock += timedelta(hours=1)
    for number in range(10):
        fake.post(f"new {number}", mention=True)
    texts: list[str] = []
    more = True
    while more:
        page = await session.newer("notifications", cursor)
        texts += seen(page)
        cursor, more = page.cursor, page.more
    assert sorted(texts) == sorted(f"@bakery.test new {number}" for number in range(10))
    asked = len(fake.calls)
    assert not (await session.newer("notifications", cursor)).events
    assert fake.calls[asked:] == ["app.bsky.notification.listNotifications"]


async def test_what_was_not_stored_is_handed_over_again(fake: FakeBluesky, session: Session) -> None:
    cursor = (await session.newer("notifications", None)).cursor
    fake.post("hello", mention=True)
    for _ in range(2):  # the page and its cursor were not stored
        assert seen(await session.newer("notifications", cursor))


async def test_a_post_is_gone_only_where_the_network_says_so(fake: FakeBluesky, session: Session) -> None:
    here, gone = fake.post("here"), fake.post("gone")
    del fake.records[gone["uri"]]
    page = await session.refresh((here["uri"], gone["uri"]))
    assert list(seen(page)) == ["here"]
    assert [one for one in page.events if isinstance(one, MessageGone)] == [MessageGone(remote_id=gone["uri"])]


async def test_direct_messages_by_their_log(fake: FakeBluesky, session: Session) -> None:
    fake.chat.say("before")
    first = await session.newer("chat", None)
    assert list(seen(first)) == ["before"]
    one = fake.chat.say("Is this private?")
    fake.chat.delete(fake.chat.say("a slip")["id"])
    page = await session.newer("chat", first.cursor)
    found = seen(page)["Is this private?"]
    assert (found.why, found.message.visibility) == (Why.DIRECT, Visibility.DIRECT)
    assert (found.message.author.handle, found.thread_key) == ("camille.test", f"direct:{CAMILLE}")
    assert any(isinstance(event, MessageGone) for event in page.events)
    assert one["id"] in found.message.remote_id


async def test_the_history_of_direct_messages(fake: FakeBluesky, session: Session) -> None:
    for number in range(12):
        fake.chat.say(f"line {number}")
    texts: list[str] = []
    cursor, more = None, True
    while more:
        page = await session.older("chat", cursor, AGO)
        texts += seen(page)
        cursor, more = page.cursor, page.more
    assert sorted(texts) == sorted(f"line {number}" for number in range(12))


async def test_without_the_permission_direct_messages_are_said_to_be_missing(
    fake: FakeBluesky, session: Session
) -> None:
    fake.privileged = False
    can = await session.describe()
    assert not can.direct
    assert NO_CHAT in can.missing
    assert await session.newer("chat", None) == Page()
    assert not (await session.older("chat", None, AGO)).more


async def test_a_session_that_is_too_old_is_renewed_and_kept(fake: FakeBluesky) -> None:
    kept: list[str] = []

    async def keep(text: str) -> None:
        kept.append(text)

    made = CHANNEL.connect(account(fake.url), secret(fake), Http(), keep)
    fake.expire()
    fake.post("hello", mention=True)
    assert seen(await made.newer("notifications", None))
    assert len(kept) == 1
    assert fake.refresh in kept[0]
    await made.revoke()
    assert fake.calls[-1] == "com.atproto.server.deleteSession"
    await made.close()
