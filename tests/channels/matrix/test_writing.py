"""What leaves: into the right room and thread, once, and never in the open where others encrypt."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrm_desktop.channels.kit.shelf import Shelf, catch_up
from scrm_desktop.channels.kit.trial import new_key, no_upload, perform
from scrm_desktop.channels.matrix import content
from scrm_desktop.channels.matrix.writing import KEY
from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, MediaFile, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import Forbidden, Gone, InputError, Unsupported
from support.fake_matrix import ANNA, BEN, CHAT, GROUP, SECRET_ROOM, US
from support.matrix_bench import NAMED, Connected


def answer(remote_id: str | None, text: str = "Yes", **more: object) -> SendMessage:
    known = {"visibility": Visibility.PUBLIC, "in_reply_to": remote_id, **more}
    return SendMessage(text=text, **known)  # type: ignore[arg-type]


async def test_an_answer_stands_in_the_thread_and_tells_its_author(connected: Connected) -> None:
    root = connected.fake.say("Bread?")
    told = {"rel_type": "m.thread", "event_id": root, "m.in_reply_to": {"event_id": root}}
    inside = connected.fake.say("Rye?", who=BEN, **{"m.relates_to": told})
    key = new_key()
    sent = await connected.session.perform(answer(f"{GROUP}/{inside}", "Yes, @anna:localhost too"), key, no_upload)
    event = connected.fake.find(sent.remote_id.partition("/")[2])
    assert event is not None
    assert event["content"] == {
        "msgtype": "m.text",
        "body": "Yes, @anna:localhost too",
        "m.relates_to": {
            "rel_type": "m.thread",
            "event_id": root,
            "is_falling_back": False,
            "m.in_reply_to": {"event_id": inside},
        },
        "m.mentions": {"user_ids": [BEN, ANNA]},
        KEY: key,
    }
    assert sent.message is not None
    assert sent.message.own


async def test_a_private_answer_goes_to_the_private_chat_or_nowhere(connected: Connected) -> None:
    asked = f"{GROUP}/{connected.fake.say('Bread?', **NAMED)}"
    private = {"visibility": Visibility.DIRECT}
    sent = await perform(connected.session, answer(asked, to_profile=ANNA, **private))
    assert sent.remote_id.startswith(f"{CHAT}/")
    with pytest.raises(Unsupported):
        await perform(connected.session, answer(asked, to_profile=BEN, **private))
    with pytest.raises(Unsupported):
        await perform(connected.session, answer(None))


async def test_nothing_is_said_in_the_open_in_an_encrypted_room(connected: Connected) -> None:
    asked = connected.fake.event("m.room.encrypted", {"ciphertext": "AwgA"}, room=SECRET_ROOM)
    with pytest.raises(Unsupported, match="encrypted"):
        await perform(connected.session, answer(f"{SECRET_ROOM}/{asked}"))
    assert not [one for one in connected.fake.events if one[1]["sender"] == US]


async def test_answering_accepts_an_invitation(connected: Connected) -> None:
    room, shelf = connected.fake.invite(), Shelf()
    await catch_up(connected.session, shelf)
    (invited,) = [name for name in shelf.seen if name.startswith(room)]
    await perform(connected.session, DoDeed(deed=Deed.READ, target=invited))
    assert US not in connected.fake.rooms[room].members
    sent = await perform(connected.session, answer(invited, visibility=Visibility.DIRECT))
    assert US in connected.fake.rooms[room].members
    event = connected.fake.find(sent.remote_id.partition("/")[2])
    assert event is not None
    assert "m.relates_to" not in event["content"]


async def test_a_file_keeps_its_place_when_its_text_is_edited(connected: Connected, tmp_path: Path) -> None:
    asked = f"{CHAT}/{connected.fake.say('Show me', room=CHAT)}"
    path = tmp_path / "a.png"
    path.write_bytes(b"picture")
    file = MediaFile(path=str(path), mime="image/png", name="a.png")
    sent = await perform(connected.session, answer(asked, "Here", media=(file,), visibility=Visibility.DIRECT))
    await perform(connected.session, EditMessage(remote_id=sent.remote_id, text="There"))
    page = await connected.session.refresh((sent.remote_id,))
    (seen,) = page.events
    (attachment,) = seen.message.attachments  # type: ignore[union-attr]
    assert seen.message.text == "There"  # type: ignore[union-attr]
    assert await connected.session.download(attachment.url, 100) == b"picture"
    connected.fake.old_media = True
    assert await connected.session.download(attachment.url, 100) == b"picture"
    with pytest.raises(InputError):
        await connected.session.download("https://elsewhere.example/a.png", 100)


async def test_what_can_not_be_done_is_told(connected: Connected) -> None:
    theirs = f"{CHAT}/{connected.fake.say('Hello', room=CHAT)}"
    with pytest.raises(Unsupported):
        await perform(connected.session, EditMessage(remote_id=theirs, text="x"))
    with pytest.raises(Gone):
        await perform(connected.session, EditMessage(remote_id=f"{CHAT}/$nothing", text="x"))
    with pytest.raises(Forbidden) as refused:
        await perform(connected.session, answer("!elsewhere:localhost/$1"))
    assert "not in this room" in refused.value.message


async def test_an_invitation_into_a_room_is_answered_in_public_only(connected: Connected) -> None:
    room, shelf = connected.fake.invite("!many:localhost", BEN, ANNA, together=True), Shelf()
    await catch_up(connected.session, shelf)
    (invited,) = [event.message for name, event in shelf.seen.items() if name.startswith(room)]
    assert (invited.visibility, invited.notice) == (Visibility.PUBLIC, content.ROOM_INVITATION)
    with pytest.raises(Unsupported):
        await perform(connected.session, answer(invited.remote_id, to_profile=BEN, visibility=Visibility.DIRECT))
    assert US not in connected.fake.rooms[room].members
    sent = await perform(connected.session, answer(invited.remote_id))
    assert sent.remote_id.startswith(f"{room}/")


async def test_what_is_called_private_and_is_not_is_not_answered(connected: Connected) -> None:
    room, shelf = connected.fake.invite("!many:localhost", BEN, ANNA), Shelf()
    await catch_up(connected.session, shelf)
    (invited,) = [name for name in shelf.seen if name.startswith(room)]
    with pytest.raises(Unsupported, match="others"):
        await perform(connected.session, answer(invited, visibility=Visibility.DIRECT))
    assert not [one for one in connected.fake.events if one[1]["sender"] == US]
