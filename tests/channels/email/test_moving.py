"""Mails that are looked at again, thrown away, taken back, waited for, and fetched from."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from scrm_desktop.channels.email import listening
from scrm_desktop.channels.email import session as sessions
from scrm_desktop.channels.email.naming import FilePlace
from scrm_desktop.domain.commands import Deed, DoDeed
from scrm_desktop.domain.events import MessageGone
from scrm_desktop.domain.messages import Moderation
from scrm_desktop.errors import Gone, InputError, NetworkError, UnsafeAnswer, Unsupported
from support.fake_imap import CAPABILITIES, FakeImap
from support.mail_parts import INBOX, mail, messages, nothing, session

M1 = "m1@far.example"
FILE = (
    '--b\nContent-Type: text/plain\n\nSee it.\n--b\nContent-Type: application/pdf; name="a.pdf"\n'
    "Content-Transfer-Encoding: base64\n\n" + "QUJD\n" * 2000 + "--b--\n"
)
MIXED = 'multipart/mixed; boundary="b"'


@pytest.mark.parametrize("capabilities", [CAPABILITIES, CAPABILITIES.replace(" MOVE", "")])
async def test_throwing_away_and_taking_back(imap: FakeImap, capabilities: str) -> None:
    imap.capabilities = capabilities
    imap.deliver(mail())
    imap.deliver(mail(id="<other@x>"), flags="\\Deleted")
    async with session(imap) as mailbox:
        for deed, place, becomes in (
            (Deed.TRASH, "Trash", Moderation.TRASH),
            (Deed.TRASH, "Trash", Moderation.TRASH),
            (Deed.UNTRASH, "INBOX", Moderation.NONE),
            (Deed.SPAM, "Junk", Moderation.SPAM),
            (Deed.UNSPAM, "INBOX", Moderation.NONE),
        ):
            outcome = await mailbox.perform(DoDeed(deed=deed, target=M1), "key", nothing)
            assert outcome.message is not None
            assert outcome.message.moderation is becomes
            assert [name for name in imap.folders if f"<{M1}>" in imap.ids(name)] == [place]
        with pytest.raises(Gone):
            await mailbox.perform(DoDeed(deed=Deed.TRASH, target="none@x"), "key", nothing)
    assert "<other@x>" in imap.ids("INBOX")


async def test_a_mailbox_without_the_folder_cannot(imap: FakeImap) -> None:
    del imap.folders["Trash"], imap.folders["Junk"]
    imap.deliver(mail())
    async with session(imap) as mailbox:
        described = await mailbox.describe()
        assert not described.trash
        assert not described.spam
        assert sum("from here" in one for one in described.missing) == 2
        with pytest.raises(Unsupported):
            await mailbox.perform(DoDeed(deed=Deed.TRASH, target=M1), "key", nothing)


async def test_a_mail_that_moved_is_no_mail_that_is_gone(imap: FakeImap) -> None:
    uid = imap.deliver(mail())
    async with session(imap) as mailbox:
        await mailbox.newer(INBOX, None)
        assert not (await mailbox.refresh((M1,))).events
        imap.deliver(mail(), "Trash")
        imap.expunge("INBOX", uid)
        (seen,) = messages(await mailbox.refresh((M1,)))
        assert seen.moderation is Moderation.TRASH
        assert not (await mailbox.refresh((M1,))).events
        imap.expunge("Trash", 1)
        assert (await mailbox.refresh((M1,))).events == (MessageGone(remote_id=M1),)


async def test_a_file_is_fetched_when_it_is_asked_for(imap: FakeImap) -> None:
    imap.deliver(mail(FILE, Content_Type=MIXED))
    async with session(imap) as mailbox:
        (seen,) = messages(await mailbox.newer(INBOX, None))
        url = seen.attachments[0].url
        assert await mailbox.download(url, 10_000) == b"ABC" * 2000
        with pytest.raises(UnsafeAnswer):
            await mailbox.download(url, 1000)
        imap.renew("INBOX")
        imap.deliver(mail(FILE, Content_Type=MIXED), "R&AOk-clamations")
        imap.expunge("INBOX", 1)
        assert await mailbox.download(url, 10_000) == b"ABC" * 2000
        imap.expunge("R&AOk-clamations", 1)
        with pytest.raises(Gone):
            await mailbox.download(url, 10_000)
        with pytest.raises(InputError):
            await mailbox.download("https://far.example/x.png", 10_000)
        assert FilePlace.of_url(url) is not None


async def test_news_wakes_within_a_moment(imap: FakeImap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "PATIENCE", 0.2)
    async with session(imap) as mailbox, aclosing(mailbox.listen()) as pages:
        assert not (await anext(pages)).wake
        imap.deliver(mail())
        async with asyncio.timeout(5):
            while not (await anext(pages)).wake:
                pass


async def test_waiting_is_renewed(imap: FakeImap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "RENEWED", 0.0)
    async with session(imap) as mailbox, aclosing(mailbox.listen()) as pages:
        for _ in range(3):
            await anext(pages)
    assert sum(one == "IDLE" for one in imap.commands) == 3


async def test_a_connection_that_ends_while_waiting_is_noticed(imap: FakeImap) -> None:
    async with session(imap) as mailbox, aclosing(mailbox.listen()) as pages:
        await anext(pages)
        waiting = asyncio.ensure_future(anext(pages))
        await asyncio.sleep(0.05)
        imap.hang_up()
        with pytest.raises(NetworkError):
            await waiting


async def test_who_stops_waiting_is_not_kept(imap: FakeImap) -> None:
    async with session(imap) as mailbox:
        pages = mailbox.listen()
        await anext(pages)
        waiting = asyncio.ensure_future(anext(pages))
        await asyncio.sleep(0.05)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        async with asyncio.timeout(3):
            await pages.aclose()


async def test_a_server_that_cannot_wait_says_so(imap: FakeImap) -> None:
    imap.capabilities = CAPABILITIES.replace(" IDLE", "")
    async with session(imap) as mailbox:
        assert not (await mailbox.describe()).streaming
        with pytest.raises(Unsupported):
            await anext(mailbox.listen())


async def test_a_slow_server_is_given_up_and_asked_anew(imap: FakeImap, monkeypatch: pytest.MonkeyPatch) -> None:
    from scrm_desktop.channels.email import line

    monkeypatch.setattr(line, "SILENCE", 0.2)
    imap.deliver(mail())
    async with session(imap) as mailbox:
        imap.fault = lambda command, _: "* OK still thinking" if command == "UID FETCH" else None
        with pytest.raises(NetworkError):
            await mailbox.newer(INBOX, None)
        imap.fault = lambda *_: None
        assert messages(await mailbox.newer(INBOX, None))
    assert sessions.MOST_TOLD > 0


@pytest.mark.parametrize("words", ["[UNAVAILABLE] later", "[NOPERM] never"])
async def test_a_folder_that_is_closed_proves_nothing(imap: FakeImap, words: str) -> None:
    imap.fault = lambda name, arguments: f"TAG NO {words}" if name == "EXAMINE" and "Trash" in arguments else None
    async with session(imap) as mailbox:
        try:
            page = await mailbox.refresh((M1,))
        except NetworkError:
            assert "later" in words
        else:
            assert not page.events
            assert "never" in words
