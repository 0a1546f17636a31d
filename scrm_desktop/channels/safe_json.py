"""JSON from strangers: bounded, and never a crash further in."""

from __future__ import annotations

import json
import re
from typing import cast

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
"""What a parsed document is made of."""

MAX_DEPTH = 100
LONGEST_INT = 40
_BAD = re.compile("[\x00\ud800-\udfff]")
_STRING = re.compile(rb'"[^"]*"')
_ALL_SQUARE = bytes.maketrans(b"{}", b"[]")
_NO_SHAPE = bytes(set(range(256)) - set(b'"[]{}'))
_SUSPECT = re.compile(rb"\\u(?:[dD][89a-fA-F]|0000)")


class BadJson(ValueError):
    """The document can't be read; the text says why, in English."""


def parse(raw: bytes | str) -> Json:
    """Read a document: at most 100 levels deep, no endless numbers, no NUL, no lone surrogates.

    Raises BadJson. Bytes that are not UTF-8, lone surrogates and NUL become U+FFFD, because one bad
    character must not cost a whole page; a number that is too long for Python stays text.
    """
    data = raw if isinstance(raw, bytes) else raw.encode("utf-8", "replace")
    text = data.decode("utf-8", "replace")
    try:
        found = _read(text)
    except RecursionError:
        raise BadJson("It is nested too deeply.") from None
    except ValueError as error:
        raise BadJson(f"It is not JSON ({error}).") from None
    if _is_deeper(data, MAX_DEPTH):
        raise BadJson("It is nested too deeply.")
    suspect = b"\x00" in data or (b"\\" in data and _SUSPECT.search(data) is not None)
    return _scrubbed(found) if suspect else found


def _read(text: str) -> Json:
    """Python refuses numbers of more than 4,300 digits; only then is each looked at, which takes twice the time."""
    try:
        return cast(Json, json.loads(text, parse_constant=_constant))
    except json.JSONDecodeError:
        raise
    except ValueError:
        return cast(Json, json.loads(text, parse_int=_int, parse_constant=_constant))


def _int(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_INT else digits[: LONGEST_INT * 2]


def _constant(_name: str) -> None:
    """NaN and Infinity are no JSON: nothing stands there."""


def scrub(text: str) -> str:
    """The text without NUL and lone surrogates, which neither SQLite nor UTF-8 can hold."""
    if text.isascii() and "\0" not in text:
        return text  # most texts by far, and this is asked of every one
    return _BAD.sub("\ufffd", text)


def _is_deeper(data: bytes, limit: int) -> bool:
    """Whether a document that could be read has more levels than this.

    Its brackets tell, once the strings are gone: each pass takes the innermost pairs away. To walk through what was
    read would cost half as much as the reading.
    """
    if b"\\" in data:
        data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    shape = data.translate(_ALL_SQUARE, _NO_SHAPE).replace(b'""', b"")
    if b'"' in shape:  # some string holds a bracket
        shape = _STRING.sub(b"", shape)
    for _ in range(limit):
        if not shape:
            return False
        shape = shape.replace(b"[]", b"")
    return bool(shape)


def _scrubbed(document: Json) -> Json:
    """Clean every text, level by level without recursion."""
    box: list[Json] = [document]
    level: list[dict[str, Json] | list[Json]] = [box]
    while level:
        inner: list[dict[str, Json] | list[Json]] = []
        for container in level:
            _scrub_one(container)
            values = container if isinstance(container, list) else container.values()
            inner += [value for value in values if isinstance(value, dict | list)]
        level = inner
    return box[0]


def _scrub_one(container: dict[str, Json] | list[Json]) -> None:
    if isinstance(container, list):
        container[:] = [scrub(item) if isinstance(item, str) else item for item in container]
        return
    tidy = {scrub(key): scrub(item) if isinstance(item, str) else item for key, item in container.items()}
    container.clear()
    container.update(tidy)
