"""Bluesky against its own network (PDS, AppView, PLC directory), which nobody here wrote."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from scrm_desktop.channels.base import HttpFactory, Session
from scrm_desktop.channels.bluesky import CHANNEL, counting, login
from scrm_desktop.channels.bluesky.refusals import NO_CHAT
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.kit import HttpBench
from scrm_desktop.channels.kit.contract_capabilities import PNG
from scrm_desktop.channels.kit.faults import Fault, FaultKind, On
from scrm_desktop.domain.accounts import Account, LoginResult
from scrm_desktop.domain.commands import Deed, DoDeed, Fence, MediaFile, Outcome, ReportPerson, SendMessage
from scrm_desktop.domain.events import EngagementKind, EngagementSeen, MessageGone, MessageSeen, Why
from scrm_desktop.domain.messages import RemoteMessage, Visibility
from scrm_desktop.errors import InputError, KnownError, SignInNeeded
from support.bluesky_server import Bluesky, Person
from support.cli import Cli
from support.processes import until

pytestmark = [pytest.mark.servers, pytest.mark.timeout(300)]
FENCE = Fence(newest_own_id=None, at=datetime.now(UTC))


@pytest.fixture(scope="module")
def network() -> Iterator[Bluesky]:
    """One network for all tests: it takes half a minute to start."""
    with Bluesky() as running:
        yield running


@pytest.fixture
def us(network: Bluesky) -> Person:
    """A shop of each test's own."""
    return network.person(f"shop{uuid4().hex[:8]}")


@pytest.fixture
def bob(network: Bluesky) -> Person:
    """A customer."""
    return network.person(f"bob{uuid4().hex[:8]}")


async def signed_in(network: Bluesky, us: Person, *, privileged: bool = False) -> LoginResult:
    token = f"{us.handle} {us.app_password(privileged=privileged)}"
    return await login.with_token(network.url, token, Http())


@asynccontextmanager
async def connected(
    network: Bluesky, us: Person, *, privileged: bool = False, http: HttpFactory | None = None
) -> AsyncIterator[Session]:
    found = await signed_in(network, us, privileged=privileged)
    account = Account(
        id=1,
        channel="bluesky",
        server=found.server,
        remote_id=found.remote_id,
        handle=found.handle,
        display_name=found.display_name,
        connected_at=datetime.now(UTC),
        options=(("chat", network.chat),),
    )
    session = CHANNEL.connect(account, found.secret, http or Http())
    try:
        yield session
    finally:
        await session.close()


async def no_upload(index: int, remote_id: str) -> None:
    """Nobody keeps it."""


async def do(session: Session, deed: Deed, target: str) -> Outcome:
    return await session.perform(DoDeed(deed=deed, target=target), "k", no_upload)


async def hears(network: Bluesky, session: Session, us: Person, made: dict[str, str], stream: str) -> MessageSeen:
    """Read a stream until this post is in it: the AppView needs a moment."""
    us.waits_for(made["uri"])
    for _ in range(100):
        page = await session.newer(stream, None)
        for event in page.events:
            if isinstance(event, MessageSeen) and event.message.remote_id == made["uri"]:
                return event
    raise AssertionError(f"{made} did not come in")


def answer(message: RemoteMessage, text: str, **more: object) -> SendMessage:
    return SendMessage(text=text, visibility=Visibility.PUBLIC, in_reply_to=message.remote_id, **more)  # type: ignore[arg-type]


async def test_a_mention_is_answered_once_with_marks(network: Bluesky, us: Person, bob: Person) -> None:
    async with connected(network, us) as session:
        seen = await hears(network, session, us, bob.post("when do you open?", mention=us), "notifications")
        assert (seen.why, seen.message.author.handle) == (Why.MENTION, bob.handle)
        text = f"Grüße, @{bob.handle}: at 8, see https://shop.example #Brot"
        command = answer(seen.message, text, language="en")
        first, again = [await session.perform(command, "one key", no_upload) for _ in range(2)]
        assert first.remote_id == again.remote_id
    (kept,) = us.records()
    assert kept["uri"] == first.remote_id
    assert kept["value"]["reply"]["parent"]["uri"] == seen.message.remote_id
    features = [one["features"][0] for one in kept["value"]["facets"]]
    assert {"$type": "app.bsky.richtext.facet#mention", "did": bob.did} in features
    bob.waits_for(first.remote_id)


