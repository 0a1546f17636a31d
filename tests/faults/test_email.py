"""A mailbox with the whole engine: one conversation a thread, nothing twice, nothing lost, doubt put to a person."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiosmtpd.smtp import Envelope

from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.messages import Moderation
from scrm_desktop.domain.views import Mode
from scrm_desktop.service import Service
from support.engine_parts import QUICK, QuickHttp, file_credentials
from support.fake_imap import CAPABILITIES, FakeImap
from support.mail_parts import US, mail
from support.running import Running
from support.smtp_hop import Hop

#: The program waits for news for longer than these tests take.
TIMING = replace(QUICK, stream_silence=30.0)


class NoHelp:
    """Nobody sits there."""

    async def open_browser(self, url: str) -> bool:
        """There is none."""
        return False

    async def ask_code(self, url: str) -> str:
        """Nobody answers."""
        return ""


@pytest.fixture
def imap() -> Iterator[FakeImap]:
    """A mailbox."""
    with FakeImap() as server:
        yield server


@pytest.fixture
def hop() -> Iterator[Hop]:
    """Where mail is handed in."""
    server = Hop()
    yield server
    server.close()


@pytest.fixture
async def house(tmp_path: Path, imap: FakeImap, hop: Hop) -> AsyncIterator[Running]:
    """An engine that reads the mailbox."""
    profile = tmp_path / "profile"
    credentials = file_credentials(profile.with_suffix(".keys"))
    service = await Service.open(profile, actor="Test", credentials=credentials, http=QuickHttp(1.5), timing=TIMING)
    try:
        await service.start()
        servers = {"imap": f"127.0.0.1:{imap.port}", "smtp": f"127.0.0.1:{hop.port}"}
        answers = {"address": US, "password": imap.password, "name": "House", **servers}
        account = await service.sign_in("email", answers, NoHelp(), keep=True)
        yield Running(service, account, profile)
    finally:
        await service.close()


async def test_a_talk_is_one_conversation_and_our_copy_no_second_message(
    house: Running, imap: FakeImap, hop: Hop
) -> None:
    imap.deliver(mail())
    number = await house.conversation("Where is my parcel?")
    row = await house.say(number, "It left today.", Mode.DIRECT)
    await house.state(row.id, OutboxState.SENT)
    ours = hop.mails[0]["Message-ID"]
    imap.deliver(mail("Thank you!", id="<m2@x>", subject="Re: Parcel", In_Reply_To=ours))
    assert await house.conversation("Thank you!") == number
    assert [one.text for one in await house.items(number)] == [
        "Parcel\n\nWhere is my parcel?",
        "It left today.",
        "Thank you!",
    ]
    assert len(imap.ids("Sent")) == 1


async def test_what_a_colleague_answers_elsewhere_is_ours_and_nobody_waits(house: Running, imap: FakeImap) -> None:
    imap.deliver(mail())
    number = await house.conversation("Where is my parcel?")
    imap.deliver(mail("On its way.", id="<s1@house.example>", sender=US, In_Reply_To="<m1@far.example>"), "Sent")

    async def answered() -> bool:
        await house.service.check_now()
        (row,) = await house.rows()
        return row.waiting_since is None

    await house.until(answered, why="the answer is known")
    assert next(one.text for one in await house.ours(number)).endswith("On its way.")


async def test_news_comes_at_once(house: Running, imap: FakeImap) -> None:
    imap.deliver(mail())
    await house.conversation("Where is my parcel?")

    async def listening() -> bool:
        return (await house.health()).streaming

    await house.until(listening, why="it listens")
    imap.deliver(mail("Hello?", id="<m2@x>"))

    async def there() -> bool:
        return any("Hello?" in row.last_text for row in await house.rows())

    await house.until(there, 10, "it came without being asked for")


async def test_doubt_about_a_mail_is_put_to_a_person_and_nothing_goes_twice(
    house: Running, imap: FakeImap, hop: Hop
) -> None:
    imap.deliver(mail())
    number = await house.conversation("Where is my parcel?")
    hop.answer = lambda _: ""
    row = await house.say(number, "It left today.", Mode.DIRECT)

    async def asked() -> bool:
        return (await house.row(row.id)).error_code == "MaybeSent"

    await house.until(asked, why="the person is asked")
    assert (await house.row(row.id)).state is OutboxState.UNCONFIRMED
    assert len(hop.taken) == 1


async def test_a_copy_that_the_server_filed_ends_the_doubt(house: Running, imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail())
    number = await house.conversation("Where is my parcel?")
    imap.capabilities = f"{CAPABILITIES} X-GM-EXT-1"

    def filing(envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        imap.deliver(envelope.content, "Sent")
        return ""

    hop.answer = filing
    row = await house.say(number, "It left today.", Mode.DIRECT)
    await house.state(row.id, OutboxState.SENT)
    assert len(hop.taken) == 1
    assert len(await house.ours(number)) == 1


async def test_a_server_that_is_busy_gets_the_mail_later_and_once(house: Running, imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail())
    number = await house.conversation("Where is my parcel?")
    said = iter(["451 greylisted", "451 greylisted"])
    hop.at_recipient = lambda _: next(said, "250 OK")
    row = await house.say(number, "It left today.", Mode.DIRECT)
    await house.state(row.id, OutboxState.SENT)
    assert len(hop.taken) == 1


async def test_a_bounce_is_answered_by_nobody(house: Running, imap: FakeImap, hop: Hop) -> None:
    imap.deliver(mail("It could not be delivered.", sender="MAILER-DAEMON@far.example"))
    number = await house.conversation("It could not be delivered.")
    row = await house.say(number, "Why not?", Mode.DIRECT)
    failed = await house.state(row.id, OutboxState.FAILED)
    assert "Nobody reads answers" in failed.error
    assert not hop.taken


async def test_a_folder_made_anew_doubles_nothing(house: Running, imap: FakeImap) -> None:
    for number in range(60):
        imap.deliver(mail(f"number {number}", id=f"<n{number}@x>", sender=f"c{number}@far.example"))
    await house.conversation("number 59")
    imap.hang_up()
    imap.renew("INBOX")
    imap.deliver(mail("after it", id="<after@x>"))
    await house.conversation("after it")

    async def whole() -> bool:
        return len(await house.rows()) == 61

    await house.until(whole, why="each conversation is there once")


async def test_customers_who_answer_one_newsletter_stay_apart(house: Running, imap: FakeImap) -> None:
    many = ", ".join(f"c{number}@far.example" for number in range(9))
    imap.deliver(mail("Our news", id="<news@house.example>", sender=US, To=many), "Sent")
    for number in range(3):
        head = {"In_Reply_To": "<news@house.example>", "subject": "Re: News"}
        imap.deliver(mail(f"answer {number}", id=f"<a{number}@x>", sender=f"c{number}@far.example", **head))
    found = {await house.conversation(f"answer {number}") for number in range(3)}
    assert len(found) == 3


async def test_a_mail_that_a_colleague_threw_away_is_shown_as_that(house: Running, imap: FakeImap) -> None:
    imap.deliver(mail())
    number = await house.conversation("Where is my parcel?")
    imap.deliver(imap.folders["INBOX"].mails[0].data, "Trash")
    imap.expunge("INBOX", 1)

    async def told() -> bool:
        return (await house.items(number))[0].moderation is Moderation.TRASH

    await house.until(told, why="it lies in the trash")
