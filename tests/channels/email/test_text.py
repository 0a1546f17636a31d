"""What a mail says: charsets, header words, lines, HTML, quotes and signatures."""

from __future__ import annotations

from email import message_from_bytes

import pytest

from scrm_desktop.channels.email import charsets, content, flowed, headers, html_text, quotes, structure


@pytest.mark.parametrize(
    ("data", "named", "text"),
    [
        ("Où ça ?".encode(), "utf-8", "Où ça ?"),
        ("Où ça ?".encode("latin-1"), "iso-8859-1", "Où ça ?"),
        ("€ – “x”".encode("cp1252"), "iso-8859-1", "€ – “x”"),
        ("Où ça ?".encode(), "iso-8859-1", "Où ça ?"),
        ("Où ça ?".encode("cp1252"), "us-ascii", "Où ça ?"),
        ("Où ça ?".encode("cp1252"), "", "Où ça ?"),
        ("荷物はどこですか".encode("iso2022_jp"), "iso-2022-jp", "荷物はどこですか"),
        ("荷物はどこですか".encode("iso2022_jp"), "us-ascii", "荷物はどこですか"),
        ("①髙".encode("cp932"), "Shift_JIS", "①髙"),
        ("包裹".encode("gb18030"), "gb2312", "包裹"),
        ("소포".encode("cp949"), "ks_c_5601-1987", "소포"),
        ("Où ça ?".encode(), "x-unknown-thing", "Où ça ?"),
        (b"plain", "base64", "plain"),
        (b"plain", "punycode", "plain"),
        (b"a\xff\xfe", "utf-8", "aÿþ"),
    ],
)
def test_charsets_that_lie_are_read_all_the_same(data: bytes, named: str, text: str) -> None:
    assert charsets.decode(data, named) == text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("=?utf-8?Q?O=C3=B9_est_mon?= =?utf-8?Q?_colis?=", "Où est mon colis"),
        ("=?UTF-8?B?w4k=?= and more", "É and more"),
        ("=?utf-8?B?5bCP?= =?utf-8?B?5YyF?=", "小包"),
        ("=?utf-8?B?5bA=?= =?utf-8?B?jw==?=", "小"),
        ("=?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=", "こんにちは"),
        ("=?utf-8?B?!!!?=", "!!!"),
        ("=?nothing", "=?nothing"),
        ("a\r\n b\u202ec", "a b c"),
        ("Où ça", "Où ça"),
    ],
)
def test_header_words(field: str, text: str) -> None:
    mail = message_from_bytes(b"Subject: " + field.encode() + b"\n\n")
    assert headers.text(mail, "subject") == text


def test_people_with_every_kind_of_name() -> None:
    mail = message_from_bytes(
        b'From: =?utf-8?Q?Camille_B=C3=A9ranger?= <Camille@Far.Example>, "Doe, John" <john@far.example>\n'
        b"To: undisclosed-recipients:;, <@bad>, x@y <real@far.example>\n\n"
    )
    found = headers.people(mail, "from", "to")
    assert [(one.address, one.name) for one in found[:2]] == [
        ("camille@far.example", "Camille Béranger"),
        ("john@far.example", "Doe, John"),
    ]
    assert "real@far.example" in [one.address for one in found]


def test_a_name_that_looks_like_an_address_is_no_address() -> None:
    mail = message_from_bytes(b"From: boss@brand.example <thief@far.example>\n\n")
    (one,) = headers.people(mail, "from")
    assert (one.address, one.name) == ("thief@far.example", "boss@brand.example")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("<b>a</b> &amp; <i>b</i>&nbsp;c", "a & b c"),
        ("<style>p{}</style><script>alert(1)</script><title>t</title>x", "x"),
        ('<div style="display:none">secret</div>x', "x"),
        ('<span style="font-size:0px">secret<span>more</span></span>x', "x"),
        ('<span style="font-size:0.9em">seen</span>', "seen"),
        ("<p hidden>secret</p>x", "x"),
        ('<a href="https://evil.example/x">https://bank.example</a>', "https://bank.example (https://evil.example/x)"),
        ('<a href="https://good.example/">good.example</a>', "https://good.example/"),
        ('<a href="javascript:alert(1)">click</a>', "click"),
        ('<a href="mailto:a@b.example?subject=x">a@b.example</a>', "a@b.example"),
        ('<img src="https://spy.example/1.gif">x<img alt="Logo" src="x">', "x[Logo]"),
        ("<ul><li>one<li>two</ul>", "• one\n• two"),
        ("<blockquote>old<blockquote>older</blockquote></blockquote>new", "> old\n> > older\nnew"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("5 < 6 <!-- hidden --> 7", "5 < 6 7"),
        ("x<!-- never closed", "x"),
        ("a <unclosed", "a"),
    ],
)
def test_html_as_plain_text(source: str, text: str) -> None:
    assert html_text.to_plain(source) == text


