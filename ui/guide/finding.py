"""Searching in a page: without case and accents, as everywhere in the program."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from ui.guide.paper import blocks

_MOST = 500


@dataclass(frozen=True, slots=True)
class Found:
    """A place in the document, and how many of its characters fit."""

    at: int
    length: int


def find(document: QTextDocument, typed: str) -> list[Found]:
    """Where this stands, from the beginning on; at most 500 places."""
    wanted = plain(typed.strip())
    found: list[Found] = []
    for block in blocks(document):
        text, at = plain(block.text()), -1
        while wanted and len(found) < _MOST:
            at = text.find(wanted, at + 1)
            if at < 0:
                break
            found.append(Found(block.position() + at, len(wanted)))
    return found


def plain(text: str) -> str:
    """Folded letter by letter, so that every place stays where it is; Qt counts in UTF-16."""
    return "".join(_letter(ch) for ch in text)


def _letter(ch: str) -> str:
    if ch in "’‘":
        return "'"
    if ord(ch) > 0xFFFF:
        return "\ufffc\ufffc"
    return (unicodedata.normalize("NFKD", ch)[:1].casefold() or ch)[:1]
