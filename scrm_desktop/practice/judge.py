"""Reads an answer the way a customer would: what it offers, asks, promises or throws at them, in English and French.

Pure. The rules stand in ``lexicon/*.toml``; every finding names its rule and the sentence it was seen in, so that
a beginner can be shown why.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any, cast

from scrm_desktop.practice.markup import HANDLE, URL

LANGUAGES = ("en", "fr")


class Trait(StrEnum):
    """Something an answer does."""

    FIX = "fix"
    """Says what is or will be done about it: send, replace, refund, call, put aside."""
    STEP = "step"
    """Says what was begun: a claim opened, the carrier called."""
    INFO = "info"
    """States a fact that a question asks for: stock, price, day, link, yes or no."""
    ASK = "ask"
    """Asks for what is needed."""
    PRIVATE = "private"
    """Invites to write in private."""
    HOLD = "hold"
    """Promises to look and come back."""
    APOLOGY = "apology"
    THANKS = "thanks"
    EMPTY = "empty"
    """Words that would fit every complaint of the world."""
    REFUSE = "refuse"
    """Says no, or hides behind terms."""
    ARGUE = "argue"
    """Blames, contests, patronises, insults or threatens."""


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
    words: int = 0

    def has(self, trait: Trait) -> bool:
        """Whether the answer does that."""
        return any(found.trait is trait for found in self.findings)

    def first(self, trait: Trait) -> Finding | None:
        """The first place where it does."""
        return next((found for found in self.findings if found.trait is trait), None)


def judge(text: str) -> Verdict:
    """What an answer does."""
    language = language_of(text)
    lexicons = [_lexicon(language)] if language else [_lexicon(item) for item in LANGUAGES]
    found: list[tuple[Finding, bool]] = []
    for sentence in sentences(text):
        for lexicon in lexicons:
            found.extend(_read(sentence, lexicon))
    if shouts(text):
        found.append((Finding(Trait.ARGUE, "shouts", text.strip()), False))
    findings = _settle(found)
    if not findings and len(_words(text)) <= 3:
        findings = (Finding(Trait.EMPTY, "too_short", text.strip()),)
    return Verdict(findings, language, len(_words(text)))


def language_of(text: str) -> str:
    """``en`` or ``fr``, or nothing where too few words tell."""
    words = _words(text)
    scores = {item: sum(word in _lexicon(item).stop_words for word in words) for item in LANGUAGES}
    best, other = sorted(LANGUAGES, key=lambda item: -scores[item])
    return best if scores[best] >= 2 and scores[best] >= scores[other] * 1.5 + 1 else ""


def sentences(text: str) -> list[str]:
    """The sentences of a text, without handles, as they were written."""
    without = HANDLE.sub("", text)
    return [part.strip() for part in re.split(r"(?<=[.!?…])\s+|\n+", without) if part.strip(" .!…-—")]


def plain(text: str) -> str:
    """Lower case without accents; apostrophes, hyphens and commas as spaces, links as LINK."""
    linked = URL.sub("\0", HANDLE.sub("", text))
    bare = "".join(c for c in unicodedata.normalize("NFKD", linked.lower()) if not unicodedata.combining(c))
    bare = bare.replace("œ", "oe").replace("æ", "ae").replace("·", "")
    # A dot, comma or colon inside a number stays; everything else that is no word becomes a space.
    spaced = re.sub(r"(?<!\d)[.,:/]|[.,:/](?!\d)|['’ʼ`´\-–—_;()\"«»“”*!…]", " ", bare)
    return re.sub(r"\s+", " ", spaced).replace("\0", "LINK").strip()


def shouts(text: str) -> bool:
    """Whether whole words are written in capitals, and not just a code or an abbreviation."""
    words = re.findall(r"[^\W\d_]{2,}", HANDLE.sub("", URL.sub("", text)))
    loud = [word for word in words if word.isupper()]
    return len(loud) >= 3 and len(loud) * 2 >= len(words)


@dataclass(frozen=True, slots=True)
class _Rule:
    trait: Trait
    code: str
    soft: bool
    seen: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def sees(self, clause: str) -> bool:
        return any(item.search(clause) for item in self.seen) and not any(item.search(clause) for item in self.unless)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    stop_words: frozenset[str]
    rules: tuple[_Rule, ...]


def _read(sentence: str, lexicon: _Lexicon) -> Iterator[tuple[Finding, bool]]:
    clauses = list(_clauses(sentence))
    for rule in lexicon.rules:
        if any(rule.sees(clause) for clause in clauses):
            yield Finding(rule.trait, rule.code, sentence), rule.soft


def _clauses(sentence: str) -> Iterator[str]:
    """The parts of a sentence; a question's mark stays with the last, and links and numbers stay whole."""
    parts = re.split(r"[,;:](?=\s)|\s[-–—]\s|[()]|\s(?:but|however|mais|cependant|par contre)\s", sentence)
    for place, part in enumerate(parts):
        clause = plain(part)
        last = place == len(parts) - 1
        if clause:
            yield f"{clause.rstrip('? ')} ?" if last and sentence.rstrip().endswith("?") else clause


def _settle(found: Sequence[tuple[Finding, bool]]) -> tuple[Finding, ...]:
    """Soft findings yield to a fix; an apology with a step counts as one; each rule is told once."""
    traits = {finding.trait for finding, _ in found}
    kept = [finding for finding, soft in found if not (soft and Trait.FIX in traits)]
    step = next((finding for finding in kept if finding.trait is Trait.STEP), None)
    if step is not None and Trait.APOLOGY in traits and Trait.FIX not in traits:
        kept.append(Finding(Trait.FIX, "apology_and_step", step.sentence))
    told: dict[tuple[Trait, str], Finding] = {}
    for finding in kept:
        told.setdefault((finding.trait, finding.code), finding)
    return tuple(told.values())


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", plain(text))


@lru_cache(maxsize=4)
def _lexicon(language: str) -> _Lexicon:
    place = files("scrm_desktop.practice") / "lexicon" / f"{language}.toml"
    data = tomllib.loads(place.read_text(encoding="utf-8"))
    macros = cast("dict[str, str]", data["macros"])
    rules = tuple(_rule(row, macros) for row in cast("list[dict[str, Any]]", data["rule"]))
    return _Lexicon(frozenset(cast("list[str]", data["stop_words"])), rules)


def _rule(row: dict[str, Any], macros: dict[str, str]) -> _Rule:
    return _Rule(
        trait=Trait(row["trait"]),
        code=row["code"],
        soft=bool(row.get("soft", False)),
        seen=tuple(_pattern(text, macros) for text in cast("list[str]", row["any"])),
        unless=tuple(_pattern(text, macros) for text in cast("list[str]", row.get("unless", []))),
    )


def _pattern(text: str, macros: dict[str, str]) -> re.Pattern[str]:
    for _ in range(3):
        text = re.sub(r"<(\w+)>", lambda found: macros[found[1]], text)
    return re.compile(text)
