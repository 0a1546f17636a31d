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
_SUSPECT = re.compile(rb"\\u(?:[dD][89a-fA-F]|0000)")


class BadJson(ValueError):
    """The document can't be read; the text says why, in English."""


def parse(raw: bytes | str) -> Json:
    """Read a document: at most 100 levels deep, no endless numbers, no NUL, no lone surrogates.

    Raises BadJson. Bytes that are not UTF-8, lone surrogates and NUL become U+FFFD, because one bad
    character must not cost a whole page; a number of more than 40 digits stays text.
    """
    data = raw if isinstance(raw, bytes) else raw.encode("utf-8", "replace")
    text = data.decode("utf-8", "replace")
    try:
        found = cast(Json, json.loads(text, parse_int=_int, parse_constant=_constant))
    except RecursionError:
        raise BadJson("It is nested too deeply.") from None
    except ValueError as error:
        raise BadJson(f"It is not JSON ({error}).") from None
    return _checked(found, clean=b"\x00" in data or _SUSPECT.search(data) is not None)


def _int(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_INT else digits[: LONGEST_INT * 2]


def _constant(_name: str) -> None:
    """NaN and Infinity are no JSON: nothing stands there."""


def scrub(text: str) -> str:
    """The text without NUL and lone surrogates, which neither SQLite nor UTF-8 can hold."""
    return _BAD.sub("\ufffd", text)


def _checked(document: Json, *, clean: bool) -> Json:
    """Measure the depth, level by level without recursion, and clean texts where the raw bytes gave cause."""
    box: list[Json] = [document]
    level: list[dict[str, Json] | list[Json]] = [box]
    for _ in range(MAX_DEPTH + 1):
        if not level:
            return box[0]
        level = [child for container in level for child in _children(container, clean)]
    raise BadJson("It is nested too deeply.")


def _children(container: dict[str, Json] | list[Json], clean: bool) -> list[dict[str, Json] | list[Json]]:
    if clean:
        if isinstance(container, list):
            container[:] = [scrub(item) if isinstance(item, str) else item for item in container]
        else:
            tidy = {scrub(key): scrub(item) if isinstance(item, str) else item for key, item in container.items()}
            container.clear()
            container.update(tidy)
    items = container if isinstance(container, list) else container.values()
    return [item for item in items if isinstance(item, dict | list)]
