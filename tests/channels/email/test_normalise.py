"""Mails as events: who wrote, where it belongs, what it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrm_desktop.channels.email import naming
from scrm_desktop.channels.email.kinds import Kind, kind_of
from scrm_desktop.channels.email.naming import FilePlace
from scrm_desktop.channels.email.normalise import DOUBTED, ENCRYPTED, event
from scrm_desktop.domain.events import MessageSeen, Poison, Why
from scrm_desktop.domain.messages import AttachmentKind, Visibility
from support.mail_parts import CAMILLE, NOW, US, found, mail, us


def seen(data: bytes, *ours: str, from_sent: bool = False) -> MessageSeen:
    """The event of a mail that can be read."""
    made = event(found(data, from_sent=from_sent), us(*ours))
    assert isinstance(made, MessageSeen)
    return made


def test_a_first_mail_begins_a_conversation_with_its_subject() -> None:
    made = seen(mail())
    message = made.message
    assert made.why is Why.DIRECT
    assert made.thread_key == f"mail:m1@far.example:{CAMILLE}"
    assert (message.remote_id, message.subject, message.text) == (
        "m1@far.example",
        "Parcel",
        "Parcel\n\nWhere is my parcel?",
    )
    assert (message.author.handle, message.author.display_name) == (CAMILLE, "Camille")
    assert message.visibility is Visibility.DIRECT
    assert message.created_at == NOW
    assert message.in_reply_to is None
    assert not message.own


def test_threads_follow_the_references_and_never_the_subject() -> None:
    answer = seen(mail(id="<m3@x>", References="<m1@far.example> <m2@x>", In_Reply_To="<m2@x>", subject="Re: Parcel"))
    assert answer.thread_key == f"mail:m1@far.example:{CAMILLE}"
    assert answer.message.in_reply_to == "m2@x"
    assert answer.message.text == "Where is my parcel?"
    assert answer.message.subject == "Re: Parcel"
    same_subject = seen(mail(id="<m4@x>", subject="Re: Parcel"))
    assert same_subject.thread_key != answer.thread_key
    assert same_subject.message.text.startswith("Re: Parcel")
    changed = seen(mail(id="<m5@x>", In_Reply_To="<m2@x>", subject="Another thing"))
    assert changed.message.text.startswith("Another thing\n\n")


def test_customers_who_answer_one_newsletter_stay_apart() -> None:
    one = seen(mail(In_Reply_To="<news@house.example>"))
    other = seen(mail(id="<m2@x>", sender="bob@far.example", In_Reply_To="<news@house.example>"))
    assert one.thread_key != other.thread_key


def test_our_own_mail_is_ours_under_all_our_addresses() -> None:
    for sender in (US, "Support@House.example", "us+tag@house.example"):
        made = seen(mail(sender=sender, To="Camille <camille@far.example>"), "support@house.example")
        assert made.message.own, sender
        assert made.why is Why.OWN
        assert [one.remote_id for one in made.message.mentions] == [CAMILLE]
        assert made.thread_key == f"mail:m1@far.example:{CAMILLE}"
    assert not seen(mail(sender="us@other.example")).message.own


def test_a_mail_of_ours_to_many_speaks_to_nobody_alone() -> None:
    many = ", ".join(f"c{number}@far.example" for number in range(9))
    assert not seen(mail(sender=US, To=many)).message.mentions


def test_a_stranger_who_names_us_as_sender_is_doubted() -> None:
    forged = mail(sender=US, Authentication_Results="mx.house.example; spf=fail; dmarc=fail header.from=house.example")
    made = seen(forged)
    assert not made.message.own
    assert made.message.notice == DOUBTED
    assert seen(forged, from_sent=True).message.own


def test_a_stranger_cannot_take_the_id_of_a_message_of_ours() -> None:
    ours = naming.own_id("key", US)
    assert seen(mail(id=f"<{ours}>")).message.remote_id != ours
    assert seen(mail(id=f"<{ours}>", sender=US)).message.remote_id == ours


def test_a_web_form_speaks_for_whoever_filled_it_in() -> None:
    for sender in (US, "no-reply@forms.example"):
        made = seen(mail(sender=sender, Reply_To="Camille <camille@far.example>"))
        assert made.message.author.remote_id == CAMILLE
        assert not made.message.own
        assert not made.message.author.bot


@pytest.mark.parametrize("id", ["", "<>", "< >", "<" + "x" * 300 + ">", "<é@x>", '<a"b@x>'])
def test_a_mail_without_a_usable_id_gets_a_lasting_one(id: str) -> None:
    data = mail(id=id, Date="Fri, 20 Nov 2026 10:00:00 +0000")
    first = seen(data).message.remote_id
    assert first == seen(data).message.remote_id
    assert first.startswith("unnamed.20261120.")
    assert first != seen(mail("other", id=id, subject="other")).message.remote_id


def test_white_space_in_an_id_is_none() -> None:
    assert seen(mail(id="< m1@far .example >")).message.remote_id == "m1@far.example"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ({}, Kind.PERSON),
        ({"Auto_Submitted": "no"}, Kind.PERSON),
        ({"Auto_Submitted": "auto-replied (vacation)"}, Kind.AUTOMATIC),
        ({"Auto_Submitted": "auto-replied"}, Kind.AUTOREPLY),
        ({"X_Autoreply": "yes"}, Kind.AUTOREPLY),
        ({"Precedence": "auto_reply"}, Kind.AUTOREPLY),
        ({"Auto_Submitted": "auto-generated"}, Kind.AUTOMATIC),
        ({"Precedence": "bulk"}, Kind.AUTOMATIC),
        ({"List_Unsubscribe": "<mailto:x@y.z>"}, Kind.AUTOMATIC),
        ({"List_Id": "<list.far.example>", "List_Unsubscribe": "<mailto:x@y.z>"}, Kind.LIST),
        ({"sender": "No.Reply@far.example"}, Kind.NOBODY),
        ({"sender": "ne-pas-repondre@far.example"}, Kind.NOBODY),
        ({"sender": "noreply-orders@far.example"}, Kind.NOBODY),
        ({"sender": "norbert@far.example"}, Kind.PERSON),
        ({"sender": "MAILER-DAEMON@far.example"}, Kind.BOUNCE),
        ({"sender": "postmaster@far.example"}, Kind.BOUNCE),
        ({"Content_Type": "multipart/report; report-type=delivery-status; boundary=b"}, Kind.BOUNCE),
        ({"Return_Path": "<>", "X_Failed_Recipients": "a@b"}, Kind.BOUNCE),
    ],
)
def test_robots_are_told_from_people(head: dict[str, str], kind: Kind) -> None:
    one = found(mail(**head))  # type: ignore[arg-type]  # header fields
    sender = seen(mail(**head)).message.author.remote_id  # type: ignore[arg-type]
    assert kind_of(one.mail, sender) is kind
    message = seen(mail(**head)).message  # type: ignore[arg-type]
    assert message.author.bot is kind.is_program
    assert bool(message.notice) is (kind is not Kind.PERSON)


def test_the_time_is_when_it_came_and_not_what_the_sender_claims() -> None:
    assert seen(mail(Date="Mon, 01 Jan 2035 00:00:00 +0000")).message.created_at == NOW
    assert seen(mail(Date="Mon, 01 Jan 1999 00:00:00 +0000")).message.created_at == NOW
    moved = mail(Received="from a by b; Tue, 3 Nov 2026 10:00:00 +0100")
    assert seen(moved).message.created_at == NOW.replace(month=11, day=3, hour=9)
    assert seen(mail(Received="from a by b; nonsense")).message.created_at == NOW
    ours = mail(sender=US, Date=(NOW - timedelta(hours=1)).strftime("%a, %d %b %Y %H:%M:%S +0000"))
    assert seen(ours).message.created_at == NOW - timedelta(hours=1)


def test_what_is_encrypted_says_so() -> None:
    assert seen(mail("x", Content_Type="application/pkcs7-mime")).message.notice == ENCRYPTED


def test_a_mail_without_a_sender_is_set_aside() -> None:
    made = event(found(mail(sender="")), us())
    assert isinstance(made, Poison)
    assert "Parcel" in made.raw


def test_files_have_addresses_that_only_this_channel_follows() -> None:
    head = "Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment"
    body = f"--b\n{head}\n\nQUJD\n--b--"
    (file,) = seen(mail(body, Content_Type="multipart/mixed; boundary=b")).message.attachments
    assert file.kind is AttachmentKind.IMAGE
    assert file.size == 3
    place = FilePlace.of_url(file.url)
    assert place == FilePlace(
        folder="INBOX", validity=1, uid=7, section="1", message_id="m1@far.example", encoding="base64"
    )


@pytest.mark.parametrize(
    "url",
    [
        "",
        "imap:",
        "https://x/1/2/3",
        "imap:a/1/2/x",
        "imap:a/b/2/1",
        "imap:a/1/2/1) BODY[",
        "imap:a/1/2/",
        "imap:a/1/2",
    ],
)
def test_other_addresses_are_none(url: str) -> None:
    assert FilePlace.of_url(url) is None
