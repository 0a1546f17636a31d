"""Rich text: its marks (facets) lie on bytes of UTF-8, read here and made here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.safe_json import Json, scrub
from scrm_desktop.domain.messages import Mention

MENTION, LINK, TAG = (f"app.bsky.richtext.facet#{name}" for name in ("mention", "link", "tag"))
LONGEST = 40_000
MOST = 200
_TIMEOUT = 0.5
_NAMED = regex.compile(
    r"(?<![\w@./])@((?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9])"
)
_WEB = regex.compile(r"(?<![\w@/.])https?://[^\s<>\"“”„«»\p{C}]+", regex.IGNORECASE)
_TAGGED = regex.compile(r"(?<![\w&/#])[#＃]((?!\ufe0f)[^\s\p{P}]*[\p{L}_][^\s\p{P}]*)")
_TRAILING = ".,;:!?'’…"
_OPENS = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a text, between two indices of Python's, and what it is."""

    start: int
    end: int
    kind: str
    value: str


def marks(text: str, value: Json) -> list[Mark]:
    """The marks that lie on whole characters of a text, from the left; those that overlap are left out."""
    told = [fields.obj(one) for one in fields.items(value, MOST)]
    if not told:
        return []
    places = _places(text)
    found = [one for entry in told for one in _read(entry, places)]
    kept: list[Mark] = []
    for one in sorted(found, key=lambda mark: (mark.start, mark.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _places(text: str) -> dict[int, int]:
    """For each byte that begins a character, and for the end, the index of the character."""
    places: dict[int, int] = {}
    at = 0
    for index, one in enumerate(text):
        places[at] = index
        at += 1 if one < "\x80" else 2 if one < "\u0800" else 3 if one < "\U00010000" else 4
    places[at] = len(text)
    return places


def _read(facet: fields.Object, places: dict[int, int]) -> Iterator[Mark]:
    span = fields.obj(facet.get("index"))
    first, last = span.get("byteStart"), span.get("byteEnd")
    start = places.get(first) if isinstance(first, int) else None
    end = places.get(last) if isinstance(last, int) else None
    if start is None or end is None or start >= end:
        return
    for entry in fields.items(facet.get("features"), 1):
        one, kind = fields.obj(entry), fields.kind(entry)
        value = {MENTION: fields.did(one), LINK: fields.web(one, "uri"), TAG: fields.line(one, "tag")}.get(kind, "")
        if value:
            yield Mark(start, end, kind, value)


def plain(text: str, found: list[Mark]) -> str:
    """The text, where each link says in full where it leads."""
    for one in reversed(found):
        if one.kind != LINK:
            continue
        shown = text[one.start : one.end]
        text = f"{text[: one.start]}{_told(shown, one.value)}{text[one.end :]}"
    return scrub(text).strip()[:LONGEST]


def _told(shown: str, url: str) -> str:
    """An address that was only shortened is written out; words keep their address behind them."""
    stem = shown.strip().rstrip("….").rstrip("/").lower()
    if stem.removeprefix("https://").removeprefix("http://") and url.lower().split("://", 1)[1].startswith(
        stem.split("://", 1)[-1]
    ):
        return url
    return f"{shown} ({url})"


def mentions(text: str, found: list[Mark]) -> tuple[Mention, ...]:
    """Who is named, each once."""
    named: dict[str, Mention] = {}
    for one in found:
        if one.kind == MENTION:
            handle = text[one.start : one.end].strip().lstrip("@") or one.value
            named.setdefault(one.value, Mention(remote_id=one.value, handle=handle))
    return tuple(named.values())


def find(text: str) -> list[Mark]:
    """What in a text that we send is a mention (its value a handle still), a link or a tag."""
    try:
        return sorted(_find(text), key=lambda mark: mark.start)
    except TimeoutError:  # nothing a person writes; it goes out as plain text
        return []


def _find(text: str) -> list[Mark]:
    found: list[Mark] = []
    for match in _WEB.finditer(text, timeout=_TIMEOUT):
        url = _trimmed(match.group())
        found.append(Mark(match.start(), match.start() + len(url), LINK, url))
    named, tagged = _NAMED.finditer(text, timeout=_TIMEOUT), _TAGGED.finditer(text, timeout=_TIMEOUT)
    found += [Mark(one.start(), one.end(), MENTION, one.group(1).lower()) for one in named]
    found += [Mark(one.start(), one.end(), TAG, one.group(1)) for one in tagged if len(one.group(1)) <= 64]
    links = [one for one in found if one.kind == LINK]
    return [one for one in found if one.kind == LINK or not any(_inside(one, link) for link in links)]


def _inside(one: Mark, link: Mark) -> bool:
    return link.start <= one.start < link.end


def _trimmed(url: str) -> str:
    """An address without the sentence's punctuation, and without a bracket that it did not open."""
    while url and (url[-1] in _TRAILING or (url[-1] in _OPENS and url.count(url[-1]) > url.count(_OPENS[url[-1]]))):
        url = url[:-1]
    return url


def facets(text: str, found: list[Mark]) -> list[Json]:
    """Marks as the network wants them: offsets in bytes, mentions with their DID as value."""
    names = {MENTION: "did", LINK: "uri", TAG: "tag"}
    made: list[Json] = []
    for one in found:
        start = len(text[: one.start].encode())
        index: Json = {"byteStart": start, "byteEnd": start + len(text[one.start : one.end].encode())}
        made.append({"index": index, "features": [{"$type": one.kind, names[one.kind]: one.value}]})
    return made
