"""Which parts of a text are words to check, and which of two languages a text is in."""

from __future__ import annotations

from collections.abc import Iterator

from scrm_desktop.late_pattern import late_pattern

_SKIPPED = late_pattern(
    r"\{\{.*?(?:\}\}|$)"  # a variable of a canned response
    r"|\b(?:https?://|www\.)\S+"
    r"|\S+@\S+\.\S+"
    r"|[@#][\w.@-]+"
    r"|\w[\w-]*(?:\.[\w-]+)+(?:/\S*)?"  # example.org/page
    r"|\w*\d\w*"
)
_WORD = late_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LETTERS = late_pattern(r"[^\W\d_]{2,}")
_LONGEST = 60
_ENGLISH = "the and you is are to of for with have this that my we your not it in was can please"
_FRENCH = "le la les et vous est sont de des pour avec une ce que mon nous votre pas je un du en"
_COMMON = {"en": frozenset(_ENGLISH.split()), "fr": frozenset(_FRENCH.split())}


def words(text: str) -> Iterator[tuple[int, str]]:
    """Each word to check with its place in characters.

    Addresses, mentions, hashtags, variables, whatever has a figure in it, single letters and words in capitals are not.
    """
    left = _SKIPPED.sub(lambda found: " " * len(found.group()), text)
    for found in _WORD.finditer(left):
        word = found.group()
        if 1 < len(word) <= _LONGEST and not word.isupper():
            yield found.start(), word


def is_named(word: str, names: str) -> bool:
    """Whether a word is one of these names, also with what a language hangs on it: Camille's, d'Okafor."""
    known = {part.casefold() for part in _LETTERS.findall(names)}
    parts = [part.casefold() for part in word.replace("’", "'").split("'")]
    kept = [part for part in parts if len(part) > 2]
    return bool(kept) and all(part in known for part in kept)


def language_of(text: str) -> str:
    """``en`` or ``fr`` by the small words in it; empty where neither has more."""
    said = [word.lower() for _, word in words(text[:5000])]
    english, french = (sum(word in _COMMON[code] for word in said) for code in ("en", "fr"))
    if english == french:
        return ""
    return "en" if english > french else "fr"
