"""The text of a message as plain text, with the addresses that its links hide."""

from __future__ import annotations

from dataclasses import dataclass

from scrm_desktop.channels.safe_json import Json, scrub
from scrm_desktop.channels.telegram import fields

LONGEST = 20_000
MOST_ENTITIES = 300
_MOST_PARTS = 5_000


@dataclass(frozen=True, slots=True)
class Entity:
    """A part of a text that means something; ``start`` and ``end`` are indices of Python's."""

    kind: str
    start: int
    end: int
    source: fields.Object


def entities(text: str, value: Json) -> list[Entity]:
    """The entities that lie inside a text. Telegram counts in UTF-16 code units."""
    told = [fields.obj(one) for one in fields.items(value, MOST_ENTITIES)]
    if not told:
        return []
    places = _places(text)
    found: list[Entity] = []
    for one in told:
        offset, length = fields.count(one, "offset"), fields.count(one, "length")
        if offset is None or not length or offset + length >= len(places):
            continue
        found.append(Entity(fields.word(one, "type", 40), places[offset], places[offset + length], one))
    return found


def _places(text: str) -> list[int]:
    """For each UTF-16 code unit, and for the end, the index of its character."""
    places: list[int] = []
    for index, character in enumerate(text):
        places += [index, index] if ord(character) > 0xFFFF else [index]
    return [*places, len(text)]


def plain(text: str, found: list[Entity]) -> str:
    """The text, where behind each linked word stands where it leads."""
    whole = text
    for one in sorted(found, key=lambda entity: entity.end, reverse=True):
        url = fields.text(one.source, "url", 2048).strip() if one.kind == "text_link" else ""
        if url and text[one.start : one.end].rstrip("/") != url.rstrip("/"):
            whole = f"{whole[: one.end]} ({url}){whole[one.end :]}"
    return whole.strip()[: 2 * LONGEST]


def rich(value: Json) -> str:
    """The words of a formatted message: every text in it, block by block, without recursion."""
    parts: list[str] = []
    waiting: list[Json] = [value]
    for _ in range(_MOST_PARTS):
        if not waiting:
            break
        one = waiting.pop()
        if isinstance(one, str):
            parts.append(one)
        elif isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            waiting += reversed([one[name] for name in _WORDS if name in one])
            parts.append(_before(one))
    return scrub("".join(parts)[:LONGEST]).strip()


def _before(part: fields.Object) -> str:
    """A block begins a line; a cell of a table has no kind of its own, and only stands apart."""
    kind = fields.word(part, "type", 40)
    if not kind and "text" in part:
        return " "
    return "\n" if kind in _BLOCKS else ""


_WORDS = ("label", "text", "summary", "blocks", "items", "cells", "caption", "credit", "alternative_text", "expression")
_BLOCKS = frozenset(
    {"paragraph", "heading", "pre", "footer", "expandable_blockquote", "pullquote", "table", "details", "thinking"}
)
