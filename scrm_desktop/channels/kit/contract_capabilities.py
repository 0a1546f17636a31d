"""Capabilities tell the truth: each claimed one is done and seen on the network, each other one is refused in words."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.kit import description
from scrm_desktop.channels.kit.contract_base import ContractBase
from scrm_desktop.channels.kit.shelf import catch_up
from scrm_desktop.channels.kit.trial import Trial, new_key, no_upload, perform
from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import Command, Deed, DoDeed, EditMessage, MediaFile, ReportPerson, SendMessage
from scrm_desktop.domain.events import Page
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import Unsupported

ON_MESSAGES = {
    "favourite": (Deed.FAVOURITE, Deed.UNFAVOURITE),
    "boost": (Deed.BOOST, Deed.UNBOOST),
    "approve": (Deed.APPROVE, Deed.UNAPPROVE),
    "spam": (Deed.SPAM, Deed.UNSPAM),
    "trash": (Deed.TRASH, Deed.UNTRASH),
    "hide": (Deed.HIDE, Deed.UNHIDE),
    "reactions": (Deed.REACT, Deed.UNREACT),
}
ON_PEOPLE = {"mute": (Deed.MUTE, Deed.UNMUTE), "block": (Deed.BLOCK, Deed.UNBLOCK)}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
_NEWS = 10


class CapabilityContract(ContractBase):
    """What is on can be done; what is off says so."""

    def test_it_describes_itself_as_data(self) -> None:
        description.check(self.bench().channel)

    def test_it_says_what_it_lacks_in_sentences(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                assert session.streams, "nothing to read"
                assert len({one.name for one in session.streams}) == len(session.streams)
                assert all(one.poll_seconds > 0 and one.title for one in session.streams)
            assert can.max_characters > 0
            assert can.bulk_read >= 1
            assert all(one.endswith(".") for one in can.missing), can.missing

        self.run(work)

    @pytest.mark.parametrize("name", [*ON_MESSAGES, *ON_PEOPLE])
    def test_a_deed_is_done_and_taken_back_or_refused(self, name: str) -> None:
        do, undo = (ON_MESSAGES | ON_PEOPLE)[name]

        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                message = await trial.hears(session, "about this", held=can.approve, direct=not can.public)
                target = message.author.remote_id if name in ON_PEOPLE else message.remote_id
                value = can.reactions[0] if do is Deed.REACT and can.reactions else ""
                deed, back = (DoDeed(deed=one, target=target, value=value) for one in (do, undo))
                if getattr(can, name):
                    await _done_and_undone(trial, session, deed, back)
                else:
                    await _refused(session, deed, name)

        self.run(work)

    def test_reading_receipts_and_reports(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                message = await trial.hears(session, "about that", direct=not can.public)
                read = DoDeed(deed=Deed.READ, target=message.remote_id)
                report = ReportPerson(
                    profile_id=message.author.remote_id, message_ids=(message.remote_id,), comment="spam"
                )
                for name, command in (("receipts", read), ("report", report)):
                    if getattr(can, name):
                        await perform(session, command)
                        assert await trial.bench.holds(command), f"{name} is claimed, and nothing happened"
                    else:
                        await _refused(session, command, name)

        self.run(work)

    def test_answers_public_and_direct(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                for direct in (False, True):
                    claimed = can.reply and (can.direct if direct else can.public)
                    message = await trial.hears(session, f"direct: {direct}", direct=direct and can.direct)
                    command = trial.answer(message, f"answer, direct: {direct}", can, direct=direct)
                    if not claimed:
                        visibility = Visibility.DIRECT if direct else Visibility.PUBLIC
                        await _refused(session, _as(command, visibility), "direct" if direct else "public")
                        continue
                    await perform(session, command)
                    (found,) = await trial.held(f"answer, direct: {direct}")
                    assert found.direct is direct, "it went to other people than it should"

        self.run(work)

    def test_edit_and_delete(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                if not can.reply:
                    await _refused(session, EditMessage(remote_id="1", text="x"), "edit")
                    await _refused(session, DoDeed(deed=Deed.DELETE, target="1"), "delete")
                    return
                _, written = await trial.says(session, "first words", can)
                edit = EditMessage(remote_id=written.remote_id, text=written.text.replace("first", "better"))
                if can.edit:
                    await perform(session, edit)
                    assert await trial.held("better words"), "edit is claimed, and the network holds the old text"
                else:
                    await _refused(session, edit, "edit")
                await _delete(trial, session, can, written.remote_id)

        self.run(work)

    def test_a_content_warning_arrives(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                if not (can.reply and can.content_warning):
                    return
                message = await trial.hears(session, "what happened?", direct=not can.public)
                command = trial.answer(message, "not for everybody", can)
                await perform(session, _as(command, command.visibility, content_warning="food"))
                (found,) = await trial.held("not for everybody")
                assert found.content_warning == "food", "content_warning is claimed, and the network holds none"

        self.run(work)

    def test_a_picture_arrives_with_its_description(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                if not can.reply:
                    return
                message = await trial.hears(session, "show me", direct=not can.public)
                with tempfile.TemporaryDirectory() as folder:
                    path = Path(folder) / "loaf.png"
                    path.write_bytes(PNG)
                    file = MediaFile(path=str(path), mime="image/png", name="loaf.png", description="A loaf")
                    command = trial.answer(message, "here it is", can, media=(file,))
                    if not can.media:
                        await _refused(session, command, "media")
                        return
                    await perform(session, command)
                (found,) = await trial.held("here it is")
                expected = "A loaf" if can.description_limit else ""
                assert found.media == (expected,), f"one picture was sent, and the network holds {found.media}"

        self.run(work)

    def test_many_messages_are_read_again(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                ids = tuple([await trial.bench.customer_writes(f"again {n}") for n in range(min(can.bulk_read + 1, 6))])
                await catch_up(session, trial.shelf)
                trial.shelf.put(await session.refresh(ids))
                assert not trial.shelf.gone & set(ids), "a message that is there was told to be deleted"

        self.run(work)

    def test_it_tells_of_news_while_it_listens(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                await catch_up(session, trial.shelf)
                if not can.streaming:
                    with pytest.raises(Unsupported):
                        await anext(session.listen())
                    return
                pages = session.listen()
                try:
                    assert await _news(trial, pages), "streaming is claimed, and nothing came"
                finally:
                    await _end(pages)

        self.run(work)


def _as(command: SendMessage, visibility: Visibility, *, content_warning: str = "") -> SendMessage:
    return SendMessage(
        text=command.text,
        visibility=visibility,
        in_reply_to=command.in_reply_to,
        to_profile=command.to_profile,
        to_handle=command.to_handle,
        content_warning=content_warning,
    )


async def _done_and_undone(trial: Trial, session: Session, deed: DoDeed, back: DoDeed) -> None:
    for _ in range(2):  # twice is once
        await perform(session, deed)
        assert await trial.bench.holds(deed), f"{deed.deed} is claimed, and nothing happened"
    if deed.deed in trial.bench.traits.final:
        await _refused(session, back, f"undoing {deed.deed}")
        return
    await perform(session, back)
    assert not await trial.bench.holds(deed), f"{deed.deed} was taken back, and it stands there still"


async def _refused(session: Session, command: Command, name: str) -> None:
    """A capability that is off: refused by ourselves, with no request that the network would have to refuse."""
    try:
        await session.perform(command, new_key(), no_upload)
    except Unsupported as error:
        assert error.message, "why not? In words"
        return
    raise AssertionError(f"{name} is not claimed, and {command} went through")


async def _delete(trial: Trial, session: Session, can: Capabilities, remote_id: str) -> None:
    deed = DoDeed(deed=Deed.DELETE, target=remote_id)
    if not can.delete:
        await _refused(session, deed, "delete")
        return
    for _ in range(2):  # what is gone is deleted
        await perform(session, deed)
        assert not [one for one in await trial.bench.ours() if one.remote_id == remote_id], "it is still there"
    if trial.bench.traits.reads_back:
        found = await session.find_sent(deed, await session.fence(), new_key())
        assert found, "it is deleted, and reading back denies it"


async def _news(trial: Trial, pages: AsyncIterator[Page]) -> bool:
    """Customers write until something of it is told: the first may write before somebody listens."""
    coming = asyncio.ensure_future(_first_news(pages))
    try:
        for number in range(_NEWS):
            await trial.bench.customer_writes(f"news {number}")
            done, _ = await asyncio.wait({coming}, timeout=1)
            if done:
                return coming.result()
        return False
    finally:
        coming.cancel()
        await asyncio.gather(coming, return_exceptions=True)


async def _end(pages: AsyncIterator[Page]) -> None:
    """Stop listening, as the program does."""
    close = getattr(pages, "aclose", None)
    if close is not None:
        await close()


async def _first_news(pages: AsyncIterator[Page]) -> bool:
    async for page in pages:
        if page.wake or page.events:
            return True
    return False
