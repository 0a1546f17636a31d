"""How well a name fits what was typed: words by their beginnings first, then parts of words, then letters in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from scrm_desktop.domain.folding import fold

EXACT, PREFIX, INSIDE, SCATTERED = 120, 100, 60, 20
_FIRST, _WHOLE = 15, 10
_LONGEST = 200
_LOOSE = 3
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4_096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded; signs stand between words. Kept, since each keystroke asks for the same ones."""
    return tuple(_WORD.findall(fold(text[:_LONGEST])))


def score(typed: str, text: str) -> int:
    """How well; 0: not at all. Every word that was typed must be found, the order of the words is free."""
    return score_words(words(typed), words(text))


def score_words(wanted: Sequence[str], given: Sequence[str]) -> int:
    """The same for words that are folded already."""
    if not wanted or not given:
        return 0
    total = 0
    for place, word in enumerate(wanted):
        best = _best(word, given)
        if not best:
            return 0
        total += best + (_FIRST if place == 0 and given[0].startswith(word) else 0)
    # Of two that fit alike, the one with less beside it.
    return total // len(wanted) + max(0, _WHOLE - len(given) + len(wanted))


def tier(typed: str, text: str) -> int | None:
    """How well in steps, inside which a person's own order stands: 0 its beginning, 1 a word's, 2 inside a word, 3
    letters in order; ``None``: not at all.
    """
    wanted, given = words(typed), words(text)
    if not wanted:
        return 0
    fits = [_best(word, given) for word in wanted] if given else [0]
    worst = min(fits)
    if not worst or (worst == INSIDE and any(len(word) < 2 for word in wanted)):
        # One letter inside a word is no reason to offer it.
        return None
    if worst >= PREFIX:
        return 0 if given[0].startswith(wanted[0]) else 1
    return 2 if worst >= INSIDE else 3


def _best(word: str, given: Sequence[str]) -> int:
    best = 0
    for one in given:
        if one == word:
            return EXACT
        if one.startswith(word):
            best = max(best, PREFIX)
        elif word in one:
            best = max(best, INSIDE)
    return best or _scattered(word, "".join(given), _starts(given))


def _starts(given: Sequence[str]) -> set[int]:
    places, at = {0}, 0
    for word in given:
        at += len(word)
        places.add(at)
    return places


def _scattered(word: str, text: str, starts: set[int]) -> int:
    """All letters in their order, not too far apart; more for beginnings of words and for neighbours."""
    if len(word) < 2:
        return 0
    at, first, points = -1, -1, 0
    for letter in word:
        here = text.find(letter, at + 1)
        if here < 0:
            return 0
        first = here if first < 0 else first
        points += (2 if here in starts else 0) + (1 if here == at + 1 else 0)
        at = here
    if at - first + 1 > _LOOSE * len(word):
        # Letters from everywhere are no abbreviation; initials are.
        return SCATTERED // 2 if points >= 2 * len(word) else 0
    return SCATTERED + min(points, 30)