@pytest.mark.parametrize("kind", [FaultKind.LOST, FaultKind.STATUS_AFTER, FaultKind.REFUSED])
async def test_killed_between_sent_and_confirmed(network: Bluesky, us: Person, bob: Person, kind: FaultKind) -> None:
    bench = HttpBench()
    async with connected(network, us, http=bench.http) as session:
        seen = await hears(network, session, us, bob.post("hello?", mention=us), "notifications")
        command, fence = answer(seen.message, "Hello!"), await session.fence()
        await bench.fault(Fault(kind=kind, on=On.WRITE, status=502))
        outcome: Outcome | None = None
        try:
            outcome = await session.perform(command, "a key", no_upload)
        except KnownError as error:
            assert error.maybe_done is (kind is not FaultKind.REFUSED)
        await bench.heal()
    async with connected(network, us) as session:  # another process, after the crash
        found = outcome or await session.find_sent(command, fence, "a key")
        assert (found is None) is (kind is FaultKind.REFUSED)
        await session.perform(command, "a key", no_upload)
    await bench.close()
    assert len(us.records()) == 1


async def test_likes_reposts_and_people(network: Bluesky, us: Person, bob: Person) -> None:
    async with connected(network, us) as session:
        target = (await hears(network, session, us, bob.post("nice", mention=us), "notifications")).message.remote_id
        for deed, back, kind in (
            (Deed.FAVOURITE, Deed.UNFAVOURITE, "app.bsky.feed.like"),
            (Deed.BOOST, Deed.UNBOOST, "app.bsky.feed.repost"),
        ):
            for _ in range(2):
                await do(session, deed, target)
            assert [one["value"]["subject"]["uri"] for one in us.records(kind)] == [target]
            await do(session, back, target)
            assert not us.records(kind)
        for deed in (Deed.MUTE, Deed.UNMUTE, Deed.BLOCK):
            await do(session, deed, bob.did)
        assert [one["value"]["subject"] for one in us.records("app.bsky.graph.block")] == [bob.did]
        await do(session, Deed.UNBLOCK, bob.did)
        assert not us.records("app.bsky.graph.block")
        report = ReportPerson(profile_id=bob.did, message_ids=(target,), comment="spam", category="spam")
        assert (await session.perform(report, "k", no_upload)).remote_id not in ("", "0")


async def test_an_answer_under_our_post_is_hidden_and_shown(network: Bluesky, us: Person, bob: Person) -> None:
    ours = us.post("Fresh bread every day")
    bob.waits_for(ours["uri"])
    theirs = bob.post("buy watches", to=ours)
    async with connected(network, us) as session:
        seen = await hears(network, session, us, theirs, "notifications")
        assert seen.thread_key == f"post:{theirs['uri']}"
        for _ in range(2):
            await do(session, Deed.HIDE, theirs["uri"])
        (gate,) = us.records("app.bsky.feed.threadgate")
        assert gate["value"]["hiddenReplies"] == [theirs["uri"]]
        until(
            lambda: "threadgate" in str(bob.ask("app.bsky.feed.getPosts", uris=[ours["uri"]])), why="the gate is shown"
        )
        await do(session, Deed.UNHIDE, theirs["uri"])
        (gate,) = us.records("app.bsky.feed.threadgate")
        assert gate["value"]["hiddenReplies"] == []


async def test_what_is_deleted_is_gone_on_both_sides(network: Bluesky, us: Person, bob: Person) -> None:
    theirs = bob.post("a mistake", mention=us)
    async with connected(network, us) as session:
        message = (await hears(network, session, us, theirs, "notifications")).message
        sent = await session.perform(answer(message, "which?"), "k", no_upload)
        own = await hears(network, session, us, {"uri": sent.remote_id}, "own")
        assert own.why is Why.OWN
        bob.delete(theirs)
        until(lambda: not us.ask("app.bsky.feed.getPosts", uris=[theirs["uri"]])["posts"], why="deleted")
        page = await session.refresh((theirs["uri"], sent.remote_id))
        assert [one.remote_id for one in page.events if isinstance(one, MessageGone)] == [theirs["uri"]]
        deletion = DoDeed(deed=Deed.DELETE, target=sent.remote_id)
        for _ in range(2):
            await session.perform(deletion, "k", no_upload)
        assert await session.find_sent(deletion, FENCE, "k")
    assert not us.records()


async def test_a_picture_and_a_like_of_it(network: Bluesky, us: Person, bob: Person, tmp_path: Path) -> None:
    path = tmp_path / "loaf.png"
    path.write_bytes(PNG)
    file = MediaFile(path=str(path), mime="image/png", name="loaf.png", description="A loaf")
    async with connected(network, us) as session:
        command = SendMessage(text="Look", visibility=Visibility.PUBLIC, media=(file,))
        sent = await session.perform(command, "k", no_upload)
        own = await hears(network, session, us, {"uri": sent.remote_id}, "own")
        assert [one.description for one in own.message.attachments] == ["A loaf"]
        subject = {"uri": sent.remote_id, "cid": us.records()[0]["cid"]}
        like = {"$type": "app.bsky.feed.like", "subject": subject, "createdAt": "2026-11-25T10:00:00Z"}
        bob.call("com.atproto.repo.createRecord", repo=bob.did, collection="app.bsky.feed.like", record=like)
        until(lambda: bool(us.ask("app.bsky.notification.listNotifications")["notifications"]), why="the like is told")
        (told,) = (await session.newer("notifications", None)).events
        assert isinstance(told, EngagementSeen)
        assert (told.kind, told.message_id) == (EngagementKind.FAVOURITE, sent.remote_id)


