"""Replies: handed in once, filed once, and found again, whatever breaks on the way."""

from __future__ import annotations

from email.header import decode_header, make_header
from pathlib import Path

import pytest
from aiosmtpd.smtp import Envelope

from scrm_desktop.channels.email import content, describing, smtp, structure
from scrm_desktop.channels.email.naming import own_id
from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, Fence, MediaFile, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import (
    Gone,
    InputError,
    KnownError,
    NoAnswer,
    Offline,
    RateLimited,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    Unsupported,
)
from support.fake_imap import CAPABILITIES, FakeImap
from support.mail_parts import CAMILLE, INBOX, NOW, US, ids, mail, messages, nothing, reply, session
from support.smtp_hop import Hop

FENCE = Fence(newest_own_id=None, at=NOW)


async def test_a_reply_belongs_to_what_it_answers(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail(References="<m0@far.example>", subject="AW: Où est mon colis ?"))
    async with session(imap, hop) as mailbox:
        outcome = await mailbox.perform(reply("Voilà : il arrive.\n\n" + "mot " * 60), "key", nothing)
        (sent,) = hop.mails
        assert sent["In-Reply-To"] == "<m1@far.example>"
        assert sent["References"].split() == ["<m0@far.example>", "<m1@far.example>"]
        assert str(make_header(decode_header(sent["Subject"]))) == "Re: Où est mon colis ?"
        assert sent["To"] == f'"Camille" <{CAMILLE}>'
        assert sent["From"] == f'"House" <{US}>'
        assert hop.taken[0].rcpt_tos == [CAMILLE]
        assert hop.taken[0].mail_from == US
        text = content.of(structure.of_mail(sent)).text
        assert text == ("Voilà : il arrive.\n\n" + "mot " * 60).strip()
        assert outcome.remote_id == own_id("key", US) == sent["Message-ID"].strip("<>")
        assert outcome.message is not None
        assert outcome.message.own
        assert outcome.message.in_reply_to == "m1@far.example"
        assert imap.ids("Sent") == [sent["Message-ID"]]
        assert {"\\Answered", "\\Seen"} <= imap.folders["INBOX"].mails[0].flags
        assert ids(await mailbox.newer("sent", None)) == [outcome.remote_id]


async def test_the_same_key_never_sends_twice(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail())
    async with session(imap, hop) as mailbox:
        one = await mailbox.perform(reply(), "key", nothing)
        other = await mailbox.perform(reply(), "key", nothing)
    assert one.remote_id == other.remote_id
    assert len(hop.taken) == len(imap.ids("Sent")) == 1


async def test_an_answer_goes_where_the_customer_wants_it(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail(Reply_To="Office <office@far.example>"))
    async with session(imap, hop) as mailbox:
        (seen,) = messages(await mailbox.newer(INBOX, None))
        assert seen.notice == "Answers to this message go to office@far.example."
        await mailbox.perform(reply(), "key", nothing)
    assert hop.taken[0].rcpt_tos == ["office@far.example"]


async def test_we_answer_from_the_address_that_was_written_to(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail(Cc="Support <support@house.example>"))
    async with session(imap, hop, addresses="sales@house.example\nsupport@house.example") as mailbox:
        outcome = await mailbox.perform(reply(), "key", nothing)
    assert hop.taken[0].mail_from == "support@house.example"
    assert outcome.message is not None
    assert outcome.message.own


async def test_files_travel_whole(imap: FakeImap, hop: Hop, tmp_path: Path) -> None:
    imap.deliver(mail())
    picture = tmp_path / "p"
    picture.write_bytes(bytes(range(256)) * 900)
    media = MediaFile(path=str(picture), mime="image/png", name="reçu du 3.png", description="the receipt")
    async with session(imap, hop) as mailbox:
        await mailbox.perform(reply("See the file.", "m1@far.example", media), "key", nothing)
        (seen,) = messages(await mailbox.newer("sent", None))
        (file,) = seen.attachments
        assert file.description == "reçu du 3.png"
        assert await mailbox.download(file.url, 1_000_000) == picture.read_bytes()
    part = hop.mails[0].get_payload()[1]  # type: ignore[index]  # it is a list: the mail has two parts
    assert part.get_payload(decode=True) == picture.read_bytes()  # type: ignore[union-attr]  # a part


async def test_a_file_that_is_gone_is_said_before_anything_leaves(imap: FakeImap, hop: Hop, tmp_path: Path) -> None:
    imap.deliver(mail())
    media = MediaFile(path=str(tmp_path / "none"), mime="image/png", name="a.png")
    async with session(imap, hop) as mailbox:
        with pytest.raises(InputError, match=r"a\.png"):
            await mailbox.perform(reply("x", "m1@far.example", media), "key", nothing)
    assert not hop.taken


