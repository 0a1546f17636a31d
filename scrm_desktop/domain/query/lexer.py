"""A query cut into signs, words, phrases and fields, in one pass from the left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from scrm_desktop.late_dataclass import dataclass
from scrm_desktop.late_pattern import late_pattern

_SPACE = late_pattern(r"\s+")
_FIELD = late_pattern(r"([^\W\d_][\w'’-]{0,60}):(?!//)")
_WORD = late_pattern(r'[^\s()"]+')
_ITEM = late_pattern(r'[^\s,()"]+')
_QUOTED = late_pattern(r'"((?:[^"\\]|\\.)*)(?:"|\\?\Z)', re.DOTALL)
_ESCAPED = late_pattern(r"\\(.)", re.DOTALL)
_KEYWORDS = {"OR": "or", "OU": "or", "AND": "and", "ET": "and", "NOT": "not", "SAUF": "not"}


class Sign(Enum):
    """What a token is."""

    OPEN = "("
    CLOSE = ")"
    MINUS = "-"
    OR = "or"
    AND = "and"
    WORD = "word"
    PHRASE = "phrase"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Item:
    """One value behind a colon."""

    text: str
    quoted: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query; ``text`` is a word, a phrase or a field's name as typed."""

    sign: Sign
    start: int
    end: int
    text: str = ""
    items: tuple[Item, ...] = ()


def tokens(query: str) -> Iterator[Token]:
    """All tokens; whatever is typed, each character belongs to one of them or to the space between."""
    place = 0
    while place < len(query):
        space = _SPACE.match(query, place)
        if space:
            place = space.end()
            continue
        token = _next(query, place)
        yield token
        place = token.end


def _next(query: str, place: int) -> Token:
    char = query[place]
    if char == "(":
        return Token(Sign.OPEN, place, place + 1)
    if char == ")":
        return Token(Sign.CLOSE, place, place + 1)
    if char == "-":
        return Token(Sign.MINUS, place, place + 1)
    if char == '"':
        text, end = _quoted(query, place)
        return Token(Sign.PHRASE, place, end, text)
    name = _FIELD.match(query, place)
    if name:
        items = tuple(_items(query, name.end()))
        end = items[-1].end if items else name.end()
        while query[end : end + 1] == ",":
            end += 1
        return Token(Sign.FIELD, place, end, name[1], tuple(one for one in items if one.text.strip()))
    found = _WORD.match(query, place)
    assert found is not None
    kind = _KEYWORDS.get(found[0])
    sign = {"or": Sign.OR, "and": Sign.AND, "not": Sign.MINUS}.get(kind or "", Sign.WORD)
    return Token(sign, place, found.end(), found[0])


def _items(query: str, place: int) -> Iterator[Item]:
    """The values behind a colon, up to the first space."""
    while place < len(query):
        if query[place] == ",":
            place += 1
            continue
        if query[place] == '"':
            text, end = _quoted(query, place)
            yield Item(text, True, place, end)
        else:
            found = _ITEM.match(query, place)
            if found is None:
                return
            end = found.end()
            yield Item(found[0], False, place, end)
        if query[end : end + 1] != ",":
            return
        place = end + 1


def _quoted(query: str, place: int) -> tuple[str, int]:
    """What stands in quotation marks; one that is missing at the end is still to be typed."""
    found = _QUOTED.match(query, place)
    assert found is not None
    return _ESCAPED.sub(r"\1", found[1]), found.end()


def quote(text: str) -> str:
    """A text in quotation marks, such that it is read as itself."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def is_plain_word(word: str) -> bool:
    """Whether a word, written as it is, is read as a free word again."""
    found = list(tokens(word))
    return len(found) == 1 and found[0] == Token(Sign.WORD, 0, len(word), word)


def is_plain_item(text: str) -> bool:
    """Whether a value, written as it is behind a colon, is read as one value again."""
    return _ITEM.fullmatch(text) is not None and text[0] not in "<>=" and ".." not in text
