"""Pages out of folders, over a real connection to a mailbox in memory."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrm_desktop.channels.email import reading
from scrm_desktop.channels.email.reading import Mark
from scrm_desktop.domain.events import MessageGone, Why
from scrm_desktop.domain.messages import Moderation
from scrm_desktop.errors import (
    Forbidden,
    Gone,
    NoAnswer,
    Offline,
    RateLimited,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    Unsupported,
)
from support.fake_imap import CAPABILITIES, FakeImap
from support.mail_parts import INBOX, US, days_ago, ids, mail, messages, session


async def test_the_newest_page_and_then_only_what_is_new(imap: FakeImap) -> None:
    imap.deliver(mail())
    async with session(imap) as mailbox:
        first = await mailbox.newer(INBOX, None)
        assert ids(first) == ["m1@far.example"]
        assert not first.more
        assert first.covered is not None
        quiet = await mailbox.newer(INBOX, first.cursor)
        assert not quiet.events
        imap.deliver(mail(id="<m2@far.example>"))
        second = await mailbox.newer(INBOX, quiet.cursor)
        assert ids(second) == ["m2@far.example"]
        assert second.covered is not None
        assert quiet.covered is not None
        assert second.covered.start <= quiet.covered.end


async def test_an_empty_mailbox_has_a_cursor_too(imap: FakeImap) -> None:
    async with session(imap) as mailbox:
        first = await mailbox.newer(INBOX, None)
        assert not first.events
        imap.deliver(mail())
        assert ids(await mailbox.newer(INBOX, first.cursor)) == ["m1@far.example"]


async def test_much_news_comes_in_pages_without_a_hole(imap: FakeImap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PAGE", 40)
    async with session(imap) as mailbox:
        page = await mailbox.newer(INBOX, None)
        for number in range(90):
            imap.deliver(mail(id=f"<n{number}@far.example>"))
        found: list[str] = []
        pages = 0
        while pages == 0 or page.more:
            page = await mailbox.newer(INBOX, page.cursor)
            found += ids(page)
            pages += 1
        assert found == [f"n{number}@far.example" for number in range(90)]
        assert pages == 3


async def test_a_page_can_be_read_again_from_the_same_cursor(imap: FakeImap) -> None:
    async with session(imap) as mailbox:
        first = await mailbox.newer(INBOX, None)
        imap.deliver(mail())
        once = await mailbox.newer(INBOX, first.cursor)
        assert ids(await mailbox.newer(INBOX, first.cursor)) == ids(once)


async def test_a_folder_that_was_made_anew_is_begun_again(imap: FakeImap) -> None:
    imap.deliver(mail())
    async with session(imap) as mailbox:
        first = await mailbox.newer(INBOX, None)
        imap.renew("INBOX")
        with pytest.raises(Gone):
            await mailbox.newer(INBOX, first.cursor)
        assert ids(await mailbox.newer(INBOX, None)) == ["m1@far.example"]
        older = await mailbox.older(INBOX, Mark(1, 1, 0).dump(), days_ago(14))
        assert ids(older) == ["m1@far.example"]


async def test_a_cursor_of_nobody_is_no_cursor(imap: FakeImap) -> None:
    async with session(imap) as mailbox:
        for cursor in ("", "{}", "[1,2]", "[true, 1, 1, 1]", "nonsense"):
            with pytest.raises(Gone):
                await mailbox.newer(INBOX, cursor)


async def test_history_comes_newest_first_and_ends_where_it_was_asked_to(
    imap: FakeImap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PAGE", 40)
    for number in range(100):
        imap.deliver(mail(id=f"<h{number}@far.example>"), at=days_ago(30 - number / 4))
    until = days_ago(14)
    async with session(imap) as mailbox:
        page = await mailbox.older(INBOX, None, until)
        found = ids(page)
        assert found[-1] == "h99@far.example"
        while page.more:
            before = page.covered
            page = await mailbox.older(INBOX, page.cursor, until)
            assert before is not None
            assert page.covered is not None
            assert page.covered.end >= before.start - timedelta(seconds=1)
            found += ids(page)
        assert page.covered is not None
        assert page.covered.start <= until
        assert "h66@far.example" in found
        assert "h20@far.example" not in found
        assert len(found) == len(set(found))


async def test_what_we_sent_elsewhere_is_ours(imap: FakeImap) -> None:
    imap.deliver(mail("On its way", id="<s1@house.example>", sender=US, In_Reply_To="<m1@far.example>"), "Sent")
    async with session(imap) as mailbox:
        page = await mailbox.newer("sent", None)
    (event,) = page.events
    assert not isinstance(event, MessageGone)
    assert getattr(event, "why", None) is Why.OWN
    assert messages(page)[0].own


async def test_a_mailbox_without_sent_mails_reads_nothing_of_them(imap: FakeImap) -> None:
    del imap.folders["Sent"]
    async with session(imap) as mailbox:
        assert not (await mailbox.newer("sent", None)).events
        assert not (await mailbox.older("sent", None, days_ago(14))).more
        assert any("sent messages" in one for one in (await mailbox.describe()).missing)


async def test_folders_that_were_chosen_are_read_by_their_names(imap: FakeImap) -> None:
    imap.deliver(mail(), "R&AOk-clamations")
    async with session(imap, folders="inbox\nRéclamations\n") as mailbox:
        assert [one.name for one in mailbox.streams] == [INBOX, "Réclamations", "sent"]
        assert ids(await mailbox.newer("Réclamations", None)) == ["m1@far.example"]
        with pytest.raises(Unsupported):
            await mailbox.newer("Other", None)


async def test_a_folder_that_is_not_there_is_said_and_costs_only_itself(imap: FakeImap) -> None:
    async with session(imap, folders="INBOX\nNowhere") as mailbox:
        with pytest.raises(Forbidden, match="Nowhere"):
            await mailbox.newer("Nowhere", None)
        await mailbox.newer(INBOX, None)


async def test_a_mail_marked_for_deletion_elsewhere_is_told_as_thrown_away(imap: FakeImap) -> None:
    uid = imap.deliver(mail())
    async with session(imap) as mailbox:
        first = await mailbox.newer(INBOX, None)
        folder = imap.folders["INBOX"]
        folder.mails[0].flags.add("\\Deleted")
        folder.touch(folder.mails[0])
        (seen,) = messages(await mailbox.newer(INBOX, first.cursor))
        assert seen.moderation is Moderation.TRASH
        assert uid == 1


async def test_without_condstore_nothing_is_asked_for_changes(imap: FakeImap) -> None:
    imap.capabilities = CAPABILITIES.replace(" CONDSTORE", "")
    imap.deliver(mail())
    async with session(imap) as mailbox:
        first = await mailbox.newer(INBOX, None)
        imap.folders["INBOX"].modseq += 5
        await mailbox.newer(INBOX, first.cursor)
    assert not any("CHANGEDSINCE" in one for one in imap.commands)


async def test_a_connection_that_broke_in_between_is_made_anew(imap: FakeImap) -> None:
    async with session(imap) as mailbox:
        first = await mailbox.newer(INBOX, None)
        imap.hang_up()
        imap.deliver(mail())
        assert ids(await mailbox.newer(INBOX, first.cursor)) == ["m1@far.example"]


async def test_a_server_that_vanishes_in_mid_answer_loses_nothing(imap: FakeImap) -> None:
    imap.deliver(mail())
    imap.fault = lambda command, _: "" if command == "UID FETCH" else None
    async with session(imap) as mailbox:
        with pytest.raises(NoAnswer):
            await mailbox.newer(INBOX, None)
        imap.fault = lambda *_: None
        assert ids(await mailbox.newer(INBOX, None)) == ["m1@far.example"]


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("TAG NO [UNAVAILABLE] Temporary failure", ServerTrouble),
        ("TAG NO [LIMIT] Too many connections", RateLimited),
        ("TAG BAD what?", Rejected),
        ("* BYE Too many simultaneous connections", RateLimited),
        ("<html>hello</html>", NoAnswer),
    ],
)
async def test_what_a_server_says_instead_of_an_answer(imap: FakeImap, said: str, error: type[Exception]) -> None:
    async with session(imap) as mailbox:
        await mailbox.newer(INBOX, None)
        imap.fault = lambda command, _: said if command == "UID SEARCH" else None
        with pytest.raises(error):
            await mailbox.older(INBOX, None, days_ago(3))


async def test_a_wrong_password_is_a_login_that_is_needed_again(imap: FakeImap) -> None:
    imap.fault = lambda command, _: "TAG NO [AUTHENTICATIONFAILED] no" if command == "LOGIN" else None
    async with session(imap) as mailbox:
        with pytest.raises(SignInNeeded):
            await mailbox.describe()


async def test_nobody_there_is_offline(imap: FakeImap) -> None:
    async with session(imap) as mailbox:
        imap.__exit__()
        with pytest.raises(Offline):
            await mailbox.newer(INBOX, None)


async def test_a_large_mail_is_read_without_its_files(imap: FakeImap) -> None:
    body = (
        "--b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nVoil=E0\n"
        '--b\nContent-Type: application/pdf; name="facture.pdf"\nContent-Transfer-Encoding: base64\n'
        'Content-Disposition: attachment; filename="facture.pdf"\n\n' + "QUJD" * 19 * 4000 + "\n--b--\n"
    )
    imap.deliver(mail(body, Content_Type='multipart/mixed; boundary="b"'))
    async with session(imap) as mailbox:
        (seen,) = messages(await mailbox.newer(INBOX, None))
    assert seen.text == "Parcel\n\nVoilà"
    (file,) = seen.attachments
    assert (file.description, file.mime) == ("facture.pdf", "application/pdf")
    assert not any("BODY.PEEK[]" in one for one in imap.commands)
