"""How a short list of names answers to what is typed: in tiers, so that inside one the person's own order stands."""

from __future__ import annotations


def tier(query: str, text: str) -> int | None:
    """How well a folded query fits a folded text: 0 its beginning, 1 a word's, 2 inside, 3 with gaps; ``None``: not."""
    if not query or text.startswith(query):
        return 0
    place = text.find(query)
    if place >= 0:
        begins = any(not text[at - 1].isalnum() for at in _places(text, query, place))
        # One letter inside a word is no reason to offer it.
        return 1 if begins else 2 if len(query) > 1 else None
    return 3 if _scattered(query.replace(" ", ""), text) else None


def _places(text: str, query: str, place: int) -> list[int]:
    found: list[int] = []
    while place >= 0 and len(found) < 50:
        found.append(place)
        place = text.find(query, place + 1)
    return found


def _scattered(query: str, text: str) -> bool:
    """The letters of the query stand in the text in this order, the first at a word's beginning."""
    if len(query) < 2:
        return False
    starts = (at for at, ch in enumerate(text) if ch == query[0] and (at == 0 or not text[at - 1].isalnum()))
    return any(_follows(query, text, at) for at in starts)


def _follows(query: str, text: str, at: int) -> bool:
    for ch in query:
        at = text.find(ch, at) + 1
        if at == 0:
            return False
    return True
