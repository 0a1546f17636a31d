"""Reads an answer the way a customer would: what it offers, asks, promises or throws at them; pure, English and French."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Trait(StrEnum):
    """Something an answer does."""

    FIX = "fix"
    INFO = "info"
    ASK = "ask"
    PRIVATE = "private"
    HOLD = "hold"
    APOLOGY = "apology"
    THANKS = "thanks"
    EMPTY = "empty"
    ARGUE = "argue"


@dataclass(frozen=True, slots=True)
class Finding:
    """One trait, the rule that saw it and the sentence it was seen in."""

    trait: Trait
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything that was seen in an answer; ``language`` is empty where it can't be told."""

    findings: tuple[Finding, ...]
    language: str

    def has(self, trait: Trait) -> bool:
        """Whether the answer does that."""
        return any(found.trait is trait for found in self.findings)


_FIRST = (
    (Trait.ARGUE, r"not our fault|calm down|you should have|pas notre faute|calmez-vous|vous auriez dû"),
    (Trait.FIX, r"\b(refund|replace|resend|new one|rembours|renvo|remplac|nouveau)"),
    (Trait.PRIVATE, r"\b(dm|direct message|message privé|en privé|mp)\b"),
    (Trait.ASK, r"\?"),
    (Trait.THANKS, r"\b(thank|merci|glad|ravi)"),
    (Trait.EMPTY, r"\b(sorry|désolé|inconvenience|gêne)"),
)


def judge(text: str) -> Verdict:
    """What the answer does."""
    found = tuple(Finding(trait, trait.value, text) for trait, rule in _FIRST if re.search(rule, text, re.IGNORECASE))
    return Verdict(found, "")