async def test_direct_messages_need_the_permission(network: Bluesky, us: Person, bob: Person) -> None:
    async with connected(network, us) as session:
        can = await session.describe()
        assert not can.direct
        assert NO_CHAT in can.missing
        assert not (await session.newer("chat", None)).events
    async with connected(network, us, privileged=True) as session:
        assert (await session.describe()).direct
        cursor = (await session.newer("chat", None)).cursor
        proxy = {"atproto-proxy": network.chat}
        bob.call("chat.bsky.convo.sendMessage", headers=proxy, convoId="convo1", message={"text": "Is it ready?"})
        (heard,) = (await session.newer("chat", cursor)).events
        assert isinstance(heard, MessageSeen)
        assert (heard.why, heard.message.text) == (Why.DIRECT, "Is it ready?")
        command = SendMessage(
            text="Yes", visibility=Visibility.DIRECT, in_reply_to=heard.message.remote_id, to_profile=bob.did
        )
        fence = await session.fence()
        assert await session.find_sent(command, fence, "k") is None
        sent = await session.perform(command, "k", no_upload)
        found = await session.find_sent(command, fence, "k")
        assert found is not None
        assert found.remote_id == sent.remote_id


async def test_the_session_is_renewed_and_given_back(network: Bluesky, us: Person) -> None:
    found = await signed_in(network, us)
    old = json.loads(found.secret) | {"expires": "2026-01-01T00:00:00+00:00"}
    account = Account(
        id=1,
        channel="bluesky",
        server=found.server,
        remote_id=found.remote_id,
        handle=found.handle,
        display_name="",
        connected_at=datetime.now(UTC),
    )
    kept: list[str] = []

    async def keep(text: str) -> None:
        kept.append(text)

    session = CHANNEL.connect(account, json.dumps(old), Http(), keep)
    await session.fence()
    assert len(kept) == 1
    assert json.loads(kept[0])["refresh"] != old["refresh"]
    await session.revoke()
    await session.close()
    late = json.loads(kept[0]) | {"expires": "2026-01-01T00:00:00+00:00"}
    again = CHANNEL.connect(account, json.dumps(late), Http())
    with pytest.raises(SignInNeeded):
        await again.describe()
    await again.close()
    with pytest.raises(InputError):
        await login.with_token(network.url, f"{us.handle} wrong-pass-word-xxxx", Http())


@pytest.mark.parametrize(
    ("fits", "long"),
    [
        ("a" * 300, "a" * 301),
        ("👩‍👩‍👧‍👦" * 120, "👩‍👩‍👧‍👦" * 120 + "a"),
        ("é" * 300, "é" * 301),
        ("e\u0301" * 300, "e\u0301" * 301),
    ],
    ids=("letters", "bytes", "composed", "combining"),
)
def test_the_server_counts_as_we_do(us: Person, fits: str, long: str) -> None:
    assert (counting.count(fits), counting.count(long)) == (300, 301)
    us.post(fits)
    record = {"$type": "app.bsky.feed.post", "text": long, "createdAt": "2026-11-25T10:00:00Z"}
    with pytest.raises(AssertionError, match="400"):
        us.call("com.atproto.repo.createRecord", repo=us.did, collection="app.bsky.feed.post", record=record)


def test_the_program_without_a_window_from_sign_in_to_answer(
    network: Bluesky, us: Person, bob: Person, cli: Cli
) -> None:
    """Bluesky's own service for direct messages can't be reached here, which is told and stops nothing else."""
    password = us.app_password(privileged=False)
    answers = ("--set", f"handle={us.handle}", "--set", f"server={network.url}")
    cli("account", "add", "bluesky", *answers, given=password)
    us.waits_for(bob.post("is the rye bread vegan?", mention=us)["uri"])
    cli("sync", expect=None)
    (row,) = cli("inbox").json
    assert row["text"].endswith("is the rye bread vegan?")
    sent = cli("reply", str(row["id"]), "--wait", "30", given="It is: flour, water, salt.").json
    assert sent["state"] == "sent"
    (kept,) = us.records()
    assert kept["value"]["text"] == "It is: flour, water, salt."
    us.waits_for(kept["uri"])
    cli("sync", expect=None)
    shown = cli("show", str(row["id"])).json
    assert [message["direction"] for message in shown["messages"]] == ["in", "out"]
    places = [path for path in cli.profile.rglob("*") if path.is_file() and path.suffix != ".lock"]
    assert password not in "".join(path.read_text(errors="replace") for path in places)