@pytest.mark.parametrize("piece", ["<", "<!--", "<a ", "<div>", "<a href='", "&", "<blockquote>", "</", "<![CDATA["])
def test_no_source_costs_more_than_its_length(piece: str) -> None:
    """Half a megabyte of anything is read in one pass; a quadratic scanner would run into the test's own limit."""
    html_text.to_plain(piece * (500_000 // len(piece)))
    quotes.split((piece + "\n") * 50_000)


def test_links_are_kept_in_sight_and_nothing_else_of_them() -> None:
    text = html_text.to_plain('<a href="https://far.example/' + "x" * 5000 + '">here</a>')
    assert len(text) < 600


@pytest.mark.parametrize(
    ("mail", "text", "quoted"),
    [
        ("Hello", "Hello", ""),
        (
            "Yes.\n\nOn Mon, 3 Nov 2026, Us <us@x> wrote:\n> Really?\n> Us",
            "Yes.",
            "On Mon, 3 Nov 2026, Us <us@x> wrote:",
        ),
        ("Oui.\n\nLe lun. 3 nov. 2026 à 10:00, Nous <nous@x.fr> a\nécrit :\n\n> Vraiment ?", "Oui.", "Vraiment ?"),
        ("Ja.\n\nAm 03.11.26 um 10:00 schrieb Wir:\n> Wirklich?", "Ja.", "Wirklich?"),
        ("はい。\n\n2026年11月3日 10:00 私たちのメール:\n> 本当?", "はい。", "本当?"),
        ("Yes.\n\n-----Original Message-----\nFrom: Us\nSent: Monday\n\nReally?", "Yes.", "Really?"),
        ("Oui.\n\n-----Message d'origine-----\nDe : Nous\n\nVraiment ?", "Oui.", "Vraiment ?"),
        ("Oui.\n\nDe : Nous\nEnvoyé : lundi\nÀ : vous\nObjet : x\n\nVraiment ?", "Oui.", "Vraiment ?"),
        ("Yes.\n\n________________________________\nFrom: Us\nSent: Mon\nTo: you\nSubject: x\n\nold", "Yes.", "old"),
        ("> Really?\n> Sure?\n\nYes.", "Yes.", "Really?"),
        ("> Really?\nYes.\n> Sure?\nYes!", "> Really?\nYes.\n> Sure?\nYes!", ""),
        ("Yes.\n\n-- \nCamille\nFar Ltd", "Yes.", "Camille"),
        ("Yes.\n-- \nCamille\n\nOn Monday, we wrote:\n> Really?", "Yes.", "Really?"),
        ("> only a quote", "> only a quote", ""),
        ("FYI\n\n---------- Forwarded message ---------\nFrom: X\nDate: y\nTo: z\n\nread this", "FYI", ""),
        ("Yes.\n\nOn Mon, 3 Nov 2026 at 10:00, Us <us@x> wrote:\n\nunmarked", "Yes.", "unmarked"),
        ("From: the start\nthis is no quote", "From: the start", ""),
    ],
)
def test_quotes_are_folded(mail: str, text: str, quoted: str) -> None:
    said, repeated = quotes.split(mail)
    assert said.startswith(text)
    assert quoted in repeated
    if quoted:
        assert said == text
    else:
        assert not repeated
        assert said == mail


@pytest.mark.parametrize(
    "text",
    [
        "short",
        "word " * 100 + "end",
        "> quoted",
        "From me",
        " indented",
        "-- \nname",
        "a\n\nb",
        "x" * 300,
        "é " * 80 + "é",
    ],
)
def test_lines_that_flow_come_back_as_they_were(text: str) -> None:
    broken = flowed.broken(text)
    assert flowed.joined(broken) == text
    assert all(len(line) <= 80 or " " not in line for line in broken.split("\n"))


def test_quoted_lines_that_flow_keep_their_marks() -> None:
    assert flowed.joined("> one \n> two\n>> three\nfour") == "> one two\n>> three\nfour"
    assert flowed.joined("hel \nlo", delete_space=True) == "hello"


def tree(*lines: str) -> structure.Part:
    return structure.of_mail(message_from_bytes("\n".join(lines).encode()))


def test_the_plain_part_is_read_unless_it_says_nothing() -> None:
    html = "<p>" + "A long letter. " * 30 + "</p>"
    for plain, begins in (
        ("The letter. " * 20, "The letter."),
        ("View in browser", "A long letter."),
        ("", "A long letter."),
    ):
        root = tree(
            'Content-Type: multipart/alternative; boundary="b"', "", "--b", "Content-Type: text/plain", "", plain,
            "--b",
            "Content-Type: text/html", "", html, "--b--",
        )  # fmt: skip
        assert content.of(root).text.startswith(begins)


def test_files_are_described_and_seals_are_none() -> None:
    root = tree(
        'Content-Type: multipart/signed; boundary="a"', "", "--a", 'Content-Type: multipart/mixed; boundary="b"', "",
        "--b", "Content-Type: text/plain", "", "See both.", "--b",
        "Content-Type: image/png; name*=utf-8''re%C3%A7u.png", "Content-Transfer-Encoding: base64", "", "QUJD", "--b",
        "Content-Type: message/rfc822", "", "Subject: inner", "", "inner text", "--b",
        'Content-Type: text/plain; name="../../.ssh/notes.txt"', "Content-Disposition: attachment", "", "a file",
        "--b--", "--a", "Content-Type: application/pgp-signature", "", "xxx", "--a--",
    )  # fmt: skip
    said = content.of(root)
    assert said.text == "See both."
    assert [(one.name, one.mime, one.section) for one in said.files] == [
        ("reçu.png", "image/png", "1.2"),
        ("", "message/rfc822", "1.3"),
        ("notes.txt", "text/plain", "1.4"),
    ]
    assert said.files[0].data == b"ABC"
    assert b"inner text" in (said.files[1].data or b"")


def test_what_is_encrypted_is_said_to_be() -> None:
    pgp = tree('Content-Type: multipart/encrypted; boundary="b"', "", "--b", "Content-Type: application/pgp-encrypted",
               "", "Version: 1", "--b", "Content-Type: application/octet-stream", "", "-----", "--b--")  # fmt: skip
    smime = tree("Content-Type: application/pkcs7-mime; smime-type=enveloped-data", "", "xx")
    signed = tree("Content-Type: application/pkcs7-mime; smime-type=signed-data", "", "xx")
    assert content.of(pgp).encrypted
    assert content.of(smime).encrypted
    assert not content.of(signed).encrypted


def test_two_texts_are_one_and_broken_encodings_are_survived() -> None:
    root = tree(
        'Content-Type: multipart/mixed; boundary="b"', "", "--b", "Content-Type: text/plain",
        "Content-Transfer-Encoding: base64", "", "SGVsbG8", "--b", "Content-Type: text/plain",
        "Content-Transfer-Encoding: quoted-printable", "", "a =ZZ b=", "--b--",
    )  # fmt: skip
    assert content.of(root).text == "Hello\n\na =ZZ b"


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "iso-2022-jp", "windows-1252", "utf-8"])
def test_bytes_without_any_encoding_are_read_by_their_charset(charset: str) -> None:
    text = "Où ça ?" if charset == "windows-1252" else "荷物はどこですか"
    data = f"Content-Type: text/plain; charset={charset}\n\n".encode() + text.encode(charset)
    assert content.of(structure.of_mail(message_from_bytes(data))).text == text
