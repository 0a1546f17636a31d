"""Canned responses as CSV: RFC 4180, UTF-8; what a spreadsheet could take for a formula is quoted on the way out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from scrm_desktop.domain.canned import Canned
from scrm_desktop.errors import InputError

SIZE_LIMIT = 5 * 1024 * 1024
ROW_LIMIT = 10_000
COLUMNS = ("name", "category", "text", "language", "shortcut")
_NAMES = {
    "name": "name", "nom": "name", "titre": "name", "title": "name",
    "category": "category", "catégorie": "category", "categorie": "category",
    "text": "text", "texte": "text", "message": "text", "content": "text",
    "language": "language", "langue": "language", "lang": "language",
    "shortcut": "shortcut", "raccourci": "shortcut", "short_code": "shortcut",
}  # fmt: skip
# ASVS 1.2.10: a cell that begins so is a formula for a spreadsheet. One quote more is added to those that have some.
_FORMULA = re.compile(r"'*[=+\-@\t\r\0]")
_QUOTED = re.compile(r"'+[=+\-@\t\r\0]")


def write(responses: Iterable[Canned]) -> bytes:
    """The file, with a byte order mark, without which Excel guesses wrong."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in responses:
        writer.writerow(_safe(cell) for cell in (one.name, one.category, one.text, one.language, one.shortcut))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def read(data: bytes) -> list[tuple[int, Canned | str]]:
    """Each record with the line where it begins: a response, or why it is none. InputError for what is no such file."""
    if len(data) > SIZE_LIMIT:
        raise InputError(f"The file is larger than {SIZE_LIMIT // 1048576} MB.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("The file is not UTF-8. Please save it as “CSV UTF-8”.") from error
    if "\0" in text:
        raise InputError("The file is not UTF-8. Please save it as “CSV UTF-8”.")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows = ((reader.line_num, row) for row in reader)
    try:
        head = next(rows, (1, list[str]()))
        return list(_records(rows, _columns(head[1]), head[0] + 1))
    except csv.Error as error:
        raise InputError(f"Line {reader.line_num} is no CSV: {error}.") from error


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max((",", ";", "\t"), key=head.count)


def _columns(head: list[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, title in enumerate(head):
        name = _NAMES.get(title.strip().lower().replace(" ", "_"))
        if name is not None:
            places.setdefault(name, place)
    if not {"name", "text"} <= set(places):
        raise InputError("The first line must name the columns: at least “name” and “text”.")
    return places


def _records(
    rows: Iterator[tuple[int, list[str]]], places: dict[str, int], begins: int
) -> Iterator[tuple[int, Canned | str]]:
    width = max(places.values()) + 1
    for count, (ends, row) in enumerate(rows):
        if count >= ROW_LIMIT:
            raise InputError(f"The file has more than {ROW_LIMIT} lines.")
        if any(cell.strip() for cell in row):
            yield begins, "It has too few columns." if len(row) < width else _canned(row, places)
        begins = ends + 1


def _canned(row: list[str], places: dict[str, int]) -> Canned:
    def cell(name: str) -> str:
        place = places.get(name)
        return "" if place is None else _plain(row[place]).replace("\r\n", "\n").strip()

    return Canned(
        name=" ".join(cell("name").split()),
        category=" ".join(cell("category").split()),
        text=cell("text"),
        language=cell("language").lower(),
        shortcut=cell("shortcut").removeprefix("/"),
    )


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _plain(cell: str) -> str:
    return cell[1:] if _QUOTED.match(cell) else cell
