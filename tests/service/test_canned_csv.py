"""Canned responses as a spreadsheet writes and reads them."""

from __future__ import annotations

import pytest

from scrm_desktop.domain.canned import Canned
from scrm_desktop.errors import InputError
from scrm_desktop.service import canned_csv

HEAD = "name,category,text,language,shortcut\r\n"


def canned(text: str, **more: str) -> Canned:
    return Canned(name=more.pop("name", "A"), text=text, **more)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+33 1",
        "-5 %",
        "@maisonverte",
        "'=quoted",
        "''@twice",
        "'plain'",
        'He said "hi", then\nleft',
        "ünïcode 🌿",
    ],
)
def test_what_is_written_is_read_again_and_no_cell_is_a_formula(text: str) -> None:
    one = canned(text, category="Ça", language="fr", shortcut="a-1")
    written = canned_csv.write([one])
    assert canned_csv.read(written) == [(2, one)]
    assert written.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in written
    cells = written.decode("utf-8-sig").splitlines()[1].split(",")
    assert not any(cell.lstrip('"').startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf"])
def test_semicolons_other_titles_and_a_byte_order_mark_are_understood(begin: bytes) -> None:
    data = begin + 'Texte;Nom;Langue\r\n"Bonjour;\r\nà bientôt";Salut;FR\r\n\r\n;;\r\nOui;Encore;\r\n'.encode()
    records = canned_csv.read(data)
    assert records == [
        (2, canned("Bonjour;\nà bientôt", name="Salut", language="fr")),
        (6, canned("Oui", name="Encore")),
    ]


def test_a_short_line_is_refused_alone() -> None:
    assert canned_csv.read(f"{HEAD}A\r\nB,,text,,\r\n".encode()) == [
        (2, "It has too few columns."),
        (3, canned("text", name="B")),
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("é".encode("latin-1"), "UTF-8"),
        (HEAD.encode("utf-16"), "UTF-8"),
        (b"", "columns"),
        (b"a,b\r\n1,2\r\n", "columns"),
        (f'{HEAD}A,,"open\r\n'.encode(), "Line"),
        (f'{HEAD}A,,"x"y,,\r\n'.encode(), "Line"),
        (b"x" * (canned_csv.SIZE_LIMIT + 1), "larger"),
        (HEAD.encode() + b"A,,b,,\r\n" * 10_001, "more than"),
    ],
)
def test_what_is_no_such_file_is_refused_in_words(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        canned_csv.read(data)
