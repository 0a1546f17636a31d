"""Printing: what customers wrote reaches a terminal as text, never as a command to it."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

# Control characters can move the cursor, change colours or type for the person; the bidirectional
# ones can show a line in another order than it is; lone surrogates can't be encoded at all.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """The text on one line, with every character that could act on a terminal shown as a blank or spelled out."""
    return _UNSAFE.sub(lambda found: " " if found[0] in "\n\r\t\u2028\u2029" else f"\\u{ord(found[0]):04x}", text)


def as_json(document: object, *, indent: int | None = 2) -> str:
    """One JSON document; unsafe characters are escaped, which JSON allows wherever they can stand."""
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    # The line feeds and blanks of the indentation are the only raw ones: inside strings they are escaped already.
    return _UNSAFE.sub(lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text)


def say(lines: Iterable[str]) -> None:
    """Print lines for a person on standard output."""
    _write(sys.stdout, [plain(line) for line in lines])


def say_json(document: object, *, indent: int | None = 2) -> None:
    """Print one document on standard output."""
    _write(sys.stdout, [as_json(document, indent=indent)])


def complain(lines: Iterable[str]) -> None:
    """Print lines for a person on standard error."""
    _write(sys.stderr, [plain(line) for line in lines])


def prepare_streams() -> None:
    """UTF-8 in both directions whatever the locale says; what can't be encoded is spelled out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Rows in columns, for a person."""
    clean = [[plain(cell) for cell in row] for row in [head, *rows]]
    widths = [min(40, max(len(row[column]) for row in clean)) for column in range(len(head))]
    cells = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in clean]
    return tuple("  ".join(row).rstrip() for row in cells)


def _write(stream: TextIO | None, lines: Sequence[str]) -> None:
    if stream is None:
        return
    stream.write("".join(f"{line}\n" for line in lines))
    stream.flush()