async def test_a_first_mail_takes_its_first_line_as_subject(imap: FakeImap, hop: Hop) -> None:
    command = SendMessage(text="Your order 7\n\nIt is here.", visibility=Visibility.DIRECT, to_profile=CAMILLE)
    async with session(imap, hop) as mailbox:
        await mailbox.perform(command, "key", nothing)
        with pytest.raises(InputError):
            await mailbox.perform(SendMessage(text="x", visibility=Visibility.DIRECT), "other", nothing)
    assert hop.mails[0]["Subject"] == "Your order 7"
    assert hop.mails[0]["In-Reply-To"] is None


@pytest.mark.parametrize(
    "head",
    [
        {"sender": "MAILER-DAEMON@far.example"},
        {"sender": "no-reply@far.example"},
        {"Content_Type": "multipart/report; report-type=delivery-status; boundary=b"},
    ],
)
async def test_nobody_answers_a_robot(imap: FakeImap, hop: Hop, head: dict[str, str]) -> None:
    imap.deliver(mail(**head))  # type: ignore[arg-type]  # header fields
    async with session(imap, hop) as mailbox:
        (seen,) = messages(await mailbox.newer(INBOX, None))
        assert seen.author.bot
        assert seen.notice
        with pytest.raises(Unsupported, match="Nobody reads"):
            await mailbox.perform(reply(), "key", nothing)
    assert not hop.taken


async def test_what_is_answered_is_found_wherever_it_was_moved_to(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail(), "R&AOk-clamations")
    async with session(imap, hop) as mailbox:
        await mailbox.perform(reply(), "key", nothing)
        with pytest.raises(Gone):
            await mailbox.perform(reply(to="gone@far.example"), "other", nothing)
    assert len(hop.taken) == 1


async def test_a_mail_without_an_id_can_be_answered(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail(id="", Date="Fri, 20 Nov 2026 10:00:00 +0000"), at=NOW)
    async with session(imap, hop) as mailbox:
        (seen,) = messages(await mailbox.newer(INBOX, None))
        await mailbox.perform(reply(to=seen.remote_id), "key", nothing)
    assert hop.taken[0].rcpt_tos == [CAMILLE]
    assert hop.mails[0]["In-Reply-To"] is None


@pytest.mark.parametrize(
    ("said", "error"),
    [("552 too big", Rejected), ("451 later", ServerTrouble), ("452 4.7.1 rate limit exceeded", RateLimited)],
)
async def test_a_no_after_the_dot_is_a_no(imap: FakeImap, hop: Hop, said: str, error: type[KnownError]) -> None:
    imap.deliver(mail())
    hop.answer = lambda _: said
    async with session(imap, hop) as mailbox:
        with pytest.raises(error) as caught:
            await mailbox.perform(reply(), "key", nothing)
    assert not caught.value.maybe_done
    assert not imap.ids("Sent")


@pytest.mark.parametrize(
    ("said", "error"),
    [("550 no such user", Rejected), ("450 greylisted", ServerTrouble), ("535 who are you", SignInNeeded)],
)
async def test_a_no_to_a_recipient_sends_nothing(imap: FakeImap, hop: Hop, said: str, error: type[KnownError]) -> None:
    imap.deliver(mail())
    hop.at_recipient = lambda _: said
    async with session(imap, hop) as mailbox:
        with pytest.raises(error) as caught:
            await mailbox.perform(reply(), "key", nothing)
    assert not caught.value.maybe_done
    assert not hop.taken


async def test_silence_after_the_dot_may_be_either(imap: FakeImap, hop: Hop) -> None:
    """The server took it and hung up: nobody knows, until the server's own copy says so."""
    imap.deliver(mail())
    hop.answer = lambda _: ""
    async with session(imap, hop) as mailbox:
        with pytest.raises(NoAnswer) as caught:
            await mailbox.perform(reply(), "key", nothing)
        assert caught.value.maybe_done
        with pytest.raises(Unsupported, match="can't be looked up"):
            await mailbox.find_sent(reply(), FENCE, "key")
        imap.deliver(hop.taken[0].content or b"", "Sent")  # type: ignore[arg-type]  # bytes
        outcome = await mailbox.find_sent(reply(), FENCE, "key")
        assert outcome is not None
        assert outcome.remote_id == own_id("key", US)
        await mailbox.perform(reply(), "key", nothing)
    assert len(hop.taken) == 1


