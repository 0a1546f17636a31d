"""A text that is too long for one message, as several: cut at the ends of sentences and numbered."""

from __future__ import annotations

import re
from collections.abc import Callable

MOST_PARTS = 20
_SENTENCE = re.compile(r"\n+|(?<=[.!?…])[\"'»”’)]*\s+")
_WORD = re.compile(r"\s+")


def split(text: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Parts that fit with their number behind them, as ``fits`` judges; empty: it can't be done."""
    text = text.strip()
    if fits(text):
        return (text,)
    for most in (9, 99):
        parts = _cut(text, _numbered(fits, most))
        if parts and len(parts) <= most:
            return tuple(f"{part} ({place}/{len(parts)})" for place, part in enumerate(parts, 1))
    return ()


def _numbered(fits: Callable[[str], bool], most: int) -> Callable[[str], bool]:
    return lambda part: fits(f"{part} ({most}/{most})")


def _cut(text: str, fits: Callable[[str], bool]) -> list[str]:
    parts: list[str] = []
    while text:
        end = _end(text, fits)
        if not end or len(parts) == MOST_PARTS:
            return []
        parts.append(text[:end].strip())
        text = text[end:].strip()
    return parts


def _end(text: str, fits: Callable[[str], bool]) -> int:
    """Where the longest beginning that fits ends: at a sentence, else at a word, else anywhere; 0: nothing fits."""
    if fits(text):
        return len(text)
    for boundary in (_SENTENCE, _WORD):
        ends = [found.end() for found in boundary.finditer(text)]
        best = _last_that_fits(text, ends, fits)
        # A first part of two words reads worse than one that ends within a sentence.
        if best and (boundary is _WORD or not fits(text[: best * 3].strip())):
            return best
    return _last_that_fits(text, list(range(1, len(text))), fits)


def _last_that_fits(text: str, ends: list[int], fits: Callable[[str], bool]) -> int:
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if fits(text[: ends[middle]].strip()):
            low = middle + 1
        else:
            high = middle
    return ends[low - 1] if low else 0
