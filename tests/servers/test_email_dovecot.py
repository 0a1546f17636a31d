"""The mail channel against Dovecot, which nobody here wrote, with a real SMTP hop in front of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from scrm_desktop.channels.email import CHANNEL
from scrm_desktop.channels.email.session import EmailSession
from scrm_desktop.channels.http import Http
from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.commands import Deed, DoDeed, MediaFile
from scrm_desktop.domain.events import MessageGone
from scrm_desktop.domain.messages import Moderation
from scrm_desktop.errors import Gone, Rejected
from support.dovecot_server import Dovecot
from support.mail_parts import CAMILLE, INBOX, US, ids, mail, messages, nothing, reply

pytestmark = [pytest.mark.servers, pytest.mark.timeout(120)]
MIXED = 'multipart/mixed; boundary="b"'


@pytest.fixture
def dovecot(tmp_path: Path) -> Iterator[Dovecot]:
    """A running server."""
    with Dovecot(tmp_path) as server:
        yield server


@asynccontextmanager
async def connected(dovecot: Dovecot, **options: str) -> AsyncIterator[EmailSession]:
    """Signed in as a person would, and connected with what came of it."""
    login = await CHANNEL.sign_in(dovecot.answers(US), NoHelp(), Http())
    account = Account(
        id=1,
        channel="email",
        server=login.server,
        remote_id=login.remote_id,
        handle=login.handle,
        display_name=login.display_name,
        connected_at=datetime.now(UTC),
        options=(*login.options, *options.items()),
    )
    session = EmailSession(account, login.secret, Http())
    try:
        yield session
    finally:
        await session.close()


class NoHelp:
    """Nobody sits there."""

    async def open_browser(self, url: str) -> bool:
        """There is none."""
        return False

    async def ask_code(self, url: str) -> str:
        """Nobody answers."""
        return ""


async def test_a_day_of_a_mailbox(dovecot: Dovecot) -> None:
    dovecot.deliver(mail("Où est mon colis ?"), US)
    async with connected(dovecot) as mailbox:
        described = await mailbox.describe()
        assert described.streaming
        assert described.trash
        assert described.spam
        first = await mailbox.newer(INBOX, None)
        assert messages(first)[0].text == "Parcel\n\nOù est mon colis ?"
        outcome = await mailbox.perform(reply("Il arrive."), "key", nothing)
        assert message_from_bytes(dovecot.delivered(CAMILLE)[0])["In-Reply-To"] == "<m1@far.example>"
        assert ids(await mailbox.newer("sent", None)) == [outcome.remote_id]
        await mailbox.perform(reply("Il arrive."), "key", nothing)
        assert len(dovecot.delivered(CAMILLE)) == 1
        assert len(dovecot.mails_in(US, "Sent")) == 1
        found = await mailbox.find_sent(reply("Il arrive."), await mailbox.fence(), "key")
        assert found is not None
        assert found.remote_id == outcome.remote_id


async def test_idle_wakes_within_a_second(dovecot: Dovecot) -> None:
    async with connected(dovecot) as mailbox, aclosing(mailbox.listen()) as pages:
        cursor = (await mailbox.newer(INBOX, None)).cursor
        await anext(pages)
        waiting = asyncio.ensure_future(anext(pages))
        began = time.monotonic()
        await asyncio.to_thread(dovecot.deliver, mail(), US)
        assert (await waiting).wake
        assert time.monotonic() - began < 10
        assert ids(await mailbox.newer(INBOX, cursor)) == ["m1@far.example"]


async def test_charsets_of_france_and_japan(dovecot: Dovecot) -> None:
    for number, (charset, text) in enumerate(
        (("iso-8859-1", "Où est mon colis ?"), ("windows-1252", "10 € – “merci”"), ("iso-2022-jp", "荷物はどこですか"),
         ("shift_jis", "荷物はどこですか"), ("euc-jp", "荷物はどこですか"), ("utf-8", "荷物 où ?"))
    ):  # fmt: skip
        head = f"From: {CAMILLE}\r\nMessage-ID: <c{number}@x>\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
        dovecot.deliver(head.encode() + text.encode(charset), US)
    async with connected(dovecot) as mailbox:
        found = {one.remote_id: one.text for one in messages(await mailbox.newer(INBOX, None))}
        outcome = await mailbox.perform(reply("承知しました。\nÀ bientôt !", "c2@x"), "key", nothing)
        (sent,) = messages(await mailbox.newer("sent", None))
    assert list(found.values()) == [
        "Où est mon colis ?",
        "10 € – “merci”",
        "荷物はどこですか",
        "荷物はどこですか",
        "荷物はどこですか",
        "荷物 où ?",
    ]
    assert sent.remote_id == outcome.remote_id
    assert sent.text.endswith("承知しました。\nÀ bientôt !")


async def test_attachments_both_ways(dovecot: Dovecot, tmp_path: Path) -> None:
    line = "QUJD" * 19
    for number, lines in enumerate((10, 20_000)):
        body = (
            "--b\nContent-Type: text/plain\n\nSee it.\n--b\nContent-Type: application/pdf\n"
            f"Content-Disposition: attachment; filename*=utf-8''facture%20n%C2%B0{number}.pdf\n"
            "Content-Transfer-Encoding: base64\n\n" + f"{line}\n" * lines + "--b--\n"
        )
        dovecot.deliver(mail(body, id=f"<f{number}@x>", Content_Type=MIXED), US)
    async with connected(dovecot) as mailbox:
        for number, (seen, lines) in enumerate(
            zip(messages(await mailbox.newer(INBOX, None)), (10, 20_000), strict=True)
        ):
            (file,) = seen.attachments
            assert file.description == f"facture n°{number}.pdf"
            assert await mailbox.download(file.url, 5_000_000) == b"ABC" * 19 * lines
        ours = tmp_path / "ours"
        ours.write_bytes(bytes(range(256)) * 4000)
        media = MediaFile(path=str(ours), mime="image/png", name="reçu.png")
        await mailbox.perform(reply("Voilà.", "f0@x", media), "key", nothing)
        (sent,) = messages(await mailbox.newer("sent", None))
        assert await mailbox.download(sent.attachments[0].url, 5_000_000) == ours.read_bytes()


async def test_a_folder_made_anew_loses_nothing_and_doubles_nothing(dovecot: Dovecot) -> None:
    dovecot.deliver(mail(), US)
    async with connected(dovecot, folders="Réclamations") as mailbox:
        name = "Réclamations"
        box = dovecot.box(US)
        box.select("INBOX")
        box.copy("1", '"R&AOk-clamations"')
        first = await mailbox.newer(name, None)
        assert ids(first) == ["m1@far.example"]
        # Dovecot dates a folder's validity by the second.
        began = int(time.time())
        while int(time.time()) <= began:
            await asyncio.sleep(0.05)
        box.delete('"R&AOk-clamations"')
        box.create('"R&AOk-clamations"')
        box.copy("1", '"R&AOk-clamations"')
        box.logout()
        with pytest.raises(Gone):
            await mailbox.newer(name, first.cursor)
        assert ids(await mailbox.newer(name, None)) == ["m1@far.example"]


async def test_moving_deleting_and_expunging_elsewhere(dovecot: Dovecot) -> None:
    for number in range(3):
        dovecot.deliver(mail(id=f"<m{number}@x>"), US)
    async with connected(dovecot) as mailbox:
        first = await mailbox.newer(INBOX, None)
        everything = ("m0@x", "m1@x", "m2@x")
        assert not (await mailbox.refresh(everything)).events
        box = dovecot.box(US)
        box.select("INBOX")
        box.uid("MOVE", "1", "Trash")
        box.uid("STORE", "2", "+FLAGS", "(\\Deleted)")
        (seen,) = messages(await mailbox.newer(INBOX, first.cursor))
        assert (seen.remote_id, seen.moderation) == ("m1@x", Moderation.TRASH)
        box.expunge()
        page = await mailbox.refresh(everything)
        assert [(one.remote_id, one.moderation) for one in messages(page)] == [("m0@x", Moderation.TRASH)]
        assert MessageGone(remote_id="m1@x") in page.events
        for deed, moderation in ((Deed.SPAM, Moderation.SPAM), (Deed.UNSPAM, Moderation.NONE)):
            outcome = await mailbox.perform(DoDeed(deed=deed, target="m2@x"), "key", nothing)
            assert outcome.message is not None
            assert outcome.message.moderation is moderation
        box.logout()


async def test_history_of_a_full_mailbox(dovecot: Dovecot) -> None:
    box = dovecot.box(US)
    began = datetime.now(UTC)
    for number in range(120):
        at = began - timedelta(hours=6 * (120 - number))
        box.append("INBOX", "", at, mail(id=f"<h{number}@x>"))  # type: ignore[arg-type]  # a time with its zone
    box.logout()
    async with connected(dovecot) as mailbox:
        found: list[str] = []
        page = await mailbox.older(INBOX, None, began - timedelta(days=14))
        found += ids(page)
        while page.more:
            page = await mailbox.older(INBOX, page.cursor, began - timedelta(days=14))
            found += ids(page)
    assert len(found) == len(set(found))
    assert {f"h{number}@x" for number in range(65, 120)} <= set(found)
    assert "h10@x" not in found


async def test_restarts_of_the_server_and_wrong_passwords(dovecot: Dovecot) -> None:
    async with connected(dovecot) as mailbox:
        cursor = (await mailbox.newer(INBOX, None)).cursor
        dovecot.restart()
        dovecot.deliver(mail(), US)
        assert ids(await mailbox.newer(INBOX, cursor)) == ["m1@far.example"]
    with pytest.raises(Rejected, match="Authentication failed"):
        await CHANNEL.sign_in(dovecot.answers(US) | {"password": "wrong"}, NoHelp(), Http())
