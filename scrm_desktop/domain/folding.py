"""Words as a search compares them: without case, accents and signs."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Without case and accents, as the index compares."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def terms_in(text: str) -> list[str]:
    """The words of a text, folded."""
    return "".join(char if is_word(char) else " " for char in fold(text)).split()


def is_word(char: str) -> bool:
    """Whether a character is part of a word."""
    return char.isalnum() or (unicodedata.category(char)[0] in "MC" and not char.isspace() and ord(char) > 0x9F)


def same(one: str, other: str) -> bool:
    """Whether two names are one to a person who types: case, accents and spaces at the ends do not count."""
    return fold(one.strip()) == fold(other.strip())
