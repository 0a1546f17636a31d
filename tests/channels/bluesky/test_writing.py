"""What we say, and what we do without words."""

from __future__ import annotations

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.bluesky.records import key_for
from scrm_desktop.domain.commands import Deed, DoDeed, Fence, MediaFile, Outcome, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import Gone, InputError, Unsupported
from support.fake_bluesky import FakeBluesky
from support.fake_bluesky_views import CAMILLE, LIKE, ME, Json


async def no_upload(index: int, remote_id: str) -> None:
    """Nobody keeps it."""


def answer(to: Json | None, text: str, **more: object) -> SendMessage:
    fields: Json = {"visibility": Visibility.PUBLIC, "in_reply_to": to["uri"] if to else None, **more}
    return SendMessage(text=text, **fields)


async def send(session: Session, command: SendMessage, key: str = "k1") -> Outcome:
    return await session.perform(command, key, no_upload)


async def test_an_answer_names_parent_and_root_and_marks_its_words(fake: FakeBluesky, session: Session) -> None:
    root = fake.post("Does anybody know?")
    parent = fake.post("Ask the bakery", to=root)
    text = "Größe: @camille.test, @nobody.test see https://shop.example #Brot"
    outcome = await send(session, answer(parent, text, language="de"))
    value = fake.records[outcome.remote_id]["value"]
    assert value["reply"]["root"]["uri"] == root["uri"]
    assert value["reply"]["parent"]["uri"] == parent["uri"]
    assert value["langs"] == ["de"]
    raw = text.encode()
    said = {raw[one["index"]["byteStart"] : one["index"]["byteEnd"]].decode() for one in value["facets"]}
    assert said == {"@camille.test", "https://shop.example", "#Brot"}
    assert outcome.message is not None
    assert (outcome.message.own, outcome.message.text, outcome.message.in_reply_to) == (True, text, parent["uri"])


async def test_the_same_key_makes_one_post(fake: FakeBluesky, session: Session) -> None:
    parent = fake.post("hello?")
    first, second = [await send(session, answer(parent, "Yes")) for _ in range(2)]
    assert first.remote_id == second.remote_id
    assert len(fake.posts(ME)) == 1
    other = await send(session, answer(parent, "Yes"), "k2")
    assert other.remote_id != first.remote_id


async def test_what_is_answered_was_deleted(fake: FakeBluesky, session: Session) -> None:
    parent = fake.post("hello?")
    del fake.records[parent["uri"]]
    with pytest.raises(Gone):
        await send(session, answer(parent, "Yes"))


async def test_too_many_bytes_are_too_long(session: Session) -> None:
    with pytest.raises(InputError):
        await send(session, answer(None, "👩‍👩‍👧‍👦" * 121))


async def test_an_uploaded_picture_is_not_uploaded_again(fake: FakeBluesky, session: Session) -> None:
    blob = "bafkreikept image/png 5"
    fake.blobs["bafkreikept"] = b"....."
    file = MediaFile(path="/nowhere", mime="image/png", name="x.png", description="a loaf", remote_id=blob)
    outcome = await send(session, answer(None, "look", media=(file,)))
    (image,) = fake.records[outcome.remote_id]["value"]["embed"]["images"]
    assert (image["alt"], image["image"]["ref"]) == ("a loaf", {"$link": "bafkreikept"})
    assert "com.atproto.repo.uploadBlob" not in fake.calls


async def test_a_direct_message_is_found_behind_the_fence(fake: FakeBluesky, session: Session) -> None:
    fake.chat.say("Is it ready?")
    command = SendMessage(text="Yes", visibility=Visibility.DIRECT, to_profile=CAMILLE)
    await send(session, command)
    fence = await session.fence()
    assert await session.find_sent(command, fence, "k9") is None
    outcome = await send(session, command)
    assert await session.find_sent(command, fence, "k9") == outcome
    earlier = Fence(newest_own_id="0", at=fence.at)
    assert await session.find_sent(command, earlier, "k9") == outcome


async def test_a_like_that_was_made_elsewhere_is_known_and_taken_back(fake: FakeBluesky, session: Session) -> None:
    post = fake.post("nice")
    fake.write(ME, LIKE, {"subject": {"uri": post["uri"], "cid": post["cid"]}}, "3kelsewhere")
    await session.perform(DoDeed(deed=Deed.FAVOURITE, target=post["uri"]), "k", no_upload)
    assert len(fake.pointing(LIKE, post["uri"])) == 1
    await session.perform(DoDeed(deed=Deed.UNFAVOURITE, target=post["uri"]), "k", no_upload)
    assert not fake.pointing(LIKE, post["uri"])


async def test_only_what_stands_under_our_posts_can_be_hidden(fake: FakeBluesky, session: Session) -> None:
    with pytest.raises(Unsupported):
        await session.perform(DoDeed(deed=Deed.HIDE, target=fake.post("x")["uri"]), "k", no_upload)
    with pytest.raises(Unsupported):
        await session.perform(DoDeed(deed=Deed.DELETE, target=fake.post("x")["uri"]), "k", no_upload)


def test_keys_are_tids_and_differ() -> None:
    keys = {key_for(str(number)) for number in range(2000)}
    assert len(keys) == 2000
    assert all(len(one) == 13 and one[0] in "234567abcdefghij" for one in keys)
    assert key_for("x") == key_for("x")
