"""What a composer holds becomes a command, or is refused before it is queued."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from scrm_desktop.domain.commands import EditMessage, OutboxState, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.errors import InputError, ParentEdited, ParentGone
from scrm_desktop.service.composing import full_text
from support.fake_channel import PNG
from support.virtual_house import House, open_house
from support.virtual_time import virtual


async def asked(house: House, text: str = "Where is my parcel?", **more) -> int:
    before = len(await house.conversations())
    house.network.says("camille", text, **more)
    return await house.conversation(before + 1)


def draft(conversation: int, text: str = "Hello", mode: Mode = Mode.PUBLIC, **more) -> Draft:
    return Draft(conversation_id=conversation, mode=mode, account_id=1, text=text, **more)


@pytest.mark.parametrize(
    ("prefix", "text", "whole"),
    [
        ("@ann", "Hello", "@ann Hello"),
        ("@ann ", "  Hello\n", "@ann Hello"),
        ("@ann", "@ann Hello", "@ann Hello"),
        ("@ann", "@ann\nHello", "@ann\nHello"),
        ("@ann", "@annabel is right", "@ann @annabel is right"),
        ("", "Hello", "Hello"),
        ("@ann", "", "@ann"),
    ],
)
def test_the_prefix_stands_in_front_exactly_once(prefix, text, whole):
    assert full_text(prefix, text) == whole


@virtual
async def test_the_target_spells_out_whom_an_answer_reaches(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house, visibility=Visibility.UNLISTED)
        public = await house.service.reply_target(conversation, Mode.PUBLIC)
        assert (public.person, public.handle) == ("Camille", "camille@fake.test")
        assert public.visibility is Visibility.UNLISTED
        assert public.prefix == "@camille@fake.test "
        assert public.seen_text == "Where is my parcel?"
        assert public.unavailable == ""
        direct = await house.service.reply_target(conversation, Mode.DIRECT)
        assert direct.visibility is Visibility.DIRECT
        note = await house.service.reply_target(conversation, Mode.NOTE)
        assert (note.handle, note.prefix, note.message_remote_id) == ("", "", None)


@virtual
async def test_an_answer_is_never_more_public_than_what_it_answers(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house, visibility=Visibility.FOLLOWERS)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        assert target.visibility is Visibility.FOLLOWERS
        for wider in (Visibility.PUBLIC, Visibility.UNLISTED):
            with pytest.raises(InputError, match="more public"):
                await house.service.send(draft(conversation), replace(target, visibility=wider))
        row = await house.service.send(draft(conversation), replace(target, visibility=Visibility.DIRECT))
        assert isinstance(row.command, SendMessage)
        assert row.command.visibility is Visibility.DIRECT


@virtual
async def test_a_direct_answer_stays_direct_whatever_the_target_says(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        target = await house.service.reply_target(conversation, Mode.DIRECT)
        row = await house.service.send(
            draft(conversation, mode=Mode.DIRECT), replace(target, visibility=Visibility.PUBLIC)
        )
        assert isinstance(row.command, SendMessage)
        assert row.command.visibility is Visibility.DIRECT


@pytest.mark.parametrize("text", ["", "  \n\t "])
@virtual
async def test_nothing_is_not_sent(tmp_path: Path, text: str):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        with pytest.raises(InputError):
            await house.service.send(draft(conversation, text), target)
        assert await house.service.outbox() == ()


@virtual
async def test_the_limit_counts_the_prefix_too(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        room = 500 - len(target.prefix)
        with pytest.raises(InputError, match="501"):
            await house.service.send(draft(conversation, "x" * (room + 1)), target)
        row = await house.service.send(draft(conversation, "x" * room), target)
        assert row.state is OutboxState.QUEUED
        with pytest.raises(InputError, match="501"):
            await house.service.act(1, conversation, EditMessage(remote_id="1", text="x" * 501))


@virtual
async def test_a_note_and_another_accounts_conversation_are_refused(tmp_path: Path):
    async with open_house(tmp_path, servers=2) as house:
        conversation = await asked(house)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        with pytest.raises(InputError, match="note"):
            await house.service.send(draft(conversation, mode=Mode.NOTE), target)
        with pytest.raises(InputError, match="another account"):
            await house.service.send(replace(draft(conversation), account_id=2), target)


@virtual
async def test_two_clicks_are_one_message_and_two_equal_texts_are_two(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        first = draft(conversation, "Yes", token="one")
        rows = await asyncio.gather(*(house.service.send(first, target) for _ in range(3)))
        assert len({row.id for row in rows}) == 1
        second = await house.service.send(replace(first, token="two"), target)
        assert second.id != rows[0].id
        again = await house.service.send(first, target)
        assert again.id == rows[0].id
        await house.becomes(second.id, OutboxState.SENT)
        assert len(house.network.texts()) == 2


@virtual
async def test_a_refused_click_does_not_block_the_next(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        with pytest.raises(InputError):
            await house.service.send(draft(conversation, "x" * 600, token="one"), target)
        row = await house.service.send(draft(conversation, "short", token="one"), target)
        assert row.state is OutboxState.QUEUED


@virtual
async def test_what_was_taken_back_can_be_sent_after_all(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        house.network.down = True
        first = await house.service.send(draft(conversation, "Yes", token="one"), target)
        await house.service.cancel(first.id)
        rows = [await house.service.send(draft(conversation, "Yes", token="one"), target) for _ in range(2)]
        assert {row.id for row in rows} == {first.id + 1}
        house.network.down = False
        await house.becomes(rows[0].id, OutboxState.SENT)
        assert len(house.network.texts()) == 1


@virtual
async def test_sending_consumes_the_draft_of_its_mode_only(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        for mode in (Mode.PUBLIC, Mode.NOTE):
            await house.service.save_draft(draft(conversation, "kept", mode))
        await house.say(conversation, "sent")
        assert await house.service.draft(conversation, Mode.PUBLIC, 1) is None
        kept = await house.service.draft(conversation, Mode.NOTE, 1)
        assert kept is not None
        assert kept.text == "kept"


@virtual
async def test_what_was_edited_meanwhile_is_shown_before_it_is_answered(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house, "Where is it?")
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        assert target.message_remote_id is not None
        house.network.edits(target.message_remote_id, "It has come!")
        await asyncio.sleep(1)
        with pytest.raises(ParentEdited) as raised:
            await house.service.send(draft(conversation), target)
        assert "Where is it?" in raised.value.message
        assert "It has come!" in raised.value.message
        await house.say(conversation, "Good!")


@virtual
async def test_what_was_deleted_meanwhile_can_not_be_answered(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        target = await house.service.reply_target(conversation, Mode.PUBLIC)
        assert target.message_remote_id is not None
        house.network.deletes(target.message_remote_id)
        await asyncio.sleep(1)
        with pytest.raises(ParentGone):
            await house.service.send(draft(conversation), target)
        assert await house.service.outbox() == ()


@virtual
async def test_files_are_copied_before_they_are_queued_uploaded_once_and_removed(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        source = tmp_path / "shelf.jpg"
        source.write_bytes(PNG)
        house.network.faults["perform"] = ["drop_before"]
        row = await house.say(conversation, "Look.", media=((str(source), "Our shelf"),))
        source.unlink()
        assert isinstance(row.command, SendMessage)
        (media,) = row.command.media
        assert (media.name, media.mime, media.description) == ("shelf.jpg", "image/png", "Our shelf")
        copy = Path(media.path)
        assert copy.parent.parent == house.profile / "outbox-files"
        assert copy.stat().st_mode & 0o077 == 0
        assert copy.parent.stat().st_mode & 0o077 == 0
        await house.becomes(row.id, OutboxState.SENT)
        assert house.network.uploads == ["shelf.jpg"]
        assert house.network.posted[0][1].media[0].remote_id == "file-1"
        assert not copy.exists()


@virtual
async def test_files_that_the_network_would_refuse_leave_nothing_behind(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        source = tmp_path / "one.png"
        source.write_bytes(PNG)
        with pytest.raises(InputError, match="Too many"):
            await house.say(conversation, "Look.", media=((str(source), ""),) * 5)
        with pytest.raises(InputError, match="no file"):
            await house.say(conversation, "Look.", media=((str(tmp_path / "missing.png"), ""),))
        assert await house.service.outbox() == ()
        assert not (house.profile / "outbox-files").exists()


@virtual
async def test_a_message_taken_back_returns_its_text(tmp_path: Path):
    async with open_house(tmp_path) as house:
        conversation = await asked(house)
        house.network.down = True
        source = tmp_path / "one.png"
        source.write_bytes(PNG)
        row = await house.say(conversation, "Wait, no", media=((str(source), ""),))
        assert await house.service.cancel(row.id) == "@camille@fake.test Wait, no"
        house.network.down = False
        await asyncio.sleep(120)
        assert house.network.texts() == []
        assert list((house.profile / "outbox-files").iterdir()) == []
