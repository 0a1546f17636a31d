"""Total: any bytes whatever give an event or poison, and never an exception; the same for what servers say."""

from __future__ import annotations

from email import message_from_bytes

from hypothesis import given, settings
from hypothesis import strategies as st

from scrm_desktop.channels.email import autoconfig, headers, responses, structure
from scrm_desktop.channels.email.content import of
from scrm_desktop.channels.email.fetching import internal_date
from scrm_desktop.channels.email.naming import FilePlace
from scrm_desktop.channels.email.normalise import event
from scrm_desktop.channels.email.reading import Mark
from scrm_desktop.domain.events import MessageSeen, Poison
from support.mail_parts import found, mail, us

NAMES = [
    "From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "References", "In-Reply-To", "Received",
    "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Auto-Submitted", "List-Id", "Precedence",
]  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "multipart/mixed; boundary=b", "multipart/alternative; boundary=b", "multipart/report; report-type=x",
            "text/html; charset=x", "text/plain; format=flowed; delsp=yes", "message/rfc822", "base64", "x-uuencode",
            "quoted-printable", 'attachment; filename="../a"', "attachment; filename*=utf-8''%ff%fe", "<a@b> <c@d>",
            "=?utf-8?B?////?=", "=?x?Q?=ZZ?=", '"a" <b@c.example>', "a@b, <", "Fri, 99 Nov 99999 99:99:99 +9999",
            "application/pkcs7-mime", "multipart/encrypted; boundary=b", "undisclosed-recipients:;",
        ]
    ),
)  # fmt: skip
BODY = st.one_of(
    st.binary(max_size=200),
    st.sampled_from(
        [b"--b\n\nx\n--b\nContent-Type: text/html\n\n<p>y\n--b--", b"--b\n--b\n--b--", b"> q\n> r", b"-- \nx"]
    ),
)


@settings(deadline=None, max_examples=200)
@given(data=st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert isinstance(event(found(data), us()), MessageSeen | Poison)


@settings(deadline=None, max_examples=150)
@given(head=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=8), body=BODY)
def test_any_header_fields(head: list[tuple[str, str]], body: bytes) -> None:
    lines = b"".join(
        f"{name}: {value}".encode("utf-8", "surrogatepass").replace(b"\n", b" ") + b"\n" for name, value in head
    )
    one = event(found(lines + b"\n" + body), us())
    assert isinstance(one, MessageSeen | Poison)
    if isinstance(one, MessageSeen):
        one.message.text.encode()
        assert one.message.author.remote_id
        assert one.message.remote_id


@settings(deadline=None, max_examples=200)
@given(line=st.binary(max_size=120), literal=st.binary(max_size=40))
def test_any_answer_of_a_server(line: bytes, literal: bytes) -> None:
    for value in responses.parse([line, (line, literal), None]):
        of(structure.of_server(value))
    responses.fetched([(b"1 (" + line, literal), b")"])


@settings(deadline=None, max_examples=100)
@given(text=st.text(max_size=80))
def test_any_text_where_a_cursor_a_date_or_an_address_is_expected(text: str) -> None:
    Mark.load(text)
    FilePlace.of_url("imap:" + text)
    internal_date(text)
    headers.address_of(text)
    headers.message_id(text)
    autoconfig.read(text.encode("utf-8", "surrogatepass"), "a@b.example")


def test_a_tower_of_parts_and_a_flood_of_fields_are_cut() -> None:
    tower = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(90))
    assert len(structure.of_mail(message_from_bytes(tower)).walk()) < 40
    flood = mail(
        References=" ".join(f"<{n}@x>" for n in range(9000)), To=", ".join(f"a{n}@b.example" for n in range(9000))
    )
    made = event(found(flood), us())
    assert isinstance(made, MessageSeen)
    assert len(made.message.mentions) <= 20
    many = mail("--b\n\nx\n" * 3000, Content_Type="multipart/mixed; boundary=b")
    assert isinstance(event(found(many), us()), MessageSeen)
