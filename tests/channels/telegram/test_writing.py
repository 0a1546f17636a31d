"""One command, one request; what Telegram refuses is told in words, and what may have arrived is never called sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.telegram import CHANNEL
from scrm_desktop.channels.telegram.typical import REACTIONS, TYPICAL
from scrm_desktop.domain.commands import (
    Command,
    Deed,
    DoDeed,
    EditMessage,
    Fence,
    MediaFile,
    Outcome,
    ReportPerson,
    SendMessage,
)
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import (
    Forbidden,
    Gone,
    InputError,
    RateLimited,
    Rejected,
    RemoteRefusal,
    ServerTrouble,
    SignInNeeded,
    Unsupported,
)
from support.fake_telegram import ANNA, BEN, GROUP, FakeTelegram, private


async def _uploaded(index: int, remote_id: str) -> None:
    raise AssertionError("a file goes with its message")


async def do(session: Session, command: Command) -> Outcome:
    return await session.perform(command, "key", _uploaded)


def answer(text: str = "It leaves today.", **more: Any) -> SendMessage:
    return SendMessage(**{"text": text, "visibility": Visibility.DIRECT, "in_reply_to": "1001:101", **more})


async def test_an_answer_in_private_quotes_what_it_answers(fake: FakeTelegram, session: Session) -> None:
    fake.message("Where?")
    outcome = await do(session, answer("<b>It</b> *leaves* today."))
    (sent,) = fake.sent()
    assert sent["text"] == "<b>It</b> *leaves* today."
    assert sent["reply_to_message"]["message_id"] == 101
    assert outcome.remote_id == f"1001:{sent['message_id']}"
    assert outcome.message is not None
    assert outcome.message.own
    assert outcome.message.in_reply_to == "1001:101"
    assert [one.remote_id for one in outcome.message.mentions] == ["1001"]
    assert "parse_mode" not in fake.calls("sendMessage")[0]


async def test_an_answer_in_a_group(fake: FakeTelegram, session: Session) -> None:
    fake.message("Where?", chat=GROUP)
    outcome = await do(session, answer(in_reply_to="-1001234567890:101", visibility=Visibility.PUBLIC))
    assert fake.sent()[0]["chat"] == GROUP
    assert outcome.message is not None
    assert outcome.message.in_reply_to_author == "1001"


async def test_a_private_answer_to_what_was_said_in_a_group_goes_to_the_person(
    fake: FakeTelegram, session: Session
) -> None:
    fake.message("Where?", chat=GROUP)
    fake.message("Hello")
    await do(session, answer(in_reply_to="-1001234567890:101", to_profile="1001"))
    assert fake.sent()[0]["chat"] == private(ANNA)
    assert "reply_to_message" not in fake.sent()[0]


async def test_a_business_answer_goes_out_in_the_owners_name(fake: FakeTelegram, session: Session) -> None:
    fake.message("Where?", business_connection_id="bc1")
    outcome = await do(session, answer(in_reply_to="1001:101:bc1"))
    (sent,) = fake.sent()
    assert sent["business_connection_id"] == "bc1"
    assert outcome.remote_id == f"1001:{sent['message_id']}:bc1"
    assert outcome.message is not None
    assert outcome.message.own
    await do(session, EditMessage(remote_id=outcome.remote_id, text="Tomorrow."))
    assert fake.sent()[0]["text"] == "Tomorrow."
    with pytest.raises(Unsupported, match="business"):
        await do(session, DoDeed(deed=Deed.REACT, target=outcome.remote_id, value="👍"))
    await do(session, DoDeed(deed=Deed.DELETE, target=outcome.remote_id))
    assert fake.sent() == []


async def test_a_bot_has_no_page_of_its_own(fake: FakeTelegram, session: Session) -> None:
    for command in (answer(in_reply_to=None, visibility=Visibility.PUBLIC), answer(in_reply_to=None)):
        with pytest.raises(Unsupported, match="no page of its own"):
            await do(session, command)
    with pytest.raises(Unsupported):
        await do(session, answer(in_reply_to="somewhere"))
    with pytest.raises(InputError, match="no warnings"):
        await do(session, answer(content_warning="food"))
    assert fake.asked == []


async def test_the_limit_is_counted_as_telegram_counts(fake: FakeTelegram, session: Session) -> None:
    fake.message("Where?")
    longest = "👍" * TYPICAL.max_characters
    assert CHANNEL.count(longest, "", TYPICAL) == TYPICAL.max_characters
    await do(session, answer(longest))
    with pytest.raises(Rejected, match="too long"):
        await do(session, answer(longest + "!"))
    assert CHANNEL.count("a\r\nb", "", TYPICAL) == 3


@pytest.mark.parametrize(
    ("mime", "method"),
    [
        ("image/jpeg", "sendPhoto"),
        ("image/png", "sendPhoto"),
        ("application/pdf", "sendDocument"),
        ("video/mp4", "sendVideo"),
    ],
)
async def test_a_file_goes_with_its_text(
    fake: FakeTelegram, session: Session, tmp_path: Path, mime: str, method: str
) -> None:
    fake.message("Where?")
    path = tmp_path / "kept"
    path.write_bytes(b"\x00\xffpicture")
    file = MediaFile(path=str(path), mime=mime, name="Büro “1”.bin")
    outcome = await do(session, answer("Look", media=(file,)))
    assert fake.uploads == [("Büro “1”.bin", b"\x00\xffpicture")]
    assert fake.sent()[0]["caption"] == "Look"
    assert [name for name, _ in fake.asked if name.startswith("send")] == [method]
    assert outcome.message is not None
    assert len(outcome.message.attachments) == 1
    await do(session, EditMessage(remote_id=outcome.remote_id, text="Look here"))
    assert fake.sent()[0]["caption"] == "Look here"
    again = await do(session, EditMessage(remote_id=outcome.remote_id, text="Look here"))
    assert again.remote_id == outcome.remote_id


async def test_a_picture_that_is_too_large_goes_as_a_file(fake: FakeTelegram, session: Session, tmp_path: Path) -> None:
    fake.message("Where?")
    path = tmp_path / "kept"
    with path.open("wb") as file:
        file.truncate(10 * 1024 * 1024 + 1)
    await do(session, answer("", media=(MediaFile(path=str(path), mime="image/png", name="a.png"),)))
    assert "document" in fake.sent()[0]
    assert "caption" not in fake.sent()[0]


async def test_what_can_not_go_with_a_file_is_refused_before_anything_leaves(
    fake: FakeTelegram, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"x")
    file = MediaFile(path=str(path), mime="image/png", name="a.png")
    with pytest.raises(InputError, match="1024 characters"):
        await do(session, answer("x" * 1025, media=(file,)))
    path.unlink()
    with pytest.raises(InputError, match="can't be read any more"):
        await do(session, answer("", media=(file,)))
    assert fake.asked == []
    for media, sizes in (((file, file), (1, 1)), ((file,), (51 * 1024 * 1024,)), ((file,), (0,))):
        assert CHANNEL.check_media(media, sizes, TYPICAL).endswith(".")
    described = MediaFile(path=str(path), mime="image/png", name="a.png", description="A cat")
    assert "no descriptions" in CHANNEL.check_media((described,), (1,), TYPICAL)


async def test_an_edit_that_changes_nothing_is_done(fake: FakeTelegram, session: Session) -> None:
    fake.message("Where?")
    outcome = await do(session, answer("Today."))
    edited = await do(session, EditMessage(remote_id=outcome.remote_id, text="Tomorrow."))
    assert edited.message is not None
    assert (edited.message.text, edited.message.edited_at is not None) == ("Tomorrow.", True)
    again = await do(session, EditMessage(remote_id=outcome.remote_id, text="Tomorrow."))
    assert again == Outcome(remote_id=outcome.remote_id)
    with pytest.raises(Gone):
        await do(session, EditMessage(remote_id="1001:9999", text="x"))


async def test_deleting_and_its_two_days(fake: FakeTelegram, session: Session) -> None:
    fake.message("Where?")
    outcome = await do(session, answer())
    await do(session, DoDeed(deed=Deed.DELETE, target=outcome.remote_id))
    assert fake.sent() == []
    await do(session, DoDeed(deed=Deed.DELETE, target=outcome.remote_id))  # what is gone is deleted
    outcome = await do(session, answer())
    fake.sent()[0]["date"] -= 49 * 3600
    with pytest.raises(Rejected, match="48 hours"):
        await do(session, DoDeed(deed=Deed.DELETE, target=outcome.remote_id))


async def test_one_reaction_at_a_time(fake: FakeTelegram, session: Session) -> None:
    fake.message("Thanks!")
    for emoji in REACTIONS:
        await do(session, DoDeed(deed=Deed.REACT, target="1001:101", value=emoji))
        assert fake.reactions[1001, 101] == [{"type": "emoji", "emoji": emoji}]
    await do(session, DoDeed(deed=Deed.UNREACT, target="1001:101", value=REACTIONS[-1]))
    assert fake.reactions[1001, 101] == []
    with pytest.raises(Rejected, match="does not allow this emoji"):
        await do(session, DoDeed(deed=Deed.REACT, target="1001:101", value="🧇"))


@pytest.mark.parametrize("deed", sorted(set(Deed) - {Deed.DELETE, Deed.REACT, Deed.UNREACT}))
async def test_what_a_bot_can_not_do_is_said(fake: FakeTelegram, session: Session, deed: Deed) -> None:
    with pytest.raises(Unsupported):
        await do(session, DoDeed(deed=deed, target="1001:101"))
    with pytest.raises(Unsupported):
        await do(session, ReportPerson(profile_id="1001"))
    assert fake.asked == []


@pytest.mark.parametrize(
    ("code", "description", "kind", "words"),
    [
        (403, "Forbidden: bot was blocked by the user", Forbidden, "has blocked the bot"),
        (403, "Forbidden: user is deactivated", Forbidden, "does not exist any more"),
        (403, "Forbidden: bot can't initiate conversation with a user", Forbidden, "can't write first"),
        (403, "Forbidden: bot was kicked from the supergroup chat", Forbidden, "removed from this group"),
        (400, "Bad Request: message to be replied not found", Gone, "deleted"),
        (400, "Bad Request: chat not found", Rejected, "does not know this chat"),
        (400, "Bad Request: not enough rights to send text messages to the chat", Rejected, "no right"),
        (400, "Bad Request: group chat was upgraded to a supergroup chat", Rejected, "newer message"),
        (400, "Bad Request: BUSINESS_CONNECTION_INVALID", Rejected, "disconnected this bot"),
        (400, "Bad Request: something that is new <b>here</b>", Rejected, "something that is new"),
        (413, "Request Entity Too Large", Rejected, "50 MB"),
        (401, "Unauthorized", SignInNeeded, "does not accept this login"),
        (500, "Internal Server Error", ServerTrouble, "500"),
        (502, "Bad Gateway", ServerTrouble, "502"),
    ],
)
async def test_a_refusal_in_words(
    fake: FakeTelegram, session: Session, code: int, description: str, kind: type[RemoteRefusal], words: str
) -> None:
    fake.message("Where?")
    fake.trouble("sendMessage", code, description)
    with pytest.raises(kind, match=words) as caught:
        await do(session, answer())
    assert caught.value.maybe_done == (code >= 500)
    assert fake.sent() == []


async def test_too_many_answers(fake: FakeTelegram, session: Session) -> None:
    fake.message("Where?")
    fake.trouble("sendMessage", 429, "Too Many Requests: retry after 9", retry_after=9)
    with pytest.raises(RateLimited):
        await do(session, answer())
    await do(session, answer())
    assert len(fake.sent()) == 1


async def test_who_blocked_the_bot(fake: FakeTelegram, session: Session) -> None:
    fake.message("Where?", who=BEN)
    fake.blocked.add(1002)
    with pytest.raises(Forbidden, match="has blocked the bot"):
        await do(session, answer(in_reply_to="1002:101"))


async def test_nothing_can_be_read_back(session: Session) -> None:
    fence = await session.fence()
    assert fence.newest_own_id is None
    with pytest.raises(Unsupported, match="read its own messages"):
        await session.find_sent(answer(), Fence(newest_own_id=None, at=fence.at), "key")


async def test_a_file_is_fetched_when_it_is_asked_for(fake: FakeTelegram, session: Session) -> None:
    fake.files["photos/abc.jpg"] = b"\xff\xd8picture"
    assert await session.download("tg:abc", 1000) == b"\xff\xd8picture"
    with pytest.raises(Rejected, match="does not have this file"):
        await session.download("tg:missing", 1000)
    for url in ("https://evil.example/a.png", "file:///etc/passwd", "tg:", "abc"):
        with pytest.raises(InputError):
            await session.download(url, 1000)
