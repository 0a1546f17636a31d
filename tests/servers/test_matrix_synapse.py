"""The Matrix channel against Synapse, which nobody here wrote."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.kit.shelf import Shelf, catch_up, go_back
from scrm_desktop.channels.kit.trial import new_key, no_upload, perform
from scrm_desktop.channels.matrix import CHANNEL, content
from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, MediaFile, SendMessage
from scrm_desktop.domain.events import Why
from scrm_desktop.domain.messages import Reaction, Visibility
from scrm_desktop.errors import SignInNeeded, Unsupported
from support.matrix_bench import NoHelp
from support.synapse_server import PASSWORD, Person, Synapse

pytestmark = [pytest.mark.servers, pytest.mark.timeout(600)]


@dataclass
class House:
    """A server with us and a customer."""

    server: Synapse
    us: Person
    anna: Person


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with Synapse(tmp_path_factory.mktemp("matrix")) as server:
        found = House(server, server.person("acme"), server.person("anna"))
        yield found
        found.us.close()
        found.anna.close()


@asynccontextmanager
async def connected(house: House, kept: list[str] | None = None) -> AsyncIterator[Session]:
    """Signed in as a person would, and connected with what came of it."""
    answers = {"user": house.us.id, "password": PASSWORD, "server": house.server.url}
    login = await CHANNEL.sign_in(answers, NoHelp(), Http())
    account = Account(
        id=1,
        channel="matrix",
        server=login.server,
        remote_id=login.remote_id,
        handle=login.handle,
        display_name=login.display_name,
        connected_at=datetime.now(UTC),
    )

    async def keep(secret: str) -> None:
        assert kept is not None
        kept.append(secret)

    session = CHANNEL.connect(account, login.secret, Http(), keep)
    try:
        yield session
    finally:
        await session.close()


def rooms(house: House) -> tuple[str, str]:
    """A private chat and a room, both joined."""
    chat = house.anna.room(house.us.id, is_direct=True, preset="trusted_private_chat")
    group = house.anna.room(house.us.id, name="Help")
    ben = house.server.person(f"ben{new_key()[:8]}")
    house.anna.post(f"rooms/{group}/invite", user_id=ben.id)
    for person, room in ((house.us, chat), (house.us, group), (ben, group)):
        person.post(f"rooms/{room}/join")
    ben.close()
    return chat, group


def answer(remote_id: str, text: str, *, direct: bool = False, media: tuple[MediaFile, ...] = ()) -> SendMessage:
    visibility = Visibility.DIRECT if direct else Visibility.PUBLIC
    return SendMessage(text=text, visibility=visibility, in_reply_to=remote_id, media=media)


async def test_a_day_of_answers(house: House, tmp_path: Path) -> None:
    chat, group = rooms(house)
    shelf = Shelf()
    async with connected(house) as session:
        await session.describe()
        await catch_up(session, shelf)
        private = f"{chat}/{house.anna.say(chat, 'Is it open?')}"
        named = {"m.mentions": {"user_ids": [house.us.id]}}
        root = house.anna.say(group, "About bread", **named)
        thread = {"rel_type": "m.thread", "event_id": root, "m.in_reply_to": {"event_id": root}}
        inside = f"{group}/{house.anna.say(group, 'In a thread', **{'m.relates_to': thread}, **named)}"
        await catch_up(session, shelf)
        assert (shelf.seen[private].why, shelf.seen[inside].why) == (Why.DIRECT, Why.MENTION)
        assert shelf.seen[inside].message.in_reply_to == f"{group}/{root}"
        # answers: in private, in the thread, with a picture; twice is once
        key = new_key()
        first, again = [await session.perform(answer(inside, "Yes, rye"), key, no_upload) for _ in range(2)]
        assert first.remote_id == again.remote_id
        told = house.anna.get(f"rooms/{group}/event/{first.remote_id.partition('/')[2]}")["content"]
        assert told["m.relates_to"]["event_id"] == root
        assert told["m.mentions"] == {"user_ids": [house.anna.id]}
        path = tmp_path / "a.png"
        path.write_bytes(b"\x89PNG picture")
        file = MediaFile(path=str(path), mime="image/png", name="a.png")
        sent = await perform(session, answer(private, "Until six", direct=True, media=(file,)))
        await catch_up(session, shelf)
        (attachment,) = shelf.seen[sent.remote_id].message.attachments
        assert await session.download(attachment.url, 1000) == b"\x89PNG picture"
        # edits, reactions, removal, receipts
        await perform(session, EditMessage(remote_id=first.remote_id, text="Yes, rye and spelt"))
        house.anna.event(
            group,
            "m.reaction",
            **{
                "m.relates_to": {"rel_type": "m.annotation", "event_id": first.remote_id[len(group) + 1 :], "key": "👍"}
            },
        )
        for _ in range(2):
            await perform(session, DoDeed(deed=Deed.REACT, target=private, value="🎉"))
        await perform(session, DoDeed(deed=Deed.READ, target=private))
        await catch_up(session, shelf)
        ours = shelf.seen[first.remote_id].message
        assert (ours.text, ours.reactions) == ("Yes, rye and spelt", (Reaction(emoji="👍"),))
        assert shelf.seen[private].message.reactions == (Reaction(emoji="🎉", mine=True),)
        await perform(session, DoDeed(deed=Deed.UNREACT, target=private, value="🎉"))
        shelf.put(await session.refresh((private,)))
        assert shelf.seen[private].message.reactions == ()
        house.anna.put(f"rooms/{chat}/redact/{private.partition('/')[2]}/{new_key()}", {})
        await perform(session, DoDeed(deed=Deed.DELETE, target=first.remote_id))
        await catch_up(session, shelf)
        assert {private, first.remote_id} <= shelf.gone
        assert not shelf.poison


async def test_news_wake_and_gaps_are_filled(house: House) -> None:
    chat, _ = rooms(house)
    shelf = Shelf()
    async with connected(house) as session:
        await catch_up(session, shelf)
        pages = session.listen()
        assert not (await anext(pages)).wake  # type: ignore[arg-type]
        coming = asyncio.ensure_future(anext(pages))  # type: ignore[arg-type]
        await asyncio.sleep(0)
        wanted = {f"{chat}/{await asyncio.to_thread(house.anna.say, chat, 'Wake up')}"}
        assert (await asyncio.wait_for(coming, 20)).wake
        await pages.aclose()  # type: ignore[attr-defined]
    # closed, and much happens: more than one answer of /sync holds
    for number in range(130):
        wanted.add(f"{chat}/{await asyncio.to_thread(house.anna.say, chat, f'number {number}')}")
    async with connected(house) as session:
        await catch_up(session, shelf)
        assert wanted <= set(shelf.seen)
        history = Shelf()
        await go_back(session, history, datetime.now(UTC) - timedelta(days=1))
        assert wanted <= set(history.seen)
        assert {one.thread_key for name, one in history.seen.items() if name in wanted} == {f"direct:{chat}"}


async def test_killed_between_sending_and_hearing_of_it(house: House) -> None:
    chat, _ = rooms(house)
    asked = f"{chat}/{house.anna.say(chat, 'Hello?')}"
    key, command = new_key(), answer(f"{asked}", "Hello!", direct=True)
    async with connected(house) as session:
        fence = await session.fence()
        assert await session.find_sent(command, fence, key) is None
        sent = await session.perform(command, key, no_upload)
    async with connected(house) as session:  # a new login, which knows no transactions of the old one
        found = await session.find_sent(command, fence, key)
        assert found is not None and found.remote_id == sent.remote_id
        assert await session.find_sent(command, fence, new_key()) is None


async def test_tokens_are_renewed_once_for_all(house: House) -> None:
    kept: list[str] = []
    async with connected(house, kept) as session:
        api = session._api  # type: ignore[attr-defined]
        granted = api._tokens._granted
        api._tokens._granted = type(granted)(
            access_token="syt_ended", keys=granted.keys, refresh_token=granted.refresh_token
        )
        await asyncio.gather(*(session.describe() for _ in range(4)))
        assert len(kept) == 1, "two tasks renewed at once"
        assert json.loads(kept[0])["refresh"] != granted.refresh_token
        await session.revoke()
        with pytest.raises(SignInNeeded):
            await session.describe()


async def test_encrypted_rooms_are_shown_as_such(house: House) -> None:
    chat, _ = rooms(house)
    house.anna.put(f"rooms/{chat}/state/m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    secret = f"{chat}/{house.anna.event(chat, 'm.room.encrypted', algorithm='m.megolm.v1.aes-sha2', ciphertext='AwgA')}"
    shelf = Shelf()
    async with connected(house) as session:
        await catch_up(session, shelf)
        assert (shelf.seen[secret].message.text, shelf.seen[secret].message.notice) == ("", content.ENCRYPTED)
        with pytest.raises(Unsupported):
            await perform(session, answer(secret, "in the open", direct=True))


async def test_an_invitation_is_accepted_by_answering(house: House) -> None:
    shelf = Shelf()
    async with connected(house) as session:
        await catch_up(session, shelf)
        room = await asyncio.to_thread(house.anna.room, house.us.id, is_direct=True)
        await catch_up(session, shelf)
        (invited,) = [one.message for one in shelf.seen.values() if one.message.remote_id.startswith(f"{room}/")]
        assert invited.notice == content.INVITATION
        sent = await perform(session, answer(invited.remote_id, "Here we are", direct=True))
        await catch_up(session, shelf)
        assert shelf.seen[sent.remote_id].thread_key == shelf.seen[invited.remote_id].thread_key