async def test_a_server_that_files_every_copy_can_say_that_it_never_came(imap: FakeImap, hop: Hop) -> None:
    imap.capabilities = f"{CAPABILITIES} X-GM-EXT-1"
    async with session(imap, hop) as mailbox:
        assert await mailbox.find_sent(reply(), FENCE, "key") is None


async def test_a_server_for_sending_that_is_away_lets_it_wait(imap: FakeImap) -> None:
    imap.deliver(mail())
    async with session(imap) as mailbox:
        with pytest.raises(Offline) as caught:
            await mailbox.perform(reply(), "key", nothing)
    assert not caught.value.maybe_done


async def test_a_server_that_files_its_own_copy_gets_no_second_one(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail())

    def filing(envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        imap.deliver(envelope.content, "Sent")
        return "250 taken"

    hop.answer = filing
    async with session(imap, hop) as mailbox:
        await mailbox.perform(reply(), "key", nothing)
    assert len(imap.ids("Sent")) == 1


async def test_gmail_files_its_own_copy_later(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail())
    imap.capabilities = f"{CAPABILITIES} X-GM-EXT-1"
    async with session(imap, hop) as mailbox:
        await mailbox.perform(reply(), "key", nothing)
    assert not imap.ids("Sent")


async def test_a_copy_that_could_not_be_filed_is_filed_later(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail())
    imap.fault = lambda command, _: "TAG NO [UNAVAILABLE] disk" if command == "APPEND" else None
    async with session(imap, hop) as mailbox:
        await mailbox.perform(reply(), "key", nothing)
        assert not imap.ids("Sent")
        imap.fault = lambda *_: None
        await mailbox.newer("sent", None)
    assert len(imap.ids("Sent")) == 1
    assert len(hop.taken) == 1


async def test_an_append_that_was_done_without_an_answer_is_not_done_again(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail())
    taken: list[str] = []

    def fault(command: str, _: str) -> str | None:
        if command == "APPEND" and not taken:
            taken.append(command)
            imap.deliver(hop.taken[0].content or b"", "Sent")  # type: ignore[arg-type]  # bytes
            return ""
        return None

    imap.fault = fault
    async with session(imap, hop) as mailbox:
        await mailbox.perform(reply(), "key", nothing)
        await mailbox.newer("sent", None)
    assert len(imap.ids("Sent")) == 1


async def test_what_mail_cannot_do_is_said(imap: FakeImap, hop: Hop) -> None:
    async with session(imap, hop) as mailbox:
        with pytest.raises(Unsupported):
            await mailbox.perform(EditMessage(remote_id="x@y", text="x"), "key", nothing)
        with pytest.raises(Unsupported):
            await mailbox.perform(DoDeed(deed=Deed.FAVOURITE, target="x@y"), "key", nothing)
        assert await mailbox.find_sent(EditMessage(remote_id="x@y", text="x"), FENCE, "key") is None


async def test_a_letter_for_its_size_is_refused_before_it_is_sent(imap: FakeImap, hop: Hop) -> None:
    async with session(imap, hop) as mailbox:
        described = await mailbox.describe()
    assert 0 < described.image_size_limit < 40_000_000
    assert described.streaming
    assert described.trash
    assert described.missing == (describing.NO_PROOF,)


async def test_a_server_for_sending_that_is_away_keeps_nothing_from_being_read(imap: FakeImap) -> None:
    async with session(imap) as mailbox:
        assert (await mailbox.describe()).image_size_limit > 0


def test_a_dot_at_the_beginning_of_a_line_is_doubled_on_the_way() -> None:
    assert smtp.stuffed(b".one\r\n..two\r\nthree") == b"..one\r\n...two\r\nthree\r\n"


async def test_a_dot_stays_a_dot(imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail())
    async with session(imap, hop) as mailbox:
        await mailbox.perform(reply(".\n..\n.end\nFrom here on\n> no quote"), "key", nothing)
    assert content.readable(structure.of_mail(hop.mails[0])).strip() == ".\n..\n.end\nFrom here on\n> no quote"


@pytest.mark.parametrize("command", ["LIST", "EXAMINE", "UID SEARCH", "UID FETCH"])
async def test_silence_while_the_parent_is_looked_up_is_no_doubt_about_the_mail(
    imap: FakeImap, hop: Hop, command: str
) -> None:
    imap.deliver(mail())
    imap.fault = lambda name, _: "" if name == command else None
    async with session(imap, hop) as mailbox:
        with pytest.raises(KnownError) as caught:
            await mailbox.perform(reply(), "key", nothing)
    assert not caught.value.maybe_done
    assert caught.value.retryable
    assert not hop.taken
