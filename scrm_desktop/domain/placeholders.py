"""Gaps in a prepared text: ``{{first_name}}``, ``{{order_number|your order}}``, ``{{?discount code}}``.

A name stands for something that is known of the conversation, a question mark asks whoever writes, and what
follows ``|`` is used where there is nothing else (``{{order_number|}}``: then nothing at all). A gap that stays
empty stays as it is written, so that it can be seen and filled; nothing is ever put in its place silently.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from scrm_desktop.late_dataclass import dataclass

VARIABLES = ("first_name", "name", "handle", "account", "my_name", "order_number")
"""What a text may ask of a conversation."""

_GAP = re.compile(r"\{\{[ \t]*(\?)?[ \t]*([^{}|\n]{1,80}?)[ \t]*(?:\|([^{}\n]{0,200}))?\}\}")
_ORDER = re.compile(
    r"(?:\border\b|\bcommande\b|\bcmd\b|\breference\b|\bréférence\b|n°|nº|#)"
    r"\W{0,4}(?:number|numéro|num|nr|no|n°|is|est)?\W{0,4}([A-Z]{0,3}-?\d{4,12})\b",
    re.IGNORECASE,
)
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "prof", "mme", "mlle", "m", "me", "sir", "madame", "monsieur"})
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap of a text, from ``start`` to ``end``; ``asked``: whoever writes is asked for it."""

    start: int
    end: int
    name: str
    asked: bool
    fallback: str | None


def gaps(text: str) -> tuple[Gap, ...]:
    """Every gap, in order: questions, and all names, known or not."""
    return tuple(
        Gap(
            found.start(),
            found.end(),
            " ".join(found[2].split()),
            bool(found[1]),
            None if found[3] is None else found[3].strip(),
        )
        for found in _GAP.finditer(text)
    )


def unfilled(text: str) -> tuple[Gap, ...]:
    """What must not reach a customer: questions and known names. Other double braces are somebody's own text."""
    return tuple(gap for gap in gaps(text) if gap.asked or gap.name in VARIABLES)


def unknown(text: str) -> tuple[str, ...]:
    """Names that stand for nothing: a slip of whoever writes a prepared text."""
    return tuple(gap.name for gap in gaps(text) if not gap.asked and gap.name not in VARIABLES)


def questions(text: str) -> tuple[Gap, ...]:
    """What is to be asked before the text is used, each once."""
    asked: dict[str, Gap] = {}
    for gap in gaps(text):
        if gap.asked:
            asked.setdefault(gap.name, gap)
    return tuple(asked.values())


def fill(text: str, values: Mapping[str, str], answers: Mapping[str, str]) -> str:
    """The text with what is known; one pass, so that a value can't bring gaps of its own."""
    out, at = "", 0
    for gap in gaps(text):
        known = answers.get(gap.name, "") if gap.asked else values.get(gap.name, "")
        value = without_gaps(known).strip() or gap.fallback
        out += text[at : gap.start]
        if value == "":
            # What may stay empty leaves no double space behind.
            out = out.rstrip(" ")
        out += text[gap.start : gap.end] if value is None else value
        at = gap.end
    return out + text[at:]


def without_gaps(value: str) -> str:
    """A value that can't be taken for a gap."""
    return value.replace("{{", "{ {").replace("}}", "} }")


def person_name(display_name: str) -> str:
    """A stranger's name as it may stand in our text: no mention, no address, no signs, at most 80 characters."""
    words = (word for word in unicodedata.normalize("NFC", display_name).split() if not set(word) & set("@#/<>{}"))
    kept = ("".join(ch for ch in word if _belongs(ch)).strip("-'’.,;!?()") for word in words if not _emoji(word))
    return " ".join(word for word in kept if any(ch.isalpha() for ch in word))[:_LONGEST].strip()


def first_name(display_name: str) -> str:
    """The name one would be called by; empty where none can be told."""
    words = person_name(display_name).split()
    return next((word for word in words if word.casefold() not in _TITLES and len(word) > 1), "")


def order_number(texts: Iterable[str]) -> str:
    """The first order number that these texts name."""
    found = (_ORDER.search(text[:5000]) for text in texts)
    return next((match[1] for match in found if match is not None), "")


def _belongs(ch: str) -> bool:
    return ch.isalnum() or ch in "-'’." or unicodedata.category(ch) in ("Mn", "Mc")


def _emoji(word: str) -> bool:
    return len(word) > 2 and word.startswith(":") and word.endswith(":")
